import type { Span } from '../../text/span.ts';
import { BEGIN, END, INSIDE, LABELS, labelOf, mayFollow, SINGLE, TAGGED_TYPES } from './labels.ts';

/** The score of what cannot be; sums of it stay in 32 bits. */
export const NEVER = -(2 ** 28);

/** The steps that may be, in the order of the label they lead to, and in that of the label they lead away from. */
const INTO = steps((one, other) => mayFollow(other, one));
const AWAY = steps(mayFollow);
/** By label: whether it may stand behind a character that is in no name, and before one. */
const MAY_BEGIN = Uint8Array.from({ length: LABELS }, (_, label) => Number(mayFollow(0, label)));
const MAY_END = Uint8Array.from({ length: LABELS }, (_, label) => Number(mayFollow(label, 0)));

/** Numbers that a piece of memory holds at least: 256 kilobytes. */
const PIECE = 65_536;

/** A name of the best labels: offsets in the sentence, index into `TAGGED_TYPES`. */
export interface LatticeName {
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

/** What the steps between labels weigh, as a lattice asks for them. */
export class StepWeights {
  /** `LABELS` × `LABELS`, from × to. */
  readonly all: Int32Array;
  /** In the order of `INTO` and of `AWAY`. */
  readonly into: Int32Array;
  readonly away: Int32Array;

  /** `transitions`: `LABELS` × `LABELS`, from × to. */
  constructor(transitions: Int32Array) {
    this.all = transitions;
    this.into = INTO.others.map((from, step) => transitions[from * LABELS + INTO.ones[step]!]!);
    this.away = AWAY.others.map((to, step) => transitions[AWAY.ones[step]! * LABELS + to]!);
  }
}

/** Memory for the tables of lattices, taken in large pieces: one for each lattice costs more than to fill it. */
export class LatticeMemory {
  /** Scratch of whoever fills a table: the best scores from each label of the next character on. */
  readonly following = new Int32Array(LABELS);
  #piece = new Int32Array(0);
  #used = 0;

  /** Room for `size` numbers, of any value. */
  take(size: number): { readonly tables: Int32Array; readonly offset: number } {
    if (this.#used + size > this.#piece.length) {
      this.#piece = new Int32Array(Math.max(size, PIECE));
      this.#used = 0;
    }
    const offset = this.#used;
    this.#used += size;
    return { tables: this.#piece, offset };
  }
}

/**
 * All labellings of a sentence with their scores: the best one, and how much better or worse than it a
 * name would be (max-marginals from both ends; Viterbi over `LABELS` labels). Characters that stand in no name
 * have but one label, so that they take no part; each run of open characters between them is decided by itself.
 */
export class Lattice {
  readonly #steps: StepWeights;
  readonly #length: number;
  /**
   * All tables, one behind the other: the row of each character, -1 where it stands in no name; then for each row
   * `LABELS` scores, as many best scores of the run up to and with a label there, and of all that follows it; and three
   * numbers: the label of the best labelling, its score, and the best score with another label there.
   */
  readonly #tables: Int32Array;
  readonly #rows: number;
  readonly #scores: number;
  readonly #ahead: number;
  readonly #behind: number;
  readonly #best: number;

