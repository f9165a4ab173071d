import { isNameType, type Candidate } from '../candidate.ts';
import { heaviest } from '../spanSelection.ts';

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
