// An averaged structured perceptron (Collins 2002) over hashed features, with a fixed order of all steps.
import { FEATURES } from '../../src/core/entities/tagger/features.ts';
import { LABELS } from '../../src/core/entities/tagger/labels.ts';
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

/** What was learnt: `LABELS` weights for each feature, and those of the steps from label × to label. */
export interface Averages {
  readonly weights: Float32Array;
  readonly transitions: Float64Array;
}

/** The mean of what was learnt in several orders of the examples: what depends on one order cancels out. */
export function meanOf(all: readonly Averages[]): Averages {
  const mean = <T extends Float32Array | Float64Array>(first: T, of: (one: Averages) => T) =>
    first.map((_, index) => all.reduce((sum, one) => sum + of(one)[index]!, 0) / all.length) as T;
  const [first] = all;
  if (!first) throw new RangeError('the mean of nothing');
  return {
    weights: mean(first.weights, ({ weights }) => weights),
    transitions: mean(first.transitions, ({ transitions }) => transitions),
  };
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

  /** The averages of the weights over all steps. */
  averages(): Averages {
    return {
      weights: this.#weights.map((weight, index) => weight - this.#sums[index]! / this.#step),
      transitions: this.#transitions.map((weight, index) => weight - this.#transitionSums[index]! / this.#step),
    };
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
