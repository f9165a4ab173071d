import type { NameLexicon } from '../../lexicons/surnames.ts';
import { countCharacters } from '../../text/characters.ts';
import {
  findBareNames,
  findLeadIn,
  findSigner,
  findStandingByline,
  findTrailingByline,
  type BylineMatch,
} from './bylines.ts';
import { findContinuations, type ContinuationMatch } from '../readers/continuations.ts';
import type { LineRole } from '../corrections.ts';
import { findCreditLine, findTrailingCredit } from './credits.ts';
import { findFurniture, type FurnitureMatch } from './furniture.ts';
import { parsePeople } from './people.ts';
import {
  hasAuthorNote,
  hasPageReference,
  isCaption,
  isEntry,
  isFinished,
  isNumbered,
  isResult,
  isSignedDate,
  isTableRow,
  isTitleShaped,
  isTurn,
  itemMark,
  noteOf,
} from './shapes.ts';
import { isBriefsColumn, isGuideTitle, isNoticeTitle, saysWhoAttended } from './titleWords.ts';
import type { Unit } from './units.ts';

/** What a unit looks like on its own, before its neighbours are asked. */
export type Shape = 'furniture' | 'marker' | 'byline' | 'credit' | 'title' | 'text';

/** All that the letters of a unit say; offsets are those of its text, which is left out so that facts kept longer than the text do not hold it. */
export interface Facts {
  readonly shape: Shape;
  readonly furniture: FurnitureMatch | undefined;
  readonly markers: readonly ContinuationMatch[];
  readonly leadIn: BylineMatch | undefined;
  /** A byline that fills the line; of shape `byline` or, for bare names, `title`. */
  readonly standing: BylineMatch | undefined;
  /** Names standing alone; `sure` false where they may be a word. */
  readonly bareNames: (BylineMatch & { readonly sure: boolean }) | undefined;
  readonly credit: BylineMatch | undefined;
  /** A writer's signature under a letter: place or post, then the name. */
  readonly signer: BylineMatch | undefined;
  /** A byline in brackets at the end of the text. */
  readonly trailing: BylineMatch | undefined;
  readonly caption: boolean;
  readonly note: { readonly inline: boolean } | undefined;
  readonly turn: boolean;
  readonly entry: boolean;
  readonly numbered: boolean;
  readonly mark: string | undefined;
  readonly reference: boolean;
  readonly signedDate: boolean;
  readonly tableRow: boolean;
  /** Whether it tells a score, a mark, a rank or a reading. */
  readonly result: boolean;
  /** Whether it closes with a note about its author. */
  readonly authorNote: boolean;
  /** Whether it would, as a head line, stand over briefs, over a notice, over a guide to the issue. */
  readonly briefs: boolean;
  readonly notice: boolean;
  readonly guide: boolean;
  /** Whether the text ends where a sentence can end. */
  readonly finished: boolean;
  /** Its characters as papers count them. */
  readonly characters: number;
}

/** A unit with all that its own letters say. */
export interface Feature extends Facts {
  readonly unit: Unit;
  readonly text: string;
}

/** What an editor said of a unit, which changes what is looked for in its letters. */
export type Said = Pick<Unit, 'role' | 'opens'>;

