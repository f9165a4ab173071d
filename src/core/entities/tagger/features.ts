import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { mix, spread } from '../../text/hash.ts';
import type { PhraseIndex } from '../../lexicons/phraseIndex.ts';
import type { Sentence } from '../tokens/sentence.ts';
import type { WordGate } from './gate.ts';
import { HashedWords, WORDS_AROUND } from './hashedWords.ts';
import { OUTSIDE, plain, shapeOf } from './hashing.ts';
import type { RuleMarks } from './ruleMarks.ts';

/** How many features an open character has. */
export const FEATURES = 26;

/** What stands before and behind a sentence in the columns: as far as a feature looks. */
const AROUND = 2;

/** The features of a sentence's open characters: those that may be in a name. */
export interface SentenceFeatures {
  /** 1 for each open character of the sentence, from the first on. */
  readonly open: Uint8Array;
  /** The number of open characters. */
  readonly count: number;
  /** `FEATURES` hashes for each open character, one character after the other. */
  readonly hashes: Int32Array;
}

/**
 * Reads the features of the characters of a sentence: characters in a window of two to each side, the
 * words and tags of the segmenter, the lexicons of places, bodies, titles and names, the shapes of
 * characters, and what the rules propose. A feature is a 32-bit hash of its template and values: no strings
 * and no objects. Characters of words that the gate closes have none.
 */
