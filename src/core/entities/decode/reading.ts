import { RecentMemory } from '../../text/recentMemory.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { shifted, type Candidate } from '../candidate.ts';
import { findContacts } from '../rules/pattern/contacts.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { ReadSentence } from './readSentence.ts';
import { ALL_PARTS } from '../parts.ts';
import { RuleSources } from '../rules/ruleSources.ts';
import type { Segmenter } from '../tokens/segmenter.ts';
import { Sentence } from '../tokens/sentence.ts';
import type { TextUnit } from '../tokens/textUnits.ts';
import { TimeReader } from '../rules/pattern/times.ts';
import { findWorks } from '../rules/pattern/works.ts';

/** Longer sentences are cut: what the sources do within one may then cost more than its length. */
const LONGEST_SENTENCE = 600;

/** A sentence of a unit. */
export interface Reading {
  /** Where the sentence starts in the unit's text. */
  readonly offset: number;
  readonly read: ReadSentence;
  /** Of the unit's bylines and of patterns. Offsets are within the sentence; a work or a time may go on behind its end. */
  readonly given: readonly Candidate[];
}

/** Reads units sentence by sentence, and remembers sentences from one round to the next. */
export class UnitReader {
  readonly #rules: RuleSources;
  readonly #times = new TimeReader();
  readonly #sentences = new RecentMemory<ReadSentence>();

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#rules = new RuleSources(lexicons, parts);
  }

  /** The sentences of a unit in order: their words, and the candidates of its bylines and of patterns. */
  read({ healed }: TextUnit, bylines: readonly Candidate[], segmenter: Segmenter): Reading[] {
    const text = owned(healed.text);
    const given = [...bylines, ...findContacts(text), ...this.#times.find(text), ...findWorks(text)].sort(
      (a, b) => a.start - b.start,
    );
    let next = 0;
    return boundedSentences(text).map(({ start, end }) => {
      const words = text.slice(start, end);
      const read = this.#sentences.get(words, () => new ReadSentence(new Sentence(words, segmenter), this.#rules));
      const within: Candidate[] = [];
      for (let item = given[next]; item && item.start < end; item = given[++next]) within.push(shifted(item, -start));
      return { offset: start, read, given: within };
    });
  }

  /** Keeps what was read of a sentence for the next round, though its unit was not read in this one. */
  keep(sentence: Sentence): void {
    this.#sentences.keep(sentence.text);
  }

  /** Ends a round: what was read before it and not in it is forgotten. */
  forgetUnused(): void {
    this.#sentences.forgetUnused();
  }
}

/** The same text by itself: a part of a longer one would hold the whole of that in memory as long as it is remembered. */
function owned(text: string): string {
  return ` ${text}`.slice(1);
}

/** The sentences of a text, those that are too long cut. */
function boundedSentences(text: string): Span[] {
  const sentences = splitSentences(text);
  if (sentences.every(({ start, end }) => end - start <= LONGEST_SENTENCE)) return sentences;
  return sentences.flatMap((span) => bounded(text, span));
}

/** Cuts a sentence that is too long, after a comma where there is one. */
function bounded(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    // Within the stretch alone: a search backwards in the text would go on to its beginning each time.
    const comma = text.slice(from, from + LONGEST_SENTENCE).lastIndexOf('，');
    const cut = from + (comma > 0 ? comma + 1 : LONGEST_SENTENCE);
    spans.push({ start: from, end: cut });
    from = cut;
  }
  spans.push({ start: from, end });
  return spans;
}
