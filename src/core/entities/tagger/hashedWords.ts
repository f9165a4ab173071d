import type { Sentence } from '../tokens/sentence.ts';
import { hashOf, OUTSIDE } from './hashing.ts';

/** How many words stand in for what is before and behind a sentence. */
export const WORDS_AROUND = 1;

/**
 * The hashes of a sentence's words and the numbers of their tags, shifted by `WORDS_AROUND`; what stands outside is
 * `OUTSIDE`. The memory is used again for the next sentence.
 */
export class HashedWords {
  hashes = new Int32Array(0);
  tags = new Int32Array(0);

  /** Puts the words of a sentence in the place of the last one's. */
  read({ words }: Sentence): this {
    const last = words.length + WORDS_AROUND;
    if (this.hashes.length < last + WORDS_AROUND) {
      this.hashes = new Int32Array(2 * (last + WORDS_AROUND));
      this.tags = new Int32Array(2 * (last + WORDS_AROUND));
    }
    const { hashes, tags } = this;
    for (let around = 0; around < WORDS_AROUND; around++) {
      hashes[around] = hashes[last + around] = OUTSIDE;
      tags[around] = tags[last + around] = OUTSIDE;
    }
    for (let index = 0; index < words.length; index++) {
      const { word, tag } = words[index]!;
      hashes[index + WORDS_AROUND] = hashOf(word);
      tags[index + WORDS_AROUND] = tagNumber(tag);
    }
    return this;
  }
}

/** A part of speech of up to four letters as a number. */
function tagNumber(tag: string): number {
  let number = 2;
  for (let i = 0; i < tag.length; i++) number = (number * 32 + (tag.charCodeAt(i) & 31)) | 0;
  return number;
}
