import { Uri, window, workspace, type Selection, type TextDocument } from 'vscode';
import type { EntityGroup } from '../../core/annotations/entityGroups.ts';
import { tagsAt, type Tag } from '../../core/annotations/overlay.ts';
import type { Span } from '../../core/text/span.ts';
import { isNewspaper } from '../language.ts';
import type { Mentions } from '../state/mentions.ts';
import { toSpan } from '../ranges.ts';

/** A place in a document as a command link carries it. */
export interface PlaceArgument {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** What a command is given by the view: the tags under a node of it. */
export interface TagsArgument {
  readonly document: TextDocument;
  readonly tags: readonly Tag[];
  /** The entity, where the node is one: all its tags are meant, also those that the view has yet to show. */
  readonly group?: EntityGroup;
}

/** What a command is to work on: the spans of one page, and the tags that stand there. */
export interface Targets {
  readonly document: TextDocument;
  readonly spans: readonly Span[];
  readonly tags: readonly Tag[];
}

/** Characters of a line around the cursor among which a word is looked for. */
const AROUND = 60;

/**
 * What a command means: the node of a view or the place of a link that it was called with, else the
 * selections of the editor in front. Where nothing is selected the innermost tag at the cursor is
 * meant, else the word there. Undefined where no newspaper page is in front. `ready` waits for the
 * tags of a page to be read.
 */
export async function findTargets(
  mentions: Mentions,
  args: readonly unknown[],
  ready: (document: TextDocument) => Promise<void> | undefined,
): Promise<Targets | undefined> {
  const [first, chosen] = args;
  if (isTags(first)) return fromTags(mentions, Array.isArray(chosen) ? [first, ...(chosen as unknown[])] : [first]);
  if (isPlace(first)) {
    const document = await workspace.openTextDocument(Uri.parse(first.uri));
    await ready(document);
    return fromPlace(mentions, document, first);
  }
  const editor = window.activeTextEditor;
  if (!editor || !isNewspaper(editor.document)) return undefined;
  const { document, selections } = editor;
  const { version } = document;
  await ready(document);
  // What was selected is meant, though the cursor may be elsewhere by now; in an edited text it is gone.
  return document.version === version ? fromSelections(mentions, document, selections) : undefined;
}

function fromTags(mentions: Mentions, nodes: readonly unknown[]): Targets | undefined {
  const [first] = nodes.filter(isTags);
  if (!first) return undefined;
  const { document } = first;
  const chosen = nodes.filter(isTags).filter((node) => node.document === document);
  const standing = mentions.tagsOf(document);
  const groups = mentions.groupsOf(document);
  const meant = chosen.flatMap(({ group, tags }) =>
    group
      ? groups.filter(({ type, name }) => type === group.type && name === group.name).flatMap((one) => one.tags)
      : tags,
  );
  const wanted = new Set(meant.map(identity));
  const tags = standing.filter((tag) => wanted.has(identity(tag)));
  return { document, tags, spans: tags.map(({ span }) => span) };
}

function fromPlace(mentions: Mentions, document: TextDocument, { start, end }: PlaceArgument): Targets {
  const tags = mentions.tagsOf(document).filter(({ span }) => span.start === start && span.end === end);
  return { document, tags, spans: [{ start, end }] };
}

function fromSelections(mentions: Mentions, document: TextDocument, selections: readonly Selection[]): Targets {
  const standing = mentions.tagsOf(document);
  const spans = new Map<string, Span>();
  const tags = new Set<Tag>();
  for (const selection of selections) {
    const found = selection.isEmpty
      ? atCursor(document, selection, standing)
      : inSelection(document, selection, standing);
    if (!found) continue;
    spans.set(`${found.span.start}-${found.span.end}`, found.span);
    for (const tag of found.tags) tags.add(tag);
  }
  return { document, spans: [...spans.values()], tags: [...tags] };
}

function atCursor(
  document: TextDocument,
  selection: Selection,
  standing: readonly Tag[],
): { span: Span; tags: readonly Tag[] } | undefined {
  const offset = document.offsetAt(selection.active);
  const [tag] = tagsAt(standing, offset, 'cursor');
  if (tag) return { span: tag.span, tags: [tag] };
  const span = wordAt(document, offset);
  return span && { span, tags: [] };
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

function isTags(value: unknown): value is TagsArgument {
  return typeof value === 'object' && value !== null && 'document' in value && 'tags' in value;
}

function isPlace(value: unknown): value is PlaceArgument {
  return typeof value === 'object' && value !== null && 'uri' in value && 'start' in value && 'end' in value;
}
