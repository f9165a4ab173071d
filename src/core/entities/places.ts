import { BLANKS, CharSet } from '../text/charSet.ts';
import type { Candidate, CandidateSource } from './candidate.ts';
import type { EntityLexicons, PlaceTerm } from './entityLexicons.ts';
import { contains } from './divisions.ts';
import type { Evidence } from './mention.ts';
import { isKindOfPlace } from './placeEndings.ts';
import type { Sentence } from './sentence.ts';
import { KIND } from './wordKinds.ts';

/** How sure a place is by what it is joined to: a division that has it inside, the other end of a route. */
const JOINED = 0.65;
/** … and by the two others that it is always named with: 长株潭. */
const GROUPED = 0.6;
/** Between the ends of a route: 大连至沈阳, 大连—沈阳. */
const JOINS = new CharSet('至—－-～~');
/** Verbs and prepositions that an abbreviation of a place follows: 赴沪, 在京, 访华. */
const TOWARDS = new CharSet('赴来在抵离访驻返进援旅留对涉入侨抗侵反亲住往到');
/** Abbreviations that are hardly ever another word. */
const CLEAR_COUNTRY = new CharSet('中美日俄英法德印巴韩朝以伊埃澳墨越泰缅柬欧非亚');
const CLEAR_REGION = new CharSet('京津沪渝冀晋皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘港澳台藏疆穗浙苏辽蓉甬邕榕蒙');
/** What a region's abbreviation stands before: its enterprises, its coal, its people (川企, 晋煤, 湘籍). */
const OF_REGION = new CharSet('企煤籍');
/** 中欧 and 中非 are a part of the world and a country too; before these words they are two sides. */
export const TWO_SIDES = /^(?:班列|关系|合作|贸易|经贸|投资|双方|友好|论坛|建交|领导人)/;
/** Two characters that are abbreviations each and together something else. */
const NO_PAIR =
  /^(?:中南|中西|中东|中亚|南非|巴西|古巴|越南|印尼|以色|新加|日本|德意|法兰|英德|非法|中立|中以|中意|中文|文中|美文|英文|日文|中土|中比|科比)$/;
const PAIR_CONTEXT =
  /^(?:关系|两国|双方|双边|建交|友好|友谊|友协|人文|经贸|合作|贸易|联合|谈判|边境|边界|边民|战争|之间|外长|领导人|人民|首脑|三国|四国|三方|多边|协定|联盟|同盟|冲突|和谈|争端|会谈|对话|高层|青年|文化|战略|两军|军事|安全|防务|代表团|商务|企业|往来|交流|交往|元首|全面|自贸|经济|科技|教育|民间|航线|班列|铁路|油气|天然气|混血|睦邻|作为|在|是|都|已|将|等|、|及)/;
const FIRM_CONTEXT =
  /^(?:关系|两国|双方|双边|建交|友好|友谊|人文|经贸|合作|贸易|谈判|边境|边界|之间|外长|领导人|人民|文化|往来|交流|高层|政治|传统|战略|全面|企业|商务|教育|经济)/;
const REGION_CONTEXT =
  /^(?:两省|两地|三省|四省|五省|两市|三市|三地|高速|高铁|铁路|公路|线|城际|两岸|交界|边界|接壤|协作|一体|四地|各地|一带|客运|大运河|同胞|台|地区|平原|流域|关系|市场|联赛|大部|等地|、|，|。|冀|杭|沿线)/;
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

/** What a character abbreviates: a country, a region, or either. */
const COUNTRY = 1;
const REGION = 2;
const FANG = '方'.charCodeAt(0);
const JUN = '军'.charCodeAt(0);

/** The characters that are abbreviations of places. */
class Abbreviations {
  readonly #countries: CharSet;
  readonly #regions: CharSet;

  constructor({ countryAbbreviations, regionAbbreviations }: EntityLexicons) {
    this.#countries = new CharSet([...countryAbbreviations].filter((one) => one.length === 1).join(''));
    this.#regions = new CharSet(regionAbbreviations.characters().filter((one) => one.length === 1).join(''));
  }

