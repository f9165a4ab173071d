import type { NameLexicon } from '../../lexicons/surnames.ts';
import type { WordClasses } from '../../lexicons/wordClasses.ts';
import { countCharacters } from '../../text/characters.ts';
import { pattern } from '../../text/pattern.ts';
import { CIRCLED, NUMERALS } from '../../text/patternParts.ts';
import type { LineRole } from '../corrections.ts';
import { findContinuations, type ContinuationMatch } from './continuations.ts';
import { bylineOf, movedBy, type BylineMatch } from './byline.ts';
import { ColumnWords } from './columnWords.ts';
import { Credits } from './credits.ts';
import type { LineFeatures, Shape, UnitCorrection } from './features.ts';
import { Furniture, type FurnitureMatch } from './furniture.ts';
import { LeadIns } from './leadIns.ts';
import {
  hasAuthorNote,
  hasPageReference,
  isCaption,
  isFinished,
  isNumbered,
  isNumeral,
  isSignedDate,
  isTableRow,
  isTurn,
  itemMark,
} from './lineForms.ts';
import { bylineTools, type PeopleParser } from './people.ts';
import { Shapes } from './shapes.ts';
import { StandingBylines } from './standingBylines.ts';
import { TitleWords } from './titleWords.ts';
import { TrailingBylines } from './trailingBylines.ts';

/** Longer lines are running text. */
const SHORT = 120;

