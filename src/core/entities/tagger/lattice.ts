import type { Span } from '../../text/span.ts';
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
  readonly #transitions: Int32Array;
  readonly #length: number;
  /**
   * One piece of memory for all tables, since a lattice for each sentence of an issue is kept: the row of each character,
   * -1 where it stands in no name; then for each row `LABELS` scores, as many best scores of the run up to and with a
   * label there, and of all that follows it; and three numbers: the label of the best labelling, its score, and the best
   * score with another label there.
   */
  readonly #tables: Int32Array;
  readonly #scores: number;
  readonly #ahead: number;
  readonly #behind: number;
  readonly #best: number;

  /**
   * `open`: 1 for each character that may stand in a name; `scores`: `LABELS` for each of these; `transitions`:
   * from × to.
   */
  constructor(open: Uint8Array, scores: Int32Array, transitions: Int32Array) {
    const { length } = open;
    let count = 0;
    for (let i = 0; i < length; i++) count += open[i]!;
    const tables = new Int32Array(length + count * (3 * LABELS + 3));
    for (let i = 0, row = 0; i < length; i++) tables[i] = open[i] === 0 ? -1 : row++;
    for (let k = 0; k < count * LABELS; k++) tables[length + k] = scores[k]!;
    this.#transitions = transitions;
    this.#length = length;
    this.#tables = tables;
    this.#scores = length;
    this.#ahead = length + count * LABELS;
    this.#behind = length + 2 * count * LABELS;
    this.#best = length + 3 * count * LABELS;
    this.#forward();
    this.#backward();
  }

  /** The names of the best labelling in order. */
  names(): LatticeName[] {
    const names: LatticeName[] = [];
    let start = 0;
    let label = 0;
    for (let i = 0; i < this.#length; i++) {
      label = this.#tables[i] === -1 ? 0 : this.#next(i, label);
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
  margin({ start, end }: Span, type: number): number {
    if (end <= start || start < 0 || end > this.#length || type < 0 || type >= TAGGED_TYPES.length) return -Infinity;
    const tables = this.#tables;
    let score = 0;
    let without = NEVER;
    let before = 0;
    for (let i = start; i < end; i++) {
      const row = tables[i]!;
      if (row === -1) return NEVER;
      const part = end - start === 1 ? SINGLE : i === start ? BEGIN : i === end - 1 ? END : INSIDE;
      const label = labelOf(type, part);
      if (i > start) score += this.#step(before, label) + tables[this.#scores + row * LABELS + label]!;
      else score = tables[this.#ahead + row * LABELS + label]!;
      const best = this.#best + 3 * row;
      without = Math.max(without, tables[best + (tables[best] === label ? 2 : 1)]!);
      before = label;
    }
    score += tables[this.#behind + tables[end - 1]! * LABELS + before]!;
    const best = tables[this.#best + 3 * tables[start]! + 1]!;
    return score < best ? score - best : score - without;
  }

  #step(from: number, to: number): number {
    return this.#transitions[from * LABELS + to]!;
  }

  /** The label at `i` of the best path that has `before` at the character before. */
  #next(i: number, before: number): number {
    const tables = this.#tables;
    const row = tables[i]! * LABELS;
    let best = 0;
    let top = NEVER * 2;
    for (let k = FIRST_TO[before]!; k < FIRST_TO[before + 1]!; k++) {
      const to = TO[k]!;
      const score = (i === 0 ? 0 : this.#step(before, to)) + tables[this.#scores + row + to]! + tables[this.#behind + row + to]!;
      if (score > top) {
        best = to;
        top = score;
      }
    }
    return best;
  }

  #forward(): void {
    const tables = this.#tables;
    const transitions = this.#transitions;
    for (let i = 0; i < this.#length; i++) {
      if (tables[i] === -1) continue;
      const own = this.#scores + tables[i]! * LABELS;
      const ahead = this.#ahead + tables[i]! * LABELS;
      const begins = i === 0 || tables[i - 1] === -1;
      for (let to = 0; to < LABELS; to++) {
        let top = NEVER;
        if (begins) {
          if (MAY_BEGIN[to] === 1) top = i === 0 ? 0 : transitions[to]!;
        } else
          for (let k = FIRST_FROM[to]!, end = FIRST_FROM[to + 1]!; k < end; k++) {
            const from = FROM[k]!;
            const score = tables[ahead - LABELS + from]! + transitions[from * LABELS + to]!;
            if (score > top) top = score;
          }
        tables[ahead + to] = Math.max(NEVER, top + tables[own + to]!);
      }
    }
  }

  #backward(): void {
    const tables = this.#tables;
    const transitions = this.#transitions;
    for (let i = this.#length - 1; i >= 0; i--) {
      if (tables[i] === -1) continue;
      const behind = this.#behind + tables[i]! * LABELS;
      const next = this.#scores + (tables[i]! + 1) * LABELS;
      const isLast = i === this.#length - 1;
      const ends = isLast || tables[i + 1] === -1;
      for (let from = 0; from < LABELS; from++) {
        let top = NEVER;
        if (ends) {
          if (MAY_END[from] === 1) top = isLast ? 0 : transitions[from * LABELS]!;
        } else
          for (let k = FIRST_TO[from]!, end = FIRST_TO[from + 1]!; k < end; k++) {
            const to = TO[k]!;
            const score = transitions[from * LABELS + to]! + tables[next + to]! + tables[behind + LABELS + to]!;
            if (score > top) top = score;
          }
        tables[behind + from] = Math.max(NEVER, top);
      }
      this.#noteBest(tables[i]!);
    }
  }

  #noteBest(row: number): void {
    const tables = this.#tables;
    const ahead = this.#ahead + row * LABELS;
    const behind = this.#behind + row * LABELS;
    let label = 0;
    let best = NEVER;
    let other = NEVER;
    for (let one = 0; one < LABELS; one++) {
      const through = tables[ahead + one]! + tables[behind + one]!;
      if (through > best) {
        other = best;
        best = through;
        label = one;
      } else if (through > other) other = through;
    }
    const at = this.#best + 3 * row;
    tables[at] = label;
    tables[at + 1] = best;
    tables[at + 2] = other;
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
