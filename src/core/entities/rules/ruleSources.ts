import { AssemblySource } from './organization/assemblies.ts';
import { BodyConventions } from '../guide/bodyConventions.ts';
import type { Candidate, CandidateSource } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { FixedBodySource } from './organization/fixedBodies.ts';
import { joinNames } from './organization/joined.ts';
import { OrganizationSource } from './organization/organizations.ts';
import { PersonSource } from './person/persons.ts';
import { AbbreviationSource } from './place/placeAbbreviations.ts';
import { PlaceBounds } from '../guide/placeBounds.ts';
import { PlaceEndingSource } from './place/placeEndings.ts';
import { PlaceSource } from './place/places.ts';
import { ALL_PARTS, type Part, type Parts } from '../parts.ts';
import type { Sentence } from '../tokens/sentence.ts';
import type { Span } from '../../text/span.ts';

/** A rule source with its name. */
interface NamedSource {
  readonly name: Part;
  readonly source: CandidateSource;
}

function namedSources(lexicons: EntityLexicons, parts: Parts): readonly NamedSource[] {
  return [
    { name: 'persons', source: new PersonSource(lexicons, parts) },
    { name: 'places', source: new PlaceSource(lexicons, parts) },
    { name: 'abbreviations', source: new AbbreviationSource(lexicons) },
    { name: 'placeEndings', source: new PlaceEndingSource(lexicons) },
    { name: 'organizations', source: new OrganizationSource(lexicons, parts) },
    { name: 'fixedBodies', source: new FixedBodySource(lexicons) },
    { name: 'assemblies', source: new AssemblySource(lexicons) },
  ];
}

/** All rules that read a sentence by itself. */
export class RuleSources {
  readonly #lexicons: EntityLexicons;
  readonly #parts: Parts;
  readonly #sources: readonly NamedSource[];
  readonly #placeBounds: PlaceBounds;
  readonly #conventions: BodyConventions;

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#lexicons = lexicons;
    this.#parts = parts;
    this.#placeBounds = new PlaceBounds(lexicons, parts);
    this.#conventions = new BodyConventions(lexicons, parts);
    this.#sources = namedSources(lexicons, parts).filter(({ name }) => parts.has(name));
  }

  /** What the rules propose, with offsets within the sentence, in no order. */
  candidates(sentence: Sentence): Candidate[] {
    const { text } = sentence;
    const found: Candidate[] = [];
    for (const { name, source } of this.#sources) {
      const proposed = source.find(sentence);
      this.#parts.tell(name, sentence, proposed);
      for (const candidate of proposed) {
        const pieces = candidate.type === 'place' ? this.#placeBounds.piecesOf(text, candidate) : undefined;
        if (pieces) found.push(...pieces);
        else found.push(candidate);
      }
    }
    if (found.length === 0) return found;
    const joined = this.#parts.has('joinNames') ? joinNames(text, found) : [];
    this.#parts.tell('joinNames', sentence, joined);
    found.push(...joined);
    const applied = this.#conventions.apply(found, sentence);
    return this.#parts.has('outsidePhrases') ? outsidePhrases(applied, text, this.#lexicons) : applied;
  }
}

/** Leaves out what lies inside an ordinary phrase: the place of 天下大同, the person of 张冠李戴. */
function outsidePhrases(candidates: Candidate[], text: string, lexicons: EntityLexicons): Candidate[] {
  const phrases: readonly Span[] = lexicons.ordinaryPhrases.allIn(text);
  if (phrases.length === 0) return candidates;
  return candidates.filter(({ start, end }) => !phrases.some((phrase) => phrase.start <= start && end <= phrase.end));
}
