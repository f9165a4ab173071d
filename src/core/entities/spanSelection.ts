import type { Candidate } from './candidate.ts';

/** Candidates that do not overlap, with the greatest sum of weights: weighted interval scheduling. */
export function heaviest(candidates: readonly Candidate[]): Candidate[] {
  if (candidates.length === 0) return [];
  const sorted = byEnd(candidates);
  const best: number[] = [0];
  const before: number[] = [];
  for (let index = 0; index < sorted.length; index++) {
    const candidate = sorted[index]!;
    // Few reach into it, and these stand right before it: no search is faster than to go back over them.
    let apart = index;
    while (apart > 0 && sorted[apart - 1]!.end > candidate.start) apart--;
    before.push(apart);
    best.push(Math.max(best[index]!, best[apart]! + weight(candidate)));
  }
  const chosen: Candidate[] = [];
  for (let index = sorted.length; index > 0;) {
    if (best[index] === best[index - 1]) index--;
    else {
      chosen.push(sorted[index - 1]!);
      index = before[index - 1]!;
    }
  }
  return chosen.reverse();
}

/** The candidates in the order of their ends. They are few and nearly in order: to put each in its place costs least. */
function byEnd(candidates: readonly Candidate[]): Candidate[] {
  const sorted: Candidate[] = [];
  for (const candidate of candidates) {
    let at = sorted.length;
    for (; at > 0 && isBehind(sorted[at - 1]!, candidate); at--) sorted[at] = sorted[at - 1]!;
    sorted[at] = candidate;
  }
  return sorted;
}

function isBehind(one: Candidate, other: Candidate): boolean {
  return one.end === other.end ? one.start > other.start : one.end > other.end;
}

/** What a candidate counts when it is decided between those that overlap. */
export function weight({ start, end, confidence }: Pick<Candidate, 'start' | 'end' | 'confidence'>): number {
  return (confidence - 0.3) * (end - start + 0.5);
}
