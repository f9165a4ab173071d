import type { Segmenter, TaggedWord } from './segmenter.ts';

/** nodejieba tags marks as it tags unknown words; a word has a letter or a digit in it. */
const LETTER = /[\p{L}\p{N}]/u;

/** A sentence with its words: what every source of candidates reads. Offsets are within the sentence. */
export class Sentence {
  readonly text: string;
  readonly words: readonly TaggedWord[];
  /** Where each word starts, and last the length of the text. */
  readonly starts: Int32Array;
  /** The word that holds each character, and last the number of words. */
  readonly #wordAt: Int32Array;

  constructor(text: string, segmenter: Segmenter) {
    this.text = text;
    this.words = segmenter
      .tag(text)
      .map((word) => (LETTER.test(word.word) ? word : { word: word.word, tag: 'w' }));
    this.starts = new Int32Array(this.words.length + 1);
    this.#wordAt = new Int32Array(text.length + 1);
    let offset = 0;
    for (const [index, { word }] of this.words.entries()) {
      this.starts[index] = offset;
      const end = Math.min(text.length, offset + word.length);
      this.#wordAt.fill(index, offset, end);
      offset = end;
    }
    this.starts[this.words.length] = text.length;
    this.#wordAt.fill(this.words.length, offset);
  }

  /** Index of the word that holds the character at `offset`; the number of words past the end. */
  wordAt(offset: number): number {
    return this.#wordAt[Math.max(0, Math.min(offset, this.text.length))]!;
  }

  /** Whether a word starts at `offset`, or the text ends there. */
  isBoundary(offset: number): boolean {
    return offset <= 0 || offset >= this.text.length || this.starts[this.wordAt(offset)] === offset;
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
}
