import type { NameLexicon, SurnameClass } from '../../lexicons/surnames.ts';
import { isHan } from '../../text/charSet.ts';
import type { GivenScore, TransliterationClass } from './terms.ts';

/** The classes of surnames by their numbers; 0 is no surname. */
const CLASSES: readonly (SurnameClass | undefined)[] = [undefined, 'frequent', 'common', 'rare', 'compound'];

/** The number of the class of surnames with several characters. */
export const COMPOUND = CLASSES.indexOf('compound');

/** Places of a character in a given name, as `CharacterTables.given` takes them. */
export const GIVEN_ONLY = 0;
export const GIVEN_MIDDLE = 1;
export const GIVEN_LAST = 2;

/** What a character may begin: bits of `CharacterTables.begins`. */
export const BEGINS_SURNAME = 1;
export const BEGINS_COMPOUND = 2;
export const BEGINS_JAPANESE = 4;
export const BEGINS_FOREIGN = 8;

/** Scores of given names in eight steps of a natural logarithm, from below -4 to above 3. */
const stepOf = (score: number) => Math.max(0, Math.min(7, Math.floor(score / 10) + 4));

/** The scores of characters that no list has, in tenths. */
const UNKNOWN_GIVEN = 10;
const NO_GIVEN = -200;

/** What is known of single characters in names, in tables by code unit. */
export class CharacterTables {
  readonly #begins = new Uint8Array(65536);
  /** Indices into `CLASSES`. */
  readonly #surnames = new Uint8Array(65536);
  readonly #names: NameLexicon;
  /** 1 weak, 2 strong. */
  readonly #foreign = new Uint8Array(65536);
  /** Rows of `#scores`; 0 is none. */
  readonly #rows = new Uint16Array(65536);
  readonly #scores: Int16Array;
  readonly #steps = new Uint16Array(65536);

  constructor(
    names: NameLexicon,
    given: ReadonlyMap<string, GivenScore>,
    transliteration: ReadonlyMap<string, TransliterationClass>,
    japanese: Iterable<string>,
    elements: Iterable<string>,
  ) {
    this.#names = names;
    const begins = (word: string, bit: number) => (this.#begins[word.charCodeAt(0)]! |= bit);
    for (const [surname, kind] of names.surnames()) {
      begins(surname, surname.length === 1 ? BEGINS_SURNAME : BEGINS_COMPOUND);
      if (surname.length === 1) this.#surnames[surname.charCodeAt(0)] = CLASSES.indexOf(kind);
    }
    for (const word of japanese) begins(word, BEGINS_JAPANESE);
    for (const word of elements) begins(word, BEGINS_FOREIGN);
    for (const [character, kind] of transliteration) {
      begins(character, BEGINS_FOREIGN);
      this.#foreign[character.charCodeAt(0)] = kind === 'strong' ? 2 : 1;
    }
    this.#scores = new Int16Array((given.size + 1) * 3);
    let row = 0;
    for (const [character, { only, middle, last }] of given) {
      this.#rows[character.charCodeAt(0)] = ++row;
      this.#scores.set([only, middle, last], row * 3);
      this.#steps[character.charCodeAt(0)] = stepOf(only) + 8 * stepOf(middle) + 64 * stepOf(last) + 1;
    }
  }

  /** The bits of what a name may begin with this character. */
  begins(code: number): number {
    return this.#begins[code] ?? 0;
  }

  /** The class of a surname of one character. */
  surname(code: number): SurnameClass | undefined {
    return CLASSES[this.#surnames[code] ?? 0];
  }

  /** The class of a surname of one character as a number; 0 where it is none. */
  surnameNumber(code: number): number {
    return this.#surnames[code] ?? 0;
  }

  /** The class of the surname that is the text from `start` to `end`, as a number; 0 where it is none. */
  surnameNumberAt(text: string, start: number, end: number): number {
    const code = text.charCodeAt(start);
    if (end - start === 1) return this.surnameNumber(code);
    if ((this.begins(code) & BEGINS_COMPOUND) === 0 || end > text.length) return 0;
    return CLASSES.indexOf(this.#names.surnameClass(text.slice(start, end)));
  }

  /** How a character stands at all places of a given name, roughly: one number, 0 where no list has it. */
  givenNumber(code: number): number {
    return this.#steps[code] ?? 0;
  }

  /** How a character stands at a place of a given name, in natural logarithms of odds. */
  given(code: number, place: number): number {
    if (!isHan(code)) return NO_GIVEN / 10;
    const row = this.#rows[code]!;
    return (row === 0 ? UNKNOWN_GIVEN : this.#scores[row * 3 + place]!) / 10;
  }

  /** Whether foreign names are written with the character: 0 no, 1 among others, 2 hardly anything else is. */
  foreign(code: number): number {
    return this.#foreign[code] ?? 0;
  }
}
