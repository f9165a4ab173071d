import type { Candidate } from '../candidate.ts';
import { mergedNames } from '../mergedNames.ts';
import type { RuleSources } from '../rules/ruleSources.ts';
import type { Sentence } from '../tokens/sentence.ts';
import type { Lattice } from '../tagger/lattice.ts';
import type { Tagger } from '../tagger/tagger.ts';

/**
 * What is read in a sentence by itself, in whichever units it stands: each part is made when it is first asked for,
 * so that the many sentences of an issue can be read part by part.
 */
export class ReadSentence {
  readonly sentence: Sentence;
  readonly #rules: RuleSources;
  #proposed: readonly Candidate[] | undefined;
  #names: readonly Candidate[] | undefined;
  /** Large, and so let go of when it is not needed for a while. */
  #lattice: Lattice | undefined;

  constructor(sentence: Sentence, rules: RuleSources) {
    this.sentence = sentence;
    this.#rules = rules;
  }

  /** What the rules propose. */
  get proposed(): readonly Candidate[] {
    if (!this.#proposed) {
      this.#proposed = this.#rules.candidates(this.sentence);
      this.sentence.forgetPhrases();
    }
    return this.#proposed;
  }

  /** What the rules propose, each name once. */
  get names(): readonly Candidate[] {
    return (this.#names ??= mergedNames(this.proposed));
  }

  /** What the tagger makes of it. */
  lattice(tagger: Tagger): Lattice {
    return (this.#lattice ??= tagger.read(this.sentence, this.names));
  }

  /** Lets go of what the tagger made of it; it is made again when it is asked for. */
  forgetLattice(): void {
    this.#lattice = undefined;
  }
}
