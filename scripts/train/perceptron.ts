// An averaged structured perceptron (Collins 2002) over hashed features, with a fixed order of all steps.
import { FEATURES } from '../../src/core/entities/tagger/features.ts';
import { LABELS } from '../../src/core/entities/tagger/labels.ts';
import { slotOf, TaggerModel, type ModelRow } from '../../src/core/entities/tagger/model.ts';
import type { Random } from './random.ts';
import { decode } from './viterbi.ts';

/** A sentence ready for training: the numbers of its features (-1: too rare), and its labels. */
export interface Encoded {
  /** 1 for each character that may be in a name: only these have features. */
  readonly open: Uint8Array;
  readonly features: Int32Array;
  readonly labels: Uint8Array;
}

/** Gives features numbers, those alone that are seen often enough. */
export class FeatureNumbers {
  readonly #slots: number;
  readonly #hashes: Int32Array;
  readonly #numbers: Int32Array;
  /** The hash of each feature, and how often it was seen. */
  readonly hashes: Int32Array;
  readonly counts: Int32Array;

  constructor(all: Iterable<Int32Array>, least: number, bits = 26) {
    this.#slots = (1 << bits) - 1;
    this.#hashes = new Int32Array(1 << bits);
    this.#numbers = new Int32Array(1 << bits);
    let used = 0;
    for (const features of all)
      for (const hash of features) {
        const slot = this.#slot(hash);
        if (this.#numbers[slot] === 0 && ++used > this.#slots * 0.9) throw new Error('too many features for the table');
        this.#hashes[slot] = hash;
        this.#numbers[slot]!++;
      }
    const kept: number[] = [];
    const counts: number[] = [];
    for (let slot = 0; slot <= this.#slots; slot++) {
      if (this.#numbers[slot] === 0) continue;
      if (this.#numbers[slot]! >= least) {
        kept.push(this.#hashes[slot]!);
        counts.push(this.#numbers[slot]!);
        this.#numbers[slot] = kept.length;
      } else this.#numbers[slot] = -1;
    }
    this.hashes = Int32Array.from(kept);
    this.counts = Int32Array.from(counts);
  }

  /** Replaces the hashes by the features' numbers from 0, or -1. */
  encode(features: Int32Array): Int32Array {
    return features.map((hash) => {
      const number = this.#numbers[this.#slot(hash)]!;
      return number > 0 ? number - 1 : -1;
    });
  }

  #slot(hash: number): number {
    let slot = Math.imul(hash, 0x9e3779b1) & this.#slots;
    while (this.#numbers[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#slots;
    return slot;
  }
}

/** The weights in training, with their sums for the average. */
export class Perceptron {
  readonly #weights: Float32Array;
  readonly #sums: Float32Array;
  readonly #transitions = new Float64Array(LABELS * LABELS);
  readonly #transitionSums = new Float64Array(LABELS * LABELS);
  #step = 1;

  constructor(features: number) {
    this.#weights = new Float32Array(features * LABELS);
    this.#sums = new Float32Array(features * LABELS);
  }

  /** One pass over the examples in an order drawn from `random`. Returns the number of wrong characters. */
  pass(examples: readonly Encoded[], random: Random): number {
    let wrong = 0;
    for (const example of random.shuffled(examples)) {
      const { open, features, labels } = example;
      const scores = this.#score(example);
      const guess = decode(open, scores, this.#transitions);
      for (let i = 0, next = 0; i < labels.length; i++) {
        const gold = labels[i]!;
        const got = guess[i]!;
        const from = next;
        if (open[i] === 1) next += FEATURES;
        if (gold !== got && open[i] === 1) {
          wrong++;
          for (let k = from; k < from + FEATURES; k++) {
            const feature = features[k]!;
            if (feature < 0) continue;
            this.#change(feature * LABELS + gold, 1);
            this.#change(feature * LABELS + got, -1);
          }
        }
        if (i === 0) continue;
        const goldStep = labels[i - 1]! * LABELS + gold;
        const gotStep = guess[i - 1]! * LABELS + got;
        if (goldStep === gotStep) continue;
        this.#transitions[goldStep]! += 1;
        this.#transitionSums[goldStep]! += this.#step;
        this.#transitions[gotStep]! -= 1;
        this.#transitionSums[gotStep]! -= this.#step;
      }
      this.#step++;
    }
    return wrong;
  }

  /**
   * The averaged model as it will be read, in whole numbers of -127 to 127. A feature counts by its greatest weight
   * and by the logarithm of how often it was seen: of those with one slot the one that counts most is kept, and of
   * all at most `most`.
   */
  model({ hashes, counts }: FeatureNumbers, gate: Int8Array, most: number): { model: TaggerModel; bytes: Uint8Array } {
    const averaged = (index: number) => this.#weights[index]! - this.#sums[index]! / this.#step;
    const greatest = (feature: number) => {
      let weight = 0;
      for (let label = 0; label < LABELS; label++) weight = Math.max(weight, Math.abs(averaged(feature * LABELS + label)));
      return weight;
    };
    const bySlot = new Map<number, { feature: number; importance: number }>();
    for (const [feature, hash] of hashes.entries()) {
      const importance = greatest(feature) * Math.log1p(counts[feature]!);
      if (importance > (bySlot.get(slotOf(hash))?.importance ?? 0)) bySlot.set(slotOf(hash), { feature, importance });
    }
    const kept = [...bySlot.values()].sort((a, b) => b.importance - a.importance || a.feature - b.feature).slice(0, most);
    const scale = kept.reduce((top, { feature }) => Math.max(top, greatest(feature)), 0) / 127;
    const rows: ModelRow[] = [];
    for (const { feature } of kept) {
      const weights = Int8Array.from({ length: LABELS }, (_, label) => Math.round(averaged(feature * LABELS + label) / scale));
      if (weights.some((weight) => weight !== 0)) rows.push({ hash: hashes[feature]!, weights });
    }
    const transitions = Int32Array.from(this.#transitions, (weight, index) =>
      Math.round((weight - this.#transitionSums[index]! / this.#step) / scale),
    );
    const bytes = TaggerModel.format({ rows, transitions, gate });
    return { model: TaggerModel.parse(bytes), bytes };
  }

  #change(index: number, by: number): void {
    this.#weights[index]! += by;
    this.#sums[index]! += by * this.#step;
  }

  #score({ features }: Encoded): Float64Array {
    const scores = new Float64Array((features.length / FEATURES) * LABELS);
    for (let k = 0, to = 0; k < features.length; to += LABELS) {
      for (const end = k + FEATURES; k < end; k++) {
        const feature = features[k]!;
        if (feature < 0) continue;
        const from = feature * LABELS;
        for (let label = 0; label < LABELS; label++) scores[to + label]! += this.#weights[from + label]!;
      }
    }
    return scores;
  }
}
