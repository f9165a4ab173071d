import { commands, Disposable, l10n, TextEditorRevealType, window, type TextDocument } from 'vscode';
import type { Step } from '../../core/annotations/decide.ts';
import type { Span } from '../../core/text/span.ts';
import { ContextKeys } from '../contextKeys.ts';
import type { AnnotationStore } from './annotationStore.ts';
import { toRange } from '../ranges.ts';
import type { PageAnnotations } from './pageAnnotations.ts';

/** Milliseconds for which the status bar says what was undone. */
const SHOWN = 5000;
/** Characters of a line beyond which the status bar leaves them out. */
const LONGEST = 20;

/**
 * Undo and redo of decisions. The keys of the editor's own undo and redo are Galley's exactly while a
 * decision is what was done, or undone, last in the page in front (`galley.canUndoTag`,
 * `galley.canRedoTag`), so that they take back text and tags in the order in which they were made.
 */
export class TagHistory {
  readonly #store: AnnotationStore;
  readonly #keys = new ContextKeys();
  readonly #disposables: Disposable[];

  constructor(store: AnnotationStore) {
    this.#store = store;
    this.#disposables = [
      commands.registerCommand('galley.undoTag', () => this.#step('undo')),
      commands.registerCommand('galley.redoTag', () => this.#step('redo')),
      store.onDidChange((document) => {
        if (document === window.activeTextEditor?.document) this.#tell();
      }),
      window.onDidChangeActiveTextEditor(() => this.#tell()),
    ];
    this.#tell();
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  get #page(): PageAnnotations | undefined {
    const document = window.activeTextEditor?.document;
    return document && this.#store.of(document);
  }

  async #step(kind: 'undo' | 'redo'): Promise<void> {
    const page = this.#page;
    const step = await page?.[kind]();
    // The context keys reach the keyboard a moment late: an edit made in it is undone as ever.
    if (!page || !step) return void (await commands.executeCommand(kind));
    const places = placesOf(step);
    window.setStatusBarMessage(told(kind, page.document, step, places), SHOWN);
    showIfOutOfSight(page.document, places[0]);
  }

  #tell(): void {
    const page = this.#page;
    this.#keys.set('canUndoTag', page?.canUndo ?? false);
    this.#keys.set('canRedoTag', page?.canRedo ?? false);
  }
}

/** Where the changed decisions stand, each place once, from top to bottom. The text is as it was when they were made. */
function placesOf(step: Step): Span[] {
  const spans = step.flatMap(({ before, after }) => (after ?? before)?.span ?? []);
  const places = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...places.values()].sort((a, b) => a.start - b.start);
}

/** What was undone, and where: `Undone: … (line 18)`. */
function told(kind: 'undo' | 'redo', document: TextDocument, step: Step, [first, ...more]: readonly Span[]): string {
  const words = first ? document.getText(toRange(document, first)) : (step[0]?.after ?? step[0]?.before)?.quote.exact;
  const name = shortened((words ?? '').replace(/\s+/g, ' '));
  if (!first) return kind === 'undo' ? l10n.t('Undone: {0}', name) : l10n.t('Done again: {0}', name);
  const line = document.positionAt(first.start).line + 1;
  if (more.length === 0)
    return kind === 'undo'
      ? l10n.t('Undone: {0} (line {1})', name, line)
      : l10n.t('Done again: {0} (line {1})', name, line);
  return kind === 'undo'
    ? l10n.t('Undone: {0} (line {1}), and more places: {2}', name, line, more.length)
    : l10n.t('Done again: {0} (line {1}), and more places: {2}', name, line, more.length);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}

/** Scrolls to a place that no editor shows; the cursor stays. */
function showIfOutOfSight(document: TextDocument, span: Span | undefined): void {
  const editors = window.visibleTextEditors.filter((editor) => editor.document === document);
  if (!span || editors.length === 0) return;
  const range = toRange(document, span);
  if (editors.some(({ visibleRanges }) => visibleRanges.some((shown) => shown.intersection(range)))) return;
  const front = editors.find((editor) => editor === window.activeTextEditor) ?? editors[0]!;
  front.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
