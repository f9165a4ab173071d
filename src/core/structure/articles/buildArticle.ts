import type { Span } from '../../text/span.ts';
import { articleKind } from './articleKind.ts';
import type { BylineMatch } from '../lines/bylines.ts';
import type { Feature } from '../lines/features.ts';
import type { HeadReading, SaidRoles } from './headRoles.ts';
import { HealedText } from '../healedText.ts';
import type { Article, Byline, Continuation, LineKind, NamedSpan, Paragraph } from '../issue.ts';
import { joinsOf, type Join } from './joins.ts';
import type { Draft, Item } from './draft.ts';

/** An article with the kind of each of its lines. */
export interface BuiltArticle {
  readonly article: Article;
  readonly kinds: readonly { readonly line: number; readonly kind: LineKind; readonly confidence: number }[];
}

/** Reads head lines as `headRoles` does, anew or from memory. */
export type ReadHeads = (lines: readonly string[], ofBriefs: boolean, said: SaidRoles) => HeadReading;

/** Longest title made of a photo's caption or of text. */
const TITLE = 24;

/** Makes an article of its units: roles of the head lines, bylines, paragraphs with breaks healed, kind, title. */
export function buildArticle(text: string, draft: Draft, readHeads: ReadHeads): BuiltArticle {
  const { items } = draft;
  const heads = items.filter(({ part }) => part === 'head');
  const { roles, margin } = readHeads(
    heads.map(({ feature }) => feature.text),
    isColumnOfBriefs(items),
    heads.map(({ feature }) => feature.unit.role),
  );
  const roleSure = 0.5 + margin / 6;
  const kindOf = new Map<Item, LineKind>();
  heads.forEach((item, i) => kindOf.set(item, roles[i]!));
  for (const item of items) if (item.part !== 'head') kindOf.set(item, lineKind(item));
  const linesOf = (kind: LineKind): number[] =>
    items.filter((item) => kindOf.get(item) === kind).flatMap(({ feature }) => feature.unit.lines);

  const joins = joinsOf(items);
  const bylines: Byline[] = [];
  const credits: Byline[] = [];
  const continuations: Continuation[] = [];
  for (const { feature, part } of items) {
    if (part === 'credit' && feature.credit) credits.push(placed(text, feature, feature.credit));
    else if (part === 'byline')
      bylines.push(
        placed(text, feature, feature.standing ?? feature.signer ?? feature.bareNames ?? wholeLine(feature)),
      );
    else {
      if (feature.leadIn) bylines.push(placed(text, feature, feature.leadIn));
      if (feature.credit) credits.push(placed(text, feature, feature.credit));
      else if (feature.trailing && part !== 'head') bylines.push(placed(text, feature, feature.trailing));
    }
    for (const marker of feature.markers) {
      const span = sourceSpan(text, feature, marker);
      continuations.push({ line: lineOf(feature, span.start), span, direction: marker.direction, page: marker.page });
    }
  }
  const first = items[0]!.feature.unit;
  const last = items.at(-1)!.feature.unit;
  const span = { start: first.start, end: last.end };
  const headline = linesOf('headline');
  const article: Article = {
    first: first.lines[0]!,
    last: last.lines.at(-1)!,
    span,
    kind: articleKind(
      draft,
      heads.map(({ feature }, i) => ({ feature, role: roles[i]! })),
    ),
    column: linesOf('column'),
    kicker: linesOf('kicker'),
    headline,
    deck: linesOf('deck'),
    subheads: linesOf('subhead'),
    caption: linesOf('caption'),
    bylines,
    credits,
    continuations,
    paragraphs: paragraphsOf(items, joins),
    joins: joins.map(({ from, to }) => [from.unit.lines.at(-1)!, to.unit.lines[0]!] as const),
    title: titleOf(
      heads.filter((_, i) => roles[i] === 'headline').map(({ feature }) => feature.text),
      items,
    ),
    characters: items.reduce((sum, { feature }) => sum + feature.characters, 0),
    confidence: Math.round(Math.min(draft.sure, heads.length > 1 ? Math.max(0.4, roleSure) : 1) * 100) / 100,
  };
  const kinds = items.flatMap((item) =>
    item.feature.unit.lines.map((line) => ({
      line,
      kind: kindOf.get(item)!,
      confidence:
        item.part === 'head' && item.feature.unit.role === undefined
          ? Math.min(1, roleSure)
          : confidenceOf(item, draft),
    })),
  );
  return { article, kinds };
}

