import type { Issue } from '../structure/issue.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { isNameType, shifted, type Candidate } from './candidate.ts';
import { findContacts } from './contacts.ts';
import type { EntityLexicons } from './entityLexicons.ts';
import { gather, type PlacedMention } from './gather.ts';
import { DocumentMemory } from './memory.ts';
import type { Evidence, Extraction } from './mention.ts';
import { OrganizationSource } from './organizations.ts';
import { PersonSource } from './persons.ts';
import { TitleReader, type GivenTitle } from './peopleTitles.ts';
import { PlaceSource } from './places.ts';
import { resolve } from './resolve.ts';
import type { Segmenter } from './segmenter.ts';
import { Sentence } from './sentence.ts';
import { textUnits, type TextUnit } from './textUnits.ts';
import { findTimes } from './times.ts';
import { findWorks } from './works.ts';

/** A sentence of a unit with what its sources proposed. */
interface Reading {
  readonly unit: TextUnit;
  readonly offset: number;
  readonly sentence: Sentence;
  readonly candidates: readonly Candidate[];
}

/**
 * Finds persons, places, organisations, titles, times, works and contacts in an issue. Stages: the
 * sources propose candidates sentence by sentence; `resolve` decides between them; names that are
 * sure are looked for in the whole issue and the sentences decided again; mentions become entities,
 * persons get their titles. Pure and total: any text gives an extraction. Cost is linear in the text.
 */
export function extractEntities(issue: Issue, segmenter: Segmenter, lexicons: EntityLexicons): Extraction {
  const persons = new PersonSource(lexicons);
  const places = new PlaceSource(lexicons);
  const organizations = new OrganizationSource(lexicons);
  const titleReader = new TitleReader(lexicons);
  const readings: Reading[] = [];
  for (const unit of textUnits(issue)) {
    const { text } = unit.healed;
    const given = [...bylineCandidates(unit), ...findContacts(text), ...findTimes(text), ...findWorks(text)];
    for (const { start, end } of splitSentences(text)) {
      const sentence = new Sentence(text.slice(start, end), segmenter);
      const inside = given.filter((candidate) => candidate.start >= start && candidate.end <= end).map((candidate) => shifted(candidate, -start));
      const proposed = [...persons.find(sentence), ...places.find(sentence), ...organizations.find(sentence)];
      const candidates = [...inside, ...outsidePhrases(proposed, sentence.text, lexicons)];
      readings.push({ unit, offset: start, sentence, candidates });
    }
  }

  const memory = new DocumentMemory(lexicons);
  for (const { sentence, candidates } of readings) {
    for (const candidate of resolve(candidates)) memory.learn(sentence.text.slice(candidate.start, candidate.end), candidate);
  }
  const placed: PlacedMention[] = [];
  for (const { unit, offset, sentence, candidates } of readings) {
    const chosen = resolve([...candidates, ...memory.find(sentence)]);
    const titles = titleReader.read(sentence.text, chosen.filter(({ type }) => isNameType(type)));
    const toFile = (span: Span) => unit.healed.toSource({ start: offset + span.start, end: offset + span.end });
    for (const candidate of chosen) {
      placed.push({
        candidate,
        text: sentence.text.slice(candidate.start, candidate.end),
        pieces: toFile(candidate),
        titles: (titles.get(candidate) ?? []).map(({ title, ...span }) => ({ title, span: extent(toFile(span)) })),
      });
    }
    for (const post of postSpans(titles)) {
      const text = sentence.text.slice(post.start, post.end);
      const candidate: Candidate = { type: 'title', ...post, confidence: 0.9, evidence: [{ kind: 'pattern', value: text }] };
      placed.push({ candidate, text, pieces: toFile(post), titles: [] });
    }
  }
  return gather(placed);
}

/** Leaves out what lies inside an ordinary phrase: the place of 天下大同, the person of 张冠李戴. */
function outsidePhrases(candidates: readonly Candidate[], text: string, lexicons: EntityLexicons): readonly Candidate[] {
  const phrases: Span[] = [];
  for (let start = 0; start < text.length; start++) {
    const match = lexicons.ordinaryPhrases.longestAt(text, start);
    if (match) phrases.push({ start, end: match.end });
  }
  if (phrases.length === 0) return candidates;
  return candidates.filter(({ start, end }) => !phrases.some((phrase) => phrase.start <= start && end <= phrase.end && end - start < phrase.end - phrase.start));
}

/** The posts of a sentence, each once, though several names share them. */
function postSpans(titles: ReadonlyMap<Candidate, readonly GivenTitle[]>): Span[] {
  const spans = new Map<number, Span>();
  for (const list of titles.values()) for (const { posts } of list) for (const { start, end } of posts) spans.set(start, { start, end });
  return [...spans.values()];
}

/** What the structure knows already: the names in bylines and credits, their places and media. */
function bylineCandidates({ healed, bylines }: TextUnit): Candidate[] {
  const candidates: Candidate[] = [];
  const add = (type: Candidate['type'], span: Span, evidence: Evidence) => {
    const start = healed.fromSource(span.start);
    const end = healed.fromSource(span.end);
    if (start !== undefined && end !== undefined && start < end) candidates.push({ type, start, end, confidence: 0.98, evidence: [evidence] });
  };
  for (const { byline, credit } of bylines) {
    for (const person of byline.people) add('person', person, { kind: credit ? 'credit' : 'byline', value: person.name });
    for (const span of byline.places) add('place', span, { kind: 'byline' });
    for (const span of byline.media) add('organization', span, { kind: 'byline' });
  }
  return candidates;
}

function extent(pieces: readonly Span[]): Span {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}
