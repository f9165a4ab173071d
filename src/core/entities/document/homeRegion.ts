import type { Candidate } from '../candidate.ts';
import { highest, levelOf, nearness } from '../gazetteers/divisions.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { KIND } from '../tokens/wordKinds.ts';

/** How often an issue names a place before its one-character abbreviation is understood without a word. */
const OFTEN = 3;
/** How sure a short name is that the home region explains: by itself, and at least, whatever the sentence alone would say. */
const NEAR = 0.84;
const AT_HOME = 0.6;
/** Part of all places that a county must be before its own first character is understood. */
const COUNTY_PART = 6;
const BEFORE = /[赴来在离抵返驻回到住入往]/;
/** First characters of names that abbreviate no place: they are words too often (来安, 在中). */
const NO_ABBREVIATION =
  /[上中下大小东南西北前后左右新老长高平安定和来去开合通公民江河天地人三五六七八九十万千百文化乐会同共阳明]/;
/** After an abbreviation comes what happens there; these make other words of the character before. */
const ANOTHER_WORD = /^[一样时等年日期步行意业类伴学事志胞龄盟级位且非不列没入购联]/;

/**
 * The part of the country that an issue is from, as its places tell: a local paper writes 赴并 and
 * 在同 of the cities that its readers know, with characters that are ordinary words elsewhere.
 */
export class HomeRegion {
  readonly #lexicons: EntityLexicons;
  /** The code of the region where it is known without the places of the text: by the setting, by the masthead. */
  readonly #known: string | undefined;
  readonly #counts = new Map<string, number>();
  /** By place: the province, and the city where it lies in one, of those that are but one division; none of others. */
  readonly #regionsOf = new Map<string, readonly string[]>();
  /** How often a province (two digits) and a city (four digits) was named, by places that are but one division. */
  readonly #regions = new Map<string, number>();
  #total = 0;

  constructor(lexicons: EntityLexicons, known?: string) {
    this.#lexicons = lexicons;
    this.#known = known;
  }

  /** Counts a place that was found. */
  learn(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    let regions = this.#regionsOf.get(name);
    if (!regions) this.#regionsOf.set(name, (regions = regionsOf(this.#lexicons.divisions.codes(name))));
    if (regions.length > 0) this.#total++;
    for (const region of regions) this.#regions.set(region, (this.#regions.get(region) ?? 0) + 1);
  }

