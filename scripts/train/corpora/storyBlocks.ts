/** So many sentences in a row are a block; one block of so many is held out. */
const BLOCK = 400;
const EVERY = 12;
/** A story goes on over so many sentences at most: what is that near to a block that is held out is in neither part. */
const STORY = 20;

/** A corpus in two parts. */
export interface Parted<T> {
  readonly learnt: readonly T[];
  readonly held: readonly T[];
}

/**
 * Holds out blocks of sentences that stand in a row, and so whole stories: of single sentences the neighbours, which name
 * the same people and bodies, would be learnt from, and scores on them are better than on other text.
 */
export function partByBlocks<T>(sentences: readonly T[]): Parted<T> {
  const cycle = BLOCK * EVERY;
  const learnt: T[] = [];
  const held: T[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const at = index % cycle;
    if (at >= cycle - BLOCK) held.push(sentence);
    else if (at < cycle - BLOCK - STORY && (at >= STORY || index < cycle)) learnt.push(sentence);
  }
  return { learnt, held };
}
