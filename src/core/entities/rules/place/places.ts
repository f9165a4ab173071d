import { BLANKS, CharSet } from '../../../text/charSet.ts';
import type { Candidate, CandidateSource } from '../../candidate.ts';
import type { EntityLexicons, PlaceTerm } from '../../gazetteers/entityLexicons.ts';
import { contains } from '../../gazetteers/divisions.ts';
import type { Evidence } from '../../mention.ts';
import { ALL_PARTS } from '../../parts.ts';
import { isKindOfPlace } from './placeEndings.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { KIND } from '../../tokens/wordKinds.ts';

/** How sure a place is by what it is joined to: a division that has it inside, the other end of a route. */
const JOINED = 0.65;
/** … and by a form that nothing else has: a numbered road, 住 before where members of an assembly live, 籍 behind where somebody is from. */
export const BY_FORM = 0.65;
const NUMBERED_ROAD =
  /(?<![0-9０-９A-Za-z.])(?:[GSX]?[0-9０-９]{2,4}(?:国道|省道|县道)|(?:国道|省道)[GSX]?[0-9０-９]{2,4}线?)/g;
/** A line along the river or the coast: what it is called, however many have the name. */
const COAST_LINE = /(?:[东西南北](?=沿[江海]))?沿(?:江|海|黄)(?:高速铁路|城际铁路|高铁|铁路|高速公路|高速)/g;
/** Behind a list of divisions: what they are, or 等地. */
const LIST_END =
  /(?:等[0-9０-９一二三四五六七八九十多]{0,3}个?|[两二三四五六七八九十][个]?)(?:县|市|区|旗|州|盟|省|自治州|地)(?=[^\u4e00-\u9fff]|[^委政长级区域面方块]|$)/g;
const LIST_JOINS = new CharSet('、和与及');
/** A place of the lexicon with so many characters is no piece of anything else. */
const LONG = 5;
/** Between the ends of a route: 大连至沈阳, 大连—沈阳. */
const JOINS = new CharSet('至—－-～~');
/** Before the name of a road or a village. */
const OPENS_NAME = new CharSet(`，。、；：！？（）“”《》${BLANKS}在由与和同向至到从沿赴位于及过往有`);
const NOT_IN_NAME = new CharSet(`，。、；：！？（）“”《》${BLANKS}的了是在将把被与和及0123456789`);
const CLOSES_NAME = new CharSet(`，。、；：！？（）“”《》${BLANKS}与和至到上下段口等的南北东西内旁附村民`);
const NO_MARKED_STEM =
  /^(?:[这那每各几数多两半全本该某我他她你之]|[一二三四五六七八九十百千万]+(?:条|座|个|多|道|处|段|里)(?!店|庄|铺|屯|桥))/;
const STREET_LAST = new CharSet('路道街巷同桥区村镇乡');
const STREET_END =
  /(?:[东西南北中环一二三四五]路|大道|大街|[东西南北前后]街|路|街|巷|胡同|大桥|立交桥|桥|社区|小区|村|镇|乡)$/;
/** Beginnings of words that end like places: 这座山, 六县, 之乡. */
const NO_STEM =
  /^(?:[这那每各几数多两一二三四五六七八九十百千万半全本该某我他她你之与和及在到从向由起建毁包出进]|下穿|上跨|穿)/;
const DIRECTION = new CharSet('东西南北中上下前后新老大小内外');
/** Levels that end the name of another place before this one. */
const LEVEL_END = new CharSet('省市县区镇乡村旗州盟');
const INNER_LEVEL = new CharSet('省市县区队');
const NO_STEM_KIND = /^(?:v|d|r|c|p|a|m)$/;
const POINTS = new CharSet('东西南北');

