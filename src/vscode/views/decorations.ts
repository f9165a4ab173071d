import {
  DecorationRangeBehavior,
  Disposable,
  OverviewRulerLane,
  window,
  type Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import { ENTITY_TYPES, type EntityType } from '../../core/entities/mention.ts';
import { overlaps } from '../../core/text/span.ts';
import { typeColor } from '../entityTypes.ts';
import { isNewspaper } from '../language.ts';
import type { Mentions } from '../state/mentions.ts';
import { toRange, toSpan } from '../ranges.ts';

type Status = 'suggestion' | 'annotation';
const STATUSES: readonly Status[] = ['suggestion', 'annotation'];

/** With more tags than this only those on the screen are marked, and left out in the overview ruler. */
const MOST = 5000;

/** Marks the tags in the editors that are shown: suggestions dashed, annotations solid, in the type's colour. */
export class TagDecorations {
  readonly #mentions: Mentions;
  readonly #types = new Map<string, TextEditorDecorationType>();
  readonly #disposables: Disposable[];

  constructor(mentions: Mentions) {
    this.#mentions = mentions;
    for (const type of ENTITY_TYPES) {
      for (const status of STATUSES) this.#types.set(key(status, type), createDecoration(status, type));
    }
    this.#disposables = [
      ...this.#types.values(),
      mentions.onDidChange((document) => this.#decorateShown(document)),
      window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => this.#decorate(editor))),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (isNewspaper(textEditor.document) && this.#isCrowded(textEditor.document)) this.#decorate(textEditor);
      }),
    ];
    window.visibleTextEditors.forEach((editor) => this.#decorate(editor));
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  #decorateShown(document: TextDocument): void {
    for (const editor of window.visibleTextEditors) if (editor.document === document) this.#decorate(editor);
  }

  #isCrowded(document: TextDocument): boolean {
    return this.#mentions.tagsOf(document).length > MOST;
  }

  #decorate(editor: TextEditor): void {
    const { document } = editor;
    const ranges = new Map<string, Range[]>([...this.#types.keys()].map((name) => [name, []]));
    if (isNewspaper(document)) {
      const shown = this.#isCrowded(document)
        ? editor.visibleRanges.map((range) => toSpan(document, range))
        : undefined;
      for (const { status, type, span, pieces } of this.#mentions.tagsOf(document)) {
        if (status === 'rejected' || shown?.every((part) => !overlaps(part, span))) continue;
        ranges.get(key(status, type))?.push(...pieces.map((piece) => toRange(document, piece)));
      }
    }
    for (const [name, decoration] of this.#types) editor.setDecorations(decoration, ranges.get(name) ?? []);
  }
}

function key(status: Status, type: EntityType): string {
  return `${status}.${type}`;
}

function createDecoration(status: Status, type: EntityType): TextEditorDecorationType {
  const color = typeColor(type);
  return window.createTextEditorDecorationType({
    borderColor: color,
    borderStyle: status === 'suggestion' ? 'dashed' : 'solid',
    borderWidth: status === 'suggestion' ? '0 0 1px 0' : '0 0 2px 0',
    overviewRulerColor: color,
    overviewRulerLane: status === 'suggestion' ? OverviewRulerLane.Right : OverviewRulerLane.Center,
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
}
