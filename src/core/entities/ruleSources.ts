import { AssemblySource } from './assemblies.ts';
import { BodyConventions } from './bodyConventions.ts';
import { BranchCompanySource } from './branchCompanies.ts';
import type { Candidate, CandidateSource } from './candidate.ts';
import type { EntityLexicons } from './entityLexicons.ts';
import { fixedBodies } from './fixedBodies.ts';
import { joinNames } from './joined.ts';
import { NumberedBodySource } from './numberedBodies.ts';
import { OrganizationSource } from './organizations.ts';
import { PersonSource } from './persons.ts';
import { AbbreviationSource } from './placeAbbreviations.ts';
import { PlaceBounds } from './placeBounds.ts';
import { PlaceEndingSource } from './placeEndings.ts';
import { PlaceSource } from './places.ts';
import type { Sentence } from './sentence.ts';
import { withSubUnits } from './subUnits.ts';
import { VillageGroupSource } from './villageGroups.ts';
import { workGroups } from './workGroups.ts';
import type { Span } from '../text/span.ts';

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
