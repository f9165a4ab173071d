import type { Candidate } from './candidate.ts';
import type { EntityLexicons, PlaceTerm } from './entityLexicons.ts';
import type { Evidence } from './mention.ts';
import type { Sentence } from './sentence.ts';

/** Before one of these characters stands no place, though its abbreviation looks so. */
const TOWARDS = new Set('赴来在抵离访驻返回进援旅留对涉入出侨抗侵亲反援');
const PAIR_CONTEXT = /^(?:关系|两国|双方|双边|建交|友好|友谊|友协|人文|经贸|合作|贸易|联合|谈判|边境|边界|边民|战争|之间|外长|领导人|人民|首脑|三国|四国|三方|多边|协定|联盟|同盟|冲突|和谈|争端|会谈|对话|高层|青年|文化|战略|两军|军事|安全|防务|代表团|商务|企业|往来|交流|交往|在|是|都|已|将|等|、|及|元首|全面|自贸|经济|科技|教育|民间|元|航线|班列|铁路|运河|油气|天然气|伊|欧|混血)/;
const REGION_CONTEXT = /^(?:两省|两地|三省|四省|五省|两市|三市|三地|高速|高铁|铁路|公路|线|城际|两岸|交界|边界|接壤|协作|一体|四地|各地|一带|深|客运|大运河)/;
const NAME_TAG = /^(?:ns|nr|nrt|nrfg|nz|x|j)$/;
const DIRECTION = /^[东西南北中上下前后新老大小内外]$/;

/** Finds places in a sentence: gazetteers, the segmenter's tags, endings, abbreviations. */
export class PlaceSource {
  readonly #lexicons: EntityLexicons;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const found: Candidate[] = [];
    this.#byLexicon(sentence, found);
    this.#byTag(sentence, found);
    this.#bySuffix(sentence, found);
    this.#byAbbreviation(sentence, found);
    return found;
  }

  #byLexicon(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    for (let start = 0; start < text.length; start++) {
      for (const { end, value } of this.#lexicons.places.allAt(text, start)) {
        const confidence = lexiconConfidence(sentence, start, end, value);
        if (confidence > 0.2) found.push(place(start, end, confidence, { kind: value.kind === 'country' || value.kind === 'place' ? 'gazetteer' : 'division' }));
      }
    }
  }

  #byTag(sentence: Sentence, found: Candidate[]): void {
    for (const [index, { word, tag }] of sentence.words.entries()) {
      if (tag !== 'ns' || word.length < 2 || this.#lexicons.ordinaryWords.has(word)) continue;
      found.push(place(sentence.starts[index]!, sentence.endOf(index), 0.72, { kind: 'segmenter', value: tag }));
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
        if (/^(?:x|nz|nr|nrt|nrfg)$/.test(tag) && word.length <= 5 && !this.#lexicons.ordinaryWords.has(word))
          found.push(place(own, end, suffix.value === 'strong' ? 0.75 : 0.56, evidence));
        continue;
      }
      if (suffix.start < own && suffix.start !== starts[index - 1]) continue;
      const stem = this.#stemStart(sentence, sentence.wordAt(suffix.start));
      if (stem === undefined || suffix.start - stem > 5) continue;
      found.push(place(stem, end, suffix.value === 'strong' ? 0.78 : 0.66, evidence));
    }
  }

  /** Where the name begins that stands before the ending at word `index`. */
  #stemStart(sentence: Sentence, index: number): number | undefined {
    const { words, starts } = sentence;
    let first = index;
    while (first > 0) {
      const { word, tag } = words[first - 1]!;
      const length = starts[index]! - starts[first - 1]!;
      if (length > 5) break;
      const term = this.#lexicons.places.get(word);
      if (term?.kind === 'full' || term?.kind === 'country') break;
      if (!NAME_TAG.test(tag) && !(DIRECTION.test(word) && first < index)) {
        if (DIRECTION.test(word) && first === index && first > 1 && NAME_TAG.test(words[first - 2]!.tag)) {
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
    const countries = this.#lexicons.countryAbbreviations;
    const regions = this.#lexicons.regionAbbreviations;
    const add = (at: number, confidence: number) => found.push(place(at, at + 1, confidence, { kind: 'abbreviation', value: text[at]! }));
    for (let at = 0; at < text.length; at++) {
      const character = text[at]!;
      const country = countries.has(character);
      const region = regions.has(character);
      if (!country && !region) continue;
      const next = text[at + 1] ?? '';
      const previous = text[at - 1] ?? '';
      const own = sentence.words[sentence.wordAt(at)]!;
      if (country && countries.has(next) && PAIR_CONTEXT.test(text.slice(at + 2, at + 5)) && own.word.length <= 3) {
        add(at, 0.86);
        add(at + 1, 0.86);
      } else if (region && regions.has(next) && REGION_CONTEXT.test(text.slice(at + 2, at + 4))) {
        add(at, 0.8);
        add(at + 1, 0.8);
      }
      if (country && next === '方' && own.word.length <= 2 && !/[对双多各官地]/.test(previous)) add(at, 0.8);
      if (TOWARDS.has(previous) && (region || country) && own.word.length <= 2) {
        const direct = own.word.length === 1 || own.word === previous + character;
        if (direct && (character === '华' || own.tag === 'j' || /^[^\p{Script=Han}]|^[的期后前时期间访考调参召举开成]/u.test(next) || next === '')) add(at, 0.72);
      }
    }
  }
}

function lexiconConfidence(sentence: Sentence, start: number, end: number, term: PlaceTerm): number {
  const startsWord = sentence.isBoundary(start);
  const endsWord = sentence.isBoundary(end);
  const aligned = startsWord && endsWord;
  const tag = sentence.tagOf(start, end);
  switch (term.kind) {
    case 'full':
      return startsWord ? 0.93 : 0.5;
    case 'country':
      return aligned ? 0.93 : startsWord || endsWord ? 0.7 : 0.3;
    case 'place':
      return aligned ? 0.9 : startsWord ? 0.6 : 0.3;
    case 'short':
      return aligned ? 0.9 : startsWord ? 0.55 : 0.25;
    case 'county':
      return tag === 'ns' ? 0.85 : aligned && tag !== undefined ? 0.45 : 0.3;
  }
}

function place(start: number, end: number, confidence: number, evidence: Evidence): Candidate {
  return { type: 'place', start, end, confidence, evidence: [evidence] };
}
