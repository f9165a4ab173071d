import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../entityLexicons.ts';
import type { EntityType, EvidenceKind } from '../mention.ts';
import type { Sentence } from '../sentence.ts';
import { FeatureReader, FEATURES } from './features.ts';
import { LABELS, TAGGED_TYPES } from './labels.ts';
import { Lattice } from './lattice.ts';
import type { TaggerModel } from './model.ts';

/** How the confidence of a candidate follows from what speaks for it: the weights of a logistic regression. */
export interface Calibration {
  readonly bias: number;
  /** By the names that `signsOf` gives. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Margins beyond this say nothing more. */
const WIDEST = 12;
/** From this margin on a place or body that only the tagger finds is proposed, and with which confidence. */
const SURE_MARGIN = 4;
const SURE_CONFIDENCE = 0.7;

/** A trained tagger: proposes the names of a sentence and weighs what the rules propose. */
export class Tagger {
  readonly #model: TaggerModel;
  readonly #calibration: Calibration;
  readonly #reader: FeatureReader;
  readonly #ordinaryWords: ReadonlySet<string>;
  #features = new Int32Array(0);
  #scores = new Float64Array(0);

  constructor(model: TaggerModel, calibration: Calibration, lexicons: EntityLexicons) {
    this.#model = model;
    this.#calibration = calibration;
    this.#reader = new FeatureReader(lexicons);
    this.#ordinaryWords = lexicons.ordinaryWords;
  }

  /** All labellings of a sentence. */
  read(sentence: Sentence): Lattice {
    const { length } = sentence.text;
    if (this.#scores.length < length * LABELS) {
      this.#features = new Int32Array(length * FEATURES);
      this.#scores = new Float64Array(length * LABELS);
    }
    this.#reader.read(sentence, this.#features);
    this.#model.score(this.#features, length, this.#scores);
    return new Lattice(this.#scores, this.#model.transitions, length);
  }

  /**
   * The names of a sentence that the tagger finds by itself. Persons get their confidence from `weigh`;
   * of places and bodies, whose conventions differ between corpus and page, only the surest are proposed.
   */
  candidates({ text }: Sentence, lattice: Lattice): Candidate[] {
    return lattice.names().flatMap((name) => {
      const type = TAGGED_TYPES[name.type]!;
      const { start, end } = name;
      const margin = lattice.margin(name);
      const words = text.slice(start, end);
      if (this.#ordinaryWords.has(words)) return [];
      if (type !== 'person' && (margin < SURE_MARGIN || !isWellFormed(words, type))) return [];
      const confidence = type === 'person' ? 0.5 : SURE_CONFIDENCE;
      return [{ type, start, end, confidence, evidence: [{ kind: 'model' as const }] }];
    });
  }

  /** The candidates, each span and type once; persons with the confidence that all that speaks for them gives. */
  weigh(candidates: readonly Candidate[], { text }: Sentence, lattice: Lattice): Candidate[] {
    return candidates.map((candidate) => {
      if (candidate.type !== 'person') return candidate;
      if (this.#ordinaryWords.has(text.slice(candidate.start, candidate.end))) return candidate;
      const signs = signsOf(candidate, lattice);
      let odds = this.#calibration.bias;
      for (const [name, value] of signs) odds += value * (this.#calibration.weights[name] ?? 0);
      return { ...candidate, confidence: Math.min(0.995, 1 / (1 + Math.exp(-odds))) };
    });
  }
}

/** What speaks for and against a candidate, by the names of the calibration's weights. */
export function signsOf({ type, start, end, confidence, evidence }: Candidate, lattice: Lattice): [string, number][] {
  const margin = lattice.margin({ start, end, type: TAGGED_TYPES.findIndex((known) => known === type) });
  const bounded = Math.max(-WIDEST, Math.min(WIDEST, margin));
  const kinds = new Set<EvidenceKind>(evidence.map(({ kind }) => kind));
  const signs: [string, number][] = [
    [`${type} ${bounded >= 0 ? 'for' : 'against'}`, bounded],
    [bounded >= 0 ? `${type} found` : `${type} not found`, 1],
  ];
  if ([...kinds].some((kind) => kind !== 'model')) {
    const sure = Math.max(0.02, Math.min(0.99, confidence));
    signs.push([`${type} rule`, 1], [`${type} odds`, Math.log(sure / (1 - sure))]);
  }
  for (const kind of kinds) if (kind !== 'model') signs.push([`${type} ${kind} ${bounded >= 0 ? 'agreed' : 'alone'}`, 1]);
  return signs;
}

/** Whether words may be the whole of a place or body: no marks but brackets that are closed, and not too short. */
function isWellFormed(words: string, type: EntityType): boolean {
  if (words.length < (type === 'organization' ? 3 : 2)) return false;
  return /^[\p{L}\p{N}·]+(?:（[\p{L}\p{N}]+）[\p{L}\p{N}]*)?$/u.test(words);
}
