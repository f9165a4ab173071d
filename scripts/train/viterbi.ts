import { LABELS, mayFollow } from '../../src/core/entities/tagger/labels.ts';

const FROM: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (__, from) => from).filter((from) => mayFollow(from, to)),
);
const ENDS: readonly number[] = FROM[0]!;

/**
 * The labels with the greatest sum of `scores` (`LABELS` for each of `length` characters) and of
 * `transitions` (from × to). Labels that may not follow each other never do; `allowed` may bar more of
 * them, one bit a label for each character.
 */
export function decode(
  scores: Int32Array | Float64Array,
  transitions: Int32Array | Float64Array,
  length: number,
  allowed?: Uint16Array,
): Uint8Array {
  const best = new Float64Array(length * LABELS);
  const back = new Uint8Array(length * LABELS);
  for (let i = 0; i < length; i++) {
    const row = i * LABELS;
    for (let to = 0; to < LABELS; to++) {
      let top = -Infinity;
      let came = 0;
      if (!allowed || (allowed[i]! >> to) & 1) {
        if (i === 0) top = mayFollow(0, to) ? 0 : -Infinity;
        else
          for (const from of FROM[to]!) {
            const score = best[row - LABELS + from]! + transitions[from * LABELS + to]!;
            if (score > top) {
              top = score;
              came = from;
            }
          }
      }
      best[row + to] = top + scores[row + to]!;
      back[row + to] = came;
    }
  }
  const labels = new Uint8Array(length);
  if (length === 0) return labels;
  const last = (length - 1) * LABELS;
  let label = 0;
  for (const end of ENDS) if (best[last + end]! > best[last + label]!) label = end;
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * LABELS + label]!;
  }
  return labels;
}
