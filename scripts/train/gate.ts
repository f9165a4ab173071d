// Trains the gate of the tagger: a logistic regression by stochastic gradient descent, in a fixed order.
import { GATE_FEATURES, GATE_SCALE, GATE_SLOTS } from '../../src/core/entities/tagger/gate.ts';
import type { Random } from './random.ts';

/** The words of a sentence as the gate sees them: those alone that no rule opens. */
export interface GateSentence {
  /** `GATE_FEATURES` slots for each word. */
  readonly slots: Int32Array;
  /** 1 for each word that has a character of a name. */
  readonly named: Uint8Array;
}

const ROUNDS = 4;
const RATE = 0.15;
/** How much more a word in a name counts than another: it costs a name to close it, and a moment to open it. */
const WEIGHT_OF_NAMED = 5;

/** The weights of a gate, `GATE_SLOTS` of them in parts of `GATE_SCALE`. */
export function trainGate(sentences: readonly GateSentence[], random: Random): Int8Array {
  const weights = new Float32Array(GATE_SLOTS);
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round);
    for (const { slots, named } of random.shuffled(sentences)) {
      for (let word = 0; word < named.length; word++) {
        const at = word * GATE_FEATURES;
        let odds = 0;
        for (let k = at; k < at + GATE_FEATURES; k++) odds += weights[slots[k]!]!;
        const error = named[word]! - 1 / (1 + Math.exp(-odds));
        const step = rate * error * (named[word] === 1 ? WEIGHT_OF_NAMED : 1);
        for (let k = at; k < at + GATE_FEATURES; k++) weights[slots[k]!]! += step;
      }
    }
  }
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * GATE_SCALE))));
}
