import { isNameType, type Candidate } from './candidate.ts';
import type { Evidence } from './mention.ts';

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
