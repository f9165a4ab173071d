import type { Sentence } from '../tokens/sentence.ts';
import { mix, spread } from '../../text/hash.ts';
import { OUTSIDE, plain } from './hashing.ts';
import { WORDS_AROUND, type HashedWords } from './hashedWords.ts';

/** How many features a word has for the gate. */
export const GATE_FEATURES = 9;
/** How many weights the gate has; a power of two. */
export const GATE_SLOTS = 2 ** 16;
/** A weight of the gate is a whole number of so many parts of a logarithm of odds. */
export const GATE_SCALE = 16;

/** The logarithms of odds from which a word is open by itself, and beside an open word. */
const OPEN = -2 * GATE_SCALE;
const OPEN_BESIDE = -6 * GATE_SCALE;

/**
 * The slots of the weights of each word, `GATE_FEATURES` for one after the other; written into `slots`. `names`
 * are the rules' marks, shifted by one.
 */
export function readGateFeatures(
  { text, words, starts }: Sentence,
  { hashes, tags }: HashedWords,
  names: readonly number[],
  slots: Int32Array,
): void {
  const code = (i: number) => (i < text.length ? spread(plain(text.charCodeAt(i))) : OUTSIDE);
  const ruleOf = (index: number) => (index < 0 || index >= words.length ? 0 : names[starts[index]! + 1]!);
  for (let index = 0, at = 0; index < words.length; index++) {
    const w = index + WORDS_AROUND;
    const start = starts[index]!;
    const end = starts[index + 1]!;
    const tag = spread(tags[w]!);
    slots[at++] = slotOf(mix(1, hashes[w]!));
    slots[at++] = slotOf(mix(2, hashes[w - 1]!));
    slots[at++] = slotOf(mix(3, hashes[w + 1]!));
    slots[at++] = slotOf(mix(mix(4, tag), spread(tags[w - 1]!)));
    slots[at++] = slotOf(mix(mix(5, tag), spread(tags[w + 1]!)));
    slots[at++] = slotOf(mix(6, code(start)));
    slots[at++] = slotOf(mix(7, code(end - 1)));
    slots[at++] = slotOf(mix(8, spread(ruleOf(index - 1) * 128 + ruleOf(index + 1))));
    slots[at++] = slotOf(mix(mix(9, tag), spread(end - start)));
  }
}

/** Whether a rule proposes a name that has a character of the word. `names` are the rules' marks, shifted by one. */
export function hasRule({ starts }: Sentence, index: number, names: readonly number[]): boolean {
  for (let i = starts[index]!; i < starts[index + 1]!; i++) if (names[i + 1] !== 0) return true;
  return false;
}

/**
 * Decides which words may be in a name at all, so that only their characters are looked at closely: a logistic
 * regression over words, whose weights are hashed, with two thresholds as they are used for edges in pictures
 * (hysteresis, Canny 1986): a word that is less likely is open too where it stands beside an open one, since
 * names have ordinary words inside. What a rule proposes is always open.
 */
export class WordGate {
  readonly #weights: Int8Array;
  #slots = new Int32Array(0);
  #odds = new Int32Array(0);
  #isOpen = new Uint8Array(0);

  /** `weights`: `GATE_SLOTS` of them. */
  constructor(weights: Int8Array) {
    this.#weights = weights;
  }

  /** Writes 1 into `open` for each character of an open word, 0 for each other one. */
  open(sentence: Sentence, words: HashedWords, names: readonly number[], open: Uint8Array): void {
    const count = sentence.words.length;
    if (this.#odds.length < count) {
      this.#slots = new Int32Array(2 * count * GATE_FEATURES);
      this.#odds = new Int32Array(2 * count);
      this.#isOpen = new Uint8Array(2 * count);
    }
    const slots = this.#slots;
    const odds = this.#odds;
    const isOpen = this.#isOpen;
    const weights = this.#weights;
    readGateFeatures(sentence, words, names, slots);
    for (let index = 0, at = 0; index < count; index++) {
      let sum = 0;
      for (const end = at + GATE_FEATURES; at < end; at++) sum += weights[slots[at]!]!;
      odds[index] = hasRule(sentence, index, names) ? 0 : sum;
    }
    let before = 0;
    for (let index = 0; index < count; index++)
      isOpen[index] = before = Number(odds[index]! > (before === 1 ? OPEN_BESIDE : OPEN));
    for (let index = count - 2; index >= 0; index--)
      if (isOpen[index + 1] === 1 && odds[index]! > OPEN_BESIDE) isOpen[index] = 1;
    const { starts } = sentence;
    for (let index = 0; index < count; index++)
      for (let i = starts[index]!, end = starts[index + 1]!; i < end; i++) open[i] = isOpen[index]!;
  }
}

function slotOf(hash: number): number {
  return hash & (GATE_SLOTS - 1);
}
