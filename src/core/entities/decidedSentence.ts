import type { RosterIndex } from '../roster/rosterIndex.ts';
import { isNameType, type Candidate } from './candidate.ts';
import type { TitleReader } from './peopleTitles.ts';
import type { LatticeOfSentence, Reading } from './reading.ts';
import { resolve } from './resolve.ts';
import type { Sentence } from './sentence.ts';
import type { Tagger } from './tagger/tagger.ts';
import type { GivenTitle } from './titleChain.ts';

/** What is decided of a sentence: its mentions, and the titles of its persons. */
export interface Decision {
  readonly chosen: readonly Candidate[];
  readonly titles: ReadonlyMap<Candidate, readonly GivenTitle[]>;
}

/** What all sentences of an extraction are decided with. */
export interface Deciding {
  readonly tagger: Tagger | undefined;
  readonly roster: RosterIndex | undefined;
  readonly titles: TitleReader;
}

/**
 * A sentence with the decisions on it: at first by what was read in it alone, then with what the issue remembers.
 * The last ones are kept, since mostly nothing changes from one extraction to the next.
 */
export class DecidedSentence {
  /** Where the sentence starts in the unit's text. */
  readonly offset: number;
  readonly sentence: Sentence;
  readonly candidates: readonly Candidate[];
  readonly #deciding: Deciding;
  readonly #lattice: LatticeOfSentence | undefined;
  #alone: readonly Candidate[] | undefined;
  #remembered: readonly Candidate[] = [];
  #decision: Decision | undefined;

  constructor({ offset, sentence, candidates, lattice }: Reading, deciding: Deciding) {
    this.offset = offset;
    this.sentence = sentence;
    this.candidates = candidates;
    this.#lattice = lattice;
    this.#deciding = deciding;
  }

  /** What is chosen without knowing the rest of the issue. */
  alone(): readonly Candidate[] {
    return (this.#alone ??= this.#resolve(this.candidates));
  }

  /** What is chosen when `remembered` is proposed too. */
  decide(remembered: readonly Candidate[]): Decision {
    if (this.#decision && isSame(this.#remembered, remembered)) return this.#decision;
    const chosen = remembered.length === 0 ? this.alone() : this.#resolve([...this.candidates, ...remembered]);
    const titles = this.#deciding.titles.read(
      this.sentence.text,
      chosen.filter(({ type }) => isNameType(type)),
    );
    this.#remembered = remembered;
    return (this.#decision = { chosen, titles });
  }

  /** Lets go of what the tagger made of the sentence. */
  forgetLattice(): void {
    this.#lattice?.forget();
  }

  #resolve(candidates: readonly Candidate[]): Candidate[] {
    const { tagger, roster } = this.#deciding;
    const lattice = this.#lattice;
    if (candidates.length === 0 && !roster) return [];
    return resolve(
      candidates,
      tagger && lattice && ((names) => tagger.weigh(names, this.sentence, lattice.get())),
      roster && ((names) => roster.settle(this.sentence, names)),
    );
  }
}

function isSame(known: readonly Candidate[], fresh: readonly Candidate[]): boolean {
  return known.length === fresh.length && (known.length === 0 || JSON.stringify(known) === JSON.stringify(fresh));
}
