import { BEGIN, END, INSIDE, LABELS, labelOf, mayFollow, SINGLE, TAGGED_TYPES } from './labels.ts';

/** The score of what cannot be; sums of it stay in 32 bits. */
export const NEVER = -(2 ** 28);

/** The steps that may be, one after the other: those that lead to a label, and those that lead away from it. */
const STEPS = allSteps();
/** Where the labels' lists begin in `STEPS.from` and `STEPS.to`. */
const FIRST_FROM = STEPS.firstFrom;
const FIRST_TO = STEPS.firstTo;
const FROM = STEPS.from;
const TO = STEPS.to;
/** By label: whether it may stand behind a character that is in no name, and before one. */
const MAY_BEGIN = Uint8Array.from({ length: LABELS }, (_, label) => Number(mayFollow(0, label)));
const MAY_END = Uint8Array.from({ length: LABELS }, (_, label) => Number(mayFollow(label, 0)));

/** A name of the best labels: offsets in the sentence, index into `TAGGED_TYPES`. */
export interface LatticeName {
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

/**
 * All labellings of a sentence with their scores: the best one, and how much better or worse than it a
 * name would be (max-marginals from both ends; Viterbi over `LABELS` labels). Characters that stand in no name
 * have but one label, so that they take no part; each run of open characters between them is decided by itself.
 */
export class Lattice {
  /** The row of each character in the tables, one after the other; -1 where it stands in no name. */
  readonly #rows: Int16Array;
  readonly #scores: Int32Array;
  readonly #transitions: Int32Array;
  /** Best score of the run up to and with a character's label, and of all that follows it. */
  readonly #ahead: Int32Array;
  readonly #behind: Int32Array;

  /**
   * `open`: 1 for each character that may stand in a name, at most 32,767 characters; `scores`: `LABELS` for each
   * of these; `transitions`: from × to.
   */
  constructor(open: Uint8Array, scores: Int32Array, transitions: Int32Array) {
    const rows = new Int16Array(open.length);
    let count = 0;
    for (let i = 0; i < open.length; i++) rows[i] = open[i] === 0 ? -1 : count++;
    this.#rows = rows;
    this.#transitions = transitions;
    // One piece of memory for the three tables: a lattice for each sentence of an issue is kept.
    const tables = new Int32Array(3 * count * LABELS);
    this.#scores = tables.subarray(0, count * LABELS);
    this.#ahead = tables.subarray(count * LABELS, 2 * count * LABELS);
    this.#behind = tables.subarray(2 * count * LABELS);
    this.#scores.set(scores.subarray(0, count * LABELS));
    this.#forward();
    this.#backward();
  }

  /** The names of the best labelling in order. */
  names(): LatticeName[] {
    const names: LatticeName[] = [];
    let start = 0;
    let label = 0;
    for (let i = 0; i < this.#rows.length; i++) {
      label = this.#rows[i] === -1 ? 0 : this.#next(i, label);
      if (label === 0) continue;
      const part = (label - 1) & 3;
      if (part === BEGIN || part === SINGLE) start = i;
      if (part === END || part === SINGLE) names.push({ start, end: i + 1, type: (label - 1) >> 2 });
    }
    return names;
  }

  /**
   * By how much the best labelling with the name is better than the best one without it; negative where
   * the best labelling does not have it, and `NEVER` where none has.
   */
  margin({ start, end, type }: LatticeName): number {
    const length = end - start;
    if (length <= 0 || start < 0 || end > this.#rows.length || type < 0 || type >= TAGGED_TYPES.length) return -Infinity;
    const labelAt = (i: number) =>
      labelOf(type, length === 1 ? SINGLE : i === start ? BEGIN : i === end - 1 ? END : INSIDE);
    let score = 0;
    let without = NEVER;
    for (let i = start; i < end; i++) {
      const row = this.#rows[i]!;
      if (row === -1) return NEVER;
      const label = labelAt(i);
      if (i > start) score += this.#step(labelAt(i - 1), label) + this.#scores[row * LABELS + label]!;
      else score = this.#ahead[row * LABELS + label]!;
      without = Math.max(without, this.#bestThrough(row, label));
    }
    score += this.#behind[this.#rows[end - 1]! * LABELS + labelAt(end - 1)]!;
    const best = this.#bestThrough(this.#rows[start]!, -1);
    return score < best ? score - best : score - without;
  }

  /** The best score of all labellings of a run that have any label but `except` in one of its rows. */
  #bestThrough(row: number, except: number): number {
    let best = NEVER;
    for (let label = 0; label < LABELS; label++)
      if (label !== except) best = Math.max(best, this.#ahead[row * LABELS + label]! + this.#behind[row * LABELS + label]!);
    return best;
  }

  #step(from: number, to: number): number {
    return this.#transitions[from * LABELS + to]!;
  }

  /** The label at `i` of the best path that has `before` at the character before. */
  #next(i: number, before: number): number {
    const row = this.#rows[i]! * LABELS;
    let best = 0;
    let top = NEVER * 2;
    for (let k = FIRST_TO[before]!; k < FIRST_TO[before + 1]!; k++) {
      const to = TO[k]!;
      const score = (i === 0 ? 0 : this.#step(before, to)) + this.#scores[row + to]! + this.#behind[row + to]!;
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
    for (let i = 0; i < this.#rows.length; i++) {
      if (this.#rows[i] === -1) continue;
      const row = this.#rows[i]! * LABELS;
      const begins = i === 0 || this.#rows[i - 1] === -1;
      for (let to = 0; to < LABELS; to++) {
        let top = NEVER;
        if (begins) {
          if (MAY_BEGIN[to] === 1) top = i === 0 ? 0 : transitions[to]!;
        } else
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
    for (let i = this.#rows.length - 1; i >= 0; i--) {
      if (this.#rows[i] === -1) continue;
      const row = this.#rows[i]! * LABELS;
      const isLast = i === this.#rows.length - 1;
      const ends = isLast || this.#rows[i + 1] === -1;
      if (!ends) for (let to = 0; to < LABELS; to++) next[to] = scores[row + LABELS + to]! + behind[row + LABELS + to]!;
      for (let from = 0; from < LABELS; from++) {
        let top = NEVER;
        if (ends) {
          if (MAY_END[from] === 1) top = isLast ? 0 : transitions[from * LABELS]!;
        } else
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
