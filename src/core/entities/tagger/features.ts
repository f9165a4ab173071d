import type { EntityLexicons } from '../entityLexicons.ts';
import type { PhraseIndex } from '../phraseIndex.ts';
import type { Sentence } from '../sentence.ts';

/** How many features a character has. */
export const FEATURES = 38;

/** What stands in for the characters before and behind the sentence. */
const OUTSIDE = 1;

/**
 * Reads the features of each character of a sentence: characters in a window of three to each side, the
 * words and tags of the segmenter, the lexicons of places, bodies, titles and names, and the shapes of
 * characters. A feature is a 32-bit hash of its template and values: no strings and no objects.
 */
export class FeatureReader {
  readonly #lexicons: EntityLexicons;
  readonly #surnames = new Map<number, number>();
  readonly #given = new Map<number, number>();
  readonly #transliteration = new Map<number, number>();
  readonly #tags = new Map<string, number>();

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
    for (const [character, { only, middle, last }] of lexicons.givenScores) {
      const bucket = (score: number) => Math.max(0, Math.min(7, Math.floor(score / 10) + 4));
      this.#given.set(character.charCodeAt(0), bucket(only) + 8 * bucket(middle) + 64 * bucket(last) + 1);
    }
    for (const [character, kind] of lexicons.transliteration)
      this.#transliteration.set(character.charCodeAt(0), kind === 'strong' ? 2 : 1);
  }

  /** The hashes of all characters, `FEATURES` for each, written into `out` from its start. */
  read(sentence: Sentence, out: Int32Array): void {
    const { text } = sentence;
    const length = text.length;
    const chars = new Int32Array(length + 8).fill(OUTSIDE);
    for (let i = 0; i < length; i++) chars[i + 4] = plain(text.charCodeAt(i));
    const words = this.#words(sentence);
    const places = marks(this.#lexicons.places, text, ({ kind }) => kind.charCodeAt(0) + kind.length);
    const bodies = marks(this.#lexicons.bodies, text, ({ kind }) => kind.length);
    const titles = marks(this.#lexicons.titles, text, (kind) => kind.length);
    const endings = this.#endings(text);

    for (let i = 0; i < length; i++) {
      const c = i + 4;
      const [a, b, d, e, f, g, h] = [chars[c - 3]!, chars[c - 2]!, chars[c - 1]!, chars[c]!, chars[c + 1]!, chars[c + 2]!, chars[c + 3]!];
      let at = i * FEATURES;
      const add = (hash: number) => (out[at++] = hash);
      add(mix(101, a));
      add(mix(102, b));
      add(mix(103, d));
      add(mix(104, e));
      add(mix(105, f));
      add(mix(106, g));
      add(mix(107, h));
      add(mix(mix(108, b), d));
      add(mix(mix(109, d), e));
      add(mix(mix(110, e), f));
      add(mix(mix(111, f), g));
      add(mix(mix(112, d), f));
      const left = mix(mix(113, b), d);
      add(mix(left, e));
      const middle = mix(mix(mix(114, d), e), f);
      add(middle);
      const right = mix(mix(mix(115, e), f), g);
      add(right);
      add(mix(mix(mix(116, a), left), e));
      add(mix(right, h));
      add(mix(mix(117, middle), g));

      const w = sentence.wordAt(i) + 2;
      const wordStart = sentence.starts[w - 2]!;
      const wordEnd = sentence.endOf(w - 2);
      const part = (i === wordStart ? 1 : 0) + (i === wordEnd - 1 ? 2 : 0);
      const word = words.hashes[w]!;
      const tag = words.tags[w]! * 4 + part;
      add(mix(mix(118, word), part));
      add(mix(119, tag));
      add(mix(mix(120, words.hashes[w - 1]!), part));
      add(mix(mix(121, words.hashes[w + 1]!), part));
      add(mix(mix(122, words.tags[w - 1]!), tag));
      add(mix(mix(123, words.tags[w + 1]!), tag));
      add(mix(mix(mix(124, words.hashes[w - 1]!), word), part));
      add(mix(mix(mix(125, words.hashes[w + 1]!), word), part));
      add(mix(mix(126, words.hashes[w - 2]!), tag));
      add(mix(mix(127, words.hashes[w + 2]!), tag));

      const place = places[i + 1]!;
      add(mix(mix(mix(128, places[i]!), place), places[i + 2]!));
      add(mix(mix(129, bodies[i + 1]!), place));
      add(mix(mix(130, endings[i + 1]!), endings[i + 2]!));
      add(mix(mix(131, endings[i + 1]!), e));
      add(mix(mix(mix(132, titles[i]!), titles[i + 1]!), titles[i + 2]!));
      add(mix(mix(mix(133, this.#surname(e)), this.#givenOf(f)), this.#givenOf(g)));
      add(mix(mix(mix(134, this.#surname(d)), this.#givenOf(e)), this.#givenOf(f)));
      add(mix(mix(mix(135, this.#surname(b)), this.#givenOf(d)), this.#givenOf(e)));
      const foreign = (code: number) => this.#transliteration.get(code) ?? 0;
      add(mix(136, foreign(b) + 4 * foreign(d) + 16 * foreign(e) + 64 * foreign(f) + 256 * foreign(g)));
      add(mix(137, shape(b) + 8 * shape(d) + 64 * shape(e) + 512 * shape(f) + 4096 * shape(g)));
    }
  }

  #words({ words }: Sentence): { readonly hashes: Int32Array; readonly tags: Int32Array } {
    const hashes = new Int32Array(words.length + 4).fill(OUTSIDE);
    const tags = new Int32Array(words.length + 4).fill(OUTSIDE);
    for (const [index, { word, tag }] of words.entries()) {
      let hash = word.length;
      for (let i = 0; i < word.length; i++) hash = mix(hash, plain(word.charCodeAt(i)));
      hashes[index + 2] = hash;
      tags[index + 2] = this.#tagNumber(tag);
    }
    return { hashes, tags };
  }

  #tagNumber(tag: string): number {
    let number = this.#tags.get(tag);
    if (number === undefined) {
      number = 2;
      for (let i = 0; i < tag.length; i++) number = number * 32 + (tag.charCodeAt(i) & 31);
      this.#tags.set(tag, number);
    }
    return number;
  }

  /** Where the endings of bodies and places stand: their length and kind, and how far inside a character is. */
  #endings(text: string): Int32Array {
    const found = new Int32Array(text.length + 2);
    for (let end = text.length; end > 0; end--) {
      const body = this.#lexicons.bodySuffixes.longestBefore(text, end);
      const place = body ? undefined : this.#lexicons.placeSuffixes.longestBefore(text, end);
      const suffix = body ?? place;
      if (!suffix) continue;
      const kind = suffix.value.length + (body ? 16 : 0);
      for (let i = suffix.start; i < end; i++) found[i + 1] ||= kind * 8 + Math.min(6, end - i);
    }
    return found;
  }

  #surname(code: number): number {
    let known = this.#surnames.get(code);
    if (known === undefined) {
      known = this.#lexicons.names.surnameClass(String.fromCharCode(code))?.length ?? 0;
      this.#surnames.set(code, known);
    }
    return known;
  }

  #givenOf(code: number): number {
    return this.#given.get(code) ?? 0;
  }
}

/** Marks the longest phrases from left to right: kind and part of each character, shifted by one. */
function marks<T>(index: PhraseIndex<T>, text: string, kindOf: (value: T) => number): Int32Array {
  const found = new Int32Array(text.length + 2);
  for (let start = 0; start < text.length; ) {
    const match = index.longestAt(text, start);
    if (!match) {
      start++;
      continue;
    }
    const kind = kindOf(match.value) * 4;
    for (let i = start; i < match.end; i++)
      found[i + 1] = kind + (i === start ? 1 : 0) + (i === match.end - 1 ? 2 : 0);
    start = match.end;
  }
  return found;
}

/** Full-width letters and digits as narrow ones; every digit is one digit, every letter one letter. */
function plain(code: number): number {
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (narrow >= 0x30 && narrow <= 0x39) return 0x30;
  if ((narrow >= 0x41 && narrow <= 0x5a) || (narrow >= 0x61 && narrow <= 0x7a)) return 0x61;
  return narrow < 0x80 ? narrow : code;
}

function shape(code: number): number {
  if (code === OUTSIDE) return 0;
  if (code === 0x30) return 1;
  if (code === 0x61) return 2;
  if (code >= 0x4e00 && code <= 0x9fff) return 3;
  if (code === 0xb7 || code === 0x2022 || code === 0x30fb) return 4;
  if (code === 0x3001 || code === 0xff0c || code === 0x3002 || code === 0xff1b) return 5;
  return 6;
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ Math.imul(value, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
