import type { RosterIndex } from '../roster/rosterIndex.ts';
import type { Issue } from '../structure/issue.ts';
import { overlaps, type Span } from '../text/span.ts';
import { isNameType, type Candidate } from './candidate.ts';
import type { EntityLexicons } from './entityLexicons.ts';
import { gather, type PlacedMention } from './gather.ts';
import { findHome, withPlaces } from './home.ts';
import { HomeRegion } from './homeRegion.ts';
import { DocumentMemory } from './memory.ts';
import type { Extraction } from './mention.ts';
import { OrganizationSource } from './organizations.ts';
import { TitleReader, type GivenTitle } from './peopleTitles.ts';
import { PersonSource } from './persons.ts';
import { PlaceEndingSource } from './placeEndings.ts';
import { PlaceSource } from './places.ts';
import { readUnit, type Reading } from './reading.ts';
import { resolve } from './resolve.ts';
import type { Segmenter } from './segmenter.ts';
import type { Tagger } from './tagger/tagger.ts';
import { textUnits } from './textUnits.ts';

/**
 * Finds persons, places, organisations, titles, times, works and contacts in an issue. Stages: the
 * sources propose candidates sentence by sentence; `resolve` decides between them; names that are
 * sure are looked for in the whole issue and the sentences decided again; mentions become entities,
 * persons get their titles. What the roster has is certain from the first decision on.
 * `homeRegion` is where the issue is from, a division's name or code; where it is empty the issue tells. Pure and total: any text gives an extraction. Cost is linear in the text.
 */
export function extractEntities(
  issue: Issue,
  segmenter: Segmenter,
  lexicons: EntityLexicons,
  tagger?: Tagger,
  roster?: RosterIndex,
  homeRegion = '',
): Extraction {
  const sources = [new PersonSource(lexicons), new PlaceSource(lexicons), new PlaceEndingSource(lexicons), new OrganizationSource(lexicons)];
  const readings = textUnits(issue).flatMap((unit) => readUnit(unit, segmenter, sources, lexicons, tagger));

  const memory = new DocumentMemory(lexicons);
  const home = findHome(issue, lexicons.divisions, homeRegion);
  const region = new HomeRegion(lexicons, home.division?.code);
  for (const reading of readings) {
    const { sentence, candidates } = reading;
    for (const candidate of candidates) memory.suspect(sentence, candidate);
    for (const candidate of resolve(candidates, weighing(reading, tagger), settling(reading, roster))) {
      const name = sentence.text.slice(candidate.start, candidate.end);
      memory.learn(name, candidate);
      memory.learnDefinition(sentence, candidate);
      if (candidate.type === 'place') region.learn(name);
    }
  }

  const abbreviations = region.abbreviations();
  const titleReader = new TitleReader(lexicons);
  const placed = readings.flatMap((reading) => {
    const { sentence, candidates } = reading;
    const remembered = [
      ...memory.find(sentence, candidates),
      ...region.findCounties(sentence),
      ...HomeRegion.find(sentence, abbreviations),
    ];
    const chosen = resolve([...candidates, ...remembered], weighing(reading, tagger), settling(reading, roster));
    return place(
      reading,
      chosen,
      titleReader.read(
        sentence.text,
        chosen.filter(({ type }) => isNameType(type)),
      ),
    );
  });
  const extraction = withPlaces(gather(placed, issue, lexicons), issue, lexicons, home);
  return roster ? roster.withTitles(extraction) : extraction;
}

function weighing({ sentence, lattice }: Reading, tagger: Tagger | undefined): Parameters<typeof resolve>[1] {
  return tagger && lattice ? (candidates) => tagger.weigh(candidates, sentence, lattice) : undefined;
}

function settling({ sentence }: Reading, roster: RosterIndex | undefined): Parameters<typeof resolve>[2] {
  return roster && ((candidates) => roster.settle(sentence, candidates));
}

/** Puts the mentions of a sentence, and the posts of its titles, into the file. */
function place(
  { unit, offset }: Reading,
  chosen: readonly Candidate[],
  titles: ReadonlyMap<Candidate, readonly GivenTitle[]>,
): PlacedMention[] {
  const { text } = unit.healed;
  const toFile = ({ start, end }: Span) => unit.healed.toSource({ start: offset + start, end: offset + end });
  const mention = (candidate: Candidate): PlacedMention => {
    const given = titles.get(candidate) ?? [];
    return {
      candidate: given[0] ? withTitle(candidate, given[0]) : candidate,
      text: text.slice(offset + candidate.start, offset + candidate.end),
      pieces: toFile(candidate),
      titles: given.map((one) => ({ title: one.title, span: extent(toFile(one)), bodies: one.bodies })),
    };
  };
  const certain = chosen.filter(({ type }) => type === 'title');
  const posts = postSpans(titles).filter((post) => !certain.some((title) => overlaps(title, post))).map((post) => {
    const value = text.slice(offset + post.start, offset + post.end);
    return mention({ type: 'title', ...post, confidence: 0.9, evidence: [{ kind: 'pattern', value }] });
  });
  return [...chosen.map(mention), ...posts];
}

/** The title in full speaks for a name, in place of the one post that led to it. */
function withTitle(candidate: Candidate, { start, end, title }: GivenTitle): Candidate {
  const kind = end === candidate.start ? 'title' : start === candidate.end ? 'title-after' : 'title-list';
  const others = candidate.evidence.filter((item) => !item.kind.startsWith('title'));
  return { ...candidate, evidence: [{ kind, value: title }, ...others] };
}

/** The posts of a sentence, each once, though several names share them. */
function postSpans(titles: ReadonlyMap<Candidate, readonly GivenTitle[]>): Span[] {
  const spans = new Map<number, Span>();
  for (const list of titles.values())
    for (const { posts } of list) for (const { start, end } of posts) spans.set(start, { start, end });
  return [...spans.values()];
}

function extent(pieces: readonly Span[]): Span {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}
