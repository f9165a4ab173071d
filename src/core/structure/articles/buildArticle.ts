import { HealedText } from '../healedText.ts';
import type { Article, Byline, Continuation, LineKind, NamedSpan, Paragraph } from '../issue.ts';
import { bylineOf, type BylineMatch } from '../lines/byline.ts';
import type { ColumnWords } from '../lines/columnWords.ts';
import type { FeaturedUnit } from '../lines/features.ts';
import type { Span } from '../../text/span.ts';
import type { ArticleDraft, Item } from './articleDraft.ts';
import { articleKind } from './articleKind.ts';
import type { HeadLines, HeadRoles } from './headRoles.ts';
import { joinsOf, type Join } from './joins.ts';

/** An article with the kind of each of its lines. */
export interface BuiltArticle {
  readonly article: Article;
  readonly kinds: readonly { readonly line: number; readonly kind: LineKind; readonly confidence: number }[];
}

/** What an article is built with. */
export interface ArticleTools {
  /** The text of the issue. */
  readonly text: string;
  /** Tells head lines apart, anew or from memory. */
  readonly headRoles: (heads: HeadLines) => HeadRoles;
  readonly columns: ColumnWords;
}

/** Longest title made of a photo's caption or of text. */
const TITLE = 24;

/** Makes an article of its units: roles of the head lines, bylines, paragraphs with breaks healed, kind, title. */
export function buildArticle(draft: ArticleDraft, { text, headRoles, columns }: ArticleTools): BuiltArticle {
  const { items } = draft;
  const headItems = items.filter(({ part }) => part === 'head');
  const { roles, margin } = headRoles({
    texts: headItems.map(({ unit }) => unit.text),
    corrected: headItems.map(({ unit }) => unit.role),
    ofBriefs: isColumnOfBriefs(items),
  });
  const heads = headItems.map(({ unit }, i) => ({ unit, role: roles[i]! }));
  const kinds = lineKinds(items, roles);
  const linesOf = (kind: LineKind): number[] =>
    items.filter((_, i) => kinds[i] === kind).flatMap(({ unit }) => unit.lines);
  const roleSure = 0.5 + margin / 6;
  const headSure = heads.length > 1 ? Math.max(0.4, roleSure) : 1;
  const joins = joinsOf(items);
  const first = items[0]!.unit;
  const last = items.at(-1)!.unit;
  const article: Article = {
    first: first.lines[0]!,
    last: last.lines.at(-1)!,
    span: { start: first.start, end: last.end },
    kind: articleKind(draft, heads, columns),
    column: linesOf('column'),
    kicker: linesOf('kicker'),
    headline: linesOf('headline'),
    deck: linesOf('deck'),
    subheads: linesOf('subhead'),
    caption: linesOf('caption'),
    ...signaturesOf(text, items),
    continuations: items.flatMap(({ unit }) => continuationsOf(text, unit)),
    paragraphs: paragraphsOf(items, joins),
    joins: joins.map(({ from, to }) => [from.lines.at(-1)!, to.lines[0]!] as const),
    title: titleOf(
      heads.filter(({ role }) => role === 'headline').map(({ unit }) => unit.text),
      items,
    ),
    characters: items.reduce((sum, { unit }) => sum + unit.characters, 0),
    confidence: Math.round(Math.min(draft.sure, headSure) * 100) / 100,
  };
  return {
    article,
    kinds: items.flatMap((item, i) => {
      const confidence = confidenceOf(item, draft, roleSure);
      return item.unit.lines.map((line) => ({ line, kind: kinds[i]!, confidence }));
    }),
  };
}

/** Whether a single head line stands over marked briefs: ● … ● …. */
function isColumnOfBriefs(items: readonly Item[]): boolean {
  const [head, text] = items;
  return head?.part === 'head' && head.unit.briefs && text?.part === 'text' && text.unit.mark !== undefined;
}

/** By item the kind of its lines; `roles` are those of the head lines in order. */
function lineKinds(items: readonly Item[], roles: readonly LineKind[]): LineKind[] {
  let head = 0;
  return items.map(({ part }) => {
    if (part === 'head') return roles[head++]!;
    if (part === 'text') return 'body';
    return part === 'marker' ? 'continuation' : part;
  });
}

