/** A word as the segmenter cuts it, with its part of speech (ICTCLAS tags: nr person, ns place, nt body). */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** The seam behind which nodejieba stands; tests put a small one of their own here. */
export interface Segmenter {
  /** Words of `text` in order; their concatenation is `text` to the letter. */
  tag(text: string): readonly TaggedWord[];
}