  /**
   * The counties of the region by their short names, as words of a sentence: 大荔 in a paper of
   * its city, where another paper would write 大荔县.
   */
  findCounties({ words, starts, kinds, text }: Sentence): Candidate[] {
    const found: Candidate[] = [];
    for (let index = 0; index < words.length; index++) {
      const { word, tag } = words[index]!;
      const unknown = (kinds[index]! & KIND.unknown) !== 0;
      if (!unknown && tag !== 'n' && tag !== 'j') continue;
      const start = starts[index]!;
      for (const { end, value } of this.#lexicons.places.allAt(text, start)) {
        if (value.kind !== 'county' || end > start + word.length + 1 || end === start + 1) continue;
        if (end !== start + word.length && !unknown && word.length > 1) continue;
        const name = text.slice(start, end);
        if (this.#lexicons.ordinaryWords.has(name)) continue;
        const near = this.#nearness(name);
        if (near > 0) found.push({ ...placeIn(start, end, near), ...(near >= NEAR && { atLeast: AT_HOME }) });
      }
    }
    return found;
  }

  /** How surely a short name is the county of the region: it lies in a city or a province that is named often. */
  #nearness(name: string): number {
    let best = 0;
    for (const code of this.#lexicons.divisions.codes(name)) {
      const city = this.#regions.get(code.slice(0, 4)) ?? 0;
      const province = this.#regions.get(code.slice(0, 2)) ?? 0;
      const known = this.#known === undefined ? 0 : nearness(this.#known, code);
      // Counties of all cities are short names to the readers of a paper of the province only.
      const inProvince = known === 1 && levelOf(this.#known!) === 1;
      if (known >= 2 || (city >= 2 && city * 8 >= this.#total)) best = Math.max(best, NEAR);
      else if (inProvince || (province >= OFTEN && province * 4 >= this.#total)) best = Math.max(best, 0.7);
    }
    return best;
  }

  /** The abbreviations that the issue's own region makes plain. */
  abbreviations(): ReadonlySet<string> {
    const plain = new Set<string>(this.#known === undefined ? [] : this.#abbreviationsAround(this.#known));
    for (const [name, count] of this.#counts) {
      if (count < OFTEN || count * 12 < this.#total) continue;
      for (const abbreviation of this.#lexicons.regionAbbreviations.of(name)) plain.add(abbreviation);
      const found = this.#lexicons.divisions.find(name);
      const division = highest(found) ?? found[0];
      if (!division || (levelOf(division.code) === 3 && count * COUNTY_PART < this.#total)) {
        if (division)
          for (const abbreviation of this.#abbreviationsAround(`${division.code.slice(0, 4)}00`))
            plain.add(abbreviation);
        continue;
      }
      for (const abbreviation of this.#abbreviationsAround(division.code)) plain.add(abbreviation);
    }
    return plain;
  }

  /** The abbreviations that a text about a division takes for known: its own, its city's, its province's and the capital's. */
  #abbreviationsAround(code: string): string[] {
    const { divisions, regionAbbreviations } = this.#lexicons;
    const province = code.slice(0, 2);
    const city = `${code.slice(0, 4)}00`;
    const around = [code, city, `${province}0000`, `${province}0100`];
    return [...new Set(around)].flatMap((one) => {
      const name = divisions.shortName(one) ?? '';
      const usual = regionAbbreviations.of(name);
      return usual.length > 0 || (one !== code && one !== city) ? usual : firstOf(name);
    });
  }

  /** Candidates where one of `abbreviations` stands alone after 赴, 在 and the like. */
  static find({ text, words, starts, kinds }: Sentence, abbreviations: ReadonlySet<string>): Candidate[] {
    const found: Candidate[] = [];
    if (!hasOneOf(text, abbreviations)) return found;
    for (let index = 0; index < words.length; index++) {
      const { word, tag } = words[index]!;
      const start = starts[index]!;
      // Words that the segmenter made up may go on behind it (抵许报|到); of its dictionary are 住宿 and 回合.
      const behind =
        BEFORE.test(word[0]!) &&
        ((word.length === 2 && (kinds[index]! & KIND.unknown) !== 0) || (word.length === 3 && tag === 'x'));
      const at = behind ? start + 1 : start;
      const end = at + 1;
      if ((!behind && word.length > 1) || !abbreviations.has(text[at]!) || !BEFORE.test(text[at - 1] ?? '')) continue;
      if (end >= text.length || ANOTHER_WORD.test(text.slice(end))) continue;
      found.push(abbreviated(text, at));
    }
    return found;
  }
}

/** The province, and the city where it lies in one, of the one division that is meant. */
function regionsOf(codes: readonly string[]): readonly string[] {
  if (codes.length !== 1) return [];
  const code = codes[0]!;
  return code.endsWith('0000') ? [code.slice(0, 2)] : [code.slice(0, 2), code.slice(0, 4)];
}

function hasOneOf(text: string, some: ReadonlySet<string>): boolean {
  for (const one of some) if (text.includes(one)) return true;
  return false;
}

/** A place that has no usual abbreviation is understood at home by its first character: 来许 in 许昌, as 来宛 is in 南阳. */
function firstOf(name: string): string[] {
  const first = name[0] ?? '';
  return name.length > 1 && !NO_ABBREVIATION.test(first) ? [first] : [];
}

function abbreviated(text: string, at: number): Candidate {
  return {
    type: 'place',
    start: at,
    end: at + 1,
    confidence: 0.7,
    atLeast: AT_HOME,
    evidence: [{ kind: 'abbreviation', value: text[at]! }],
  };
}

function placeIn(start: number, end: number, confidence: number): Candidate {
  return { type: 'place', start, end, confidence, evidence: [{ kind: 'division' }] };
}
