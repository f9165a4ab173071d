import { isNameType, type Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../entityLexicons.ts';
import type { Evidence, EvidenceKind } from '../mention.ts';
import type { Sentence } from '../sentence.ts';
import { FeatureReader } from './features.ts';
import { LABELS, TAGGED_TYPES } from './labels.ts';
import { Lattice } from './lattice.ts';
import type { TaggerModel } from './model.ts';
import { ruleMarks } from './ruleMarks.ts';

/** How the confidence of a candidate follows from what speaks for it: the weights of a logistic regression. */
export interface Calibration {
  readonly bias: number;
  /** By the names that `signsOf` gives. */
  readonly weights: Readonly<Record<string, number>>;
}

const BY_MODEL: readonly Evidence[] = [{ kind: 'model' }];
/** Margins are whole numbers of the model's scale; so small a one says little. */
const SMALL_MARGIN = 60;
/** No suggestion is certain: that is what the roster says and the editor. */
const SUREST = 0.99;

/** A trained tagger: proposes the names of a sentence and weighs what the rules propose. */
export class Tagger {
  readonly #model: TaggerModel;
  readonly #calibration: Calibration;
  readonly #reader: FeatureReader;
  readonly #ordinaryWords: ReadonlySet<string>;
  #scores = new Int32Array(0);

  constructor(model: TaggerModel, calibration: Calibration, lexicons: EntityLexicons) {
    this.#model = model;
    this.#calibration = calibration;
    this.#reader = new FeatureReader(lexicons);
    this.#ordinaryWords = lexicons.ordinaryWords;
  }

  /** All labellings of a sentence, given what the rules propose for it. */
  read(sentence: Sentence, candidates: readonly Candidate[]): Lattice {
    const { length } = sentence.text;
    if (this.#scores.length < length * LABELS) this.#scores = new Int32Array(length * LABELS);
    const features = this.#reader.read(sentence, ruleMarks(candidates, length), this.#model.closedWords);
    this.#model.score(features, this.#scores);
    return new Lattice(this.#scores, this.#model.transitions, length);
  }

  /** The names of a sentence by the best labelling; `weigh` says how sure they are. */
  candidates({ text }: Sentence, lattice: Lattice): Candidate[] {
    return lattice.names().flatMap(({ start, end, type }) => {
      const name = text.slice(start, end);
      if (this.#ordinaryWords.has(name) || !isWellFormed(name)) return [];
      return [{ type: TAGGED_TYPES[type]!, start, end, confidence: 0.5, evidence: BY_MODEL }];
    });
  }

  /** The candidates, each span and type once, with the confidence that all that speaks for them gives. */
  weigh(candidates: readonly Candidate[], { text }: Sentence, lattice: Lattice): Candidate[] {
    return candidates.map((candidate) => {
      if (!isNameType(candidate.type)) return candidate;
      if (this.#ordinaryWords.has(text.slice(candidate.start, candidate.end))) return candidate;
      let odds = this.#calibration.bias;
      for (const [name, value] of signsOf(candidate, lattice)) odds += value * (this.#calibration.weights[name] ?? 0);
      return { ...candidate, confidence: Math.min(SUREST, 1 / (1 + Math.exp(-odds))) };
    });
  }
}

/** What speaks for and against a candidate, by the names of the calibration's weights. */
export function signsOf({ type, start, end, confidence, evidence }: Candidate, lattice: Lattice): [string, number][] {
  const margin = lattice.margin({ start, end, type: TAGGED_TYPES.findIndex((known) => known === type) });
  const kinds = new Set<EvidenceKind>(evidence.map(({ kind }) => kind));
  const found = margin >= 0;
  const signs: [string, number][] = [
    [`${type} ${found ? 'for' : 'against'}`, Math.sign(margin) * Math.log1p(Math.abs(margin) / SMALL_MARGIN)],
    [found ? `${type} found` : `${type} not found`, 1],
  ];
  if ([...kinds].some((kind) => kind !== 'model')) {
    const sure = Math.max(0.02, Math.min(0.99, confidence));
    signs.push([`${type} rule`, 1], [`${type} odds`, Math.log(sure / (1 - sure))]);
  }
  for (const kind of kinds) if (kind !== 'model') signs.push([`${type} ${kind} ${found ? 'agreed' : 'alone'}`, 1]);
  return signs;
}

/** Whether words may be the whole of a name: no marks but dots, hyphens and brackets that are closed. */
function isWellFormed(name: string): boolean {
  return /^[\p{L}\p{N}·•・‧-]+(?:（[\p{L}\p{N}]+）[\p{L}\p{N}]*)?$/u.test(name);
}
