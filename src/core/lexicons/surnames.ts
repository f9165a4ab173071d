import { parseLexicon } from './lexicon.ts';

/** How frequent a surname is: the hundred most frequent, common, rare, compound. */
export type SurnameClass = 'frequent' | 'common' | 'rare' | 'compound';

/** A surname found at a place in a text. */
export interface Surname {
  readonly text: string;
  readonly class: SurnameClass;
}

/** What `NameLexicon.splitNames` says of a run of characters. */
export interface NameSplit {
  readonly names: readonly string[];
  /** False where the run may be cut in more than one likely way: then `names` is the run itself. */
  readonly sure: boolean;
}

const CLASSES: Readonly<Record<string, SurnameClass>> = {
  1: 'frequent',
  2: 'common',
  3: 'rare',
  4: 'compound',
};

/** What a surname of each class costs when a run of names is cut; lower is likelier. */
const COST: Readonly<Record<SurnameClass, number>> = { frequent: 0, compound: 0, common: 2, rare: 4.5 };

/** Two ways to cut a run are told apart when their costs differ by at least this much. */
const SURE_MARGIN = 0.5;

/** Names that cost no more are taken for names even where nothing else says so. */
const LIKELY = 3.3;

/** Names that cost more on the average are not cut out of a run. */
const UNLIKELY = 4;

/** Runs longer than this are not names any more. */
const LONGEST_RUN = 40;

const HAN = /^\p{Script=Han}+$/u;

/** Chinese surnames and the characters of given names: tells what can be a name and cuts names that stand glued. */
export class NameLexicon {
  readonly #surnames = new Map<string, SurnameClass>();
  readonly #given = new Set<string>();
  readonly #longest: number;
  /** The length of the longest surname by the code of its first character; 0 where none begins with that. */
  readonly #longestFrom = new Uint8Array(65536);

  /** Built from the text of `data/surnames.txt`. */
  constructor(surnames: string) {
    let longest = 1;
    for (const { word, columns } of parseLexicon(surnames)) {
      const [kind = ''] = columns;
      if (kind === 'g') {
        this.#given.add(word);
        continue;
      }
      this.#surnames.set(word, CLASSES[kind] ?? 'rare');
      longest = Math.max(longest, word.length);
      const first = word.charCodeAt(0);
      this.#longestFrom[first] = Math.max(this.#longestFrom[first]!, word.length);
    }
    this.#longest = longest;
  }

  /** Number of surnames. */
  get size(): number {
    return this.#surnames.size;
  }

  /** All surnames with their classes. */
  surnames(): IterableIterator<[string, SurnameClass]> {
    return this.#surnames.entries();
  }

  /** The class of a surname, or nothing if `text` is none. */
  surnameClass(text: string): SurnameClass | undefined {
    return this.#surnames.get(text);
  }

  /** The longest surname that starts at `offset`. */
  surnameAt(text: string, offset = 0): Surname | undefined {
    for (let length = this.#longestFrom[text.charCodeAt(offset)] ?? 0; length > 0; length--) {
      const candidate = text.slice(offset, offset + length);
      const found = candidate.length === length ? this.#surnames.get(candidate) : undefined;
      if (found) return { text: candidate, class: found };
    }
    return undefined;
  }

  /** Whether a character is common in given names. */
  isGivenCharacter(character: string): boolean {
    return this.#given.has(character);
  }

  /** Whether `text` has the shape of one Chinese name: a surname and a given name of one or two characters. */
  isName(text: string): boolean {
    return text.length >= 2 && text.length <= 6 && HAN.test(text) && this.#costOf(text) < Infinity;
  }

  /** Whether `text` is likelier a name than a word: a well-known surname and usual characters. */
  isLikelyName(text: string): boolean {
    if (!this.isName(text) || this.#costOf(text) > LIKELY) return false;
    const surname = this.surnameAt(text)!;
    if (text.length === 2 && surname.class === 'frequent') return true;
    const given = surname.text.length < text.length ? text.slice(surname.text.length) : text.slice(1);
    return [...given].some((character) => this.#given.has(character));
  }

  /**
   * Cuts a run of characters that may be several names set without a blank. One name, a foreign name
   * or a run that starts with no surname comes back whole, as sure; a run that can be cut in several
   * likely ways comes back whole with `sure: false`.
   */
  splitNames(run: string): NameSplit {
    const whole = { names: [run], sure: true };
    if (run.length < 4 || run.length > LONGEST_RUN || !HAN.test(run)) return whole;
    if (run.length === 4 && this.surnameAt(run)?.class === 'compound') return whole;
    const ways = this.#cheapestWays(run);
    const [best, second] = ways;
    if (!best) return { names: [run], sure: run.length <= 5 && !this.surnameAt(run) };
    if (second && second.cost - best.cost < SURE_MARGIN) return { names: [run], sure: false };
    // Rare surnames one behind the other: rather one name of another people, or a word.
    if (best.cost > UNLIKELY * best.names.length) return { names: [run], sure: false };
    return { names: best.names, sure: true };
  }

  /** What it costs to take `text` for one name; Infinity where it cannot be one. */
  #costOf(text: string): number {
    let cost = Infinity;
    for (let length = 1; length <= Math.min(this.#longest, text.length - 1); length++) {
      const found = this.#surnames.get(text.slice(0, length));
      const given = [...text.slice(length)];
      if (!found || given.length > 2) continue;
      let sum = COST[found] + (given.length === 1 ? 0.5 : 0);
      for (const character of given) if (!this.#given.has(character)) sum += 0.6;
      cost = Math.min(cost, sum);
    }
    return cost;
  }

  /** The two cheapest ways to cut `run` into names, the cheaper first. */
  #cheapestWays(run: string): { names: readonly string[]; cost: number }[] {
    const ways: { names: readonly string[]; cost: number }[][] = [[{ names: [], cost: 0 }]];
    for (let end = 1; end <= run.length; end++) {
      const here: { names: readonly string[]; cost: number }[] = [];
      for (let length = 2; length <= Math.min(5, end); length++) {
        if (ways[end - length]!.length === 0) continue;
        const name = run.slice(end - length, end);
        const cost = this.#costOf(name);
        if (cost === Infinity) continue;
        for (const way of ways[end - length]!) here.push({ names: [...way.names, name], cost: way.cost + cost });
      }
      ways.push(here.sort((a, b) => a.cost - b.cost).slice(0, 2));
    }
    return ways[run.length]!;
  }
}
