import type { Candidate } from '../candidate.ts';

/** How sure a place is at least that a tagger alone proposes: below this it is mostly a piece of a word. */
const PLACE = 0.5;
/** … and a person of one or two characters: rules know the surnames, and propose what may be a name. */
const SHORT_PERSON = 0.7;

/** Whether no rule proposed a name, and the tagger that did is less sure than names of its type and length must be. */
export function isUnsupported({ type, start, end, confidence, evidence, atLeast }: Candidate): boolean {
  const least = type === 'place' ? PLACE : type === 'person' && end - start < 3 ? SHORT_PERSON : 0;
  return confidence < least && atLeast === undefined && evidence.every(({ kind }) => kind === 'model');
}