export class FeatureReader {
  readonly #lexicons: EntityLexicons;
  readonly #words = new HashedWords();
  #columns = new Columns(0);
  #open = new Uint8Array(0);
  #hashes = new Int32Array(0);

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
  }

  /** The features of a sentence; the memory is used again by the next reading. */
  read(sentence: Sentence, { names, rules }: RuleMarks, gate: WordGate): SentenceFeatures {
    const { text, starts } = sentence;
    const length = text.length;
    const words = this.#words.read(sentence);
    if (this.#open.length < length) this.#open = new Uint8Array(2 * length);
    const open = this.#open;
    gate.open(sentence, words, names, open);
    let count = 0;
    for (let i = 0; i < length; i++) count += open[i]!;
    if (this.#hashes.length < count * FEATURES) this.#hashes = new Int32Array(count * FEATURES);
    const out = this.#hashes;
    if (count === 0) return { open, count, hashes: out };

    const { chars, surnames, given, foreign, shapes, places, bodies, titles, endings } = this.#readColumns(text, open);
    let at = 0;
    for (let i = 0, word = 0; i < length; i++) {
      while (i >= starts[word + 1]!) word++;
      if (open[i] === 0) continue;
      const c = i + AROUND;
      const b = chars[c - 2]!;
      const d = chars[c - 1]!;
      const e = chars[c]!;
      const f = chars[c + 1]!;
      const g = chars[c + 2]!;
      out[at++] = mix(103, d);
      out[at++] = mix(104, e);
      out[at++] = mix(105, f);
      const left = mix(108, b) ^ d;
      const middle = mix(109, d) ^ e;
      const right = mix(110, e) ^ f;
      out[at++] = mix(middle, 1);
      out[at++] = mix(right, 1);
      out[at++] = mix(mix(left, 2), e);
      out[at++] = mix(mix(middle, 2), f);
      out[at++] = mix(mix(right, 2), g);

      const w = word + WORDS_AROUND;
      const part = 1 + (i === starts[word] ? 1 : 0) + (i === starts[word + 1]! - 1 ? 2 : 0);
      const hash = words.hashes[w]!;
      const tag = spread(words.tags[w]! * 4 + part);
      out[at++] = mix(118 + 256 * part, hash);
      out[at++] = mix(120 + 256 * part, words.hashes[w - 1]!);
      out[at++] = mix(121 + 256 * part, words.hashes[w + 1]!);
      out[at++] = mix(122 + 256 * words.tags[w - 1]!, tag);
      out[at++] = mix(123 + 256 * words.tags[w + 1]!, tag);

      const place = places[c]!;
      const ending = endings[c]!;
      out[at++] = mix(128, spread(places[c - 1]! + 512 * place + 262144 * places[c + 1]!));
      out[at++] = mix(129, spread(bodies[c]! + 512 * place));
      out[at++] = mix(130, spread(ending + 1024 * endings[c + 1]!));
      out[at++] = mix(mix(131, spread(ending)), e);
      out[at++] = mix(132, spread(titles[c - 1]! + 512 * titles[c]! + 262144 * titles[c + 1]!));
      out[at++] = mix(133 + 256 * surnames[c]!, spread(given[c + 1]! + 1024 * given[c + 2]!));
      out[at++] = mix(134 + 256 * surnames[c - 1]!, spread(given[c]! + 1024 * given[c + 1]!));
      out[at++] = mix(
        136,
        spread(foreign[c - 2]! + 4 * foreign[c - 1]! + 16 * foreign[c]! + 64 * foreign[c + 1]! + 256 * foreign[c + 2]!),
      );
      out[at++] = mix(
        137,
        spread(shapes[c - 2]! + 8 * shapes[c - 1]! + 64 * shapes[c]! + 512 * shapes[c + 1]! + 4096 * shapes[c + 2]!),
      );

      const rule = names[i + 1]!;
      out[at++] = mix(138, spread(names[i]! + 128 * rule + 16384 * names[i + 2]!));
      out[at++] = mix(140 + 256 * rule, spread(rules[i + 1]!));
      out[at++] = mix(141 + 256 * rule, e);
      out[at++] = mix(mix(145 + 256 * rule, hash), part);
    }
    return { open, count, hashes: out };
  }

  /** What is known by itself and by the lexicons of each character that a feature of an open one looks at. */
  #readColumns(text: string, open: Uint8Array): Columns {
    if (this.#columns.length < text.length) this.#columns = new Columns(text.length);
    const columns = this.#columns;
    const { chars, surnames, given, foreign, shapes, places, bodies, titles, endings } = columns;
    const { characters } = this.#lexicons;
    const outside = spread(OUTSIDE);
    places.fill(0, 0, text.length + 2 * AROUND);
    bodies.fill(0, 0, text.length + 2 * AROUND);
    titles.fill(0, 0, text.length + 2 * AROUND);
    endings.fill(0, 0, text.length + 2 * AROUND);
    for (let i = -AROUND, until = -AROUND; i < text.length + AROUND; i++) {
      if (i + AROUND < text.length && open[i + AROUND] === 1) until = i + 2 * AROUND;
      if (i > until) continue;
      const inside = i >= 0 && i < text.length;
      const code = inside ? plain(text.charCodeAt(i)) : OUTSIDE;
      const c = i + AROUND;
      chars[c] = inside ? spread(code) : outside;
      surnames[c] = characters.surnameNumber(code);
      given[c] = characters.givenNumber(code);
      foreign[c] = characters.foreign(code);
      shapes[c] = shapeOf(code);
    }
    mark(this.#lexicons.places, text, ({ kind }) => kind.charCodeAt(0) + kind.length, places);
    mark(this.#lexicons.bodies, text, ({ kind }) => kind.length, bodies);
    mark(this.#lexicons.titles, text, (kind) => kind.length, titles);
    this.#markEndings(text, endings);
    return columns;
  }

  /** Where the endings of bodies and places stand: their length and kind, and how far inside a character is. */
  #markEndings(text: string, found: Int32Array): void {
    for (let end = text.length; end > 0; end--) {
      const body = this.#lexicons.bodySuffixes.longestBefore(text, end);
      const suffix = body ?? this.#lexicons.placeSuffixes.longestBefore(text, end);
      if (!suffix) continue;
      const kind = suffix.value.length + (body ? 16 : 0);
      for (let i = suffix.start; i < end; i++)
        if (found[i + AROUND] === 0) found[i + AROUND] = kind * 8 + Math.min(6, end - i);
    }
  }
}

/** What is known of the characters of a sentence, a column each, shifted by `AROUND`; used again for the next one. */
class Columns {
  readonly length: number;
  readonly chars: Int32Array;
  readonly surnames: Int32Array;
  readonly given: Int32Array;
  readonly foreign: Int32Array;
  readonly shapes: Int32Array;
  readonly places: Int32Array;
  readonly bodies: Int32Array;
  readonly titles: Int32Array;
  readonly endings: Int32Array;

  constructor(length: number) {
    this.length = length;
    const column = () => new Int32Array(length + 2 * AROUND);
    this.chars = column();
    this.surnames = column();
    this.given = column();
    this.foreign = column();
    this.shapes = column();
    this.places = column();
    this.bodies = column();
    this.titles = column();
    this.endings = column();
  }
}

/** Marks the longest phrases from left to right: kind and part of each character, shifted by `AROUND`. */
function mark<T>(index: PhraseIndex<T>, text: string, kindOf: (value: T) => number, found: Int32Array): void {
  for (let start = 0; start < text.length;) {
    const match = index.longestAt(text, start);
    if (!match) {
      start++;
      continue;
    }
    const kind = (kindOf(match.value) & 127) * 4;
    for (let i = start; i < match.end; i++)
      found[i + AROUND] = kind + (i === start ? 1 : 0) + (i === match.end - 1 ? 2 : 0);
    start = match.end;
  }
}
