import { LABELS, mayFollow } from './labels.ts';

const FROM: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (__, from) => from).filter((from) => mayFollow(from, to)),
);
const TO: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, from) =>
  Array.from({ length: LABELS }, (__, to) => to).filter((to) => mayFollow(from, to)),
);
const ENDS: readonly number[] = FROM[0]!;

/** The best labels of a sentence and how much they are better than any other. */
export interface Decoded {
  readonly labels: Uint8Array;
  /** For each character: the best path's score less the best one's with another label there. */
  readonly margins: Float64Array;
}

/**
 * The labels with the greatest sum of `scores` (`LABELS` for each of `length` characters) and of
 * `transitions` (from × to). Labels that may not follow each other never do; `allowed` may bar more of
 * them, one bit a label for each character.
 */
export function decode(
  scores: Float64Array,
  transitions: Float64Array,
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

/** The same labels with their margins: the best path through each label from both ends (max-marginals). */
export function decodeWithMargins(scores: Float64Array, transitions: Float64Array, length: number): Decoded {
  const ahead = new Float64Array(length * LABELS);
  for (let i = 0; i < length; i++) {
    const row = i * LABELS;
    for (let to = 0; to < LABELS; to++) {
      let top = i === 0 && mayFollow(0, to) ? 0 : -Infinity;
      if (i > 0)
        for (const from of FROM[to]!)
          top = Math.max(top, ahead[row - LABELS + from]! + transitions[from * LABELS + to]!);
      ahead[row + to] = top + scores[row + to]!;
    }
  }
  const labels = new Uint8Array(length);
  const margins = new Float64Array(length);
  let behind = new Float64Array(LABELS).fill(-Infinity);
  for (const end of ENDS) behind[end] = 0;
  let following = -1;
  for (let i = length - 1; i >= 0; i--) {
    const row = i * LABELS;
    if (i < length - 1) {
      const next = new Float64Array(LABELS);
      for (let from = 0; from < LABELS; from++) {
        let top = -Infinity;
        for (const to of TO[from]!)
          top = Math.max(top, transitions[from * LABELS + to]! + scores[row + LABELS + to]! + behind[to]!);
        next[from] = top;
      }
      behind = next;
    }
    let first = -1;
    let second = -Infinity;
    for (let label = 0; label < LABELS; label++) {
      const total = ahead[row + label]! + behind[label]!;
      if (first < 0 || total > ahead[row + first]! + behind[first]!) {
        if (first >= 0) second = ahead[row + first]! + behind[first]!;
        first = label;
      } else if (total > second) second = total;
    }
    // Among equal paths keep to one: the label must lead into the next one's.
    if (following >= 0 && !mayFollow(first, following)) {
      for (const from of FROM[following]!)
        if (ahead[row + from]! + behind[from]! >= ahead[row + first]! + behind[first]! - 1e-9) first = from;
    }
    labels[i] = first;
    margins[i] = ahead[row + first]! + behind[first]! - second;
    following = first;
  }
  return { labels, margins };
}