function confidenceOf({ part, unit }: Item, draft: ArticleDraft, roleSure: number): number {
  if (unit.role !== undefined) return 1;
  if (part === 'head') return Math.min(1, roleSure);
  return part === 'subhead' ? Math.max(0.5, Math.min(0.95, draft.sure)) : 0.95;
}

/** The bylines and credits of an article in order: lines of their own, lead-ins, what stands at the end of texts. */
function signaturesOf(text: string, items: readonly Item[]): Pick<Article, 'bylines' | 'credits'> {
  const bylines: Byline[] = [];
  const credits: Byline[] = [];
  for (const { unit, part } of items) {
    if (part === 'byline') {
      bylines.push(placed(text, unit, unit.standing ?? unit.signer ?? unit.bareNames ?? wholeLine(unit)));
      continue;
    }
    if (unit.leadIn) bylines.push(placed(text, unit, unit.leadIn));
    if (unit.credit) credits.push(placed(text, unit, unit.credit));
    else if (unit.trailing && part !== 'head') bylines.push(placed(text, unit, unit.trailing));
  }
  return { bylines, credits };
}

function wholeLine({ text }: FeaturedUnit): BylineMatch {
  return bylineOf({ start: 0, end: text.length }, []);
}

/** Moves a match from its unit's text to the file. */
function placed(text: string, unit: FeaturedUnit, match: BylineMatch): Byline {
  const span = sourceSpan(text, unit, match);
  return {
    line: lineOf(unit, span.start),
    span,
    people: match.people.map((person): NamedSpan => ({ ...sourceSpan(text, unit, person), name: person.name })),
    places: match.places.map((place) => sourceSpan(text, unit, place)),
    media: match.media.map((medium) => sourceSpan(text, unit, medium)),
  };
}

function continuationsOf(text: string, unit: FeaturedUnit): Continuation[] {
  return unit.markers.map((marker) => {
    const span = sourceSpan(text, unit, marker);
    return { line: lineOf(unit, span.start), span, direction: marker.direction, page: marker.page };
  });
}

function sourceSpan(text: string, unit: FeaturedUnit, span: Span): Span {
  if (unit.pieces.length === 1) return { start: unit.start + span.start, end: unit.start + span.end };
  const places = new HealedText(text, unit.pieces).toSource(span);
  return { start: places[0]?.start ?? unit.start, end: places.at(-1)?.end ?? unit.start };
}

function lineOf({ pieces, lines }: FeaturedUnit, offset: number): number {
  const piece = pieces.findLastIndex(({ start }) => start <= offset);
  return lines[Math.max(0, piece)]!;
}

function paragraphsOf(items: readonly Item[], joins: readonly Join[]): Paragraph[] {
  const next = new Map(joins.map(({ from, to }) => [from, to]));
  const joined = new Set(joins.map(({ to }) => to));
  const paragraphs: Paragraph[] = [];
  for (const { unit, part } of items) {
    if ((part !== 'text' && part !== 'caption') || joined.has(unit)) continue;
    const pieces: Span[] = [];
    for (let one: FeaturedUnit | undefined = unit; one; one = next.get(one)) pieces.push(...runningPieces(one));
    if (pieces.length > 0) paragraphs.push({ pieces, kind: part === 'caption' ? 'caption' : 'body' });
  }
  return paragraphs;
}

/** The pieces of a unit's running text: a continuation marker at its end or start is no part of it. */
function runningPieces({ pieces: all, markers, text }: FeaturedUnit): Span[] {
  if (markers.length === 0) return [...all];
  let from = 0;
  let to = text.length;
  for (const { start, end } of markers) {
    if (text.slice(0, start).trim() === '')
      from = Math.max(from, end + (text.slice(end).length - text.slice(end).trimStart().length));
    else if (text.slice(end).trim() === '') to = Math.min(to, text.slice(0, start).trimEnd().length);
  }
  const pieces: Span[] = [];
  let offset = 0;
  for (const piece of all) {
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
  const words = [...source.unit.text.slice(source.unit.leadIn?.end ?? 0).trim()];
  const whole = words.length > 0 ? words : [...source.unit.text];
  return whole.length <= TITLE ? whole.join('') : `${whole.slice(0, TITLE).join('')}…`;
}