/** Finds places in a sentence: gazetteers, the segmenter's tags, endings. */
export class PlaceSource implements CandidateSource {
  readonly #lexicons: EntityLexicons;
  readonly #steps: readonly ((sentence: Sentence, found: Candidate[]) => void)[];

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#lexicons = lexicons;
    this.#steps = parts.of([
      ['places.byLexicon', (sentence, found) => this.#byLexicon(sentence, found)],
      ['places.byTag', (sentence, found) => this.#byTag(sentence, found)],
      ['places.bySuffix', (sentence, found) => this.#bySuffix(sentence, found)],
      ['places.byMarks', (sentence, found) => this.#byMarks(sentence, found)],
      ['places.byLists', (sentence, found) => this.#byLists(sentence, found)],
      ['places.byForm', ({ text }, found) => byForms(text, found)],
    ]);
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const found: Candidate[] = [];
    for (const step of this.#steps) step(sentence, found);
    return found;
  }

  #byLexicon(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    const { places, ordinary } = this.#lexicons;
    /** Where known places end, but counties' short names: what begins right behind, or behind a dash, may go with them. */
    const ends = new Map<number, number>();
    for (const { start, end, value } of places.allIn(text)) {
      const above = ends.get(start);
      const isInside =
        value.kind === 'full' &&
        above !== undefined &&
        this.#contains(text.slice(above, start), text.slice(start, end));
      if (value.kind !== 'county' && (isInside || sentence.isBoundary(start)))
        ends.set(end, Math.min(start, ends.get(end) ?? start));
      const isCertain =
        this.#isJoined(sentence, start, end, ends) ||
        isOrigin(sentence, start, end) ||
        this.#isListedRegion(sentence, start, end, value);
      const isLong =
        value.kind === 'place' && end - start >= LONG && sentence.isBoundary(start) && sentence.isBoundary(end);
      if (isInside || isCertain || isLong) {
        found.push({ ...place(start, end, 0.95, { kind: 'division' }), atLeast: JOINED });
        continue;
      }
      const isOrdinary = ordinary.getAt(text, start, end) === true || isDirectionWord(text, start, end);
      const confidence = lexiconConfidence(sentence, start, end, value, isOrdinary);
      if (confidence > 0.2)
        found.push(
          place(start, end, confidence, {
            kind: value.kind === 'country' || value.kind === 'place' ? 'gazetteer' : 'division',
          }),
        );
    }
  }

  /** Counties by their short names in a list that says what they are: 正定、赵县、无极等县, 长安、桥西两区. */
  #byLists(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    if (!text.includes('、')) return;
    for (const { index } of text.matchAll(LIST_END)) {
      const items: Candidate[] = [];
      for (let end = index; end > 1;) {
        const start = this.#listedBefore(sentence, end);
        if (start === undefined) break;
        items.push({ ...place(start, end, 0.9, { kind: 'division' }), atLeast: BY_FORM });
        if (!LIST_JOINS.has(text.charCodeAt(start - 1))) break;
        end = start - 1;
      }
      if (items.length > 1) found.push(...items);
    }
  }

  /** Where the division begins, in short or in full, that ends at `end`. */
  #listedBefore({ text }: Sentence, end: number): number | undefined {
    for (let start = Math.max(0, end - 5); start < end - 1; start++) {
      const kind = this.#lexicons.places.getAt(text, start, end)?.kind;
      if (kind === 'county' || kind === 'short' || kind === 'full') return start;
    }
    return undefined;
  }

