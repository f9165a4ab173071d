import { CharSet } from '../../text/charSet.ts';
import { chainStart } from './bodyChain.ts';
import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { ALL_PARTS, type Parts } from '../parts.ts';
import { isSettlement, ownerOfPartyGroup } from './partyGroup.ts';
import type { Sentence } from '../tokens/sentence.ts';

/** 市（州）党委, 各县（区）委. */
const ANY_LEVEL = /^[省市县区州旗盟乡镇村]*[（(][省市县区州旗盟乡镇村、]+[）)]/;
/** 我市政府, 各县委: a level that is not named is no body. */
const LEVEL_BODY = /^[省市县区州](?:政府|政协|人大|[纪监]?委)$/;
const DETERMINER = new CharSet('我全该本各每此贵两三几');
/** No post in a party group is longer. */
const LONGEST_POST = 7;

/**
 * What the annotation guide says of the ends of bodies' names, whoever proposed them: sources and the tagger, whose
 * training text goes by other conventions in these cases. A proposed body is cut, lengthened or left out; it keeps the
 * span that was proposed, since what the tagger says of that is meant.
 */
export class BodyConventions {
  readonly #lexicons: Pick<EntityLexicons, 'places'>;
  readonly #parts: Parts;

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#lexicons = lexicons;
    this.#parts = parts;
  }

  /** The candidates of a sentence by the guide, in no order. */
  apply(candidates: readonly Candidate[], { text }: Sentence): Candidate[] {
    return candidates.flatMap((candidate) =>
      candidate.type !== 'organization' || candidate.settled ? candidate : this.#body(candidate, candidates, text),
    );
  }

  #body(candidate: Candidate, candidates: readonly Candidate[], text: string): Candidate | readonly Candidate[] {
    const { end } = candidate;
    if (DETERMINER.has(text.charCodeAt(candidate.start - 1)) && LEVEL_BODY.test(text.slice(candidate.start, end)))
      return [];
    const start = this.#parts.has('bodyConventions.bodyChain')
      ? chainStart(text, candidate, candidates, this.#lexicons)
      : candidate.start;
    const whole = start < candidate.start ? cut(candidate, start, end) : candidate;
    const last = text[end - 1];
    if (!this.#parts.has('bodyConventions.partyGroup') || (last !== '组' && last !== '委' && last !== '会'))
      return whole;
    const name = text.slice(start, end);
    const owner = ownerOfPartyGroup(name, text.slice(end, end + LONGEST_POST));
    return owner === undefined ? whole : this.#owner(whole, name.slice(0, owner));
  }

  /** Whose party group it is: a body, a town or a village, or none that is named. */
  #owner(candidate: Candidate, name: string): readonly Candidate[] {
    if (name.length < 2 || ANY_LEVEL.test(name)) return [];
    const owner = cut(candidate, candidate.start, candidate.start + name.length);
    if (isSettlement(name)) return [{ ...owner, type: 'place' }];
    return this.#lexicons.places.get(name) ? [] : [owner];
  }
}

/** The candidate with other ends; what it was read as stays known. */
function cut(candidate: Candidate, start: number, end: number): Candidate {
  const { type, start: from, end: to } = candidate.readAs ?? candidate;
  return { ...candidate, start, end, readAs: { type, start: from, end: to } };
}
