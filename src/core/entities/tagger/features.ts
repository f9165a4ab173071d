import type { EntityLexicons } from '../entityLexicons.ts';
import type { PhraseIndex } from '../phraseIndex.ts';
import type { Sentence } from '../sentence.ts';
import { hashOf, mix, OUTSIDE, plain, shapeOf, spread } from './hashing.ts';
import type { RuleMarks } from './ruleMarks.ts';

/** How many features an open character has. */
export const FEATURES = 41;

/** The features of a sentence's open characters: those that may be in a name. */
export interface SentenceFeatures {
  /** 1 for each open character of the sentence. */
  readonly open: Uint8Array;
  /** `FEATURES` hashes for each open character, one character after the other. */
  readonly hashes: Int32Array;
}

/**
 * Reads the features of the characters of a sentence: characters in a window of three to each side, the
 * words and tags of the segmenter, the lexicons of places, bodies, titles and names, the shapes of
 * characters, and what the rules propose. A feature is a 32-bit hash of its template and values: no strings
 * and no objects. Characters of words that stand in no name (`closedWords`) have none, unless a rule says
 * that they do.
 */
export class FeatureReader {
  readonly #lexicons: EntityLexicons;
  #hashes = new Int32Array(0);

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
  }

  /** The features of a sentence; `hashes` is used again by the next reading. */
  read(sentence: Sentence, { names, rules }: RuleMarks, closedWords: ReadonlySet<number>): SentenceFeatures {
    const { text } = sentence;
    const length = text.length;
    const words = hashedWords(sentence);
    const open = new Uint8Array(length);
    let count = 0;
    for (let i = 0; i < length; i++) {
      if (names[i + 1] === 0 && closedWords.has(words.hashes[sentence.wordAt(i) + 2]!)) continue;
      open[i] = 1;
      count++;
    }
    if (this.#hashes.length < count * FEATURES) this.#hashes = new Int32Array(count * FEATURES);
    const out = this.#hashes;
    if (count === 0) return { open, hashes: out };

    const codes = new Int32Array(length + 8).fill(OUTSIDE);
    for (let i = 0; i < length; i++) codes[i + 4] = plain(text.charCodeAt(i));
    const chars = codes.map(spread);
    const places = marks(this.#lexicons.places, text, ({ kind }) => kind.charCodeAt(0) + kind.length);
    const bodies = marks(this.#lexicons.bodies, text, ({ kind }) => kind.length);
    const titles = marks(this.#lexicons.titles, text, (kind) => kind.length);
    const endings = this.#endings(text);
    const { characters } = this.#lexicons;
    // By the length of the class's name: a number that is one for each class of single characters.
    const surnames = codes.map((code) => characters.surname(code)?.length ?? 0);
    const given = codes.map((code) => characters.givenNumber(code));
    const foreign = codes.map((code) => characters.foreign(code));
    const shapes = codes.map(shapeOf);

    let at = 0;
    for (let i = 0; i < length; i++) {
      if (open[i] === 0) continue;
      const c = i + 4;
      const a = chars[c - 3]!;
      const b = chars[c - 2]!;
      const d = chars[c - 1]!;
      const e = chars[c]!;
      const f = chars[c + 1]!;
      const g = chars[c + 2]!;
      out[at++] = mix(101, a);
      out[at++] = mix(102, b);
      out[at++] = mix(103, d);
      out[at++] = mix(104, e);
      out[at++] = mix(105, f);
      out[at++] = mix(106, g);
      out[at++] = mix(107, chars[c + 3]!);
      const left = mix(108, b) ^ d;
      const middle = mix(109, d) ^ e;
      const right = mix(110, e) ^ f;
      out[at++] = mix(left, 1);
      out[at++] = mix(middle, 1);
      out[at++] = mix(right, 1);
      out[at++] = mix(mix(111, f), g);
      out[at++] = mix(mix(112, d), f);
      out[at++] = mix(mix(left, 2), e);
      out[at++] = mix(mix(middle, 2), f);
      out[at++] = mix(mix(right, 2), g);

      const w = sentence.wordAt(i) + 2;
      const part = 1 + (i === sentence.starts[w - 2] ? 1 : 0) + (i === sentence.endOf(w - 2) - 1 ? 2 : 0);
      const word = words.hashes[w]!;
      const tag = spread(words.tags[w]! * 4 + part);
      out[at++] = mix(118 + 256 * part, word);
      out[at++] = mix(119, tag);
      out[at++] = mix(120 + 256 * part, words.hashes[w - 1]!);
      out[at++] = mix(121 + 256 * part, words.hashes[w + 1]!);
      out[at++] = mix(122 + 256 * words.tags[w - 1]!, tag);
      out[at++] = mix(123 + 256 * words.tags[w + 1]!, tag);
      out[at++] = mix(mix(126, words.hashes[w - 2]!), tag);
      out[at++] = mix(mix(127, words.hashes[w + 2]!), tag);

      const place = places[i + 1]!;
      const ending = endings[i + 1]!;
      out[at++] = mix(128, spread(places[i]! + 512 * place + 262144 * places[i + 2]!));
      out[at++] = mix(129, spread(bodies[i + 1]! + 512 * place));
      out[at++] = mix(130, spread(ending + 1024 * endings[i + 2]!));
      out[at++] = mix(mix(131, spread(ending)), e);
      out[at++] = mix(132, spread(titles[i]! + 512 * titles[i + 1]! + 262144 * titles[i + 2]!));
      out[at++] = mix(133 + 256 * surnames[c]!, spread(given[c + 1]! + 1024 * given[c + 2]!));
      out[at++] = mix(134 + 256 * surnames[c - 1]!, spread(given[c]! + 1024 * given[c + 1]!));
      out[at++] = mix(135 + 256 * surnames[c - 2]!, spread(given[c - 1]! + 1024 * given[c]!));
      out[at++] = mix(136, spread(foreign[c - 2]! + 4 * foreign[c - 1]! + 16 * foreign[c]! + 64 * foreign[c + 1]! + 256 * foreign[c + 2]!));
      out[at++] = mix(137, spread(shapes[c - 2]! + 8 * shapes[c - 1]! + 64 * shapes[c]! + 512 * shapes[c + 1]! + 4096 * shapes[c + 2]!));

      const rule = names[i + 1]!;
      out[at++] = mix(138, spread(names[i]! + 128 * rule + 16384 * names[i + 2]!));
      out[at++] = mix(140 + 256 * rule, spread(rules[i + 1]!));
      out[at++] = mix(141 + 256 * rule, e);
      out[at++] = mix(142 + 256 * rule, d);
      out[at++] = mix(143 + 256 * rule, f);
      out[at++] = mix(144 + 256 * rule, tag);
      out[at++] = mix(mix(145 + 256 * rule, word), part);
      out[at++] = mix(146 + 256 * rule, spread(part));
    }
    return { open, hashes: out };
  }

  /** Where the endings of bodies and places stand: their length and kind, and how far inside a character is. */
  #endings(text: string): Int32Array {
    const found = new Int32Array(text.length + 2);
    for (let end = text.length; end > 0; end--) {
      const body = this.#lexicons.bodySuffixes.longestBefore(text, end);
      const suffix = body ?? this.#lexicons.placeSuffixes.longestBefore(text, end);
      if (!suffix) continue;
      const kind = suffix.value.length + (body ? 16 : 0);
      for (let i = suffix.start; i < end; i++) if (found[i + 1] === 0) found[i + 1] = kind * 8 + Math.min(6, end - i);
    }
    return found;
  }
}

/** The hashes of a sentence's words and tags, shifted by two, with what stands outside at both ends. */
function hashedWords({ words }: Sentence): { readonly hashes: Int32Array; readonly tags: Int32Array } {
  const hashes = new Int32Array(words.length + 4).fill(OUTSIDE);
  const tags = new Int32Array(words.length + 4).fill(OUTSIDE);
  for (let index = 0; index < words.length; index++) {
    const { word, tag } = words[index]!;
    hashes[index + 2] = hashOf(word);
    tags[index + 2] = tagNumber(tag);
  }
  return { hashes, tags };
}

/** A part of speech of up to four letters as a number. */
function tagNumber(tag: string): number {
  let number = 2;
  for (let i = 0; i < tag.length; i++) number = number * 32 + (tag.charCodeAt(i) & 31);
  return number;
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
    const kind = (kindOf(match.value) & 127) * 4;
    for (let i = start; i < match.end; i++)
      found[i + 1] = kind + (i === start ? 1 : 0) + (i === match.end - 1 ? 2 : 0);
    start = match.end;
  }
  return found;
}
