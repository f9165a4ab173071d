import { isNameType, type Candidate } from '../entities/candidate.ts';
import type { CertainNames } from '../entities/certainNames.ts';
import type { Evidence, Extraction } from '../entities/mention.ts';
import { PhraseIndex, type PhraseMatch } from '../lexicons/phraseIndex.ts';
import type { Sentence } from '../entities/tokens/sentence.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { RosterEntry } from './roster.ts';
import { fitsIn } from './rosterFit.ts';

/** Two characters of a name may be set apart by blanks. */
const SPREAD = [' ', '  ', '\u3000', '\u3000\u3000'];

/** A roster made ready to be found in sentences: its names and aliases are certain wherever they fit. */
export class RosterIndex implements CertainNames {
  readonly #forms = new PhraseIndex<RosterEntry>();
  readonly #ordinaryWords: ReadonlySet<string>;
  readonly #people: ReadonlyMap<string, RosterEntry>;

  /** `ordinaryWords` may be names only where something says so. */
  constructor(entries: readonly RosterEntry[], ordinaryWords: ReadonlySet<string>) {
    this.#ordinaryWords = ordinaryWords;
    for (const entry of entries) {
      for (const form of [entry.name, ...entry.aliases]) {
        this.#forms.add(form, entry);
        if (entry.type !== 'person' || !/^\p{Script=Han}{2}$/u.test(form)) continue;
        for (const blank of SPREAD) this.#forms.add(`${form[0]}${blank}${form[1]}`, entry);
      }
    }
    this.#people = new Map(entries.filter(({ type }) => type === 'person').map((entry) => [entry.name, entry]));
  }

  /**
   * The candidates of a sentence with those of the roster put in, and without the names that overlap these; a longer
   * name that is sure keeps its place.
   */
  settle(sentence: Sentence, candidates: readonly Candidate[]): readonly Candidate[] {
    const found = this.#forms.size === 0 ? [] : this.#find(sentence, candidates);
    if (found.length === 0) return candidates;
    const names = found.filter(({ type }) => isNameType(type));
    const others = candidates.filter(
      (candidate) =>
        !(isNameType(candidate.type) ? names : found.filter(({ type }) => type === candidate.type)).some((one) =>
          overlaps(one, candidate),
        ),
    );
    return [...others, ...found];
  }

  /** An extraction whose people have the titles that the roster gives them. */
  withTitles(extraction: Extraction): Extraction {
    if (this.#people.size === 0) return extraction;
    const people = extraction.people.map((person) => {
      const entry = this.#people.get(person.name);
      return entry ? { ...person, rosterTitles: entry.titles } : person;
    });
    return { ...extraction, people };
  }

  #find(sentence: Sentence, candidates: readonly Candidate[]): Candidate[] {
    const text = sentence.text.replace(/[•・‧]/g, '·');
    const found: Candidate[] = [];
    for (let start = 0; start < text.length; start++) {
      const match = this.#longestThatFits(sentence, text, start, candidates);
      if (!match) continue;
      found.push(certain(match.value, { start, end: match.end }, sentence.text, candidates));
      start = match.end - 1;
    }
    return found;
  }

  #longestThatFits(
    sentence: Sentence,
    text: string,
    start: number,
    candidates: readonly Candidate[],
  ): PhraseMatch<RosterEntry> | undefined {
    if (!this.#forms.longestAt(text, start)) return undefined;
    return this.#forms
      .allAt(text, start)
      .findLast(({ end, value }) =>
        fitsIn(sentence, { type: value.type, start, end }, candidates, this.#ordinaryWords),
      );
  }
}

function certain(
  { name, type }: RosterEntry,
  { start, end }: Span,
  text: string,
  candidates: readonly Candidate[],
): Candidate {
  const written = text.slice(start, end).replace(/[ \u3000]+/g, '');
  const own: Evidence = written === name.replace(/ /g, '') ? { kind: 'roster' } : { kind: 'roster', value: name };
  const others = candidates
    .filter((candidate) => candidate.type === type && candidate.start === start && candidate.end === end)
    .flatMap(({ evidence }) => evidence.filter(({ kind }) => kind !== 'memory'));
  return { type, start, end, confidence: 1, evidence: [own, ...others], entity: name };
}