/** How a text with a dateline begins: a medium, perhaps a place and a date, 讯 or 电, and a bracket or a blank. */
const DATED = /^[【（(]?(?:本报|本刊|本网|新华|中新|据)[^，。！？：]{0,20}?[讯电】][（( \u3000【]/u;
/** A caption short enough to look like a headline. */
const CAPTION_START = pattern`^(?:[上下左右题附]图|图[${CIRCLED}${NUMERALS}]?|图片|照片)(?:[为：:${CIRCLED}]|是[^否非])`;
const AUTHOR_NOTE = /^[（(]作者.{2,60}[）)]$/u;

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

/** What takes up a whole line, and the shape that follows from it. */
interface WholeLine {
  readonly shape: Shape;
  readonly furniture: FurnitureMatch | undefined;
  readonly credit: BylineMatch | undefined;
  readonly standing: BylineMatch | undefined;
}

/** What opens and closes a text. */
type TextEdges = Pick<LineFeatures, 'leadIn' | 'trailing'> & { readonly credit: BylineMatch | undefined };

const NO_EDGES: TextEdges = { leadIn: undefined, trailing: undefined, credit: undefined };

/** Reads single lines; made once for all pages, with patterns of the words of the data files. */
export class LineReader {
  readonly columns: ColumnWords;
  readonly credits: Credits;
  readonly furniture: Furniture;
  readonly leadIns: LeadIns;
  readonly people: PeopleParser;
  readonly shapes: Shapes;
  readonly standing: StandingBylines;
  readonly titles: TitleWords;
  readonly trailing: TrailingBylines;

  constructor(names: NameLexicon, words: WordClasses) {
    const tools = bylineTools(names, words);
    this.people = tools.people;
    this.leadIns = new LeadIns(tools);
    this.standing = new StandingBylines(tools, this.leadIns);
    this.trailing = new TrailingBylines(tools, this.leadIns, this.standing);
    this.credits = new Credits(tools);
    this.furniture = new Furniture(words);
    this.shapes = new Shapes(words);
    this.titles = new TitleWords(words);
    this.columns = new ColumnWords(words, tools.people);
  }

  /** All that is read from the text of one unit; cheap enough for every line of an issue. */
  features(text: string, corrected: UnitCorrection): LineFeatures {
    const { role } = corrected;
    const short = text.length <= SHORT;
    const markers = findContinuations(text);
    const signedDate = short && isSignedDate(text);
    const whole = this.#wholeLine(text, corrected, markers, signedDate);
    const { shape } = whole;
    const body = withoutLastMarkers(text, markers);
    const edges = shape === 'text' ? this.#edges(text, body, markers) : NO_EDGES;
    const ofTitle = shape === 'title';
    return {
      shape,
      furniture: whole.furniture,
      markers,
      leadIn: edges.leadIn,
      standing: whole.standing,
      bareNames: ofTitle && !this.titles.saysWhoAttended(text) ? this.standing.bareNames(text) : undefined,
      credit: whole.credit ?? edges.credit,
      signer: ofTitle ? this.standing.signer(text) : undefined,
      trailing: edges.trailing,
      caption: role === 'caption' || (role === undefined && shape === 'text' && isCaption(text)),
      note: this.shapes.note(text),
      turn: isTurn(text),
      entry: this.shapes.isEntry(text),
      numbered: isNumbered(text) || isNumeral(text),
      mark: itemMark(text),
      reference: hasPageReference(text),
      signedDate,
      tableRow: isTableRow(text),
      result: this.shapes.isResult(text),
      authorNote: hasAuthorNote(text),
      briefs: short && this.columns.isBriefs(text),
      notice: short && this.titles.isNotice(text),
      guide: this.titles.isGuide(text),
      finished: isFinished(body),
      characters: countCharacters(text),
    };
  }

  #wholeLine(
    text: string,
    { role, opens }: UnitCorrection,
    markers: readonly ContinuationMatch[],
    signedDate: boolean,
  ): WholeLine {
    if (role !== undefined) return this.#corrected(text, role);
    const alone = isMarkerAlone(text, markers);
    const short = text.length <= SHORT;
    const furniture = short && !opens && !alone && !signedDate ? this.furniture.find(text) : undefined;
    const credit = short && !furniture ? this.credits.line(text) : undefined;
    const standing = short && !furniture && !credit ? this.standing.find(text) : undefined;
    const found = { furniture, credit, standing };
    if (furniture) return { ...found, shape: 'furniture' };
    if (alone) return { ...found, shape: 'marker' };
    if (credit) return { ...found, shape: 'credit' };
    return { ...found, shape: standing ? 'byline' : this.#titleOrText(text) };
  }

  #titleOrText(text: string): Shape {
    if (DATED.test(text) && this.leadIns.find(text)) return 'text';
    if (isNumeral(text)) return 'title';
    if (CAPTION_START.test(text) || !this.shapes.isTitle(text)) return 'text';
    return isTurn(text) || AUTHOR_NOTE.test(text) || this.shapes.note(text)?.inline ? 'text' : 'title';
  }

  /** What a line holds to which an editor gave a role. */
  #corrected(text: string, role: LineRole): WholeLine {
    const furniture = role === 'furniture' ? (this.furniture.find(text) ?? { kind: 'other' }) : undefined;
    const credit = role === 'credit' ? (this.credits.line(text) ?? this.#signature(text)) : undefined;
    const standing = role === 'byline' ? (this.standing.find(text) ?? this.#signature(text)) : undefined;
    return { shape: SHAPES[role], furniture, credit, standing };
  }

  /** A line that an editor calls a byline or credit: the names in it, whatever its form. */
  #signature(text: string): BylineMatch {
    const { people, media } = this.people.parse(text, 0, text.length);
    return bylineOf({ start: 0, end: text.length }, people, media);
  }

  #edges(text: string, body: string, markers: readonly ContinuationMatch[]): TextEdges {
    const opened = withoutFirstMarker(text, markers);
    const leadIn = this.leadIns.find(opened);
    const credit = this.credits.trailing(body);
    return {
      leadIn: leadIn && movedBy(leadIn, text.length - opened.length),
      trailing: credit ? undefined : this.trailing.find(body),
      credit,
    };
  }
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Whether a text is nothing but a marker. */
function isMarkerAlone(text: string, markers: readonly ContinuationMatch[]): boolean {
  return markers.length > 0 && markers.every(({ start, end }) => isBlank(text.slice(0, start) + text.slice(end)));
}

/** A text without the markers that stand at its end. */
function withoutLastMarkers(text: string, markers: readonly ContinuationMatch[]): string {
  return markers.reduceRight(
    (rest, { start, end }) => (isBlank(text.slice(end)) ? rest.slice(0, start).trimEnd() : rest),
    text,
  );
}

/** The text behind a marker with which it opens: （上接第一版）…. */
function withoutFirstMarker(text: string, markers: readonly ContinuationMatch[]): string {
  const [first] = markers;
  return first && isBlank(text.slice(0, first.start)) ? text.slice(first.end).trimStart() : text;
}
