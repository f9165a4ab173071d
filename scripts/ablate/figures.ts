// What the figures of `npm run ablate` are made of: counts by block of text, F1, its change with an interval.
import { Random } from '../train/random.ts';

/** What was found in a block of text: names of the annotation, names found, names found that are of the annotation. */
export interface Counts {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
}

/** How a figure differs between two runs over the same text. */
export interface Change {
  readonly change: number;
  /** Between which 95 % of what was drawn lie; nothing of a single block, of which nothing can be drawn. */
  readonly interval?: readonly [low: number, high: number];
}

/** What one run has and the other has not, by whether it is right. */
export interface Difference {
  readonly right: number;
  readonly wrong: number;
}

const DRAWS = 2000;
const OUTSIDE = 0.025;

/** The counts of each of `blocks` blocks; `blockOf` says in which one a key lies. */
export function countsByBlock(
  gold: ReadonlySet<string>,
  found: ReadonlySet<string>,
  blocks: number,
  blockOf: (key: string) => number,
): Counts[] {
  const counts = Array.from({ length: blocks }, () => ({ gold: 0, found: 0, right: 0 }));
  for (const key of gold) counts[blockOf(key)]!.gold++;
  for (const key of found) {
    const block = counts[blockOf(key)]!;
    block.found++;
    if (gold.has(key)) block.right++;
  }
  return counts;
}

/** F1 over all blocks together; 1 where there is nothing to find and nothing was found. */
export function f1(counts: readonly Counts[]): number {
  let both = 0;
  let right = 0;
  for (const block of counts) {
    both += block.gold + block.found;
    right += block.right;
  }
  return both === 0 ? 1 : (2 * right) / both;
}

/**
 * By how much F1 is higher in `one` than in `other`, which are of the same blocks in the same order. The interval is of
 * a paired bootstrap: blocks are drawn with replacement, the same for both, by a generator with a seed.
 */
export function changeOf(one: readonly Counts[], other: readonly Counts[], seed = 2026): Change {
  const change = f1(one) - f1(other);
  if (one.length < 2) return { change };
  if (one.every((block, at) => isSame(block, other[at]!))) return { change, interval: [0, 0] };
  const random = new Random(seed);
  const drawn: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    let [both, right, otherBoth, otherRight] = [0, 0, 0, 0];
    for (let block = 0; block < one.length; block++) {
      const at = Math.floor(random.next() * one.length);
      both += one[at]!.gold + one[at]!.found;
      right += one[at]!.right;
      otherBoth += other[at]!.gold + other[at]!.found;
      otherRight += other[at]!.right;
    }
    drawn.push((both === 0 ? 1 : (2 * right) / both) - (otherBoth === 0 ? 1 : (2 * otherRight) / otherBoth));
  }
  drawn.sort((a, b) => a - b);
  const last = drawn.length - 1;
  return { change, interval: [drawn[Math.round(OUTSIDE * last)]!, drawn[Math.round((1 - OUTSIDE) * last)]!] };
}

/** What `one` has that `other` has not, by whether it is of the annotation. */
export function more(one: ReadonlySet<string>, other: ReadonlySet<string>, gold: ReadonlySet<string>): Difference {
  let right = 0;
  let wrong = 0;
  for (const key of one) {
    if (other.has(key)) continue;
    if (gold.has(key)) right++;
    else wrong++;
  }
  return { right, wrong };
}

function isSame(one: Counts, other: Counts): boolean {
  return one.gold === other.gold && one.found === other.found && one.right === other.right;
}

/** Rows of cells as lines whose columns stand below one another: the first to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
}