/** Whether a single head line stands over marked briefs: ● … ● …. */
function isColumnOfBriefs(items: readonly Item[]): boolean {
  const [head, text] = items;
  return head?.part === 'head' && head.feature.briefs && text?.part === 'text' && text.feature.mark !== undefined;
}

function confidenceOf({ part, feature }: Item, draft: Draft): number {
  if (feature.unit.role !== undefined) return 1;
  return part === 'subhead' ? Math.max(0.5, Math.min(0.95, draft.sure)) : 0.95;
}

function lineKind({ part }: Item): LineKind {
  if (part === 'text') return 'body';
  if (part === 'marker') return 'continuation';
  return part === 'head' ? 'headline' : part;
}

function wholeLine(feature: Feature): BylineMatch {
  return { start: 0, end: feature.text.length, people: [], places: [], media: [], dateline: false };
}

/** Moves a match from its unit's text to the file. */
function placed(text: string, feature: Feature, match: BylineMatch): Byline {
  const span = sourceSpan(text, feature, match);
  return {
    line: lineOf(feature, span.start),
    span,
    people: match.people.map((person): NamedSpan => ({ ...sourceSpan(text, feature, person), name: person.name })),
    places: match.places.map((place) => sourceSpan(text, feature, place)),
    media: match.media.map((medium) => sourceSpan(text, feature, medium)),
  };
}

function sourceSpan(text: string, { unit }: Feature, span: Span): Span {
  if (unit.pieces.length === 1) return { start: unit.start + span.start, end: unit.start + span.end };
  const places = new HealedText(text, unit.pieces).toSource(span);
  return { start: places[0]?.start ?? unit.start, end: places.at(-1)?.end ?? unit.start };
}

function lineOf({ unit }: Feature, offset: number): number {
  const piece = unit.pieces.findLastIndex(({ start }) => start <= offset);
  return unit.lines[Math.max(0, piece)]!;
}

function paragraphsOf(items: readonly Item[], joins: readonly Join[]): Paragraph[] {
  const next = new Map(joins.map(({ from, to }) => [from, to]));
  const joined = new Set(joins.map(({ to }) => to));
  const paragraphs: Paragraph[] = [];
  for (const { feature, part } of items) {
    if ((part !== 'text' && part !== 'caption') || joined.has(feature)) continue;
    const pieces: Span[] = [];
    for (let piece: Feature | undefined = feature; piece; piece = next.get(piece)) pieces.push(...runningPieces(piece));
    if (pieces.length > 0) paragraphs.push({ pieces, kind: part === 'caption' ? 'caption' : 'body' });
  }
  return paragraphs;
}

/** The pieces of a unit's running text: a continuation marker at its end or start is no part of it. */
function runningPieces({ unit, markers, text }: Feature): Span[] {
  if (markers.length === 0) return [...unit.pieces];
  let from = 0;
  let to = text.length;
  for (const { start, end } of markers) {
    if (text.slice(0, start).trim() === '')
      from = Math.max(from, end + (text.slice(end).length - text.slice(end).trimStart().length));
    else if (text.slice(end).trim() === '') to = Math.min(to, text.slice(0, start).trimEnd().length);
  }
  const pieces: Span[] = [];
  let offset = 0;
  for (const piece of unit.pieces) {
    const start = piece.start + Math.max(0, from - offset);
    const end = Math.min(piece.end, piece.start + to - offset);
    if (start < end) pieces.push({ start, end });
    offset += piece.end - piece.start;
  }
  return pieces;
}

function titleOf(headlines: readonly string[], items: readonly Item[]): string {
  const title = headlines.join(' ').trim();
  if (title !== '') return title;
  const source = items.find(({ part }) => part === 'caption') ?? items.find(({ part }) => part === 'text') ?? items[0]!;
  const words = [...source.feature.text.slice(source.feature.leadIn?.end ?? 0).trim()];
  const whole = words.length > 0 ? words : [...source.feature.text];
  return whole.length <= TITLE ? whole.join('') : `${whole.slice(0, TITLE).join('')}…`;
}
