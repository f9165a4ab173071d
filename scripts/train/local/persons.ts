import type { EntityLexicons } from '../../../src/core/entities/gazetteers/entityLexicons.ts';
import type { SurnameClass } from '../../../src/core/lexicons/surnames.ts';
import type { Random } from '../random.ts';

/** How often a surname of each class is drawn: the hundred most frequent are borne by about 85 of 100 people. */
const SHARES = { frequent: 0.72, common: 0.14, rare: 0.09, compound: 0.05 } as const;
/** Given names are drawn from the characters that stand more often in names than in running text. */
const NAMELIKE = 5;
const GIVEN_SHARE = 0.7;

/** Makes names of persons who do not exist, from surnames and the characters of given names and transliteration. */
export class PersonNames {
  readonly #surnames: Readonly<Record<keyof typeof SHARES, readonly string[]>>;
  readonly #only: readonly string[];
  readonly #middle: readonly string[];
  readonly #last: readonly string[];
  readonly #given: readonly string[];
  readonly #foreign: readonly string[];
  readonly #elements: readonly string[];

  /** `given`: given names of real texts, where there are some: of them more names are made than of characters. */
  constructor(lexicons: EntityLexicons, elements: readonly string[], given: readonly string[]) {
    this.#given = given;
    const surnames = [...lexicons.names.surnames()];
    const ofClass = (kind: SurnameClass) => surnames.filter(([, known]) => known === kind).map(([surname]) => surname);
    this.#surnames = {
      frequent: ofClass('frequent'),
      common: ofClass('common'),
      rare: ofClass('rare'),
      compound: ofClass('compound'),
    };
    const scored = [...lexicons.givenScores];
    const liked = (score: (one: { only: number; middle: number; last: number }) => number) =>
      scored.filter(([, scores]) => score(scores) > NAMELIKE).map(([character]) => character);
    this.#only = liked(({ only }) => only);
    this.#middle = liked(({ middle }) => middle);
    this.#last = liked(({ last }) => last);
    this.#foreign = [...lexicons.transliteration].map(([character]) => character);
    this.#elements = elements;
  }

  surname(random: Random): string {
    let at = random.next();
    for (const [kind, share] of Object.entries(SHARES)) {
      const list = this.#surnames[kind as keyof typeof SHARES];
      if (at < share && list.length > 0) return random.oneOf(list);
      at -= share;
    }
    return random.oneOf(this.#surnames.frequent);
  }

  chinese(random: Random): string {
    const surname = this.surname(random);
    if (this.#given.length > 0 && random.happens(GIVEN_SHARE)) return surname + random.oneOf(this.#given);
    return (
      surname +
      (random.happens(0.24) ? random.oneOf(this.#only) : random.oneOf(this.#middle) + random.oneOf(this.#last))
    );
  }

  /** A foreign surname. */
  foreignSurname(random: Random): string {
    let name = '';
    for (let length = 2 + Math.floor(random.next() * 4); length > 0; length--) name += random.oneOf(this.#foreign);
    return name;
  }

  foreign(random: Random): string {
    return `${this.foreignSurname(random)}·${this.foreignSurname(random)}`;
  }

  /** A name of Uyghur, Mongolian, Tibetan and like elements. */
  ofOtherPeople(random: Random): string {
    const first = random.oneOf(this.#elements);
    if (random.happens(0.6)) return `${first}·${random.oneOf(this.#elements)}`;
    return first.length > 3 ? first : first + random.oneOf(this.#elements);
  }
}