  /** `open`: 1 for each character that may stand in a name; `scores`: `LABELS` for each of these. */
  constructor(open: Uint8Array, length: number, scores: Int32Array, steps: StepWeights, memory: LatticeMemory) {
    let count = 0;
    for (let i = 0; i < length; i++) count += open[i]!;
    const { tables, offset } = memory.take(length + count * (3 * LABELS + 3));
    for (let i = 0, row = 0; i < length; i++) tables[offset + i] = open[i] === 0 ? -1 : row++;
    this.#steps = steps;
    this.#length = length;
    this.#tables = tables;
    this.#rows = offset;
    this.#scores = offset + length;
    this.#ahead = this.#scores + count * LABELS;
    this.#behind = this.#ahead + count * LABELS;
    this.#best = this.#behind + count * LABELS;
    for (let k = 0; k < count * LABELS; k++) tables[this.#scores + k] = scores[k]!;
    this.#forward();
    this.#backward(memory.following);
  }

  /** The names of the best labelling in order. */
  names(): LatticeName[] {
    const names: LatticeName[] = [];
    let start = 0;
    let label = 0;
    for (let i = 0; i < this.#length; i++) {
      label = this.#tables[this.#rows + i] === -1 ? 0 : this.#next(i, label);
      if (label === 0) continue;
      const part = (label - 1) & 3;
      if (part === BEGIN || part === SINGLE) start = i;
      if (part === END || part === SINGLE) names.push({ start, end: i + 1, type: (label - 1) >> 2 });
    }
    return names;
  }

  /**
   * By how much the best labelling with the name is better than the best one without it; negative where
   * the best labelling does not have it, and `NEVER` where none has, as none has a name that goes on beyond the
   * sentence: always a number that can be reckoned with.
   */
  margin({ start, end }: Span, type: number): number {
    if (end <= start || start < 0 || end > this.#length || type < 0 || type >= TAGGED_TYPES.length) return NEVER;
    const tables = this.#tables;
    let score = 0;
    let without = NEVER;
    let before = 0;
    for (let i = start; i < end; i++) {
      const row = tables[this.#rows + i]!;
      if (row === -1) return NEVER;
      const part = end - start === 1 ? SINGLE : i === start ? BEGIN : i === end - 1 ? END : INSIDE;
      const label = labelOf(type, part);
      if (i > start) score += this.#step(before, label) + tables[this.#scores + row * LABELS + label]!;
      else score = tables[this.#ahead + row * LABELS + label]!;
      const best = this.#best + 3 * row;
      without = Math.max(without, tables[best + (tables[best] === label ? 2 : 1)]!);
      before = label;
    }
    score += tables[this.#behind + tables[this.#rows + end - 1]! * LABELS + before]!;
    const best = tables[this.#best + 3 * tables[this.#rows + start]! + 1]!;
    return score < best ? score - best : score - without;
  }

  #step(from: number, to: number): number {
    return this.#steps.all[from * LABELS + to]!;
  }

  /** The label at `i` of the best path that has `before` at the character before. */
  #next(i: number, before: number): number {
    const tables = this.#tables;
    const row = tables[this.#rows + i]! * LABELS;
    let best = 0;
    let top = NEVER * 2;
    for (let k = AWAY.first[before]!; k < AWAY.first[before + 1]!; k++) {
      const to = AWAY.others[k]!;
      const score =
        (i === 0 ? 0 : this.#steps.away[k]!) + tables[this.#scores + row + to]! + tables[this.#behind + row + to]!;
      if (score > top) {
        best = to;
        top = score;
      }
    }
    return best;
  }

  #forward(): void {
    const tables = this.#tables;
    const { all, into } = this.#steps;
    for (let i = 0, isBehindOpen = false; i < this.#length; i++) {
      const row = tables[this.#rows + i]!;
      if (row === -1) {
        isBehindOpen = false;
        continue;
      }
      const own = this.#scores + row * LABELS;
      const ahead = this.#ahead + row * LABELS;
      const last = ahead - LABELS;
      for (let to = 0, k = 0; to < LABELS; to++) {
        let top = NEVER;
        if (isBehindOpen)
          for (const end = INTO.first[to + 1]!; k < end; k++) {
            const score = tables[last + INTO.others[k]!]! + into[k]!;
            if (score > top) top = score;
          }
        else if (MAY_BEGIN[to] === 1) top = i === 0 ? 0 : all[to]!;
        tables[ahead + to] = Math.max(NEVER, top + tables[own + to]!);
      }
      isBehindOpen = true;
    }
  }

  #backward(following: Int32Array): void {
    const tables = this.#tables;
    const { all, away } = this.#steps;
    for (let i = this.#length - 1, isBeforeOpen = false; i >= 0; i--) {
      const row = tables[this.#rows + i]!;
      if (row === -1) {
        isBeforeOpen = false;
        continue;
      }
      const behind = this.#behind + row * LABELS;
      if (isBeforeOpen) {
        const next = this.#scores + (row + 1) * LABELS;
        for (let to = 0; to < LABELS; to++) following[to] = tables[next + to]! + tables[behind + LABELS + to]!;
      }
      for (let from = 0, k = 0; from < LABELS; from++) {
        let top = NEVER;
        if (isBeforeOpen)
          for (const end = AWAY.first[from + 1]!; k < end; k++) {
            const score = away[k]! + following[AWAY.others[k]!]!;
            if (score > top) top = score;
          }
        else if (MAY_END[from] === 1) top = i === this.#length - 1 ? 0 : all[from * LABELS]!;
        tables[behind + from] = Math.max(NEVER, top);
      }
      this.#noteBest(row);
      isBeforeOpen = true;
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

/** Of each label the others that a step joins it to: those of label `one` are `others[first[one]]` to before `others[first[one + 1]]`. */
function steps(joins: (one: number, other: number) => boolean) {
  const ones: number[] = [];
  const others: number[] = [];
  const first = [0];
  for (let one = 0; one < LABELS; one++) {
    for (let other = 0; other < LABELS; other++)
      if (joins(one, other)) {
        ones.push(one);
        others.push(other);
      }
    first.push(others.length);
  }
  return { ones: Int32Array.from(ones), others: Int32Array.from(others), first: Int32Array.from(first) };
}
