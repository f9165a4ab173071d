import type { EntityType, Mention } from '../entities/mention.ts';
import { lowerBound } from '../text/sorted.ts';
import { contains, encloses, overlaps, type Span } from '../text/span.ts';
import type { TagAnnotation } from './records/annotation.ts';

/** Found by the engine, confirmed or made by the editor, or found and thrown out by the editor. */
export type TagStatus = 'suggestion' | 'annotation' | 'rejected';

/** One place as the editor sees it: suggestions with the decisions laid over them. */
export interface Tag {
  readonly status: TagStatus;
  readonly type: EntityType;
  readonly span: Span;
  /** The pieces on screen, one in each line that holds some of it. */
  readonly pieces: readonly Span[];
  /** The name, with a break inside it healed. */
  readonly text: string;
  /** What the engine says of this span and type, if it found it. */
  readonly mention: Mention | null;
  /** The decision, if there is one. */
  readonly annotation: TagAnnotation | null;
}

/** Types whose text holds names of its own: a place in a work's title, a body in a person's title. */
const HOLDERS: readonly EntityType[] = ['work', 'title', 'contact'];

/**
 * Lays annotations over suggestions: a rejection takes away the suggestion of its span and type, any
 * other decision the suggestions that it clashes with. Orphans are left out. Ascending by start; of
 * two that start together the longer comes first.
 */
export function overlay(text: string, mentions: readonly Mention[], annotations: readonly TagAnnotation[]): Tag[] {
  const found = foundAgain(mentions, annotations);
  const tags: Tag[] = [];
  const decided: { readonly type: EntityType; readonly span: Span }[] = [];
  const rejected = new Set<Mention>();
  for (const annotation of annotations) {
    const { type, span } = annotation;
    if (!span) continue;
    const own = found.get(annotation) ?? [];
    const mention = own.at(-1) ?? null;
    const status = annotation.decision === 'rejected' ? 'rejected' : 'annotation';
    if (status === 'rejected') for (const one of own) rejected.add(one);
    else decided.push({ type, span });
    tags.push({ status, type, span, ...pieceTogether(text, span, mention), mention, annotation });
  }
  decided.sort((a, b) => a.span.start - b.span.start);
  const reach = longest(decided.map(({ span }) => span));
  for (const mention of mentions) {
    if (rejected.has(mention) || isOverruled(mention, decided, reach)) continue;
    const { type, span, pieces, text: name } = mention;
    tags.push({ status: 'suggestion', type, span, pieces, text: name, mention, annotation: null });
  }
  return tags.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/**
 * Whether both cannot be true of the text: they overlap, unless one is a name inside a type that
 * holds names. The same span twice clashes whatever the types.
 */
export function clashes(
  a: { readonly type: EntityType; readonly span: Span },
  b: { readonly type: EntityType; readonly span: Span },
): boolean {
  return overlaps(a.span, b.span) && !holds(a, b) && !holds(b, a);
}

/**
 * The tags, rejections left out, that the character at `offset` belongs to, the innermost first; where
 * there are none and `offset` is a cursor's, those that end at it.
 */
export function tagsAt(tags: readonly Tag[], offset: number, by: 'character' | 'cursor'): Tag[] {
  const shown = tags.filter(({ status }) => status !== 'rejected');
  const over = shown.filter(({ pieces }) => pieces.some((piece) => contains(piece, offset)));
  const found =
    over.length > 0 || by === 'character'
      ? over
      : shown.filter(({ pieces }) => pieces.some(({ end }) => end === offset));
  return found.sort((a, b) => lengthOf(a) - lengthOf(b));
}

function lengthOf({ span }: Tag): number {
  return span.end - span.start;
}

function holds(
  outer: { readonly type: EntityType; readonly span: Span },
  inner: { readonly type: EntityType; readonly span: Span },
): boolean {
  const same = outer.span.start === inner.span.start && outer.span.end === inner.span.end;
  return !same && outer.type !== inner.type && HOLDERS.includes(outer.type) && encloses(outer.span, inner.span);
}

function isOverruled(
  mention: Mention,
  decided: readonly { readonly type: EntityType; readonly span: Span }[],
  reach: number,
): boolean {
  for (let index = firstFrom(decided, mention.span.start - reach); index < decided.length; index += 1) {
    const decision = decided[index]!;
    if (decision.span.start >= mention.span.end) return false;
    if (clashes(decision, mention)) return true;
  }
  return false;
}

function firstFrom(decided: readonly { readonly span: Span }[], start: number): number {
  return lowerBound(decided.length, (index) => decided[index]!.span.start < start);
}

function longest(spans: readonly Span[]): number {
  return spans.reduce((most, { start, end }) => Math.max(most, end - start), 0);
}

/** The mentions of the very span and type of each annotation: one pass over the mentions, of which there are many. */
function foundAgain(
  mentions: readonly Mention[],
  annotations: readonly TagAnnotation[],
): ReadonlyMap<TagAnnotation, readonly Mention[]> {
  const found = new Map<TagAnnotation, Mention[]>();
  const byStart = new Map<number, TagAnnotation[]>();
  for (const annotation of annotations) {
    if (!annotation.span) continue;
    const there = byStart.get(annotation.span.start);
    if (there) there.push(annotation);
    else byStart.set(annotation.span.start, [annotation]);
  }
  if (byStart.size === 0) return found;
  for (const mention of mentions) {
    for (const annotation of byStart.get(mention.span.start) ?? []) {
      if (annotation.type !== mention.type || annotation.span!.end !== mention.span.end) continue;
      const own = found.get(annotation);
      if (own) own.push(mention);
      else found.set(annotation, [mention]);
    }
  }
  return found;
}

function pieceTogether(text: string, span: Span, mention: Mention | null): Pick<Tag, 'pieces' | 'text'> {
  if (mention) return { pieces: mention.pieces, text: mention.text };
  const pieces = piecesOf(text, span);
  return { pieces, text: pieces.map(({ start, end }) => text.slice(start, end)).join('') };
}

/** What of `span` stands in each line, blanks at a line's edges left out. */
function piecesOf(text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  const line = /[^\r\n]+/g;
  const covered = text.slice(span.start, span.end);
  for (let found = line.exec(covered); found; found = line.exec(covered)) {
    const [piece] = found;
    const start = span.start + found.index + (piece.length - piece.trimStart().length);
    const end = start + piece.trim().length;
    if (start < end) pieces.push({ start, end });
  }
  return pieces.length > 0 ? pieces : [span];
}
