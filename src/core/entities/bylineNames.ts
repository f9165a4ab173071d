import { isHan } from '../text/charSet.ts';
import type { Span } from '../text/span.ts';
import type { Candidate } from './candidate.ts';
import type { EntityType, Evidence } from './mention.ts';
import type { TextUnit } from './textUnits.ts';

/** The paper itself is no name: 本报. */
const OWN_MEDIUM = /^本[报刊台网]/;

/** How sure it is at least that somebody signs: the form of the line says so, whatever the name looks like. */
const SIGNED = 0.8;

/** What the structure knows already: the names in bylines and credits, their places and media. */
export function bylineCandidates({ healed, bylines }: TextUnit): Candidate[] {
  const candidates: Candidate[] = [];
  const add = (type: EntityType, span: Span, evidence: Evidence) => {
    const start = healed.fromSource(span.start);
    const end = healed.fromSource(span.end);
    if (start === undefined || end === undefined || start >= end) return;
    if (type === 'organization' && OWN_MEDIUM.test(healed.text.slice(start, end))) return;
    // A short name may be cut out of a longer one, where names are run together.
    const apart = !isHan(healed.text.charCodeAt(start - 1)) && !isHan(healed.text.charCodeAt(end));
    const isSure = type === 'person' && (end - start > 2 || apart);
    candidates.push({ type, start, end, confidence: 0.98, evidence: [evidence], ...(isSure && { atLeast: SIGNED }) });
  };
  for (const { byline, credit } of bylines) {
    for (const person of byline.people)
      add('person', person, { kind: credit ? 'credit' : 'byline', value: person.name });
    for (const span of byline.places) add('place', span, { kind: 'byline' });
    for (const span of byline.media) add('organization', span, { kind: 'byline' });
  }
  return candidates;
}