  kindOf(code: number): number {
    return (this.#countries.has(code) ? COUNTRY : 0) | (this.#regions.has(code) ? REGION : 0);
  }
}

/** Finds places in a sentence: gazetteers, the segmenter's tags, endings, abbreviations. */
export class PlaceSource implements CandidateSource {
  readonly #lexicons: EntityLexicons;
  readonly #abbreviations: Abbreviations;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
    this.#abbreviations = new Abbreviations(lexicons);
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const found: Candidate[] = [];
    this.#byLexicon(sentence, found);
    this.#byTag(sentence, found);
    this.#bySuffix(sentence, found);
    this.#byMarks(sentence, found);
    this.#byAbbreviation(sentence, found);
    return found;
  }

  #byLexicon(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    const { places, ordinary } = this.#lexicons;
    /** Where known places end, but counties' short names: what begins right behind, or behind a dash, may go with them. */
    const ends = new Map<number, number>();
    for (let start = 0; start < text.length; start++) {
      for (const { end, value } of places.allAt(text, start)) {
        const above = ends.get(start);
        const isInside = value.kind === 'full' && above !== undefined && this.#contains(text.slice(above, start), text.slice(start, end));
        if (value.kind !== 'county' && (isInside || sentence.isBoundary(start))) ends.set(end, Math.min(start, ends.get(end) ?? start));
        const joined = this.#isJoined(sentence, start, end, ends);
        if (isInside || joined) {
          found.push({ ...place(start, end, 0.95, { kind: 'division' }), atLeast: JOINED });
          continue;
        }
        const confidence = lexiconConfidence(sentence, start, end, value, ordinary.getAt(text, start, end) === true);
        if (confidence > 0.2)
          found.push(
            place(start, end, confidence, {
              kind: value.kind === 'country' || value.kind === 'place' ? 'gazetteer' : 'division',
            }),
          );
      }
    }
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

