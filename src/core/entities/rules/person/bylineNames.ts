import { isHan } from '../../../text/charSet.ts';
import type { Span } from '../../../text/span.ts';
import type { Candidate } from '../../candidate.ts';
import type { EntityType, Evidence } from '../../mention.ts';
import type { TextUnit } from '../../tokens/textUnits.ts';

/** The paper itself is no name: 本报. */
const OWN_MEDIUM = /^本[报刊台网]/;

/** How sure it is at least that somebody signs: the form of the line says so, whatever the name looks like. */
const SIGNED = 0.8;
/** What a lead-in says behind the medium that it is from: 某某快报讯; 某某网云城10月9日电, with the place where it was filed. */
const FILED = /^(?:[讯电]|专[电稿])/;
const FILED_FROM = /^(?!\p{Script=Han}{0,4}(?:频道|记者|综合))\p{Script=Han}{2,6}?(?=[0-9０-９]{1,2}月?[0-9０-９]*日)/u;
/** More characters than stand between a medium and the day. */
const REACH = 12;
const LONGEST_MEDIUM = 8;

/** What the structure knows already: the names in bylines and credits, their places and media. */
export function bylineCandidates({ healed, bylines }: TextUnit): Candidate[] {
  const candidates: Candidate[] = [];
  /** Where the media end whose stories the lead-in says were filed. */
  const filed = new Set<number>();
  const add = (type: EntityType, span: Span, evidence: Evidence) => {
    const start = healed.fromSource(span.start);
    const end = healed.fromSource(span.end);
    if (start === undefined || end === undefined || start >= end) return;
    if (type === 'organization' && OWN_MEDIUM.test(healed.text.slice(start, end))) return;
    // A short name may be cut out of a longer one, where names are run together.
    const apart = !isHan(healed.text.charCodeAt(start - 1)) && !isHan(healed.text.charCodeAt(end));
    const isSure = type === 'person' && (end - start > 2 || apart);
    const isFiled =
      (type === 'organization' && isFiledBy(healed.text, start, end)) || (type === 'place' && filed.has(start));
    if (isFiled) filed.add(end);
    candidates.push({
      type,
      start,
      end,
      confidence: 0.98,
      evidence: [evidence],
      ...(isSure && { atLeast: SIGNED }),
      ...(isFiled && { settled: true }),
    });
  };
  for (const { byline, credit } of bylines) {
    for (const person of byline.people)
      add('person', person, { kind: credit ? 'credit' : 'byline', value: person.name });
    for (const span of byline.media) add('organization', span, { kind: 'byline' });
    for (const span of byline.places) add('place', span, { kind: 'byline' });
  }
  return candidates;
}

/** Whether the lead-in goes on behind its medium with what says that the story is from there: the form alone tells both apart. */
function isFiledBy(text: string, start: number, end: number): boolean {
  // What runs on into 本报 is a headline.
  if (end - start > LONGEST_MEDIUM || text.startsWith('本', end - 2)) return false;
  const rest = text.slice(end, end + REACH);
  return FILED.test(rest) || FILED_FROM.test(rest);
}
