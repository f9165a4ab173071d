import type { Sentence } from '../sentence.ts';
import { hashOf, OUTSIDE } from './hashing.ts';

/** How many words stand in for what is before and behind a sentence. */
export const WORDS_AROUND = 1;

/** The hashes of a sentence's words and the numbers of their tags, shifted by `WORDS_AROUND`. */
export interface HashedWords {
  readonly hashes: readonly number[];
  readonly tags: readonly number[];
}

/** Hashes the words of a sentence; what stands outside is `OUTSIDE`. */
export function hashedWords({ words }: Sentence): HashedWords {
  const hashes = new Array<number>(words.length + 2 * WORDS_AROUND).fill(OUTSIDE);
  const tags = new Array<number>(words.length + 2 * WORDS_AROUND).fill(OUTSIDE);
  for (let index = 0; index < words.length; index++) {
    const { word, tag } = words[index]!;
    hashes[index + WORDS_AROUND] = hashOf(word);
    tags[index + WORDS_AROUND] = tagNumber(tag);
  }
  return { hashes, tags };
}

/** A part of speech of up to four letters as a number. */
function tagNumber(tag: string): number {
  let number = 2;
  for (let i = 0; i < tag.length; i++) number = (number * 32 + (tag.charCodeAt(i) & 31)) | 0;
  return number;
}
