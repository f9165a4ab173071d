import { CharSet } from '../../../text/charSet.ts';
import type { Candidate, CandidateSource } from '../../candidate.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { PlaceEnding } from '../../gazetteers/terms.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { KIND } from '../../tokens/wordKinds.ts';
import { isKindOfPlace } from '../../gazetteers/placeWords.ts';

/** No name is longer than this before its ending. */
const LONGEST_STEM = 7;
/** Characters that stand in no name of a place. */
const NEVER = new CharSet('的了是就也这那每各该某我你他她它们把被将让给跟还又都很最更吗呢吧啊着得个些么');
/** Characters that a name follows even where the segmenter joins them to another word. */
const ALWAYS_BEFORE = new CharSet('在到从拿为穿跨');
/** Of the characters that a name follows those that a name may begin with too: 和平路, 回龙村. */
const ALSO_FIRST = new CharSet('和来进建回临');
/** Characters that a name follows, where they are words of their own. */
const BEFORE = new CharSet('至于由往向沿去来赴住离距过经途位因为进回入驻达抵临跨近绕和与及以或即叫修建出游抢抓');
/** What begins words that end like places and are none: 这座山, 六县, 全村. */
const NO_STEM =
  /^(?:[这那每各几数多两半全本该某我他她你之同沿跨过出进入上下回到去来走有无没不小老旧新古大间]$|[进入走访到下][百千万]$|[一二三四五六七八九十百千万0-9０-９]+(?:条|座|个|多|道|处|段|里|$))/;
const DIRECTION = /^[东西南北中环前后上下]$/;
const NUMBER = /^[一二三四五六七八九十]$/;
/** Endings of the land's great forms that a region's name stands before: 关中平原. */
const GREAT_RELIEF = /^(?:平原|高原|盆地|草原|丘陵|三角洲|半岛|群岛)/;
/** Endings of lines of traffic that are called after their two ends: 沪昆高速. */
const LINE = /^(?:高速|铁路|高铁|客专|城际)/;
/** A title that the segmenter saw across two levels (朱河镇长|乐村): another level follows. */
const LEVEL_ACROSS = /^长[\u4e00-\u9fff]{1,3}(?:村|社区|街道)/;
/** A level of administration right before a name of the next: 我县[…镇]. */
const LEVEL_END = new CharSet('省市县区州盟旗镇乡');
/** What may follow an ending in one word with it: 路上, 村里. */
const AFTER = /^[上下里内外旁边口段沿东西南北头两附等]/;
/** What after an ending says that it ends no name: 村民, 路过, 乡亲. */
const NOT_AFTER =
  /^(?:民|长|亲|干部|办|官|医|霸|过|人|面|线|径|程|况|牌|灯|费|权|子|标|基|网|道(?!路)|局|分局|系统|部门|运输|职工|工人|公安|建设者)/;

const DIRECTED_STATION = /(?:[东西南北]|火车)站$/;

/** How surely a name begins at a place. */
const EDGE = { chain: 0.9, mark: 0.76, before: 0.74, word: 0.6, known: 0.84 } as const;
type Edge = keyof typeof EDGE;

/** Where a name begins, and what says so. */
interface Begin {
  readonly at: number;
  readonly edge: Edge;
}

/** A name that was read: from `at` over the ending at `stemEnd` to `end`. */
interface EndingReading extends Begin {
  readonly stemEnd: number;
  readonly end: number;
  readonly kind: PlaceEnding;
  /** Whether the name before the ending is itself a place. */
  readonly known: boolean;
}

/**
 * Finds places by their endings and by where their names may begin, however the segmenter cut them: after
 * another place, a mark, a preposition, a verb. Villages and roads are in no dictionary.
 */
