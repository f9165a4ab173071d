import { AssemblySource } from './organization/assemblies.ts';
import { BodyConventions } from '../guide/bodyConventions.ts';
import { BranchCompanySource } from './organization/branchCompanies.ts';
import type { Candidate, CandidateSource } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { fixedBodies } from './organization/fixedBodies.ts';
import { joinNames } from './organization/joined.ts';
import { NumberedBodySource } from './organization/numberedBodies.ts';
import { OrganizationSource } from './organization/organizations.ts';
import { PersonSource } from './person/persons.ts';
import { AbbreviationSource } from './place/placeAbbreviations.ts';
import { PlaceBounds } from '../guide/placeBounds.ts';
import { PlaceEndingSource } from './place/placeEndings.ts';
import { PlaceSource } from './place/places.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { withSubUnits } from './organization/subUnits.ts';
import { VillageGroupSource } from './place/villageGroups.ts';
import { workGroups } from './organization/workGroups.ts';
import type { Span } from '../../text/span.ts';

/** All rules that read a sentence by itself. */
export class RuleSources {
  readonly #lexicons: EntityLexicons;
  readonly #sources: readonly CandidateSource[];
  readonly #placeBounds: PlaceBounds;
  readonly #conventions: BodyConventions;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
    this.#placeBounds = new PlaceBounds(lexicons);
    this.#conventions = new BodyConventions(lexicons);
    this.#sources = [
      new PersonSource(lexicons),
      new PlaceSource(lexicons),
      new AbbreviationSource(lexicons),
      new PlaceEndingSource(lexicons),
      new OrganizationSource(lexicons),
      fixedBodies,
      new AssemblySource(lexicons),
      new NumberedBodySource(lexicons),
      new BranchCompanySource(lexicons),
      new VillageGroupSource(),
      workGroups,
    ];
  }

  /** What the rules propose, with offsets within the sentence, in no order. */
  candidates(sentence: Sentence): Candidate[] {
    const { text } = sentence;
    const found: Candidate[] = [];
    for (const source of this.#sources)
      for (const candidate of source.find(sentence)) {
        const pieces = candidate.type === 'place' ? this.#placeBounds.piecesOf(text, candidate) : undefined;
        if (pieces) found.push(...pieces);
        else found.push(candidate);
      }
    if (found.length === 0) return found;
    for (const joined of joinNames(text, found)) found.push(joined);
    for (const part of withSubUnits(text, found, this.#lexicons.places)) found.push(part);
    return outsidePhrases(this.#conventions.apply(found, sentence), text, this.#lexicons);
  }
}

/** Leaves out what lies inside an ordinary phrase: the place of 天下大同, the person of 张冠李戴. */
function outsidePhrases(candidates: Candidate[], text: string, lexicons: EntityLexicons): Candidate[] {
  const phrases: readonly Span[] = lexicons.ordinaryPhrases.allIn(text);
  if (phrases.length === 0) return candidates;
  return candidates.filter(({ start, end }) => !phrases.some((phrase) => phrase.start <= start && end <= phrase.end));
}
