import type { BodyConventions } from '../guide/bodyConventions.ts';
import type { Candidate } from '../candidate.ts';
import type { DecidedSentence, Known } from '../decode/decidedSentence.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { ALL_PARTS, type Part, type Parts } from '../parts.ts';
import { HomeRegion } from './homeRegion.ts';
import { DocumentMemory } from './memory.ts';
import { PersonWitnesses } from './personWitnesses.ts';
import type { Sentence } from '../tokens/sentence.ts';

/**
 * What a whole issue says of the names in it: who is a person, which names are sure, what its region is. It is told
 * of all sentences once by `witness` and then by `learn`, before it is asked about any.
 */
export class IssueKnowledge {
  readonly #conventions: BodyConventions;
  readonly #witnesses: PersonWitnesses;
  readonly #memory: DocumentMemory;
  readonly #region: HomeRegion;
  readonly #parts: Parts;
  #abbreviations: ReadonlySet<string> | undefined;

  /** `home`: the code of the division that the issue is from, where it is known. */
  constructor(lexicons: EntityLexicons, conventions: BodyConventions, home: string | undefined, parts = ALL_PARTS) {
    this.#conventions = conventions;
    this.#parts = parts;
    this.#witnesses = new PersonWitnesses(lexicons);
    this.#memory = new DocumentMemory(lexicons, parts);
    this.#region = new HomeRegion(lexicons, home);
  }

  /** Notes what a sentence of a story says for and against its persons. */
  witness(decided: DecidedSentence, story: number): void {
    for (const candidate of decided.alone())
      if (candidate.type === 'person') this.#witnesses.note(decided.sentence, candidate, story);
  }

  /** Remembers the names of a sentence. */
  learn(decided: DecidedSentence): void {
    const { sentence } = decided;
    for (const candidate of decided.alone()) {
      const name = sentence.text.slice(candidate.start, candidate.end);
      this.#memory.learn(name, candidate);
      this.#memory.learnDefinition(sentence, candidate);
      if (candidate.type === 'place') this.#region.learn(name);
    }
  }

  /** What the rest of the issue knows of a sentence of a story. */
  about({ sentence, candidates }: DecidedSentence, story: number): Known {
    const remembered = [
      ...this.#from('memory', sentence, () =>
        this.#conventions.apply(this.#memory.find(sentence, candidates), sentence),
      ),
      ...this.#from('homeRegion.counties', sentence, () => this.#region.findCounties(sentence)),
      ...this.#from('homeRegion.abbreviations', sentence, () =>
        HomeRegion.find(sentence, (this.#abbreviations ??= this.#region.abbreviations())),
      ),
    ];
    return {
      remembered,
      corrections: this.#parts.has('personWitnesses.corrections')
        ? this.#witnesses.corrections(sentence, candidates, remembered, story)
        : [],
      certain: this.#parts.has('personWitnesses.certain') ? this.#witnesses.certain(sentence, remembered) : [],
    };
  }

  #from(part: Part, sentence: Sentence, find: () => readonly Candidate[]): readonly Candidate[] {
    if (!this.#parts.has(part)) return [];
    const found = find();
    this.#parts.tell(part, sentence, found);
    return found;
  }
}
