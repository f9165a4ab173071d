import type { Candidate, CandidateSource } from '../../candidate.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { Sentence } from '../../tokens/sentence.ts';

const PARTY = '中共';
const NUMERAL = /[一二三四五六七八九十]/;
/** A congress in full: 第十三届全国人民代表大会, 中国共产党第二十次全国代表大会. */
const CONGRESS_FULL =
  /(?:中国共产党)?(?:全国)?第[一二三四五六七八九十]{1,3}(?:次|届)(?:全国|全省|全市|全县)?(?:人民)?代表大会(?:常务委员会)?/g;

/** Bodies whose form alone says what they are, whatever the words are: congresses by their number. */
export class FixedBodySource implements CandidateSource {
  readonly #congresses: EntityLexicons['congresses'];

  constructor({ congresses }: EntityLexicons) {
    this.#congresses = congresses;
  }

  /** The candidates of a sentence, in no order. */
  find({ text }: Sentence): Candidate[] {
    const found: Candidate[] = [];
    if (!text.includes('大')) return found;
    this.#inShort(text, found);
    if (text.includes('代表大会'))
      for (const { 0: name, index } of text.matchAll(CONGRESS_FULL)) found.push(body(text, index, index + name.length));
    return found;
  }

  #inShort(text: string, found: Candidate[]): void {
    const { names, behind } = this.#congresses;
    for (const { start, end, value } of names.longestIn(text)) {
      if (behind.has(text[end] ?? '') || NUMERAL.test(text[start - 1] ?? '')) continue;
      const isNamed = text.endsWith(PARTY, start);
      if (isNamed || value === 'alone') found.push(body(text, isNamed ? start - PARTY.length : start, end));
    }
  }
}

function body(text: string, start: number, end: number): Candidate {
  const evidence = [{ kind: 'pattern', value: text.slice(start, end) }] as const;
  return { type: 'organization', start, end, confidence: 0.85, evidence };
}
