import { LABELS, mayFollow } from '../../src/core/entities/tagger/labels.ts';

const FROM: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (__, from) => from).filter((from) => mayFollow(from, to)),
);
const ENDS: readonly number[] = FROM[0]!;

/** What a character that is not open pays for any label but none: it gets one only where it is allowed nothing else. */
const CLOSED = -(2 ** 40);

/**
 * The labels with the greatest sum of `scores` (`LABELS` for each open character) and of `transitions`
 * (from × to). Labels that may not follow each other never do; `allowed` may bar more of them, one bit a
 * label for each character.
 */
export function decode(
  open: Uint8Array,
  scores: Int32Array | Float64Array,
  transitions: Int32Array | Float64Array,
  allowed?: Uint16Array,
): Uint8Array {
  const { length } = open;
  const best = new Float64Array(length * LABELS);
  const back = new Uint8Array(length * LABELS);
  for (let i = 0, score = 0; i < length; i++) {
    const row = i * LABELS;
    for (let to = 0; to < LABELS; to++) {
      let top = -Infinity;
      let came = 0;
      if (!allowed || (allowed[i]! >> to) & 1) {
        if (i === 0) top = mayFollow(0, to) ? 0 : -Infinity;
        else
          for (const from of FROM[to]!) {
            const sum = best[row - LABELS + from]! + transitions[from * LABELS + to]!;
            if (sum > top) {
              top = sum;
              came = from;
            }
          }
      }
      best[row + to] = top + (open[i] === 1 ? scores[score + to]! : to === 0 ? 0 : CLOSED);
      back[row + to] = came;
    }
    if (open[i] === 1) score += LABELS;
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
