import {
  l10n,
  Range,
  Selection,
  TextEditorRevealType,
  window,
  type Position,
  type QuickPickItem,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { TagTarget } from '../../core/annotations/decide.ts';
import { findOccurrences, type Occurrence } from '../../core/annotations/occurrences.ts';
import type { Tag } from '../../core/annotations/overlay.ts';
import type { EntityType } from '../../core/entities/mention.ts';
import type { Span } from '../../core/text/span.ts';
import { typeName } from '../entityTypes.ts';
import type { Mentions } from '../state/mentions.ts';
import { toRange } from '../ranges.ts';
import type { Targets } from './tagTargets.ts';

/** Characters shown before and after a name. */
const AROUND = 14;

interface OccurrenceItem extends QuickPickItem {
  readonly span: Span;
}

/**
 * Lets the editor choose among all places of a name, with their context: ticked are those that surely
 * mean it, not ticked those that are part of a longer name or that the
 * editor tagged otherwise. Undefined when nothing was chosen.
 */
export async function pickOccurrences(
  mentions: Mentions,
  { document, spans, tags }: Targets,
  pickType: () => Promise<EntityType | undefined>,
): Promise<TagTarget[] | undefined> {
  const [span] = spans;
  if (!span) return undefined;
  const text = document.getText();
  const { version } = document;
  const type = tags[0]?.type ?? (await pickType());
  if (!type) return undefined;
  const items = findOccurrences(text, span, type, mentions.tagsOf(document)).map((one) => toItem(document, one));
  const preview = new Preview(document);
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Tag “{0}” as: {1}', text.slice(span.start, span.end), typeName(type)),
    placeHolder: l10n.t('Tick the places to tag'),
    onDidSelectItem: (item) => preview.show((item as OccurrenceItem).span),
  });
  preview.end();
  return chosen && document.version === version ? chosen.map((item) => ({ span: item.span, type })) : undefined;
}

function toItem(document: TextDocument, { span, against }: Occurrence): OccurrenceItem {
  const line = document.lineAt(toRange(document, span).start.line);
  const lineStart = document.offsetAt(line.range.start);
  const from = span.start - lineStart;
  const before = line.text.slice(Math.max(0, from - AROUND), from).trimStart();
  const name = document.getText(toRange(document, span)).replace(/\s+/g, '');
  const after = line.text.slice(span.end - lineStart, span.end - lineStart + AROUND).trimEnd();
  return {
    label: `${before}【${name}】${after}`,
    description: describe(line.lineNumber + 1, span, against),
    picked: against === null,
    span,
  };
}

function describe(line: number, span: Span, against: Tag | null): string {
  if (!against) return l10n.t('line {0}', line);
  return against.span.start === span.start && against.span.end === span.end
    ? l10n.t('line {0}, tagged as: {1}', line, typeName(against.type))
    : l10n.t('line {0}, part of “{1}”', line, against.text);
}

/** Shows places in the editor while the list is open, and afterwards puts everything back where it was. */
class Preview {
  readonly #document: TextDocument;
  readonly #editor: TextEditor | undefined;
  readonly #selections: readonly Selection[];
  readonly #top: Position | undefined;
  #shown: Selection | undefined;

  constructor(document: TextDocument) {
    const { activeTextEditor: front, visibleTextEditors } = window;
    this.#document = document;
    this.#editor = front?.document === document ? front : visibleTextEditors.find((one) => one.document === document);
    this.#selections = this.#editor?.selections ?? [];
    this.#top = this.#editor?.visibleRanges[0]?.start;
  }

  show(span: Span): void {
    if (!this.#editor) return;
    const range = toRange(this.#document, span);
    this.#shown = new Selection(range.start, range.end);
    this.#editor.selection = this.#shown;
    this.#editor.revealRange(range);
  }

  /** A click into the text closes the list too: then the cursor stays where that put it. */
  end(): void {
    if (!this.#editor || !this.#shown || !this.#editor.selection.isEqual(this.#shown)) return;
    this.#editor.selections = this.#selections;
    if (this.#top) this.#editor.revealRange(new Range(this.#top, this.#top), TextEditorRevealType.AtTop);
  }
}
