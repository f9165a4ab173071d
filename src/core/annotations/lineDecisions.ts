import type { LineCorrection, LineRole } from '../structure/corrections.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { LineAnnotation } from './records/annotation.ts';
import { snapToCodePoint } from './anchoring/codePoints.ts';
import type { Decider, Step } from './decide.ts';
import { makeQuote } from './anchoring/quote.ts';

/** What lines can be set as, in the order in which an article has them. */
export const LINE_ROLES: readonly LineRole[] = [
  'column',
  'kicker',
  'headline',
  'deck',
  'byline',
  'subhead',
  'body',
  'caption',
  'credit',
  'furniture',
];

/** Code units of a line that its annotation holds: a long paragraph is known by its beginning. */
const LONGEST = 120;

/** What lines are to be set as; `automatic` takes back what was set. */
export type LineChange =
  | { readonly kind: 'role'; readonly role: LineRole }
  | { readonly kind: 'startsArticle' }
  | { readonly kind: 'automatic' };

/** Sets lines (from 0), blank ones left out. What is set so already changes nothing. */
export function setLines(
  text: string,
  annotations: readonly LineAnnotation[],
  lines: Iterable<number>,
  change: LineChange,
  { newId, created, creator }: Decider,
): Step {
  const index = new LineIndex(text);
  const standing = annotationsByLine(index, annotations);
  return [...new Set(lines)].flatMap((line) => {
    const span = anchorOf(text, index.span(line));
    if (!span) return [];
    const [before = null, ...doubles] = (standing.get(line) ?? []).toReversed();
    const gone = doubles.map((one) => ({ id: one.id, before: one, after: null }));
    if (change.kind === 'automatic') return before ? [{ id: before.id, before, after: null }, ...gone] : [];
    const { role = null, startsArticle = false } = before ?? {};
    const set = change.kind === 'role' ? { role: change.role, startsArticle } : { role, startsArticle: true };
    if (set.role === role && set.startsArticle === startsArticle) return [];
    const id = before?.id ?? newId();
    const after: LineAnnotation = {
      id,
      decision: 'lineRole',
      ...set,
      span,
      quote: makeQuote(text, span),
      created,
      creator,
    };
    return [{ id, before, after }, ...gone];
  });
}

/** The annotations that stand in each line (from 0), the one made last at the end: it counts. */
export function annotationsByLine(
  index: LineIndex,
  annotations: readonly LineAnnotation[],
): Map<number, LineAnnotation[]> {
  const byLine = new Map<number, LineAnnotation[]>();
  const inOrder = annotations.toSorted((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
  for (const annotation of inOrder) {
    if (!annotation.span) continue;
    const line = index.lineAt(annotation.span.start);
    byLine.set(line, [...(byLine.get(line) ?? []), annotation]);
  }
  return byLine;
}

/** What the annotations say to the parse, ascending by line. Those without a place say nothing. */
export function correctionsOf(index: LineIndex, annotations: readonly LineAnnotation[]): LineCorrection[] {
  return [...annotationsByLine(index, annotations)]
    .map(([line, standing]) => ({ line, ...correctionBy(standing.at(-1)!) }))
    .sort((a, b) => a.line - b.line);
}

function correctionBy({ role, startsArticle }: LineAnnotation): Omit<LineCorrection, 'line'> {
  return { ...(role !== null && { role }), ...(startsArticle && { startsArticle }) };
}

/** What of a line its annotation stands on; null for a blank line. */
function anchorOf(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = Math.min(start + words.trimEnd().length, from + LONGEST);
  return from < to ? { start: from, end: snapToCodePoint(text, to, 'end') } : null;
}
