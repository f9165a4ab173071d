import { isHan } from '../../text/charSet.ts';
import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import type { EvidenceKind } from '../mention.ts';
import type { Sentence } from '../tokens/sentence.ts';
import type { Correction } from '../decode/decidedSentence.ts';

/** What speaks for a person whatever the name looks like. */
const PERSONAL: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'title',
  'title-after',
  'title-list',
  'byline',
  'credit',
  'roster',
  'surname-of',
  'transliteration',
]);
/** What persons do, right behind the name. */
const ACTS =
  /^(?:说|表示|指出|强调|认为|介绍|告诉|称|透露|坦言|回忆|笑|主持|出席|会见|致辞|讲话|宣布|同志|先生|女士|老人|教授|带领|来到|走进|获得|荣获|担任|和妻子|和丈夫|的妻子|的丈夫|的父亲|的母亲|的儿子|的女儿|的家|家|一家|心里|高兴|激动|一边|正在|正忙|接过|拿出|指着)/;
const LONGEST_ACT = 3;
/** Names that are remembered so surely are not cut. */
const SURE = 0.93;
/** The same of names of which the surname alone was read: 秦大为主任 behind 副主任秦大为. */
const KNOWN = 0.5;
const OPEN_QUOTE = /[“‘「『]/;
const CLOSE_QUOTE = /[”’」』]/;

/** What is said of one name in the places where it is taken for a person's. */
interface Tally {
  /** Places that are said of a person. */
  personal: number;
  /** How much speaks for a thing. */
  thing: number;
}

/** Names of two characters and those of one more that begin so, in one story. */
interface Family {
  /** How often the short name stands, by what character comes next. */
  readonly short: Map<string, number>;
  /** The long names with how often they stand, and how often in a place where a word ends with them. */
  readonly long: Map<string, { count: number; whole: number }>;
}

/**
 * Puts together what all places of an issue say of names that look alike: of what is only ever grown, sold and eaten, or
 * stands in quotation marks alone, no name is made, however often it looks like one; and a name that
 * runs into the next word in one place (陈芳平 of 陈芳平时) ends where it does in the others of the story.
 */
export class PersonWitnesses {
  readonly #goods: EntityLexicons['goods'];
  readonly #tallies = new Map<string, Tally>();
  /** By story, then by the first two characters. */
  readonly #families = new Map<number, Map<string, Family>>();

  constructor({ goods }: EntityLexicons) {
    this.#goods = goods;
  }

  /** The remembered names that are somebody's in full elsewhere and stand here apart from all that was chosen. */
  certain({ text }: Pick<Sentence, 'text'>, remembered: readonly Candidate[]): Candidate[] {
    return remembered.filter(
      ({ type, start, end, confidence }) =>
        type === 'person' &&
        end - start > 2 &&
        confidence >= SURE &&
        (this.#tallies.get(text.slice(start, end))?.personal ?? 0) > 0,
    );
  }

  /** Notes a person that was chosen in a sentence of a story. */
  note(sentence: Sentence, { start, end, evidence }: Candidate, story: number): void {
    const { text } = sentence;
    const name = text.slice(start, end);
    if (name.length < 2 || name.length > 3) return;
    const tally = this.#tallies.get(name) ?? { personal: 0, thing: 0 };
    this.#tallies.set(name, tally);
    if (evidence.some(({ kind }) => PERSONAL.has(kind)) || ACTS.test(text.slice(end, end + LONGEST_ACT)))
      tally.personal++;
    else tally.thing += this.#thingness(text, start, end);

    const key = name.slice(0, 2);
    const families = this.#families.get(story) ?? new Map<string, Family>();
    this.#families.set(story, families);
    const family = families.get(key) ?? {
      short: new Map<string, number>(),
      long: new Map<string, { count: number; whole: number }>(),
    };
    families.set(key, family);
    if (name.length === 2) {
      const next = text[end] ?? '';
      family.short.set(next, (family.short.get(next) ?? 0) + 1);
    } else {
      const known = family.long.get(name) ?? { count: 0, whole: 0 };
      family.long.set(name, {
        count: known.count + 1,
        whole: known.whole + (sentence.isBoundary(end) || !isHan(text.charCodeAt(end)) ? 1 : 0),
      });
    }
  }

  /** Whether what looks like a name is none in any place of the issue. */
  isRefuted(name: string): boolean {
    const tally = this.#tallies.get(name);
    return tally !== undefined && tally.personal === 0 && tally.thing >= 2;
  }

  /** The corrections of the candidates of a sentence of a story, some of which are `remembered` from elsewhere. */
  corrections(
    { text }: Sentence,
    candidates: readonly Candidate[],
    remembered: readonly Candidate[],
    story: number,
  ): Correction[] {
    const found: Correction[] = [];
    for (const list of [candidates, remembered])
      for (const { type, start, end } of list) {
        if (type !== 'person' || end - start > 3 || found.some((known) => known.start === start && known.end === end))
          continue;
        const to = this.#endIn(text, start, end, remembered, story);
        if (to !== end) found.push({ start, end, to });
      }
    return found;
  }

  #endIn(text: string, start: number, end: number, remembered: readonly Candidate[], story: number): number {
    const name = text.slice(start, end);
    if (name.length > 1 && this.isRefuted(name)) return start;
    // A name in full that is surely somebody's elsewhere is not cut here.
    const full = remembered.find(
      (other) =>
        other.type === 'person' &&
        other.start === start &&
        other.end > end &&
        other.confidence >= (name.length === 1 ? KNOWN : SURE),
    );
    if (full && name.length === 1 && full.end - start > 2) return full.end;
    if (
      full &&
      full.confidence >= SURE &&
      name.length < 3 &&
      (this.#tallies.get(text.slice(start, full.end))?.personal ?? 0) > 0
    )
      return full.end;
    const to = name.length > 1 ? this.#endInFamily(text, start, end, story) : end;
    return to !== end && this.isRefuted(text.slice(start, to)) ? start : to;
  }

  #endInFamily(text: string, start: number, end: number, story: number): number {
    const name = text.slice(start, end);
    const family = this.#families.get(story)?.get(name.slice(0, 2));
    if (!family || family.long.size !== 1 || family.short.size === 0) return end;
    const [long, { count, whole }] = [...family.long][0]!;
    const last = long[2]!;
    let apart = 0;
    for (const [next, times] of family.short) if (next !== last) apart += times;
    // The short name is the long one cut off, wherever it stands.
    if (name.length === 2) return apart === 0 && count > 1 && text[end] === last ? end + 1 : end;
    if (name !== long || apart === 0) return end;
    return apart >= 2 * count || (apart >= count && whole === 0) ? end - 1 : end;
  }

  /** How much the words around a name say that it is a thing's. */
  #thingness(text: string, start: number, end: number): number {
    const quoted = OPEN_QUOTE.test(text[start - 1] ?? '') && CLOSE_QUOTE.test(text[end] ?? '') ? 1 : 0;
    const before = this.#goods.before.longestBefore(text, start) ? 1 : 0;
    const behind = this.#goods.behind.longestAt(text, end) ? 1 : 0;
    const ends = this.#goods.ends.has(text[end - 1]!) ? 1 : 0;
    // Among other things set side by side: 春笋、河虾.
    const listed = ends > 0 && (text[start - 1] === '、' || text[end] === '、') ? 1 : 0;
    return quoted + before + behind + listed + (before + behind + quoted + listed > 0 ? ends : 0);
  }
}