/** Looks at the letters of one unit; cheap enough for every line of an issue. */
export function factsOf(text: string, { role, opens }: Said, names: NameLexicon): Facts {
  const short = text.length <= 120;
  const markers = findContinuations(text);
  const free = role === undefined;
  const alone =
    free &&
    markers.length > 0 &&
    markers.every(({ start, end }) => text.slice(0, start).trim() === '' && text.slice(end).trim() === '');
  const signedDate = short && isSignedDate(text);
  const furniture =
    role === 'furniture' || (free && !opens && short && !alone && !signedDate) ? findFurniture(text) : undefined;
  const credit = role === 'credit' || (free && short && !furniture) ? findCreditLine(text, names) : undefined;
  const standing =
    role === 'byline' || (free && short && !furniture && !credit) ? findStandingByline(text, names) : undefined;
  const dated = free && DATED.test(text) && findLeadIn(text, names) !== undefined;
  const shape = role === undefined ? shapeOf(text, { furniture, alone, credit, standing, dated }) : SHAPES[role];
  const isText = shape === 'text';
  const body = markers.reduceRight(
    (rest, { start, end }) => (text.slice(end).trim() === '' ? rest.slice(0, start).trimEnd() : rest),
    text,
  );
  const inlineCredit = isText ? findTrailingCredit(body, names) : undefined;
  const leadIn = isText ? findLeadIn(afterMarkers(text, markers), names) : undefined;
  const offset = leadIn ? text.length - afterMarkers(text, markers).length : 0;
  const trailing = isText && !inlineCredit ? findTrailingByline(body, names) : undefined;
  return {
    shape,
    furniture: furniture ?? (role === 'furniture' ? { kind: 'other' } : undefined),
    markers,
    leadIn: leadIn && shifted(leadIn, offset),
    standing: standing ?? (role === 'byline' ? signature(text, names) : undefined),
    bareNames: shape === 'title' && !saysWhoAttended(text) ? findBareNames(text, names) : undefined,
    credit: credit ?? inlineCredit ?? (role === 'credit' ? signature(text, names) : undefined),
    signer: shape === 'title' ? findSigner(text, names) : undefined,
    trailing,
    caption: role === 'caption' || (free && isText && isCaption(text)),
    note: noteOf(text),
    turn: isTurn(text),
    entry: isEntry(text),
    numbered: isNumbered(text) || NUMERAL.test(text),
    mark: itemMark(text),
    reference: hasPageReference(text),
    signedDate,
    tableRow: isTableRow(text),
    result: isResult(text),
    authorNote: hasAuthorNote(text),
    briefs: short && isBriefsColumn(text),
    notice: short && isNoticeTitle(text),
    guide: isGuideTitle(text),
    finished: isFinished(body),
    characters: countCharacters(text),
  };
}

/** The shape that goes with a role that an editor gave. */
const SHAPES: Readonly<Record<LineRole, Shape>> = {
  column: 'title',
  kicker: 'title',
  headline: 'title',
  deck: 'title',
  subhead: 'title',
  byline: 'byline',
  body: 'text',
  caption: 'text',
  credit: 'credit',
  furniture: 'furniture',
};

/** A line that an editor calls a byline or credit: the names in it, whatever its form. */
function signature(text: string, names: NameLexicon): BylineMatch {
  const { people, media } = parsePeople(text, 0, text.length, names);
  return { start: 0, end: text.length, people, places: [], media, dateline: false };
}

/** How a text with a dateline begins: a medium, perhaps a place and a date, 讯 or 电, and a bracket or a blank. */
const DATED = /^[【（(]?(?:本报|本刊|本网|新华|中新|据)[^，。！？：]{0,20}?[讯电】][（( \u3000【]/u;

/** A caption short enough to look like a headline. */
const CAPTION_START = /^(?:[上下左右题附]图|图[①②③④⑤⑥⑦⑧⑨⑩一二三四1-9]?|图片|照片)(?:[为：:①②③④⑤⑥]|是[^否非])/u;
/** Whether a unit belongs to the lines above a text: headline, kicker, byline and the like. */
export function isHeadShape({ shape }: Feature): boolean {
  return shape === 'title' || shape === 'byline';
}

/** A section's number standing alone. */
const NUMERAL = /^[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]?$/u;
const AUTHOR_NOTE = /^[（(]作者.{2,60}[）)]$/u;

function shapeOf(
  text: string,
  found: { furniture: unknown; alone: boolean; credit: unknown; standing: unknown; dated: boolean },
): Shape {
  if (found.furniture) return 'furniture';
  if (found.alone) return 'marker';
  if (found.credit) return 'credit';
  if (found.standing) return 'byline';
  if (found.dated) return 'text';
  if (NUMERAL.test(text)) return 'title';
  if (CAPTION_START.test(text)) return 'text';
  return isTitleShaped(text) && !isTurn(text) && !AUTHOR_NOTE.test(text) && !noteOf(text)?.inline ? 'title' : 'text';
}

/** The text behind a marker with which it opens: （上接第一版）…. */
function afterMarkers(text: string, markers: readonly ContinuationMatch[]): string {
  const [first] = markers;
  return first && text.slice(0, first.start).trim() === '' ? text.slice(first.end).trimStart() : text;
}

function shifted(match: BylineMatch, by: number): BylineMatch {
  if (by === 0) return match;
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return {
    ...match,
    start: match.start + by,
    end: match.end + by,
    people: match.people.map(move),
    places: match.places.map(move),
    media: match.media.map(move),
  };
}
