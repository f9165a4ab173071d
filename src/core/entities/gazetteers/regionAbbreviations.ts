import { parseLexicon } from '../../lexicons/lexicon.ts';

/** One-character abbreviations of provinces and cities: 沪 of 上海. */
export class RegionAbbreviations {
  readonly #names = new Map<string, string[]>();
  readonly #abbreviations = new Map<string, string[]>();

  /** Reads the text of the data file abbreviations.txt. */
  constructor(text: string) {
    for (const {
      word,
      columns: [name = ''],
    } of parseLexicon(text)) {
      this.#names.set(word, [...(this.#names.get(word) ?? []), name]);
      this.#abbreviations.set(name, [...(this.#abbreviations.get(name) ?? []), word]);
    }
  }

  /** Whether a character abbreviates a province or city. */
  has(character: string): boolean {
    return this.#names.has(character);
  }

  /** All abbreviations. */
  characters(): string[] {
    return [...this.#names.keys()];
  }

  /** The places that a character stands for. */
  namesOf(character: string): readonly string[] {
    return this.#names.get(character) ?? [];
  }

  /** The abbreviations of the place with a short name. */
  of(name: string): readonly string[] {
    return this.#abbreviations.get(name) ?? [];
  }
}
