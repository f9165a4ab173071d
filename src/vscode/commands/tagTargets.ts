import { Uri, window, workspace, type Selection, type TextDocument } from 'vscode';
import type { EntityGroup } from '../../core/annotations/entityGroups.ts';
import { tagsAt, type Tag } from '../../core/annotations/overlay.ts';
import type { Span } from '../../core/text/span.ts';
import { isNewspaper } from '../language.ts';
import { isTagNode } from '../views/entityNodes.ts';
import type { Mentions } from '../state/mentions.ts';
import { toSpan } from '../ranges.ts';

/** A place in a document as a command link carries it. */
export interface PlaceArgument {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** What a command is to work on: the spans of one page, and the tags that stand there. */
export interface Targets {
  readonly document: TextDocument;
  readonly spans: readonly Span[];
  readonly tags: readonly Tag[];
  /**
   * Nothing was selected and no tag stands there: the spans are the words at the cursors, of which nobody said that
   * they are meant.
   */
  readonly guessed: boolean;
}

/** Characters of a line around the cursor among which a word is looked for. */
const AROUND = 60;

/**
 * What a command means: the rows of a view or the place of a link that it was called with, else the selections of the
 * editor in front. Where nothing is selected the innermost tag at the cursor is meant, else perhaps the word there.
 * Undefined where no newspaper page is in front, and for anything else that a command may be called with: that is
 * never a reason to act on the text at the cursor. `ready` waits for the tags of a page to be read.
 */
export async function findTargets(
  mentions: Mentions,
  args: readonly unknown[],
  ready: (document: TextDocument) => Promise<void> | undefined,
): Promise<Targets | undefined> {
  const [first] = args;
  if (isTagNode(first)) return fromRows(mentions, first.document, rowsMeant(args));
  if (isPlace(first)) {
    const document = await workspace.openTextDocument(Uri.parse(first.uri));
    await ready(document);
    return fromPlace(mentions, document, first);
  }
  const editor = window.activeTextEditor;
  if (!editor || !isNewspaper(editor.document) || !meansEditor(first, editor.document)) return undefined;
  const { document, selections } = editor;
  const { version } = document;
  await ready(document);
  // What was selected is meant, though the cursor may be elsewhere by now; in an edited text it is gone.
  return document.version === version ? fromSelections(mentions, document, selections) : undefined;
}

/** The rows that a command of a view is called with: the one that was clicked, and all that are selected if it is. */
export function rowsMeant([first, chosen]: readonly unknown[]): readonly unknown[] {
  return Array.isArray(chosen) ? [...new Set([first, ...(chosen as unknown[])])] : [first];
}

/** The tags that rows of a view stand for, as they are now; rows of other pages and other rows are left out. */
export function tagsOfRows(mentions: Mentions, document: TextDocument, rows: readonly unknown[]): readonly Tag[] {
  const groups = mentions.groupsOf(document);
  const meant = rows
    .filter(isTagNode)
    .filter((row) => row.document === document)
    .flatMap((row) => (row.kind === 'mention' ? [row.tag] : groupsNow(groups, row.group).flatMap(({ tags }) => tags)));
  const wanted = new Set(meant.map(identity));
  return mentions.tagsOf(document).filter((tag) => wanted.has(identity(tag)));
}

/** A place that a command is called with: by a link, or by a row of a view. */
export function placeMeant(value: unknown): PlaceArgument | undefined {
  if (isPlace(value)) return value;
  if (!isTagNode(value) || value.kind !== 'mention') return undefined;
  const { start, end } = value.tag.span;
  return { uri: value.document.uri.toString(), start, end };
}

/** Whether a command is called for the text in an editor: by a key, the palette, or the menu of that very text. */
export function meansEditor(argument: unknown, document: TextDocument): boolean {
  if (argument === undefined || argument === null) return true;
  return argument instanceof Uri && argument.toString() === document.uri.toString();
}

/**
 * An entity as it is now: all its tags are meant, also those that the view has yet to show. Of several of one name it
 * is the one that has tags of it.
 */
function groupsNow(groups: readonly EntityGroup[], { type, name, tags }: EntityGroup): readonly EntityGroup[] {
  const named = groups.filter((group) => group.type === type && group.name === name);
  if (named.length < 2) return named;
  const known = new Set(tags.map(identity));
  return named.filter((group) => group.tags.some((tag) => known.has(identity(tag))));
}

function fromRows(mentions: Mentions, document: TextDocument, rows: readonly unknown[]): Targets {
  const tags = tagsOfRows(mentions, document, rows);
  return { document, tags, spans: tags.map(({ span }) => span), guessed: false };
}

function fromPlace(mentions: Mentions, document: TextDocument, { start, end }: PlaceArgument): Targets {
  const tags = mentions.tagsOf(document).filter(({ span }) => span.start === start && span.end === end);
  return { document, tags, spans: [{ start, end }], guessed: false };
}

function fromSelections(mentions: Mentions, document: TextDocument, selections: readonly Selection[]): Targets {
  const standing = mentions.tagsOf(document);
  const found = selections.flatMap(
    (selection) =>
      (selection.isEmpty ? tagAtCursor(document, selection, standing) : inSelection(document, selection, standing)) ??
      [],
  );
  if (found.length > 0) {
    const tags = new Set(found.flatMap((one) => one.tags));
    return { document, spans: distinct(found.map(({ span }) => span)), tags: [...tags], guessed: false };
  }
  const words = selections
    .filter(({ isEmpty }) => isEmpty)
    .flatMap(({ active }) => wordAt(document, document.offsetAt(active)) ?? []);
  return { document, spans: distinct(words), tags: [], guessed: true };
}

function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()];
}

function tagAtCursor(
  document: TextDocument,
  selection: Selection,
  standing: readonly Tag[],
): { span: Span; tags: readonly Tag[] } | undefined {
  const [tag] = tagsAt(standing, document.offsetAt(selection.active), 'cursor');
  return tag && { span: tag.span, tags: [tag] };
}

function inSelection(
  document: TextDocument,
  selection: Selection,
  standing: readonly Tag[],
): { span: Span; tags: readonly Tag[] } | undefined {
  const selected = document.getText(selection);
  const { start } = toSpan(document, selection);
  const from = start + (selected.length - selected.trimStart().length);
  const span = { start: from, end: from + selected.trim().length };
  if (span.start >= span.end) return undefined;
  const exact = standing.filter((tag) => tag.span.start === span.start && tag.span.end === span.end);
  const within = standing.filter((tag) => span.start <= tag.span.start && tag.span.end <= span.end);
  return { span, tags: exact.length > 0 ? exact : within };
}

/** The word at a place, or the one that ends there. */
export function wordAt(document: TextDocument, offset: number): Span | undefined {
  const { range } = document.lineAt(document.positionAt(offset));
  const line = toSpan(document, range);
  const from = Math.max(line.start, offset - AROUND);
  const around = document.getText().slice(from, Math.min(line.end, offset + AROUND));
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(around)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }));
  return words.find(({ start, end }) => start <= offset && offset < end) ?? words.find(({ end }) => end === offset);
}

function identity({ annotation, type, span }: Tag): string {
  return annotation?.id ?? `${type}:${span.start}-${span.end}`;
}

function isPlace(value: unknown): value is PlaceArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, start, end } = value as Partial<Record<keyof PlaceArgument, unknown>>;
  return typeof uri === 'string' && Number.isInteger(start) && Number.isInteger(end);
}
