import type { PhraseIndex, PhraseSpan } from '../../lexicons/phraseIndex.ts';
import type { Segmenter, TaggedWord } from './segmenter.ts';
import { kindsOf } from './wordKinds.ts';

/** nodejieba tags marks as it tags unknown words; a word has a letter or a digit in it. */
const LETTER = /[\p{L}\p{N}]/u;

/** The forms in which the dot between the parts of a foreign name is set. */
const DOTS = ['·', '•', '・', '‧'];

/** A sentence with its words: what every source of candidates reads. Offsets are within the sentence. */
export class Sentence {
  readonly text: string;
  readonly words: readonly TaggedWord[];
  /** Where each word starts, and last the length of the text. */
  readonly starts: readonly number[];
  /** The bits of `KIND` of each word, and 0 past the last. */
  readonly kinds: readonly number[];
  /** Whether a dot of foreign names stands in it. */
  readonly hasDot: boolean;
  /** The word that holds each character, and last the number of words. */
  readonly #wordAt: readonly number[];
  #phrases: Map<PhraseIndex<unknown>, readonly PhraseSpan<unknown>[]> | undefined;

  constructor(text: string, segmenter: Segmenter) {
    this.text = text;
    this.hasDot = DOTS.some((dot) => text.includes(dot));
    const tagged = segmenter.tag(text);
    // A copy only where a word is a mark.
    let words = tagged as TaggedWord[];
    const starts = new Array<number>(tagged.length + 1).fill(text.length);
    const kinds = new Array<number>(tagged.length + 1).fill(0);
    const wordAt = new Array<number>(text.length + 1).fill(tagged.length);
    let offset = 0;
    for (let index = 0; index < tagged.length; index++) {
      const given = tagged[index]!;
      let word = given;
      if (!isWord(given.word)) {
        if (words === tagged) words = [...tagged];
        words[index] = word = { word: given.word, tag: 'w' };
      }
      starts[index] = offset;
      kinds[index] = kindsOf(word.tag);
      const end = Math.min(text.length, offset + word.word.length);
      for (; offset < end; offset++) wordAt[offset] = index;
    }
    this.words = words;
    this.starts = starts;
    this.kinds = kinds;
    this.#wordAt = wordAt;
  }

  /** Every phrase of an index in the text, as its `allIn` gives them. Several sources ask for the same: it is read once. */
  phrasesOf<T>(index: PhraseIndex<T>): readonly PhraseSpan<T>[] {
    this.#phrases ??= new Map();
    let found = this.#phrases.get(index) as readonly PhraseSpan<T>[] | undefined;
    if (!found) this.#phrases.set(index, (found = index.allIn(this.text)));
    return found;
  }

  /** Frees the memory of the phrases; they are read again when they are asked for. */
  forgetPhrases(): void {
    this.#phrases = undefined;
  }

  /** Index of the word that holds the character at `offset`; the number of words past the end. */
  wordAt(offset: number): number {
    return this.#wordAt[Math.max(0, Math.min(offset, this.text.length))]!;
  }

  /** Whether a word starts at `offset`, or the text ends there. */
  isBoundary(offset: number): boolean {
    return offset <= 0 || offset >= this.text.length || this.starts[this.#wordAt[offset]!] === offset;
  }

  /** The end of word `index`. */
  endOf(index: number): number {
    return this.starts[Math.min(index + 1, this.words.length)]!;
  }

  /** The tag of the word that is exactly `start` to `end`, or nothing if none is. */
  tagOf(start: number, end: number): string | undefined {
    const index = this.wordAt(start);
    return this.starts[index] === start && this.endOf(index) === end ? this.words[index]?.tag : undefined;
  }

  /** The bits of `KIND` of the word that is exactly `start` to `end`; 0 if none is. */
  kindsAt(start: number, end: number): number {
    const index = this.wordAt(start);
    return this.starts[index] === start && this.endOf(index) === end ? this.kinds[index]! : 0;
  }
}

function isWord(word: string): boolean {
  const code = word.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || LETTER.test(word);
}
