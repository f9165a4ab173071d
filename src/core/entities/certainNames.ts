import type { Candidate } from './candidate.ts';
import type { Extraction } from './mention.ts';
import type { Sentence } from './tokens/sentence.ts';

/** Names that somebody said to be names, as a newsroom does by its roster: where they fit they are certain. */
export interface CertainNames {
  /**
   * The candidates of a sentence with the certain names put in, and without those that these leave no room for.
   * `candidates` have the confidence by which they are decided.
   */
  settle(sentence: Sentence, candidates: readonly Candidate[]): readonly Candidate[];
  /** The extraction with what is known besides of the people in it. */
  withTitles(extraction: Extraction): Extraction;
}
