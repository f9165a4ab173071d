import { overlaps } from '../../text/span.ts';
import type { BodyConventions } from '../guide/bodyConventions.ts';
import { isNameType, isSameCandidate, type Candidate } from '../candidate.ts';
import type { CertainNames } from '../certainNames.ts';
import type { TitleReader } from '../titles/peopleTitles.ts';
import type { PlaceBounds } from '../guide/placeBounds.ts';
import type { Parts } from '../parts.ts';
import type { Reading } from './reading.ts';
import type { ReadSentence } from './readSentence.ts';
import { mergedNames } from '../mergedNames.ts';
import { resolve } from './resolve.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { isUnsupported } from './taggedAlone.ts';
import type { Lattice } from '../tagger/lattice.ts';
import type { Tagger } from '../tagger/tagger.ts';
import type { GivenTitle } from '../titles/titleChain.ts';

/** What an issue says of a candidate that its sentence alone does not: it is no person, or ends elsewhere. */
export interface Correction {
  readonly start: number;
  readonly end: number;
  /** Where the name ends; `start` where it is none. */
  readonly to: number;
}

/** What is decided of a sentence: its mentions, and the titles of its persons. */
export interface Decision {
  readonly chosen: readonly Candidate[];
  readonly titles: ReadonlyMap<Candidate, readonly GivenTitle[]>;
}

/** What the rest of an issue knows of a sentence. */
export interface Known {
  /** Names that were surely found elsewhere, proposed here too. */
  readonly remembered: readonly Candidate[];
  /** Other ends for persons, by what the issue says of them. */
  readonly corrections: readonly Correction[];
  /** Those of the remembered ones that are chosen wherever nothing else is. */
  readonly certain: readonly Candidate[];
}

const NO_TITLES: Decision['titles'] = new Map();
const NOTHING: Known = { remembered: [], corrections: [], certain: [] };

/** What all sentences of an extraction are decided with. */
export interface Deciding {
  readonly tagger: Tagger | undefined;
  readonly certainNames: CertainNames | undefined;
  readonly titles: TitleReader;
  readonly conventions: BodyConventions;
  readonly placeBounds: PlaceBounds;
  readonly parts: Parts;
}

/**
 * A sentence with the decisions on it: at first by what was read in it alone, then with what the issue remembers.
 * The last ones are kept, since mostly nothing changes from one extraction to the next.
 */
export class DecidedSentence {
  /** Where the sentence starts in the unit's text. */
  readonly offset: number;
  readonly #read: ReadSentence;
  readonly #given: readonly Candidate[];
  readonly #deciding: Deciding;
  #candidates: readonly Candidate[] | undefined;
  /** What the tagger proposes. */
  #tagged: readonly Candidate[] | undefined;
  /** The names among the candidates, each once. */
  #own: readonly Candidate[] | undefined;
  /** Names, and at the same places how the tagger weighed them: with what the issue knows most stay the same. */
  #names: readonly Candidate[] = [];
  #weighed: readonly Candidate[] = [];
  /** Of the names that the unit gives the sentence; without any it is the sentence's own. */
  #lattice: Lattice | undefined;
  #alone: readonly Candidate[] | undefined;
  #known: Known = NOTHING;
  #decision: Decision | undefined;

  constructor({ offset, read, given }: Reading, deciding: Deciding) {
    this.offset = offset;
    this.#read = read;
    this.#given = given;
    this.#deciding = deciding;
  }

  get sentence(): Sentence {
    return this.#read.sentence;
  }

  /** What the unit, patterns and rules propose. */
  propose(): readonly Candidate[] {
    return this.#given.length === 0 ? this.#read.proposed : [...this.#read.proposed, ...this.#given];
  }

