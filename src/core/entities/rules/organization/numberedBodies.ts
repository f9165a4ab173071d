import { CharSet } from '../../../text/charSet.ts';
import type { Candidate, CandidateSource } from '../../candidate.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { KIND } from '../../tokens/wordKinds.ts';

const ORDINALS = new CharSet('一二三四五六七八九十');
/** Behind a number: 二中, 三小, 一高, 二院, 一幼. */
const KINDS = new CharSet('中小高院幼');
/** What makes another word of the last character: 二中全会, 一小时, 三高人群, 一中心小学. */
const OTHER_WORD: Readonly<Record<string, RegExp>> = {
  中: /^(?!等学校)[心间央国型级大环路街桥巷站全等]/,
  小: /^[时区组镇队步型康块半路街桥巷站]/,
  高: /^[中校层度速级端新架等低峰兴达于铁地考压血管人手材龄原山楼温队]/,
  院: /^[士子内外落]/,
  幼: /^[儿小教师]/,
};
/** 山大一附院, 师大附中, 医大二附院: of a university in short, affiliated. */
const AFFILIATED = /附(?:属)?[一二三四五六]?(?:医院|院|中|小|幼)/g;
const UNIVERSITY_END = /[大医师院农工科理林中](?:第?[一二三四五六])?$/;
const LEVEL = new CharSet('省市县区旗镇');

/** Schools and hospitals that go by a number or by the university they belong to: 某县二中, 市一小, 某大一附院. */
export class NumberedBodySource implements CandidateSource {
  readonly #places: EntityLexicons['places'];
  readonly #ordinary: EntityLexicons['ordinaryWords'];

  constructor({ places, ordinaryWords }: EntityLexicons) {
    this.#places = places;
    this.#ordinary = ordinaryWords;
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const found: Candidate[] = [];
    this.#byNumber(sentence, found);
    this.#byUniversity(sentence, found);
    return found;
  }

  #byNumber(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    for (let at = 1; at + 1 < text.length; at++) {
      if (!ORDINALS.has(text.charCodeAt(at))) continue;
      const last = ORDINALS.has(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
      if (!KINDS.has(text.charCodeAt(last)) || OTHER_WORD[text[last]!]!.test(text.slice(last + 1, last + 4))) continue;
      for (let start = 0; start < at; start++)
        if (sentence.isBoundary(start) && this.#placeEnd(sentence, start) === at)
          found.push(body(text, start, last + 1));
    }
  }

  /** The end of a place, with its level or without, or of a level alone, that is at `start`. */
  #placeEnd(sentence: Sentence, start: number): number | undefined {
    const { text } = sentence;
    const place = this.#places.longestAt(text, start);
    if (place && place.end - start > 1 && !this.#ordinary.has(text.slice(start, place.end))) return place.end;
    if (!LEVEL.has(text.charCodeAt(start))) return undefined;
    const before = sentence.wordAt(start - 1);
    // 我市一中 is none of this kind, 江城市一中 has a place of its own.
    const isAlone = start === 0 || !/[我全该本各每此某我两几大省市县区镇乡]/.test(text[start - 1]!);
    return isAlone && (start === 0 || (sentence.kinds[before]! & KIND.nameOrPlace) === 0) ? start + 1 : undefined;
  }

  #byUniversity(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    if (!text.includes('附')) return;
    for (const { 0: affiliated, index } of text.matchAll(AFFILIATED)) {
      const isNumberedHospital = affiliated.endsWith('院') && '一二三四五六'.includes(text[index - 1] ?? ' ');
      if (!isNumberedHospital && !UNIVERSITY_END.test(text.slice(Math.max(0, index - 3), index))) continue;
      for (let start = Math.max(0, index - 6); start <= index - 2; start++) {
        if (!sentence.isBoundary(start) || !/^[\u4e00-\u9fff]+$/.test(text.slice(start, index))) continue;
        if (holdsGrammar(sentence, start, index)) continue;
        found.push(body(text, start, index + affiliated.length));
        break;
      }
    }
  }
}

function holdsGrammar(sentence: Sentence, start: number, end: number): boolean {
  for (let index = sentence.wordAt(start); index < sentence.words.length && sentence.starts[index]! < end; index++)
    if (/^(?:v|p|c|d|u.*|r|f)$/.test(sentence.words[index]!.tag)) return true;
  return false;
}

function body(text: string, start: number, end: number): Candidate {
  const value = text.slice(start, end);
  return { type: 'organization', start, end, confidence: 0.84, evidence: [{ kind: 'pattern', value }], settled: true };
}
