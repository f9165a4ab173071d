import { CharSet } from '../../../text/charSet.ts';
import type { Candidate, CandidateSource } from '../../candidate.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { TWO_SIDES } from '../../gazetteers/placeWords.ts';

/** How sure an abbreviation is at least by the two others that it is always named with: 长株潭. */
const GROUPED = 0.6;
/** Verbs and prepositions that an abbreviation of a place follows: 赴沪, 在京, 访华. */
const TOWARDS = new CharSet('赴来在抵离访驻返进援旅留对涉入侨抗侵反亲住往到');
/** Abbreviations that are hardly ever another word. */
const CLEAR_COUNTRY = new CharSet('中美日俄英法德印巴韩朝以伊埃澳墨越泰缅柬欧非亚');
const CLEAR_REGION = new CharSet('京津沪渝冀晋皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘港澳台藏疆穗浙苏辽蓉甬邕榕蒙');
/** Two characters that are abbreviations each and together something else. */
const NO_PAIR =
  /^(?:以非|中南|中西|中东|中亚|南非|巴西|古巴|越南|印尼|以色|新加|日本|德意|法兰|英德|非法|中立|中以|中意|中文|文中|美文|英文|日文|中土|中比|科比)$/;
const PAIR_CONTEXT =
  /^(?:关系|两国|双方|双边|建交|友好|友谊|友协|人文|经贸|合作|贸易|联合|谈判|边境|边界|边民|战争|之间|外长|领导人|人民|首脑|三国|四国|三方|多边|协定|联盟|同盟|冲突|和谈|争端|会谈|对话|高层|青年|文化|战略|两军|军事|安全|防务|代表团|商务|企业|往来|交流|交往|元首|全面|自贸|经济|科技|教育|民间|航线|班列|铁路|油气|天然气|混血|睦邻|作为|在|是|都|已|将|等|、|及)/;
const FIRM_CONTEXT =
  /^(?:关系|两国|双方|双边|建交|友好|友谊|人文|经贸|合作|贸易|谈判|边境|边界|之间|外长|领导人|人民|文化|往来|交流|高层|政治|传统|战略|全面|企业|商务|教育|经济)/;
/** What a character abbreviates: a country, a region, or either. */
const COUNTRY = 1;
const REGION = 2;
const FANG = '方'.charCodeAt(0);
const JUN = '军'.charCodeAt(0);

/** Begins a group of abbreviations, or may stand in a row of them. */
const OPENS = 4;

/** The characters that are abbreviations of places. */
class Abbreviations {
  readonly #kinds = new Uint8Array(65536);

  constructor({ countryAbbreviations, regionAbbreviations, abbreviationGroups }: EntityLexicons) {
    for (const one of countryAbbreviations) if (one.length === 1) this.#kinds[one.charCodeAt(0)]! |= COUNTRY;
    for (const one of regionAbbreviations.characters()) if (one.length === 1) this.#kinds[one.charCodeAt(0)]! |= REGION;
    for (let code = 0; code < this.#kinds.length; code++)
      if (abbreviationGroups.begins(code) || CLEAR_REGION.has(code)) this.#kinds[code]! |= OPENS;
  }

  /** Whether nothing that is looked for begins with the character. */
  isNone(code: number): boolean {
    return this.#kinds[code] === 0;
  }

  kindOf(code: number): number {
    return (this.#kinds[code] ?? 0) & (COUNTRY | REGION);
  }
}

/** Finds the characters in a sentence that stand for places: groups of them, pairs, those after 赴 and 在 and before nouns. */
export class AbbreviationSource implements CandidateSource {
  readonly #lexicons: EntityLexicons;
  readonly #abbreviations: Abbreviations;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
    this.#abbreviations = new Abbreviations(lexicons);
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const found: Candidate[] = [];
    const { text } = sentence;
    for (let at = 0; at < text.length; at++) {
      if (this.#abbreviations.isNone(text.charCodeAt(at))) continue;
      const group = this.#lexicons.abbreviationGroups.longestAt(text, at);
      const known = group ? (this.#lexicons.places.longestAt(text, at)?.end ?? 0) : 0;
      if (group && known > group.end) {
        at = known - 1;
        continue;
      }
      if (group) {
        const atLeast = group.end - at > 2 ? GROUPED : 0;
        for (; at < group.end; at++) found.push({ ...abbreviation(text, at, 0.88), atLeast });
        at--;
        continue;
      }
      const kind = this.#abbreviations.kindOf(text.charCodeAt(at));
      if (kind !== 0) this.#abbreviationAt(sentence, at, kind, found);
    }
    return found;
  }

  /** The abbreviation at `at`, by what it stands beside; `kind` tells whether of a country, a region or either. */
  #abbreviationAt(sentence: Sentence, at: number, kind: number, found: Candidate[]): void {
    const { text } = sentence;
    const add = (where: number, confidence: number) => found.push(abbreviation(text, where, confidence));
    const country = (kind & COUNTRY) !== 0;
    const region = (kind & REGION) !== 0;
    const code = text.charCodeAt(at);
    const nextCode = text.charCodeAt(at + 1);
    const next = this.#abbreviations.kindOf(nextCode);
    const index = sentence.wordAt(at);
    const own = sentence.words[index]!;
    const length = sentence.endOf(index) - sentence.starts[index]!;
    const clearCountry = CLEAR_COUNTRY.has(code);
    const clearRegion = CLEAR_REGION.has(code);
    if (length <= 3 && (next !== 0 || CLEAR_COUNTRY.has(nextCode))) {
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
        }
      }
    }
    if ((country && clearCountry) || (region && clearRegion)) {
      if (isListed(text, at, country ? CLEAR_COUNTRY : CLEAR_REGION)) add(at, 0.75);
      if (nextCode === FANG && country && length <= 2 && !/[对双多各官地]/.test(text[at - 1] ?? '')) add(at, 0.8);
      else if (nextCode === JUN && country && own.word === text.slice(at, at + 2)) add(at, 0.7);
    }
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
    if (
      previous === '出' ||
      (character === '台' && !/[赴访来]/.test(previous)) ||
      (previous === '到' && character === '港')
    )
      return;
    if (clear) add(at, 0.78);
    else if (own.word.length === 1 && own.tag === 'j' && /[赴抵离驻返]/.test(previous) && next !== '') add(at, 0.6);
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

function abbreviation(text: string, at: number, confidence: number): Candidate {
  return { type: 'place', start: at, end: at + 1, confidence, evidence: [{ kind: 'abbreviation', value: text[at]! }] };
}