  #byTag(sentence: Sentence, found: Candidate[]): void {
    for (let index = 0; index < sentence.words.length; index++) {
      const { word, tag } = sentence.words[index]!;
      if (tag !== 'ns' || word.length < 2 || this.#lexicons.ordinaryWords.has(word)) continue;
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
      const evidence: Evidence = { kind: 'suffix', value: text.slice(suffix.start, end) };
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
          found.push(place(own, end, suffix.value === 'strong' ? 0.75 : 0.56, evidence));
        continue;
      }
      if (suffix.start < own && suffix.start !== starts[index - 1]) continue;
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
    for (let start = 0; start < text.length; start++) {
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
    for (
      let index = sentence.wordAt(start);
      index < sentence.words.length && sentence.endOf(index) <= end;
      index++
    ) {
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

  #byAbbreviation(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    for (let at = 0; at < text.length; at++) {
      const group = this.#lexicons.abbreviationGroups.longestAt(text, at);
      if (group) {
        const atLeast = group.end - at > 2 ? GROUPED : 0;
        for (; at < group.end; at++) found.push({ ...place(at, at + 1, 0.88, { kind: 'abbreviation', value: text[at]! }), atLeast });
        at--;
        continue;
      }
      const kind = this.#abbreviations.kindOf(text.charCodeAt(at));
      if (kind !== 0) this.#abbreviationAt(sentence, at, kind, found);
    }
  }

  /** The abbreviation at `at`, by what it stands beside; `kind` tells whether of a country, a region or either. */
  #abbreviationAt(sentence: Sentence, at: number, kind: number, found: Candidate[]): void {
    const { text } = sentence;
    const add = (where: number, confidence: number) =>
      found.push(place(where, where + 1, confidence, { kind: 'abbreviation', value: text[where]! }));
    const country = (kind & COUNTRY) !== 0;
    const region = (kind & REGION) !== 0;
    const code = text.charCodeAt(at);
    const nextCode = text.charCodeAt(at + 1);
    const next = this.#abbreviations.kindOf(nextCode);
    const own = sentence.words[sentence.wordAt(at)]!;
    const clearCountry = CLEAR_COUNTRY.has(code);
    const clearRegion = CLEAR_REGION.has(code);
    if (own.word.length <= 3 && (next !== 0 || CLEAR_COUNTRY.has(nextCode) || CLEAR_REGION.has(nextCode))) {
      const pair = text.slice(at, at + 2);
      if (!NO_PAIR.test(pair) && (this.#lexicons.places.get(own.word) === undefined || own.word === pair)) {
        const after = text.slice(at + 2, at + 5);
        const clear = clearCountry && CLEAR_COUNTRY.has(nextCode);
        if (
          (country &&
            (next & COUNTRY) !== 0 &&
            PAIR_CONTEXT.test(after) &&
            (!this.#lexicons.places.get(pair) || TWO_SIDES.test(text.slice(at + 2, at + 5))) &&
            (clear || ((pair[0] === '中' || pair[1] === '中') && FIRM_CONTEXT.test(after)))) ||
          (clear && own.word === pair && !this.#lexicons.places.get(pair) && /^(?:ns|nz|nr|n|j|x)$/.test(own.tag))
        ) {
          add(at, 0.86);
          add(at + 1, 0.86);
        } else if (clearRegion && CLEAR_REGION.has(nextCode) && (REGION_CONTEXT.test(after) || own.word === pair)) {
          add(at, 0.8);
          add(at + 1, 0.8);
        }
      }
    }
    if ((country && clearCountry) || (region && clearRegion)) {
      if (isListed(text, at, country ? CLEAR_COUNTRY : CLEAR_REGION)) add(at, 0.75);
      if (nextCode === FANG && country && own.word.length <= 2 && !/[对双多各官地]/.test(text[at - 1] ?? '')) add(at, 0.8);
      else if (nextCode === JUN && country && own.word === text.slice(at, at + 2)) add(at, 0.7);
    }
    if (region && clearRegion && OF_REGION.has(nextCode) && (own.word.length === 1 || own.word === text.slice(at, at + 2))) add(at, 0.8);
    if (at > 0 && TOWARDS.has(text.charCodeAt(at - 1))) this.#afterTowards(sentence, at, add);
  }

  /** 赴沪, 在京, 访华: an abbreviation after a verb of motion or a preposition. */
  #afterTowards(sentence: Sentence, at: number, add: (at: number, confidence: number) => void): void {
    const { text } = sentence;
    const character = text[at]!;
    const previous = text[at - 1]!;
    if (character === '中') return;
    const own = sentence.words[sentence.wordAt(at)]!;
    const next = text[at + 1] ?? '';
    if (own.word.length > 1 && own.word !== previous + character) return;
    const clear =
      character === '华' ||
      CLEAR_REGION.has(text.charCodeAt(at)) ||
      (CLEAR_COUNTRY.has(text.charCodeAt(at)) && /[访驻抗侵援反对赴旅留]/.test(previous));
    if (previous === '出' || (character === '台' && !/[赴访来]/.test(previous)) || (previous === '到' && character === '港')) return;
    if (clear) add(at, 0.78);
    else if (own.word.length === 1 && own.tag === 'j' && /[赴抵离驻返]/.test(previous) && next !== '')
      add(at, 0.6);
  }
}

/** Whether the abbreviation at `at` stands in a list of such: 中、美、英. */
function isListed(text: string, at: number, set: CharSet): boolean {
  const before =
    text[at - 1] === '、' &&
    set.has(text.charCodeAt(at - 2)) &&
    (TOWARDS.has(text.charCodeAt(at - 3)) || !/[\u4e00-\u9fff]/.test(text[at - 3] ?? ''));
  const after =
    text[at + 1] === '、' && set.has(text.charCodeAt(at + 2)) && /[、，。和等两三四五六]/.test(text[at + 3] ?? '');
  return before || after;
}

function lexiconConfidence(
  sentence: Sentence,
  start: number,
  end: number,
  term: PlaceTerm,
  ordinary: boolean,
): number {
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
  const isOrdinary = (sentence.kinds[last]! & KIND.ordinary) !== 0 && (sentence.kindsAt(start, end - 1) & KIND.ordinary) !== 0;
  return isOrdinary && sentence.starts[last] === end - 1;
}

function place(start: number, end: number, confidence: number, evidence: Evidence): Candidate {
  return { type: 'place', start, end, confidence, evidence: [evidence] };
}
