import type { Issue } from '../structure/issue.ts';
import { articleHolding } from '../structure/readers/lookup.ts';
import { StoryIndex } from '../structure/readers/storyIndex.ts';
import { RecentMemory } from '../text/recentMemory.ts';
import { overlaps, type Span } from '../text/span.ts';
import { UNWATCHED, type WatchedWork } from '../watch.ts';
import { BodyConventions } from './guide/bodyConventions.ts';
import { bylineCandidates } from './rules/person/bylineNames.ts';
import type { Candidate } from './candidate.ts';
import type { CertainNames } from './certainNames.ts';
import { DecidedSentence, type Decision } from './decode/decidedSentence.ts';
import type { EntityLexicons } from './gazetteers/entityLexicons.ts';
import { gather } from './linking/gather.ts';
import { homeOf, homeRecord, statedHome } from './linking/home.ts';
import type { PlacedMention } from './linking/placedMention.ts';
import { placeRecords } from './linking/placeRecords.ts';
import { IssueKnowledge } from './document/issueKnowledge.ts';
import type { Extraction } from './mention.ts';
import { TitleReader } from './titles/peopleTitles.ts';
import { ALL_PARTS, type Parts } from './parts.ts';
import { PlaceBounds } from './guide/placeBounds.ts';
import { UnitReader } from './decode/reading.ts';
import type { Segmenter } from './tokens/segmenter.ts';
import type { Tagger } from './tagger/tagger.ts';
import { textUnits, type TextUnit } from './tokens/textUnits.ts';
import type { GivenTitle } from './titles/titleChain.ts';

/** Code units beyond which what the tagger made of a sentence is not kept until the issue is read to its end. */
const LARGE = 200_000;
/**
 * So many code units are segmented, then read by the rules, then by the tagger: the segmenter's dictionary, the
 * lexicons of the rules and the tagger's weights drive each other out of the processor's cache.
 */
const BLOCK = 65_536;
/** How often the length of an issue's text is counted as work: its words, rules, tagger, memory and decision. */
export const EXTRACTION_PASSES = 5;

/** A unit with its sentences and the number of the story that it belongs to. */
interface ReadUnit {
  readonly unit: TextUnit;
  readonly sentences: readonly DecidedSentence[];
  readonly story: number;
}

/** An issue whose entities are asked for. */
export interface ExtractionRequest {
  readonly issue: Issue;
  readonly segmenter: Segmenter;
  /** Names that are certain from the first decision on. */
  readonly certainNames?: CertainNames | undefined;
  /** Where the issue is from, a division's name or code; where it is empty the issue tells. */
  readonly homeRegion?: string;
  /**
   * Asked after every sentence of every stage whether to go on; the amounts are code units, at most
   * `EXTRACTION_PASSES` times those of the text.
   */
  readonly work?: WatchedWork;
}

/** The same as `EntityExtractor` gives, of one text once. */
export function extractEntities(request: ExtractionRequest, lexicons: EntityLexicons, tagger?: Tagger): Extraction {
  return new EntityExtractor(lexicons, tagger).extract(request);
}

/**
 * Finds persons, places, organisations, titles, times, works and contacts in an issue. Stages: the
 * sources propose candidates sentence by sentence; `resolve` decides between them; names that are
 * sure are looked for in the whole issue and the sentences decided again; mentions become entities,
 * persons get their titles. Total: any text gives an extraction. Cost is linear in the text.
 *
 * One extractor follows one text as it is edited. What it gives depends on its last request alone; but units
 * and sentences are remembered by their words from one extraction to the next, so that only those are read again
 * which an edit changed, and only those decided again of which the issue remembers something else.
 */
export class EntityExtractor {
  readonly #lexicons: EntityLexicons;
  readonly #tagger: Tagger | undefined;
  readonly #reader: UnitReader;
  readonly #titles: TitleReader;
  readonly #placeBounds: PlaceBounds;
  readonly #conventions: BodyConventions;
  readonly #units = new RecentMemory<readonly DecidedSentence[]>();
  readonly #parts: Parts;
  #certainNames: CertainNames | undefined;

  /** `parts` are those that the extraction is made of. */
  constructor(lexicons: EntityLexicons, tagger?: Tagger, parts = ALL_PARTS) {
    this.#lexicons = lexicons;
    this.#tagger = parts.has('tagger') ? tagger : undefined;
    this.#parts = parts;
    this.#reader = new UnitReader(lexicons, parts);
    this.#titles = new TitleReader(lexicons, parts);
    this.#placeBounds = new PlaceBounds(lexicons, parts);
    this.#conventions = new BodyConventions(lexicons, parts);
  }