  /** Whether of two divisions in full the first has the second in it: 某省|某市, however the segmenter cut them. */
  #contains(outer: string, inner: string): boolean {
    const { divisions } = this.#lexicons;
    const codes = divisions.codes(inner);
    return divisions.codes(outer).some((above) => codes.some((code) => contains(above, code)));
  }

  /** Whether a dash or 至 joins it to another known place: the ends of a route, the sides of a meeting. */
  #isJoined(sentence: Sentence, start: number, end: number, ends: ReadonlyMap<number, number>): boolean {
    const { text } = sentence;
    if (!sentence.isBoundary(start) || !sentence.isBoundary(end) || end - start < 2) return false;
    if (this.#lexicons.ordinary.getAt(text, start, end) === true) return false;
    if (JOINS.has(text.charCodeAt(start - 1)) && ends.has(start - 1)) return true;
    if (!JOINS.has(text.charCodeAt(end))) return false;
    const next = this.#lexicons.places.longestAt(text, end + 1);
    return next !== undefined && next.value.kind !== 'county' && sentence.isBoundary(next.end);
  }

  /** Whether what may be a mere direction is a region beside another: 华北、西北. */
  #isListedRegion(sentence: Sentence, start: number, end: number, { kind }: PlaceTerm): boolean {
    const { text } = sentence;
    if (kind !== 'place' || !sentence.isBoundary(start) || !sentence.isBoundary(end)) return false;
    if (!isDirectionWord(text, start, end)) return false;
    const isRegion = (from: number, to: number) =>
      this.#lexicons.places.getAt(text, from, to)?.kind === 'place' && !isDirectionWord(text, from, to);
    return (
      (text[start - 1] === '、' && isRegion(start - 3, start - 1)) || (text[end] === '、' && isRegion(end + 1, end + 3))
    );
  }

  #byTag(sentence: Sentence, found: Candidate[]): void {
    for (let index = 0; index < sentence.words.length; index++) {
      // The tag of a place alone is one of a name or a place and none of another name.
      if ((sentence.kinds[index]! & (KIND.name | KIND.nameOrPlace)) !== KIND.nameOrPlace) continue;
      const { word, tag } = sentence.words[index]!;
      if (word.length < 2 || this.#lexicons.ordinaryWords.has(word)) continue;
      const trimmed = word.length > 3 && /(?:地区|流域)$/.test(word) ? 2 : 0;
      const likePerson =
        word.length < 4 &&
        this.#lexicons.names.surnameAt(word) !== undefined &&
        this.#lexicons.places.get(word) === undefined;
      found.push(
        place(sentence.starts[index]!, sentence.endOf(index) - trimmed, likePerson ? 0.62 : 0.72, {
          kind: 'segmenter',
          value: tag,
        }),
      );
    }
  }

  #bySuffix(sentence: Sentence, found: Candidate[]): void {
    const { text, words, starts } = sentence;
    for (let index = 0; index < words.length; index++) {
      const end = sentence.endOf(index);
      const suffix = this.#lexicons.placeSuffixes.longestBefore(text, end, index > 0 ? starts[index - 1]! : 0);
      if (!suffix) continue;
      const own = starts[index]!;
      const { word, tag } = words[index]!;
      if (suffix.start > own) {
        if (
          /^(?:x|nz|nr|nrt|nrfg)$/.test(tag) &&
          word.length >= 3 &&
          word.length <= 5 &&
          !NO_STEM.test(word) &&
          !(word.length === 3 && /[江山海河湖泉]$/.test(word) && this.#lexicons.names.surnameAt(word)) &&
          !this.#lexicons.ordinaryWords.has(word)
        )
          found.push(
            place(own, end, suffix.value === 'strong' ? 0.75 : 0.56, {
              kind: 'suffix',
              value: text.slice(suffix.start, end),
            }),
          );
        continue;
      }
      if (suffix.start < own && suffix.start !== starts[index - 1]) continue;
      const evidence: Evidence = { kind: 'suffix', value: text.slice(suffix.start, end) };
      const stem = this.#stemStart(sentence, sentence.wordAt(suffix.start));
      if (stem === undefined || suffix.start - stem > 5) continue;
      if (
        suffix.start - stem < (suffix.value === 'strong' ? 1 : 2) ||
        NO_STEM.test(text.slice(stem, end)) ||
        evidence.value === '地区'
      )
        continue;
      if (this.#lexicons.ordinaryWords.has(text.slice(stem, end))) continue;
      found.push(place(stem, end, suffix.value === 'strong' ? 0.78 : 0.66, evidence));
    }
  }

  /**
   * Roads, bridges and villages between marks and prepositions, however the segmenter cut them:
   * 、新民路, 赴建设路, （三元桥）. The end of one is the beginning of the next: 建设南路新民街段.
   */
  #byMarks(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    const ends = new Set<number>();
    for (const { end, confidence, evidence } of found)
      if (confidence > 0.8 && evidence[0]?.kind === 'division') ends.add(end);
    let street = 2;
    for (let start = 0; start < text.length; start++) {
      // The next character that such a name may end with.
      if (street < start + 2) street = start + 2;
      while (street < text.length && !STREET_LAST.has(text.charCodeAt(street))) street++;
      if (street >= text.length) return;
      if (street > start + 6) continue;
      if (
        !(start === 0 || OPENS_NAME.has(text.charCodeAt(start - 1)) || (ends.size > 0 && ends.has(start))) ||
        !this.#beginsName(text, start)
      )
        continue;
      for (let end = start + 2; end <= Math.min(text.length, start + 7); end++) {
        const last = text.charCodeAt(end - 1);
        if (NOT_IN_NAME.has(last)) break;
        const match = end - start < 3 || !STREET_LAST.has(last) ? null : STREET_END.exec(text.slice(start, end));
        if (!match || match.index < 1) continue;
        const closed = end >= text.length || CLOSES_NAME.has(text.charCodeAt(end));
        if (!closed && (start === 0 || !/(?:路|街|大道)$/.test(match[0]))) continue;
        if (!this.#isStem(sentence, start, start + match.index, end)) continue;
        found.push(place(start, end, closed ? 0.72 : 0.62, { kind: 'suffix', value: match[0] }));
        ends.add(end);
        break;
      }
    }
  }

  /** 和安路 after a mark or a preposition begins a name; after another road 和 only joins. */
  #beginsName(text: string, start: number): boolean {
    return (
      !NOT_IN_NAME.has(text.charCodeAt(start)) ||
      (text[start] === '和' && start > 0 && OPENS_NAME.has(text.charCodeAt(start - 1)))
    );
  }

  /** Whether `start` to `stemEnd` may be the name of the road or village that ends at `end`. */
  #isStem(sentence: Sentence, start: number, stemEnd: number, end: number): boolean {
    const { text } = sentence;
    if (
      NO_MARKED_STEM.test(text.slice(start, end)) ||
      isKindOfPlace(text.slice(start, stemEnd)) ||
      this.#lexicons.titles.get(text.slice(start, stemEnd)) ||
      (end - stemEnd === 1 && this.#lexicons.ordinaryWords.has(text.slice(end - 2, end)))
    )
      return false;
    if (stemEnd - start === 2 && /[路街道桥]$/.test(text.slice(0, end))) return true;
    for (let at = start + 1; at < stemEnd; at++) if (INNER_LEVEL.has(text.charCodeAt(at))) return false;
    for (let index = sentence.wordAt(start); index < sentence.words.length && sentence.endOf(index) <= end; index++) {
      const { word, tag } = sentence.words[index]!;
      if (NO_STEM_KIND.test(tag) && (word.length > 1 || tag !== 'm')) return false;
    }
    return true;
  }

  /** Where the name begins that stands before the ending at word `index`. */
  #stemStart(sentence: Sentence, index: number): number | undefined {
    const { words, starts, kinds } = sentence;
    let first = index;
    while (first > 0) {
      if (starts[index]! - starts[first - 1]! > 5) break;
      const { word } = words[first - 1]!;
      const direction = word.length === 1 && DIRECTION.has(word.charCodeAt(0));
      const term = this.#lexicons.places.get(word);
      if (
        term?.kind === 'full' ||
        term?.kind === 'country' ||
        (word.length > 1 && LEVEL_END.has(word.charCodeAt(word.length - 1)))
      )
        break;
      if ((kinds[first - 1]! & KIND.placePart) === 0 && !(direction && first < index)) {
        if (direction && first === index && first > 1 && (kinds[first - 2]! & KIND.placePart) !== 0) {
          first--;
          continue;
        }
        break;
      }
      if (this.#lexicons.ordinaryWords.has(word)) break;
      first--;
    }
    return first < index ? starts[first] : undefined;
  }
}