export class PlaceEndingSource implements CandidateSource {
  readonly #lexicons: EntityLexicons;
  /** The first characters of divisions, which lines of traffic are called after. */
  readonly #lineEnds: CharSet;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
    this.#lineEnds = new CharSet(Array.from(lexicons.divisions.all(), ({ name }) => name[0]).join(''));
  }

  /** The candidates of a sentence, in the order of their ends. */
  find(sentence: Sentence): Candidate[] {
    const { text } = sentence;
    const found: Candidate[] = [];
    let ends: Set<number> | undefined;
    const starts = new Map<number, number>();
    for (const ending of this.#lexicons.placeEndings.longestIn(text)) {
      const at = ending.start;
      if (at === 0) continue;
      const start =
        this.#placeBefore(sentence, at, ending.value) ??
        this.#start(sentence, at, (ends ??= this.#divisionEnds(sentence)));
      if (!start) continue;
      const known =
        start.edge === 'known' ||
        starts.get(at) === start.at ||
        this.#lexicons.places.getAt(text, start.at, at) !== undefined;
      const confidence = this.#confidence(sentence, {
        ...start,
        stemEnd: at,
        end: ending.end,
        kind: ending.value,
        known,
      });
      if (confidence < 0.5) continue;
      const value = text.slice(at, ending.end);
      const isCertain = (known && isStrongRelief(text, at, ending.value)) || this.#isLine(sentence, start.at, at);
      found.push({
        type: 'place',
        start: start.at,
        end: ending.end,
        confidence,
        evidence: [{ kind: 'suffix', value }],
        ...(isCertain && { atLeast: 0.6 }),
      });
      if (confidence > 0.7) {
        (ends ??= this.#divisionEnds(sentence)).add(ending.end);
        starts.set(ending.end, start.at);
      }
    }
    return found;
  }

  /** A known place that a road, a built place or a plain has its name from: 长江[中路], 黄海[七路], 广州[东站], 成都[平原]. */
  #placeBefore(sentence: Sentence, stemEnd: number, ending: PlaceEnding): Begin | undefined {
    if (ending !== 'road' && ending !== 'site' && !isStrongRelief(sentence.text, stemEnd, ending)) return undefined;
    const { text } = sentence;
    const last = text[stemEnd - 1]!;
    const placeEnd = DIRECTION.test(last) || (ending === 'road' && NUMBER.test(last)) ? stemEnd - 1 : stemEnd;
    for (let at = Math.max(0, placeEnd - 5); at < placeEnd - 1; at++) {
      if (!sentence.isBoundary(at)) continue;
      const place = this.#lexicons.places.longestAt(text, at);
      if (place?.end === placeEnd && place.value.kind !== 'full' && place.value.kind !== 'country')
        return { at, edge: 'known' };
    }
    return undefined;
  }

  /** Whether what ends at `stemEnd` is a line between two places, by a character of each that are no other word. */
  #isLine(sentence: Sentence, start: number, stemEnd: number): boolean {
    const { text } = sentence;
    if (stemEnd - start !== 2 || !LINE.test(text.slice(stemEnd, stemEnd + 2)) || !sentence.isBoundary(start))
      return false;
    const ends = [text.charCodeAt(start), text.charCodeAt(start + 1)];
    const index = sentence.wordAt(start);
    const { word, tag } = sentence.words[index]!;
    if (word.length !== 1 && tag !== 'x' && tag !== 'j') return false;
    return (
      ends.every((code) => this.#lineEnds.has(code)) &&
      ends.some((code) => this.#lexicons.regionAbbreviations.has(String.fromCharCode(code)))
    );
  }

  /** Where full names of divisions end. */
  #divisionEnds(sentence: Sentence): Set<number> {
    const ends = new Set<number>();
    for (const { start, end, value } of sentence.phrasesOf(this.#lexicons.places))
      if (value.kind === 'full' && sentence.isBoundary(start)) ends.add(end);
    return ends;
  }

  /** Where the name with the ending at `stemEnd` begins, and what says so. */
  #start(sentence: Sentence, stemEnd: number, ends: ReadonlySet<number>): Begin | undefined {
    const { text } = sentence;
    let short: Begin | undefined;
    for (let at = stemEnd; at >= Math.max(0, stemEnd - LONGEST_STEM); at--) {
      const edge = at < stemEnd ? this.#edge(sentence, at, stemEnd, ends) : undefined;
      if (edge) {
        const begin = this.#afterPlace(sentence, at, stemEnd) ?? { at, edge };
        // One character alone is hardly a name: 和若铁路 goes on over the 和.
        if (stemEnd - begin.at > 1 || edge === 'chain') return begin;
        short = begin;
      }
      if (short && at > 0 && !ALSO_FIRST.has(text.charCodeAt(at - 1)))
        return this.#afterDivision(text, at, stemEnd, ends) ?? short;
      if (at === 0 || !isIdeograph(text.charCodeAt(at - 1)) || NEVER.has(text.charCodeAt(at - 1))) break;
    }
    return short;
  }

  /** A name that begins right behind a division, though a word of it looks like one that stands before names: 某区|复兴|坊. */
  #afterDivision(text: string, from: number, stemEnd: number, ends: ReadonlySet<number>): Begin | undefined {
    for (let at = from; at >= Math.max(1, stemEnd - 4); at--) {
      const code = text.charCodeAt(at);
      if (!isIdeograph(code) || NEVER.has(code) || BEFORE.has(code) || text[at] === '等') return undefined;
      if (ends.has(at)) return { at, edge: 'chain' };
    }
    return undefined;
  }

  #edge(sentence: Sentence, at: number, stemEnd: number, ends: ReadonlySet<number>): Edge | undefined {
    const { text } = sentence;
    if (at === 0) return 'mark';
    const before = text.charCodeAt(at - 1);
    if (ends.has(at) && !DIRECTION.test(text.slice(at, stemEnd))) return 'chain';
    if (!isIdeograph(before)) return /[0-9０-９A-Za-z.]/.test(text[at - 1]!) ? undefined : 'mark';
    if (NEVER.has(before)) return 'word';
    if (ALWAYS_BEFORE.has(before)) return 'before';
    if (!sentence.isBoundary(at)) return undefined;
    const index = sentence.wordAt(at - 1);
    const { word, tag } = sentence.words[index]!;
    if (BEFORE.has(before) && (word.length === 1 || /^[vpcd]/.test(tag))) return 'before';
    if (LEVEL_END.has(text.charCodeAt(at))) return undefined;
    const level = LEVEL_END.has(word.charCodeAt(word.length - 1));
    if (word.length > 1 && level && this.#lexicons.places.get(word) === undefined && tag !== 'x') return 'chain';
    if ((word.length === 1 && level && stemEnd - at > 1) || word === '办事处') return 'chain';
    if (this.#lexicons.titleEnds.get(word) !== undefined) return 'word';
    const grammar = (sentence.kinds[index]! & KIND.beforePlace) !== 0;
    return grammar && (word.length > 1 || /^[pcudr]/.test(tag)) && !DIRECTION.test(word) ? 'word' : undefined;
  }

  /** A place that the name begins with is its own where more than a direction follows: 北京 [西单大街]. */
  #afterPlace(sentence: Sentence, at: number, stemEnd: number): Begin | undefined {
    const place = this.#lexicons.places.longestAt(sentence.text, at);
    if (!place || stemEnd - place.end < 2 || place.value.kind === 'place' || !sentence.isBoundary(place.end))
      return undefined;
    return { at: place.end, edge: place.value.kind === 'county' ? 'word' : 'chain' };
  }

  #confidence(sentence: Sentence, reading: EndingReading): number {
    const { text } = sentence;
    const { at: start, stemEnd, end, edge, kind, known } = reading;
    const stem = text.slice(start, stemEnd);
    const name = text.slice(start, end);
    if (!known && !this.#standsFree(sentence, reading)) return 0;
    const { ordinary, titles, bodySuffixes } = this.#lexicons;
    if (
      ordinary.getAt(text, start, end) ||
      titles.getAt(text, start, stemEnd) !== undefined ||
      bodySuffixes.getAt(text, start, end) === 'none'
    )
      return 0;
    if (NO_STEM.test(stem) || isKindOfPlace(stem)) return 0;
    const across = edge === 'chain' && kind === 'level' && LEVEL_ACROSS.test(text.slice(end));
    if (!across && NOT_AFTER.test(text.slice(end)) && (!sentence.isBoundary(end) || name.endsWith('路'))) return 0;
    const single = end - stemEnd === 1;
    if (known && single && !sentence.isBoundary(end) && !AFTER.test(text.slice(end))) return 0;
    if (known) return DIRECTED_STATION.test(name) ? 0.9 : Math.max(EDGE[edge], 0.84);
    let confidence: number = EDGE[edge];
    if (this.#isOrdinary(sentence, start, stemEnd)) {
      const usual = kind === 'level' || (kind === 'road' && single);
      confidence -= edge === 'chain' && usual ? 0.1 : edge === 'word' || !usual ? 0.3 : 0.14;
    }
    if (stem.length === 1) confidence -= edge === 'chain' ? 0.1 : 0.25;
    if (kind === 'water' || kind === 'relief') confidence -= single ? 0.12 : 0.05;
    if (name.length === 3 && single && kind !== 'level' && kind !== 'road' && this.#lexicons.names.surnameAt(name))
      confidence -= 0.12;
    if (kind === 'site') confidence -= single ? 0.2 : 0.04;
    if (kind === 'road' && single) confidence -= 0.04;
    if (kind === 'level' && edge !== 'chain' && !/^[镇乡村]/.test(text.slice(stemEnd))) confidence -= 0.06;
    return confidence;
  }

  /** Whether the ending is no piece of an ordinary word: 道路, 农村, 村民. */
  #standsFree(sentence: Sentence, { at: start, stemEnd, end, edge, kind }: EndingReading): boolean {
    const index = sentence.wordAt(stemEnd);
    const { word } = sentence.words[index]!;
    const unknown = (sentence.kinds[index]! & KIND.unknown) !== 0;
    if (sentence.starts[index]! < stemEnd) return unknown;
    if (sentence.endOf(index) > end && !unknown && !AFTER.test(sentence.text.slice(end)))
      return edge === 'chain' && kind === 'level';
    return word.length === 1 || sentence.starts[index] !== start || unknown;
  }

  /** Whether the stem is made of ordinary words: nouns of the dictionary that name nobody and nothing. */
  #isOrdinary(sentence: Sentence, start: number, end: number): boolean {
    // A word that begins before the name is none of its words: 正定|县长|丰站.
    const first = sentence.isBoundary(start) ? sentence.wordAt(start) : sentence.wordAt(start) + 1;
    for (let index = first; index < sentence.words.length && sentence.starts[index]! < end; index++) {
      const { word } = sentence.words[index]!;
      if (sentence.endOf(index) > end) return false;
      if (word.length > 1 && (sentence.kinds[index]! & KIND.ordinary) !== 0 && !this.#lexicons.places.get(word))
        return true;
    }
    return false;
  }
}

function isStrongRelief(text: string, stemEnd: number, ending: PlaceEnding): boolean {
  return ending === 'relief' && GREAT_RELIEF.test(text.slice(stemEnd, stemEnd + 3));
}

function isIdeograph(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}