  /** The entities of an issue. */
  extract({ issue, segmenter, certainNames, homeRegion = '', work = UNWATCHED }: ExtractionRequest): Extraction {
    if (certainNames !== this.#certainNames) this.#units.clear();
    this.#certainNames = certainNames;
    const { divisions } = this.#lexicons;
    const stated = statedHome(issue, divisions, homeRegion);
    const knowledge = new IssueKnowledge(this.#lexicons, this.#conventions, stated.division?.code, this.#parts);
    const stories = new StoryIndex([{ issue }]);
    const isLarge = issue.text.length > LARGE;
    const units = this.#read(issue, stories, segmenter, work);
    for (const { sentences, story } of work.each(units))
      for (const decided of sentences) knowledge.witness(decided, story);
    for (const { sentences } of units)
      for (const decided of sentences) {
        knowledge.learn(decided);
        work.advance(decided.sentence.text.length);
      }
    const placed: PlacedMention[] = [];
    for (const { unit, sentences, story } of units)
      for (const decided of sentences) {
        place(unit, decided.offset, decided.decide(knowledge.about(decided, story)), placed);
        if (isLarge) decided.forgetLattice();
        work.advance(decided.sentence.text.length);
      }
    for (const { sentences } of units)
      for (const decided of sentences) {
        this.#reader.keep(decided.sentence);
        decided.forgetLattice();
      }
    this.#reader.forgetUnused();
    this.#units.forgetUnused();
    const names = placed.map(({ candidate: { type }, text }) => ({ type, text }));
    const home = homeOf(stated, names, divisions);
    const gathered = gather(placed, { issue, stories, home, lexicons: this.#lexicons, work });
    const extraction = {
      ...gathered,
      places: placeRecords(issue.text, gathered, this.#lexicons, home.division?.code),
      ...homeRecord(home, divisions),
    };
    return certainNames ? certainNames.withTitles(extraction) : extraction;
  }

  /** The units of an issue in order, each sentence decided by itself. */
  #read(issue: Issue, stories: StoryIndex, segmenter: Segmenter, work: WatchedWork): readonly ReadUnit[] {
    const isLarge = issue.text.length > LARGE;
    const units: ReadUnit[] = [];
    for (const block of blocksOf(textUnits(issue))) {
      const read = block.map((unit) => ({
        unit,
        sentences: this.#sentencesOf(unit, segmenter, work),
        story: stories.storyOf(articleHolding(issue, unit.healed.toSource({ start: 0, end: 1 })[0]?.start ?? 0)),
      }));
      const sentences = read.flatMap((unit) => unit.sentences);
      for (const decided of sentences) {
        decided.propose();
        work.advance(decided.sentence.text.length);
      }
      for (const decided of sentences) {
        decided.alone();
        if (isLarge) decided.forgetLattice();
        work.advance(decided.sentence.text.length);
      }
      units.push(...read);
    }
    return units;
  }

  #sentencesOf(unit: TextUnit, segmenter: Segmenter, work: WatchedWork): readonly DecidedSentence[] {
    const bylines = bylineCandidates(unit);
    // A unit holds no line break, so that keys with and without bylines differ.
    const key = bylines.length === 0 ? unit.healed.text : `${JSON.stringify(bylines)}\n${unit.healed.text}`;
    const sentences = this.#units.get(key, () => {
      const deciding = {
        tagger: this.#tagger,
        certainNames: this.#certainNames,
        titles: this.#titles,
        conventions: this.#conventions,
        placeBounds: this.#placeBounds,
        parts: this.#parts,
      };
      const watched = { tag: (text: string) => (work.check(), segmenter.tag(text)) };
      return this.#reader.read(unit, bylines, watched).map((reading) => new DecidedSentence(reading, deciding));
    });
    work.advance(unit.healed.text.length);
    return sentences;
  }
}

/** The units in order, so many together that they are about a block. */
function* blocksOf(units: readonly TextUnit[]): Generator<readonly TextUnit[]> {
  let block: TextUnit[] = [];
  let length = 0;
  for (const unit of units) {
    block.push(unit);
    length += unit.healed.text.length;
    if (length < BLOCK) continue;
    yield block;
    block = [];
    length = 0;
  }
  yield block;
}

/** Puts the mentions of a sentence, and the posts of its titles, into the file: adds them to `placed`. */
function place({ healed }: TextUnit, offset: number, { chosen, titles }: Decision, placed: PlacedMention[]): void {
  const { text } = healed;
  const toFile = ({ start, end }: Span) => healed.toSource({ start: offset + start, end: offset + end });
  const add = (candidate: Candidate, given: readonly GivenTitle[]) => {
    const name = text.slice(offset + candidate.start, offset + candidate.end);
    placed.push({
      candidate: given[0] ? withTitle(candidate, given[0]) : candidate,
      text: name,
      written: name.includes(' ') || name.includes('\u3000') ? name.replace(/[ \u3000]+/g, '') : name,
      pieces: toFile(candidate),
      titles: given.map((one) => ({ title: one.title, span: extent(toFile(one)), bodies: one.bodies })),
    });
  };
  for (const candidate of chosen) add(candidate, titles.get(candidate) ?? []);
  if (titles.size === 0) return;
  const certain = chosen.filter(({ type }) => type === 'title');
  for (const post of postSpans(titles)) {
    if (certain.some((title) => overlaps(title, post))) continue;
    const value = text.slice(offset + post.start, offset + post.end);
    add({ type: 'title', ...post, confidence: 0.9, evidence: [{ kind: 'pattern', value }] }, []);
  }
}

/** The title in full speaks for a name, in place of the one post that led to it. */
function withTitle(candidate: Candidate, { start, end, title }: GivenTitle): Candidate {
  // Between a title and its own name stand no more than blanks; in a list other names do.
  const kind = start >= candidate.end ? 'title-after' : candidate.start - end < 3 ? 'title' : 'title-list';
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