function byForms(text: string, found: Candidate[]): void {
  if (text.includes('道')) byForm(text, NUMBERED_ROAD, found);
  if (text.includes('沿')) byForm(text, COAST_LINE, found);
}

/** Names of a form that nothing else has: 312国道, 国道312线, 沿江高速公路. */
function byForm(text: string, form: RegExp, found: Candidate[]): void {
  for (const { 0: name, index } of text.matchAll(form))
    found.push({
      ...place(index, index + name.length, 0.9, { kind: 'suffix', value: name.at(-1)! }),
      atLeast: BY_FORM,
    });
}

/** Whether a word is that of a direction, which is a region's name as well: 西北. */
function isDirectionWord(text: string, start: number, end: number): boolean {
  return end - start === 2 && POINTS.has(text.charCodeAt(start)) && POINTS.has(text.charCodeAt(end - 1));
}

/** Whether somebody is said to be from there: 绍兴籍. */
function isOrigin(sentence: Sentence, start: number, end: number): boolean {
  return (
    sentence.text[end] === '籍' &&
    sentence.isBoundary(start) &&
    sentence.isBoundary(end) &&
    sentence.isBoundary(end + 1)
  );
}

function lexiconConfidence(sentence: Sentence, start: number, end: number, term: PlaceTerm, ordinary: boolean): number {
  if (ordinary) return 0.3;
  const startsWord = sentence.isBoundary(start);
  const endsWord = sentence.isBoundary(end);
  const aligned = startsWord && endsWord;
  switch (term.kind) {
    case 'full':
      if (!endsWord && startsWord && isWordsOnly(sentence, start, end)) return 0.4;
      return startsWord ? 0.93 : 0.5;
    case 'country':
      return aligned ? 0.93 : startsWord || endsWord ? 0.7 : 0.3;
    case 'place':
      return aligned ? 0.9 : startsWord ? 0.6 : 0.3;
    case 'short':
      return aligned ? 0.9 : startsWord ? 0.55 : 0.25;
    case 'county': {
      const tag = aligned ? sentence.tagOf(start, end) : undefined;
      return tag === 'ns' ? 0.85 : tag !== undefined ? 0.45 : 0.3;
    }
  }
}

/** Whether a division's name is but a verb or a noun and the beginning of another word: 振兴[区]域. */
function isWordsOnly(sentence: Sentence, start: number, end: number): boolean {
  const last = sentence.wordAt(end - 1);
  const isOrdinary =
    (sentence.kinds[last]! & KIND.ordinary) !== 0 && (sentence.kindsAt(start, end - 1) & KIND.ordinary) !== 0;
  return isOrdinary && sentence.starts[last] === end - 1;
}

function place(start: number, end: number, confidence: number, evidence: Evidence): Candidate {
  return { type: 'place', start, end, confidence, evidence: [evidence] };
}