  /** What was proposed in the sentence alone, by the tagger too. */
  get candidates(): readonly Candidate[] {
    return (this.#candidates ??= this.#tag().length === 0 ? this.propose() : [...this.propose(), ...this.#tag()]);
  }

  /** What is chosen without knowing the rest of the issue. */
  alone(): readonly Candidate[] {
    return (this.#alone ??= this.#resolve(this.#named()));
  }

  /** What is chosen with what the issue knows. */
  decide(known: Known): Decision {
    if (this.#decision && isSame(this.#known, known)) return this.#decision;
    const { remembered, corrections, certain } = known;
    const isAlone = remembered.length === 0 && corrections.length === 0;
    const decided = isAlone
      ? this.alone()
      : corrected(
          this.#resolve(mergedNames(kept(remembered, corrections), kept(this.#named(), corrections))),
          corrections,
        );
    const missing = certain.filter((one) => !decided.some((other) => isNameType(other.type) && overlaps(one, other)));
    const chosen =
      missing.length === 0 ? decided : [...decided, ...missing].sort((a, b) => a.start - b.start || b.end - a.end);
    const hasPerson = chosen.some(({ type }) => type === 'person');
    const titles = hasPerson
      ? this.#deciding.titles.read(
          this.sentence,
          chosen.filter(({ type }) => isNameType(type)),
        )
      : NO_TITLES;
    this.#known = known;
    return (this.#decision = { chosen, titles });
  }

  /** Lets go of what the tagger made of the sentence; it is made again when it is needed. */
  forgetLattice(): void {
    this.#names = this.#weighed = [];
    this.#lattice = undefined;
    this.#read.forgetLattice();
  }

  #tag(): readonly Candidate[] {
    const { tagger, conventions, parts } = this.#deciding;
    if (!tagger || !parts.has('tagger.proposals')) return [];
    if (!this.#tagged) {
      const tagged = tagger.candidates(this.sentence, this.#latticeBy(tagger));
      this.#tagged = conventions.apply(tagged, this.sentence);
      parts.tell('tagger.proposals', this.sentence, this.#tagged);
    }
    return this.#tagged;
  }

  #latticeBy(tagger: Tagger): Lattice {
    if (!this.#given.some(({ type }) => isNameType(type))) return this.#read.lattice(tagger);
    return (this.#lattice ??= tagger.read(this.sentence, this.#untagged()));
  }

  /** The names that the unit and the rules propose, each once. */
  #untagged(): readonly Candidate[] {
    return mergedNames(this.#given, this.#read.names);
  }

  #named(): readonly Candidate[] {
    return (this.#own ??= mergedNames(this.#tag(), this.#untagged()));
  }

  #weigh(names: readonly Candidate[], tagger: Tagger): readonly Candidate[] {
    const known = this.#names;
    const fresh = tagger.weigh(
      names.filter((name, index) => name !== known[index]),
      this.sentence,
      this.#latticeBy(tagger),
    );
    let next = 0;
    this.#weighed = names.map((name, index) => (name === known[index] ? this.#weighed[index]! : fresh[next++]!));
    this.#names = names;
    return this.#deciding.parts.has('tagger.support')
      ? this.#weighed.filter((name) => !isUnsupported(name))
      : this.#weighed;
  }

  #resolve(proposed: readonly Candidate[]): Candidate[] {
    const { tagger, certainNames, placeBounds } = this.#deciding;
    const others = this.#given.filter(({ type }) => !isNameType(type));
    if (proposed.length === 0 && others.length === 0 && !certainNames) return [];
    return resolve(
      proposed,
      others,
      (names) => placeBounds.settle(this.sentence, tagger ? this.#weigh(names, tagger) : names),
      certainNames && ((names) => certainNames.settle(this.sentence, names)),
    );
  }
}

/** The candidates without those that the issue says are no persons. */
function kept(candidates: readonly Candidate[], corrections: readonly Correction[]): readonly Candidate[] {
  if (corrections.length === 0) return candidates;
  return candidates.filter((one) => one.type !== 'person' || correctionOf(one, corrections)?.to !== one.start);
}

/** The chosen persons with the ends that the issue says they have; nothing else stays in their way. */
function corrected(chosen: readonly Candidate[], corrections: readonly Correction[]): readonly Candidate[] {
  if (corrections.length === 0) return chosen;
  const moved = chosen.map((one) =>
    one.type === 'person' ? { ...one, end: correctionOf(one, corrections)?.to ?? one.end } : one,
  );
  return moved.filter(
    (one, index) =>
      !isNameType(one.type) ||
      !moved.some((other, at) => at < index && other.type === 'person' && overlaps(one, other)),
  );
}

function correctionOf({ start, end, evidence }: Candidate, corrections: readonly Correction[]): Correction | undefined {
  // What the roster says is certain.
  if (evidence.some(({ kind }) => kind === 'roster')) return undefined;
  return corrections.find((one) => one.start === start && one.end === end);
}

function isSame(one: Known, other: Known): boolean {
  return (
    isSameList(one.remembered, other.remembered, isSameCandidate) &&
    isSameList(one.corrections, other.corrections, isSameCorrection) &&
    isSameList(one.certain, other.certain, isSameCandidate)
  );
}

function isSameCorrection(one: Correction, other: Correction): boolean {
  return one.start === other.start && one.end === other.end && one.to === other.to;
}

function isSameList<T>(known: readonly T[], fresh: readonly T[], isSameItem: (one: T, other: T) => boolean): boolean {
  return known.length === fresh.length && known.every((one, index) => isSameItem(one, fresh[index]!));
}
