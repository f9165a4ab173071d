import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { shifted, type Candidate, type CandidateSource } from './candidate.ts';
import { bylineCandidates } from './bylineNames.ts';
import { findContacts } from './contacts.ts';
import type { EntityLexicons } from './entityLexicons.ts';
import { joinNames } from './joined.ts';
import type { Segmenter } from './segmenter.ts';
import { Sentence } from './sentence.ts';
import type { Lattice } from './tagger/lattice.ts';
import type { Tagger } from './tagger/tagger.ts';
import type { TextUnit } from './textUnits.ts';
import { findTimes } from './times.ts';
import { findWorks } from './works.ts';

/** Longer sentences are cut: what the sources do within one may then cost more than its length. */
const LONGEST_SENTENCE = 600;

/** A sentence of a unit with what its sources proposed. */
export interface Reading {
  readonly unit: TextUnit;
  /** Where the sentence starts in the unit's text. */
  readonly offset: number;
  readonly sentence: Sentence;
  /** Offsets are within the sentence; a work or a time may go on behind its end. */
  readonly candidates: readonly Candidate[];
  /** What the tagger makes of the sentence, where there is a tagger. */
  readonly lattice: Lattice | undefined;
}

/** Reads a unit sentence by sentence: its words, and the candidates of patterns, bylines and `sources`. */
export function readUnit(
  unit: TextUnit,
  segmenter: Segmenter,
  sources: readonly CandidateSource[],
  lexicons: EntityLexicons,
  tagger?: Tagger,
): Reading[] {
  const { text } = unit.healed;
  const given = [...bylineCandidates(unit), ...findContacts(text), ...findTimes(text), ...findWorks(text)].sort(
    (a, b) => a.start - b.start,
  );
  const readings: Reading[] = [];
  let next = 0;
  for (const { start, end } of splitSentences(text).flatMap((span) => bounded(text, span))) {
    const sentence = new Sentence(text.slice(start, end), segmenter);
    const lattice = tagger?.read(sentence);
    const candidates = outsidePhrases(
      withJoined(
        sentence.text,
        [...sources.flatMap((source) => source.find(sentence)), ...(tagger && lattice ? tagger.candidates(sentence, lattice) : [])],
      ),
      sentence.text,
      lexicons,
    );
    for (let item = given[next]; item && item.start < end; item = given[++next])
      candidates.push(shifted(item, -start));
    readings.push({ unit, offset: start, sentence, candidates, lattice });
  }
  return readings;
}

function withJoined(text: string, candidates: Candidate[]): Candidate[] {
  return [...candidates, ...joinNames(text, candidates)];
}

/** Cuts a sentence that is too long, after a comma where there is one. */
function bounded(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const comma = text.lastIndexOf('，', from + LONGEST_SENTENCE - 1);
    const cut = comma > from ? comma + 1 : from + LONGEST_SENTENCE;
    spans.push({ start: from, end: cut });
    from = cut;
  }
  spans.push({ start: from, end });
  return spans;
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
  return candidates.filter(
    ({ start, end }) => !phrases.some((phrase) => phrase.start <= start && end <= phrase.end),
  );
}
