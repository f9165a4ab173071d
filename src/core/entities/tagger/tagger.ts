import { isNameType, type Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import type { Evidence } from '../mention.ts';
import { shapedPerson } from '../guide/personShape.ts';
import { ALL_PARTS, type Parts } from '../parts.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { Confidence, type Calibration } from './calibration.ts';
import { FeatureReader } from './features.ts';
import { LABELS, TAGGED_TYPES } from './labels.ts';
import { Lattice, LatticeMemory, StepWeights } from './lattice.ts';
import type { TaggerModel } from './model.ts';
import { ruleMarks } from './ruleMarks.ts';

const BY_MODEL: readonly Evidence[] = [{ kind: 'model' }];

/** A trained tagger: proposes the names of a sentence and weighs what the rules propose. */
export class Tagger {
  readonly #model: TaggerModel;
  readonly #confidence: Confidence;
  readonly #reader: FeatureReader;
  readonly #lexicons: EntityLexicons;
  readonly #ordinaryWords: ReadonlySet<string>;
  readonly #steps: StepWeights;
  readonly #memory = new LatticeMemory();
  readonly #parts: Parts;
  #scores = new Int32Array(0);

  constructor(model: TaggerModel, calibration: Calibration, lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#parts = parts;
    this.#model = model;
    this.#steps = new StepWeights(model.transitions);
    this.#confidence = new Confidence(calibration);
    this.#reader = new FeatureReader(lexicons);
    this.#lexicons = lexicons;
    this.#ordinaryWords = lexicons.ordinaryWords;
  }

  /** All labellings of a sentence, given the names that the rules propose for it, each once. */
  read(sentence: Sentence, proposed: readonly Candidate[]): Lattice {
    const { length } = sentence.text;
    const features = this.#reader.read(sentence, ruleMarks(proposed, length), this.#model.gate);
    if (this.#scores.length < features.count * LABELS) this.#scores = new Int32Array(features.count * LABELS);
    this.#model.score(features, this.#scores);
    return new Lattice(features.open, length, this.#scores, this.#steps, this.#memory);
  }

  /** The names of a sentence by the best labelling; `weigh` says how sure they are. */
  candidates({ text }: Sentence, lattice: Lattice): Candidate[] {
    return lattice.names().flatMap(({ start, end, type }) => {
      const name = text.slice(start, end);
      if (this.#ordinaryWords.has(name) || !isWellFormed(name)) return [];
      const candidate: Candidate = { type: TAGGED_TYPES[type]!, start, end, confidence: 0.5, evidence: BY_MODEL };
      return candidate.type === 'person' ? shapedPerson(text, candidate, this.#lexicons, this.#parts) : candidate;
    });
  }

  /** The candidates, each span and type once, with the confidence that all that speaks for them gives. */
  weigh(candidates: readonly Candidate[], { text }: Sentence, lattice: Lattice): Candidate[] {
    return candidates.map((candidate) => {
      if (!isNameType(candidate.type) || candidate.settled) return candidate;
      if (this.#ordinaryWords.has(text.slice(candidate.start, candidate.end))) return candidate;
      return { ...candidate, confidence: Math.max(candidate.atLeast ?? 0, this.#confidence.of(candidate, lattice)) };
    });
  }
}

/** Whether words may be the whole of a name: no marks but dots, hyphens and brackets that are closed. */
function isWellFormed(name: string): boolean {
  return /^[\p{L}\p{N}·•・‧-]+(?:（[\p{L}\p{N}]+）[\p{L}\p{N}]*)?$/u.test(name);
}
