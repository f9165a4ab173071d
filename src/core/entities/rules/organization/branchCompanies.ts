import type { Candidate, CandidateSource } from '../../candidate.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { Sentence } from '../../tokens/sentence.ts';

/** What a company is called at its end, the shortest first that ends its name. */
const COMPANY = /^(?:(?![的了在是与和及对将把被由为向])[\u4e00-\u9fff]){0,16}?(?:有限责任公司|有限公司|分公司|公司)/;
/** What a company has under it in a place: 石城供电公司 of a provincial one, 青石供电所 of that of a county. */
const BRANCH =
  /^(?:(?![的了在是与和及对将把被由为向])[\u4e00-\u9fff]){0,8}?(?:有限责任公司|有限公司|分公司|供电公司|发电公司|供电[所局]|营业[部厅]|[火水]?电厂|煤矿)/;
/** No name of a branch is longer behind the brand. */
const LONGEST = 30;

/**
 * Companies of a large group in a place, that the group's name begins: 国网某市供电公司. Which word it is the list tells,
 * that it belongs to the name the place and the ending behind it; what a tagger has learnt is that a place begins a name.
 */
export class BranchCompanySource implements CandidateSource {
  readonly #brands: EntityLexicons['groupBrands'];
  readonly #places: EntityLexicons['places'];

  constructor({ groupBrands, places }: EntityLexicons) {
    this.#brands = groupBrands;
    this.#places = places;
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const { text } = sentence;
    if (!/公司/.test(text)) return [];
    const found: Candidate[] = [];
    for (let start = 0; start < text.length; start++) {
      const brand = this.#brands.longestAt(text, start);
      if (!brand || !sentence.isBoundary(start) || !sentence.isBoundary(brand.end)) continue;
      const first = this.#partEnd(text, brand.end, COMPANY);
      if (first === undefined) continue;
      const end = this.#partEnd(text, first, BRANCH) ?? first;
      const value = text.slice(start, end);
      found.push({
        type: 'organization',
        start,
        end,
        confidence: 0.95,
        evidence: [{ kind: 'pattern', value }],
        settled: true,
      });
      start = end - 1;
    }
    return found;
  }

  /** The end of what the pattern finds behind a place at `from`. */
  #partEnd(text: string, from: number, pattern: RegExp): number | undefined {
    const place = this.#places.longestAt(text, from);
    if (!place || place.end - from < 2) return undefined;
    const company = pattern.exec(text.slice(place.end, from + LONGEST));
    return company ? place.end + company[0].length : undefined;
  }
}
