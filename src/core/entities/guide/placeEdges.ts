import { CharSet } from '../../text/charSet.ts';
import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { KIND } from '../tokens/wordKinds.ts';

const POINTS = new CharSet('东西南北');
/** First characters that part a place from another with the same name. */
export const OWN_FIRST = new CharSet('上下东西南北中大小新老');
/** Behind a direction that is none of the regions called so: 东北部, 西南方向, 东南气流. */
const DIRECTED =
  /^(?:部(?![分队])|[角侧缘郊麓面向端隅口边岸坡风]|方(?!言|面军)|[东西南北]部|两面|[\u4e00-\u9fff]{0,2}(?:气流|急流|季风)|相[距邻接]|毗[邻连]|[0-9０-９一二三四五六七八九十几数百千]{1,6}多?(?:公里|千米|米|里))/;
/** What a part of a place is called, behind its name: 东门, 南大街. */
const PART = /^[东西南北中前后上下][\u4e00-\u9fff]{1,2}$/;
const TOWARDS = new CharSet('向朝往偏');
/** Prepositions that the tagger takes for the beginning of what stands behind them. */
const PREPOSITION = new CharSet('将由从沿经跨自在与及被把对向继于距离');
/** The gate of a park or a building, the head of a bridge and what a village grows are none of their names. */
const GATE =
  /(?:(?<=公园|广场|景区|医院|大学|学校|小区|市场|商场|车站|机场|体育[场馆]|博物馆)(?:[东西南北正侧大后前]门|门口|出口|入口)|(?<=桥)[东西南北]桥头|(?<=[镇乡村])[\u4e00-\u9fff]{0,4}基地)$/;
/** What a part of a village is, behind its name: 某某村民小组. */
const GROUP = /(?<=..)村民(?:小组|组)$/;
/** The railways of a province, not a line: 云南铁路. */
const RAILWAYS = /铁路$/;

/**
 * Cuts off what a tagger or an ending took for a part of a place and is none: a verb or a preposition before it, a
 * gate behind it. Nothing is left of a direction that is no region, nor of what a division goes on over.
 */
export class PlaceEdges {
  readonly #places: EntityLexicons['places'];
  readonly #placeEndings: EntityLexicons['placeEndings'];
  readonly #ordinaryWords: EntityLexicons['ordinaryWords'];

  constructor({ places, placeEndings, ordinaryWords }: EntityLexicons) {
    this.#places = places;
    this.#placeEndings = placeEndings;
    this.#ordinaryWords = ordinaryWords;
  }

  /** The place without what is not its own; nothing where none is left. `others` are the candidates of the sentence. */
  trim(sentence: Sentence, candidate: Candidate, others: readonly Candidate[]): Candidate | undefined {
    const { text } = sentence;
    const { start, end } = candidate;
    const name = text.slice(start, end);
    if (end - start < 3) return isPoints(text, start, end) && isDirection(text, start, end) ? undefined : candidate;
    if (this.#places.get(name)) return candidate;
    if (this.#cutsDivision(sentence, start) || this.#cutsDivision(sentence, end)) return undefined;
    const from = this.#begin(sentence, candidate, others);
    if (from !== start) return { ...candidate, start: from };
    const tail = GATE.exec(name) ?? GROUP.exec(name) ?? RAILWAYS.exec(name);
    if (!tail || (tail[0] === '铁路' && !this.#isProvince(text, start, start + tail.index))) return candidate;
    return { ...candidate, end: start + tail.index };
  }

  /** Where the name itself begins behind a preposition that leaves another candidate, or words of which one names nothing: 感觉|平遥. */
  #begin(sentence: Sentence, { start, end, type }: Candidate, others: readonly Candidate[]): number {
    const { text, words, starts, kinds } = sentence;
    const first = sentence.wordAt(start);
    // The last character of another word before what is certain: 分包|罗山、光山等县.
    if (
      !OWN_FIRST.has(text.charCodeAt(start)) &&
      others.some(
        (other) => other.type === type && other.start === start + 1 && other.end === end && (other.atLeast ?? 0) > 0,
      )
    )
      return start + 1;
    if (starts[first] !== start || !sentence.isBoundary(end)) return start;
    let hasOrdinary = false;
    for (let index = first; sentence.endOf(index) < end; index++) {
      const at = sentence.endOf(index);
      const { word } = words[index]!;
      if (
        index === first &&
        word.length === 1 &&
        PREPOSITION.has(text.charCodeAt(start)) &&
        others.some((other) => other.type === type && other.start === at && other.end === end)
      )
        return at;
      hasOrdinary ||= word.length > 1 && (kinds[index]! & KIND.ordinary) !== 0 && !this.#places.get(word);
      if (hasOrdinary && this.#isPlace(sentence, at, end)) return at;
    }
    return start;
  }

  /** Whether what ends a name is a place by itself, and no kind of places. */
  #isPlace(sentence: Sentence, start: number, end: number): boolean {
    const name = sentence.text.slice(start, end);
    if (name.length < 2 || this.#placeEndings.get(name) !== undefined || this.#ordinaryWords.has(name)) return false;
    const isTagged = !PART.test(name) && sentence.tagOf(start, end) === 'ns';
    const kind = this.#places.get(name)?.kind;
    return kind === 'county' ? isTagged : kind !== undefined || isTagged;
  }

  /** Whether a division named in full goes on over `at`. */
  #cutsDivision(sentence: Sentence, at: number): boolean {
    return !sentence.isBoundary(at) && this.#places.get(sentence.words[sentence.wordAt(at)]!.word)?.kind === 'full';
  }

  #isProvince(text: string, start: number, end: number): boolean {
    const kind = this.#places.getAt(text, start, end)?.kind;
    return kind === 'short' || kind === 'country';
  }
}

/** Whether a word is that of a direction, which is a region's name as well: 西北. */
export function isDirectionWord(text: string, start: number, end: number): boolean {
  return end - start === 2 && isPoints(text, start, end);
}

function isPoints(text: string, start: number, end: number): boolean {
  return POINTS.has(text.charCodeAt(start)) && POINTS.has(text.charCodeAt(end - 1));
}

function isDirection(text: string, start: number, end: number): boolean {
  return DIRECTED.test(text.slice(end, end + 9)) || TOWARDS.has(text.charCodeAt(start - 1));
}
