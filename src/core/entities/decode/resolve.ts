import { isNameType, type Candidate } from '../candidate.ts';
import type { Evidence } from '../mention.ts';

type Decide = (candidates: readonly Candidate[]) => readonly Candidate[];

/** Below this a candidate is kept only for the document's memory to confirm. */
const LEAST = 0.4;

/**
 * Decides between candidates of one sentence. Persons, places and organisations never overlap each
 * other: the set with the greatest sum of confidence over its characters wins, so a body wins over
 * the place inside it. The other types: a work may hold names; a contact keeps its place; a time
 * gives way to contacts and names; posts of titles are read afterwards from what stands beside the
 * persons, and may share characters with a body (组织部长). A span proposed twice keeps the evidence of both.
 * `names` has each span and type once (`mergedNames`), `others` what is of other types. `weigh` may give the names
 * another confidence; `settle` may then put in what is certain, of any type, and take out what that leaves no room for.
 */
export function resolve(
  names: readonly Candidate[],
  others: readonly Candidate[] = [],
  weigh: Decide = (same) => same,
  settle: Decide = (same) => same,
): Candidate[] {
  const settled = settle([...weigh(names), ...others]);
  const chosen = heaviest(settled.filter(({ type, confidence }) => confidence >= LEAST && isNameType(type)));
  if (chosen.length === settled.length) return chosen;
  const contacts = settled.filter(({ type }) => type === 'contact');
  const rest = settled.filter(
    (candidate) =>
      candidate.type === 'work' ||
      candidate.type === 'title' ||
      (candidate.type === 'time' && !overlapping(candidate, contacts) && !overlapping(candidate, chosen)),
  );
  return [...chosen, ...contacts, ...rest].sort((a, b) => a.start - b.start || b.end - a.end);
}

function overlapping(candidate: Candidate, others: readonly Candidate[]): boolean {
  return others.some((other) => other.start < candidate.end && candidate.start < other.end);
}

/**
 * The names among candidates, those of the same span and type put together: independent sources make it surer. With
 * `merged`, names that were put together already, the candidates come to these.
 */
export function mergedNames(candidates: readonly Candidate[], merged: readonly Candidate[] = []): readonly Candidate[] {
  if (candidates.length === 0) return merged;
  const found = [...merged];
  for (const candidate of candidates) {
    if (!isNameType(candidate.type)) continue;
    // A sentence has few: looking through them costs less than a map of them.
    let at = 0;
    while (at < found.length && !isSameName(found[at]!, candidate)) at++;
    found[at] = at < found.length ? together(found[at]!, candidate) : candidate;
  }
  return found;
}

/** Whether two candidates are one name: the same span and type. */
export function isSameName(one: Candidate, other: Candidate): boolean {
  return one.start === other.start && one.end === other.end && one.type === other.type;
}

function together(one: Candidate, other: Candidate): Candidate {
  const [first, second] = other.confidence > one.confidence ? [other, one] : [one, other];
  const confidence = Math.min(0.99, first.confidence + (1 - first.confidence) * second.confidence * 0.3);
  const evidence = withEvidence(first.evidence, second.evidence);
  if (isPlain(one) && isPlain(other))
    return { type: first.type, start: first.start, end: first.end, confidence, evidence };
  const atLeast = Math.max(first.atLeast ?? 0, second.atLeast ?? 0);
  return { ...second, ...first, ...(atLeast > 0 && { atLeast }), confidence, evidence };
}

/** Whether a candidate says no more than what it is and why. */
function isPlain({ atLeast, settled, readAs, entity }: Candidate): boolean {
  return atLeast === undefined && settled === undefined && readAs === undefined && entity === undefined;
}

/** The evidence with what the other has more; the same where that is nothing. */
function withEvidence(evidence: readonly Evidence[], other: readonly Evidence[]): readonly Evidence[] {
  let all: Evidence[] | undefined;
  for (const item of other) {
    if (evidence.some((known) => known.kind === item.kind && known.value === item.value)) continue;
    (all ??= [...evidence]).push(item);
  }
  return all ?? evidence;
}

/** Weighted interval scheduling. */
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
