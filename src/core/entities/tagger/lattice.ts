import { BEGIN, END, INSIDE, LABELS, labelOf, mayFollow, SINGLE, TAGGED_TYPES } from './labels.ts';

const FROM: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (__, from) => from).filter((from) => mayFollow(from, to)),
);
const TO: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, from) =>
  Array.from({ length: LABELS }, (__, to) => to).filter((to) => mayFollow(from, to)),
);

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
  readonly #scores: Float32Array;
  readonly #transitions: Float64Array;
  /** Best score up to and with a character's label, and of all that follows it. */
  readonly #ahead: Float32Array;
  readonly #behind: Float32Array;
  readonly #best: number;

  /** `scores`: `LABELS` for each of `length` characters; `transitions`: from × to. */
  constructor(scores: Float64Array, transitions: Float64Array, length: number) {
    this.#length = length;
    this.#scores = Float32Array.from(scores.subarray(0, length * LABELS));
    this.#transitions = transitions;
    this.#ahead = new Float32Array(length * LABELS);
    this.#behind = new Float32Array(length * LABELS);
    this.#forward();
    this.#backward();
    this.#best = length === 0 ? 0 : Math.max(...TO[0]!.map((label) => this.#through(0, label)));
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
    let score = -Infinity;
    const first = labelAt(start);
    for (const from of start === 0 ? [] : FROM[first]!)
      score = Math.max(score, this.#ahead[(start - 1) * LABELS + from]! + this.#step(from, first));
    if (start === 0) score = 0;
    let without = -Infinity;
    for (let i = start; i < end; i++) {
      const label = labelAt(i);
      if (i > start) score += this.#step(labelAt(i - 1), label);
      score += this.#scores[i * LABELS + label]!;
      for (let other = 0; other < LABELS; other++)
        if (other !== label) without = Math.max(without, this.#through(i, other));
    }
    score += this.#behind[(end - 1) * LABELS + labelAt(end - 1)]!;
    return score < this.#best - 1e-3 ? score - this.#best : score - without;
  }

  #through(i: number, label: number): number {
    return this.#ahead[i * LABELS + label]! + this.#behind[i * LABELS + label]!;
  }

  #step(from: number, to: number): number {
    return this.#transitions[from * LABELS + to]!;
  }

  /** The label at `i` of the best path that has `before` at the character before. */
  #next(i: number, before: number): number {
    let best = -1;
    let top = -Infinity;
    for (const to of TO[before]!) {
      const score =
        (i === 0 ? 0 : this.#step(before, to)) + this.#scores[i * LABELS + to]! + this.#behind[i * LABELS + to]!;
      if (best < 0 || score > top) {
        best = to;
        top = score;
      }
    }
    return best;
  }

  #forward(): void {
    for (let i = 0; i < this.#length; i++) {
      const row = i * LABELS;
      for (let to = 0; to < LABELS; to++) {
        let top = i === 0 && mayFollow(0, to) ? 0 : -Infinity;
        if (i > 0) for (const from of FROM[to]!) top = Math.max(top, this.#ahead[row - LABELS + from]! + this.#step(from, to));
        this.#ahead[row + to] = top + this.#scores[row + to]!;
      }
    }
  }

  #backward(): void {
    for (let i = this.#length - 1; i >= 0; i--) {
      const row = i * LABELS;
      for (let from = 0; from < LABELS; from++) {
        let top = -Infinity;
        if (i === this.#length - 1) top = mayFollow(from, 0) ? 0 : -Infinity;
        else
          for (const to of TO[from]!) {
            const next = row + LABELS + to;
            top = Math.max(top, this.#step(from, to) + this.#scores[next]! + this.#behind[next]!);
          }
        this.#behind[row + from] = top;
      }
    }
  }
}
