import { mix, spread } from '../core/text/hash.ts';

const SPACE = 0x20;
const LINE_FEED = 0x0a;

/**
 * The parts of speech of a jieba dictionary's words. nodejieba knows them too, but to be told words alone takes it
 * half the time that words with tags take. The words lie on end in one array, found by a hash of their code units.
 */
export class TagTable {
  readonly #tags: string[] = [];
  readonly #units: Uint16Array;
  /** Per slot: where the word starts in `#units`, its length (0 is an empty slot), its tag. */
  readonly #starts: Uint32Array;
  readonly #lengths: Uint8Array;
  readonly #tagNumbers: Uint8Array;
  readonly #mask: number;

  /** Reads a dictionary's file: lines `word frequency tag` in UTF-8. Of a word that comes twice the last counts. */
  constructor(dictionary: Uint8Array) {
    let lines = 1;
    for (let at = 0; at < dictionary.length; at++) if (dictionary[at] === LINE_FEED) lines++;
    let slots = 64;
    while (slots < lines * 1.5) slots *= 2;
    this.#mask = slots - 1;
    this.#starts = new Uint32Array(slots);
    this.#lengths = new Uint8Array(slots);
    this.#tagNumbers = new Uint8Array(slots);
    const units = new Uint16Array(dictionary.length);
    const numbers = new Map<number, number>();
    let used = 0;
    for (let at = 0; at < dictionary.length; at++) {
      let end = used;
      for (let byte = dictionary[at]!; byte !== SPACE && byte !== LINE_FEED; byte = dictionary[++at] ?? LINE_FEED) {
        if (byte < 0x80) units[end++] = byte;
        else if (byte < 0xe0) units[end++] = ((byte & 0x1f) << 6) | (dictionary[++at]! & 0x3f);
        else if (byte < 0xf0)
          units[end++] = ((byte & 0x0f) << 12) | ((dictionary[++at]! & 0x3f) << 6) | (dictionary[++at]! & 0x3f);
        else {
          const plane =
            ((byte & 0x07) << 18) |
            ((dictionary[++at]! & 0x3f) << 12) |
            ((dictionary[++at]! & 0x3f) << 6) |
            (dictionary[++at]! & 0x3f);
          units[end++] = 0xd7c0 + (plane >> 10);
          units[end++] = 0xdc00 + (plane & 0x3ff);
        }
      }
      // The tag is what follows the last blank of the line: letters, no more than four.
      let tag = 0;
      for (let byte = dictionary[at] ?? LINE_FEED; byte !== LINE_FEED; byte = dictionary[++at] ?? LINE_FEED)
        tag = byte === SPACE ? 0 : tag * 128 + (byte & 127);
      let number = numbers.get(tag);
      if (number === undefined) {
        numbers.set(tag, (number = this.#tags.length));
        this.#tags.push(lettersOf(tag));
      }
      if (end > used && end - used < 256) used += this.#enter(units, used, end - used, number);
    }
    this.#units = units.slice(0, used);
  }

  /** The tag that nodejieba gives a word: the dictionary's, or one by its characters. */
  tagOf(word: string): string {
    let hash = word.length;
    for (let i = 0; i < word.length; i++) hash = mix(hash, spread(word.charCodeAt(i)));
    const mask = this.#mask;
    for (let slot = hash & mask; this.#lengths[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#lengths[slot] === word.length && this.#isAt(this.#starts[slot]!, word))
        return this.#tags[this.#tagNumbers[slot]!] || tagByCharacters(word);
    }
    return tagByCharacters(word);
  }

  #isAt(start: number, word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.#units[start + i] !== word.charCodeAt(i)) return false;
    return true;
  }

  /** Enters the word that lies at `start`; gives how many code units it newly takes. */
  #enter(units: Uint16Array, start: number, length: number, tag: number): number {
    let hash = length;
    for (let i = start; i < start + length; i++) hash = mix(hash, spread(units[i]!));
    let slot = hash & this.#mask;
    for (; this.#lengths[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#lengths[slot] !== length) continue;
      const other = this.#starts[slot]!;
      let same = 0;
      while (same < length && units[other + same] === units[start + same]) same++;
      if (same < length) continue;
      this.#tagNumbers[slot] = tag;
      return 0;
    }
    this.#starts[slot] = start;
    this.#lengths[slot] = length;
    this.#tagNumbers[slot] = tag;
    return length;
  }
}

/** Letters that were put together into one number, seven bits for each. */
function lettersOf(number: number): string {
  return number === 0 ? '' : lettersOf(Math.floor(number / 128)) + String.fromCharCode(number % 128);
}

/** jieba's rule for words that it does not know: numbers, Latin letters, anything else. */
function tagByCharacters(word: string): string {
  let count = 0;
  for (let i = 0; i < word.length; i++) if (!isLowSurrogate(word, i)) count++;
  const half = count >> 1;
  let latin = 0;
  let digits = 0;
  for (let i = 0; i < word.length && latin < half; i++) {
    const code = word.charCodeAt(i);
    if (code >= 0x80) continue;
    latin++;
    if (code >= 0x30 && code <= 0x39) digits++;
  }
  if (latin === 0) return 'x';
  return digits === latin ? 'm' : 'eng';
}

/** Whether the second half of a surrogate pair stands at `i`. */
function isLowSurrogate(text: string, i: number): boolean {
  return (text.charCodeAt(i) & 0xfc00) === 0xdc00 && i > 0 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;
}
