import type { Candidate, CandidateSource } from './candidate.ts';
import type { EntityLexicons } from './entityLexicons.ts';
import { joinNames } from './joined.ts';
import { OrganizationSource } from './organizations.ts';
import { PersonSource } from './persons.ts';
import { PlaceEndingSource } from './placeEndings.ts';
import { PlaceSource } from './places.ts';
import type { Sentence } from './sentence.ts';
import type { Span } from '../text/span.ts';

/** All rules that read a sentence by itself. */
export class RuleSources {
  readonly #lexicons: EntityLexicons;
  readonly #sources: readonly CandidateSource[];

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
    this.#sources = [new PersonSource(lexicons), new PlaceSource(lexicons), new PlaceEndingSource(lexicons), new OrganizationSource(lexicons)];
  }

  /** What the rules propose, with offsets within the sentence, in no order. */
  candidates(sentence: Sentence): Candidate[] {
    const found = this.#sources.flatMap((source) => source.find(sentence));
    return outsidePhrases([...found, ...joinNames(sentence.text, found)], sentence.text, this.#lexicons);
  }
}

/** Leaves out what lies inside an ordinary phrase: the place of 天下大同, the person of 张冠李戴. */
function outsidePhrases(candidates: Candidate[], text: string, lexicons: EntityLexicons): Candidate[] {
  if (candidates.length === 0) return candidates;
  const phrases: Span[] = [];
  for (let start = 0; start < text.length; start++) {
    const match = lexicons.ordinaryPhrases.longestAt(text, start);
    if (match) phrases.push({ start, end: match.end });
  }
  if (phrases.length === 0) return candidates;
  return candidates.filter(({ start, end }) => !phrases.some((phrase) => phrase.start <= start && end <= phrase.end));
}
