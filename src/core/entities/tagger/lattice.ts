import { BEGIN, END, INSIDE, LABELS, labelOf, mayFollow, SINGLE, TAGGED_TYPES } from './labels.ts';
import { NEVER } from './model.ts';

/** The steps that may be, one after the other: those that lead to a label, and those that lead away from it. */
const STEPS = allSteps();
/** Where the labels' lists begin in `STEPS.from` and `STEPS.to`. */
const FIRST_FROM = STEPS.firstFrom;
const FIRST_TO = STEPS.firstTo;
const FROM = STEPS.from;
const TO = STEPS.to;

/** A name of the best labels: offsets in the sentence, index into `TAGGED_TYPES`. */
export interface LatticeName {
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

/**
 * All labellings of a sentence with their scores: the best one, and how much better or worse than it a
 * name would be (max-marginals from both ends; Viterbi over `LABELS` labels).
 */
export class Lattice {
  readonly #length: number;
  readonly #scores: Int32Array;
  readonly #transitions: Int32Array;
  /** Best score up to and with a character's label, and of all that follows it. */
  readonly #ahead: Int32Array;
  readonly #behind: Int32Array;
  readonly #best: number;

  /** `scores`: `LABELS` for each of `length` characters; `transitions`: from × to. */
  constructor(scores: Int32Array, transitions: Int32Array, length: number) {
    this.#length = length;
    this.#scores = scores.slice(0, length * LABELS);
    this.#transitions = transitions;
    this.#ahead = new Int32Array(length * LABELS);
    this.#behind = new Int32Array(length * LABELS);
    this.#forward();
    this.#backward();
    this.#best = length === 0 ? 0 : this.#bestThrough(0, -1);
  }

  /** The names of the best labelling in order. */
  names(): LatticeName[] {
    const names: LatticeName[] = [];
    let start = 0;
    let label = 0;
    for (let i = 0; i < this.#length; i++) {
      label = this.#next(i, label);
      if (label === 0) continue;
      const part = (label - 1) & 3;
      if (part === BEGIN || part === SINGLE) start = i;
      if (part === END || part === SINGLE) names.push({ start, end: i + 1, type: (label - 1) >> 2 });
    }
    return names;
  }

  /**
   * By how much the best labelling with the name is better than the best one without it; negative where
   * the best labelling does not have it.
   */
  margin({ start, end, type }: LatticeName): number {
    const length = end - start;
    if (length <= 0 || start < 0 || end > this.#length || type < 0 || type >= TAGGED_TYPES.length) return -Infinity;
    const labelAt = (i: number) =>
      labelOf(type, length === 1 ? SINGLE : i === start ? BEGIN : i === end - 1 ? END : INSIDE);
    const first = labelAt(start);
    let score = start === 0 ? 0 : NEVER;
    if (start > 0)
      for (let k = FIRST_FROM[first]!; k < FIRST_FROM[first + 1]!; k++)
        score = Math.max(score, this.#ahead[(start - 1) * LABELS + FROM[k]!]! + this.#step(FROM[k]!, first));
    let without = NEVER;
    for (let i = start; i < end; i++) {
      const label = labelAt(i);
      if (i > start) score += this.#step(labelAt(i - 1), label);
      score += this.#scores[i * LABELS + label]!;
      without = Math.max(without, this.#bestThrough(i, label));
    }
    score += this.#behind[(end - 1) * LABELS + labelAt(end - 1)]!;
    return score < this.#best ? score - this.#best : score - without;
  }

  /** The best score of all labellings that have any label but `except` at `i`. */
  #bestThrough(i: number, except: number): number {
    let best = NEVER;
    for (let label = 0; label < LABELS; label++)
      if (label !== except) best = Math.max(best, this.#ahead[i * LABELS + label]! + this.#behind[i * LABELS + label]!);
    return best;
  }

  #step(from: number, to: number): number {
    return this.#transitions[from * LABELS + to]!;
  }

  /** The label at `i` of the best path that has `before` at the character before. */
  #next(i: number, before: number): number {
    let best = 0;
    let top = NEVER * 2;
    for (let k = FIRST_TO[before]!; k < FIRST_TO[before + 1]!; k++) {
      const to = TO[k]!;
      const score = (i === 0 ? 0 : this.#step(before, to)) + this.#scores[i * LABELS + to]! + this.#behind[i * LABELS + to]!;
      if (score > top) {
        best = to;
        top = score;
      }
    }
    return best;
  }

  #forward(): void {
    const ahead = this.#ahead;
    const scores = this.#scores;
    const transitions = this.#transitions;
    for (let i = 0; i < this.#length; i++) {
      const row = i * LABELS;
      // A character that stands in no name has but one label.
      const labels = scores[row + 1] === NEVER ? 1 : LABELS;
      if (labels === 1) ahead.fill(NEVER, row + 1, row + LABELS);
      for (let to = 0; to < labels; to++) {
        let top = NEVER;
        if (i === 0) top = mayFollow(0, to) ? 0 : NEVER;
        else
          for (let k = FIRST_FROM[to]!, end = FIRST_FROM[to + 1]!; k < end; k++) {
            const from = FROM[k]!;
            const score = ahead[row - LABELS + from]! + transitions[from * LABELS + to]!;
            if (score > top) top = score;
          }
        ahead[row + to] = Math.max(NEVER, top + scores[row + to]!);
      }
    }
  }

  #backward(): void {
    const behind = this.#behind;
    const scores = this.#scores;
    const transitions = this.#transitions;
    const next = new Int32Array(LABELS);
    for (let i = this.#length - 1; i >= 0; i--) {
      const row = i * LABELS;
      if (i < this.#length - 1) for (let to = 0; to < LABELS; to++) next[to] = scores[row + LABELS + to]! + behind[row + LABELS + to]!;
      const labels = scores[row + 1] === NEVER ? 1 : LABELS;
      if (labels === 1) behind.fill(NEVER, row + 1, row + LABELS);
      for (let from = 0; from < labels; from++) {
        let top = NEVER;
        if (i === this.#length - 1) top = mayFollow(from, 0) ? 0 : NEVER;
        else
          for (let k = FIRST_TO[from]!, end = FIRST_TO[from + 1]!; k < end; k++) {
            const to = TO[k]!;
            const score = transitions[from * LABELS + to]! + next[to]!;
            if (score > top) top = score;
          }
        behind[row + from] = Math.max(NEVER, top);
      }
    }
  }
}

function allSteps() {
  const from: number[] = [];
  const to: number[] = [];
  const firstFrom = [0];
  const firstTo = [0];
  for (let one = 0; one < LABELS; one++) {
    for (let other = 0; other < LABELS; other++) {
      if (mayFollow(other, one)) from.push(other);
      if (mayFollow(one, other)) to.push(other);
    }
    firstFrom.push(from.length);
    firstTo.push(to.length);
  }
  return { from: Uint8Array.from(from), to: Uint8Array.from(to), firstFrom: Uint8Array.from(firstFrom), firstTo: Uint8Array.from(firstTo) };
}
