import type { Candidate } from './candidate.ts';
import type { Sentence } from './tokens/sentence.ts';

/**
 * What an extraction is made of, by name: what it can be run without, so that the worth of each part can be measured
 * (`npm run ablate`). A part of a part has the name of the whole before its own, with a dot.
 */
export const PARTS = [
  // Rule sources, which read a sentence by itself.
  'persons',
  'persons.byTitle',
  'persons.byTitleAfter',
  'persons.byDot',
  'persons.byCharacters',
  'persons.surnamesAlone',
  'persons.spacedNames',
  'persons.byGlued',
  'persons.byNeighbour',
  'places',
  'places.byLexicon',
  'places.byTag',
  'places.byMarks',
  'places.byForm',
  'abbreviations',
  'placeEndings',
  'organizations',
  'organizations.byLexicon',
  'organizations.byEnding',
  'organizations.byLevel',
  'organizations.byPaperMarks',
  'fixedBodies',
  'assemblies',
  // What puts the names of the sources together, and what leaves them out.
  'joinNames',
  'outsidePhrases',
  // The guide's conventions.
  'bodyConventions',
  'bodyConventions.bodyChain',
  'bodyConventions.partyGroup',
  'placeBounds',
  'placeBounds.regions',
  'personShape',
  // The tagger.
  'tagger',
  'tagger.proposals',
  'tagger.support',
  // What the issue knows.
  'memory',
  'memory.persons',
  'memory.places',
  'memory.definitions',
  'personWitnesses',
  'personWitnesses.corrections',
  'personWitnesses.certain',
  'homeRegion',
  'homeRegion.counties',
  'homeRegion.abbreviations',
  // Titles of persons.
  'titles.before',
  'titles.shared',
  'titles.after',
  'titles.behind',
  'titles.appointed',
] as const;

/** The name of a part of the extraction. */
export type Part = (typeof PARTS)[number];

/** Is told what a part proposes for a sentence, with offsets within it. */
export type Listener = (part: Part, sentence: Sentence, proposed: readonly Candidate[]) => void;

/** Which parts take part in an extraction, and who is told what they propose. */
export class Parts {
  readonly #without: ReadonlySet<Part>;
  readonly #listener: Listener | undefined;

  constructor(without: Iterable<Part> = [], listener?: Listener) {
    const names = [...without];
    this.#without = new Set(PARTS.filter((part) => names.some((name) => part === name || part.startsWith(`${name}.`))));
    this.#listener = listener;
  }

  /** Whether a part takes part: neither it nor what it is a part of is left out. */
  has(part: Part): boolean {
    return !this.#without.has(part);
  }

  /** The things that belong to the parts that take part, in their order. */
  of<T>(named: readonly (readonly [Part, T])[]): T[] {
    return named.filter(([part]) => this.has(part)).map(([, thing]) => thing);
  }

  /** Says what a part proposes for a sentence. */
  tell(part: Part, sentence: Sentence, proposed: readonly Candidate[]): void {
    this.#listener?.(part, sentence, proposed);
  }
}

/** An extraction with all its parts. */
export const ALL_PARTS = new Parts();
