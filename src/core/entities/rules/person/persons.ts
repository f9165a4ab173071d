import { CharSet } from '../../../text/charSet.ts';
import type { Candidate, CandidateSource } from '../../candidate.ts';
import { BEGINS_COMPOUND, BEGINS_FOREIGN, BEGINS_JAPANESE, BEGINS_SURNAME } from '../../gazetteers/characterTables.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { TitleClass } from '../../gazetteers/terms.ts';
import type { Evidence, EvidenceKind } from '../../mention.ts';
import { NameReader, type NameReading } from './nameReader.ts';
import { shapedPerson } from '../../guide/personShape.ts';
import { ALL_PARTS, type Parts } from '../../parts.ts';
import { longestOf, type PhraseSpan } from '../../../lexicons/phraseIndex.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { SpacedNames } from './spacedNames.ts';
import { SurnamesAlone } from './surnamesAlone.ts';
import { KIND } from '../../tokens/wordKinds.ts';

/** Of names before a mark or a title, the likeliest first. */
const LENGTHS: readonly number[] = [3, 2, 4];
const LIST_MARK = new CharSet('、和与及');
const DEPUTY = '副'.charCodeAt(0);
const DOT = /[·•・‧]/g;
const BLANK = new CharSet(' \u3000');
const CUE_MARK = new CharSet(' \u3000：:');
/** What a name of a person may begin with. */
const BEGINS_PERSON = BEGINS_SURNAME | BEGINS_COMPOUND | BEGINS_JAPANESE | BEGINS_FOREIGN;
/** Words that say somebody speaks or acts, right after a name. */
const SPEECH_FIRST = new CharSet('说表指强认介告称透坦回笑主出会致讲宣同先女老教');
const SPEECH =
  /^(?:说|表示|指出|强调|认为|介绍|告诉|称|透露|坦言|回忆|笑着|主持|出席|会见|致辞|讲话|宣布|同志|先生|女士|老人|教授)/;

/** How sure a name is at least that is set apart so where names stand: the form says so. */
const SPACED_SURE = 0.8;
/** Names that a headline sets side by side before what they do: 张某某李某某出席. */
const GLUED = /^([\u4e00-\u9fff]{4,12}?)(?=出席|参加|主持|讲话|致辞|会见|陪同|作报告|见证|迎接|分别)/;

/** Scores that a reading must reach, by what stands around it. */
const THRESHOLD = {
  titled: 0.2,
  cued: 1,
  listed: 0.5,
  after: 0.5,
  bare: 4.6,
  suspect: 1.8,
  foreignTitled: 1,
  foreignBare: 2.5,
} as const;

/** Finds persons in a sentence by titles, lists, name characters, foreign names and 某. */
export class PersonSource implements CandidateSource {
  readonly #lexicons: EntityLexicons;
  readonly #reader: NameReader;
  readonly #surnames: SurnamesAlone;
  readonly #spaced: SpacedNames;
  readonly #steps: readonly ((sentence: Sentence, found: Found) => void)[];
  readonly #parts: Parts;

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#parts = parts;
    this.#steps = parts.of([
      ['persons.byTitle', (sentence, found) => this.#byTitle(sentence, found)],
      ['persons.byTitleAfter', (sentence, found) => this.#byTitleAfter(sentence, found)],
      ['persons.byDot', (sentence, found) => this.#byDot(sentence, found)],
      ['persons.byCharacters', (sentence, found) => this.#byCharacters(sentence, found)],
      ['persons.surnamesAlone', (sentence, found) => this.#bySurname(sentence, found)],
      ['persons.spacedNames', (sentence, found) => this.#byBlanks(sentence, found)],
      ['persons.byGlued', (sentence, found) => this.#byGlued(sentence, found)],
      ['persons.byNeighbour', (sentence, found) => this.#byNeighbour(sentence, found)],
    ]);
    this.#lexicons = lexicons;
    this.#reader = new NameReader(lexicons);
    this.#surnames = new SurnamesAlone(lexicons);
    this.#spaced = new SpacedNames(lexicons);
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const found = new Found();
    for (const step of this.#steps) step(sentence, found);
    return found.list().map((person) => shapedPerson(sentence.text, person, this.#lexicons, this.#parts));
  }

  #bySurname(sentence: Sentence, found: Found): void {
    for (const { start, end, confidence, evidence } of this.#surnames.find(sentence))
      found.add(start, end, confidence, evidence);
  }

  /** A line that is a name in blanks. */
  #byBlanks({ text }: Sentence, found: Found): void {
    if (this.#spaced.isLine(text))
      found.add(0, text.length, SPACED_SURE, { kind: 'surname', value: text[0]! }, SPACED_SURE);
  }

  #byTitle(sentence: Sentence, found: Found): void {
    const { text } = sentence;
    for (const title of titlesByEnd(sentence.phrasesOf(this.#lexicons.titles))) {
      const { end } = title;
      if (title.value === 'address') continue;
      if (this.#insideLongerTitle(text, title.start, end)) continue;
      if (!sentence.isBoundary(end) && !sentence.isBoundary(title.start)) continue;
      const start = skipBracket(text, end);
      const cue = title.value === 'cue';
      // A title that follows a name belongs to it: what comes next is hardly another name.
      const spent =
        title.start > 0 &&
        (sentence.kinds[sentence.wordAt(title.start - 1)]! & KIND.person) !== 0 &&
        sentence.isBoundary(title.start);
      // 相 and the like are pieces of other words more often than titles.
      const threshold =
        (cue ? THRESHOLD.cued : THRESHOLD.titled) + (spent ? 2.5 : 0) + (end - title.start === 1 ? 3 : 0);
      let from = start;
      while (cue && from < start + 2 && CUE_MARK.has(text.charCodeAt(from))) from++;
      const reading = this.#readAny(sentence, from, threshold);
      if (!reading) continue;
      const kind: EvidenceKind = 'title';
      const word = text.slice(title.start, end);
      found.add(
        reading.start,
        reading.end,
        confidenceOf(reading.score + 2.5),
        { kind, value: word },
        reading.spaced ? SPACED_SURE : undefined,
      );
      this.#listAfter(sentence, reading.end, word, cue, found);
    }
  }

  /** Names that go on after a first one: 副局长张三、李四和王五. */
  #listAfter(sentence: Sentence, from: number, word: string, cue: boolean, found: Found): void {
    const { text } = sentence;
    for (let end = from; ;) {
      const mark = text.charCodeAt(end);
      if (!LIST_MARK.has(mark) && !(cue && BLANK.has(mark))) return;
      const start = end + 1;
      if (this.#lexicons.titles.longestAt(text, start) || this.#lexicons.bodies.longestAt(text, start)) return;
      const reading = this.#readAny(sentence, start, THRESHOLD.listed);
      if (!reading) return;
      const evidence: Evidence = { kind: 'title-list', value: word };
      found.add(
        reading.start,
        reading.end,
        confidenceOf(reading.score + 2),
        evidence,
        reading.spaced ? SPACED_SURE : undefined,
      );
      end = reading.end;
    }
  }

  #byTitleAfter(sentence: Sentence, found: Found): void {
    const { text } = sentence;
    for (const { start, end, value } of longestOf(sentence.phrasesOf(this.#lexicons.titles))) {
      // 副 and the post that it goes with.
      const isDeputy =
        value === 'post' && text.charCodeAt(start - 1) === DEPUTY && !this.#lexicons.titles.longestAt(text, start - 1);
      if (isDeputy) this.#before(sentence, start - 1, end, value, found);
      this.#before(sentence, start, end, value, found);
    }
  }

  /** The name before the title that is the text from `start` to `end`. */
  #before(sentence: Sentence, start: number, end: number, title: TitleClass, found: Found): void {
    if (start < 1 || title === 'cue' || !sentence.isBoundary(end)) return;
    const { text } = sentence;
    for (const length of LENGTHS) {
      const from = start - length;
      if (from < 0 || !sentence.isBoundary(from) || this.#lexicons.places.getAt(text, from, start)) continue;
      const score = this.#reader.chineseScore(sentence, from, start) + (title === 'address' ? 1.5 : 0);
      if (score < THRESHOLD.after + 2) continue;
      found.add(from, start, confidenceOf(score), titleAfter(text, start, end));
      return;
    }
    if (this.#surnames.isCompound(sentence, start)) found.add(start - 2, start, 0.85, titleAfter(text, start, end));
    else if (this.#surnames.isTitled(sentence, start, end))
      found.add(start - 1, start, 0.8, titleAfter(text, start, end));
  }

  #byDot(sentence: Sentence, found: Found): void {
    const { text, hasDot } = sentence;
    if (!hasDot) return;
    let read = 0;
    for (const { index: dot } of text.matchAll(DOT)) {
      if (dot < read) continue;
      const start = this.#reader.foreignStart(sentence, dot);
      if (start === dot) continue;
      const reading = this.#reader.foreign(sentence, start);
      if (!reading || reading.end <= dot + 1) continue;
      found.add(start, reading.end, confidenceOf(reading.score), { kind: 'transliteration', value: '·' });
      read = reading.end;
    }
  }

  #byCharacters(sentence: Sentence, found: Found): void {
    const { text, words, starts, kinds, hasDot } = sentence;
    const { characters, places, ordinary, names } = this.#lexicons;
    for (let index = 0; index < words.length; index++) {
      const start = starts[index]!;
      const begins = characters.begins(text.charCodeAt(start)) & BEGINS_PERSON;
      const isPerson = (kinds[index]! & KIND.person) !== 0;
      if (begins === 0 && !hasDot && !isPerson) continue;
      const end = starts[index + 1]!;
      const foreign = this.#reader.foreign(sentence, start);
      if (!foreign && (begins & ~BEGINS_FOREIGN) === 0 && !isPerson) continue;
      if (places.getAt(text, start, end) || ordinary.getAt(text, start, end)) continue;
      const reading = this.#reader.chinese(sentence, start);
      if (reading) {
        const bonus =
          (SPEECH_FIRST.has(text.charCodeAt(reading.end)) && SPEECH.test(text.slice(reading.end, reading.end + 2))
            ? 1.5
            : 0) + (isPerson && end === reading.end ? 0.5 : 0);
        const score = reading.score + bonus;
        if (
          score >= THRESHOLD.suspect &&
          !this.#isForeignPart(text, foreign, reading.end) &&
          !this.#isKnown(text, start, reading.end)
        )
          found.add(start, reading.end, confidenceOf(score < THRESHOLD.bare ? score - 6 : score - 2.2), {
            kind: 'surname',
            value: names.surnameAt(text, start)?.text ?? '',
          });
      }
      const japanese = this.#reader.japanese(sentence, start);
      if (japanese && japanese.score > 4)
        found.add(start, japanese.end, confidenceOf(japanese.score - 2.5), {
          kind: 'surname',
          value: text.slice(start, start + 2),
        });
      const { word, tag } = words[index]!;
      if (tag === 'nrt' && word.length > 1 && this.#isTransliterated(word))
        found.add(start, end, 0.66, { kind: 'segmenter', value: tag });
      if (foreign && foreign.score >= THRESHOLD.foreignBare && !this.#placeAt(sentence, start, foreign.end))
        found.add(start, foreign.end, confidenceOf(foreign.score - 2.4), { kind: 'transliteration' });
    }
  }

  #byGlued(sentence: Sentence, found: Found): void {
    const run = GLUED.exec(sentence.text)?.[1];
    if (run === undefined || [...run].some((_, index) => this.#lexicons.titles.longestAt(run, index))) return;
    const { names, sure } = this.#lexicons.names.splitNames(run);
    if (!sure || names.length < 2) return;
    let start = 0;
    for (const name of names) {
      found.add(start, start + name.length, 0.9, { kind: 'surname', value: run });
      start += name.length;
    }
  }

  /** Names before and after 、 beside names that are already there. */
  #byNeighbour(sentence: Sentence, found: Found): void {
    const { text } = sentence;
    if (!text.includes('、')) return;
    const surely = new Set<number>();
    for (const { start, end, confidence } of found.list()) if (confidence >= 0.6) surely.add(spanKey(start, end));
    for (const known of found.list()) {
      if (known.confidence < 0.6 || (text[known.end] !== '、' && text[known.start - 1] !== '、')) continue;
      const word = text.slice(known.start, known.end);
      for (let end = known.end; text[end] === '、';) {
        if (this.#lexicons.titles.longestAt(text, end + 1)) break;
        const reading = this.#readAny(sentence, end + 1, 2);
        if (!reading) break;
        found.add(reading.start, reading.end, confidenceOf(reading.score), { kind: 'title-list', value: word });
        // From there on the list goes on by itself.
        if (surely.has(spanKey(reading.start, reading.end))) break;
        end = reading.end;
      }
      for (let start = known.start; text[start - 1] === '、';) {
        const end = start - 1;
        const from = LENGTHS.map((length) => end - length).find(
          (at) => at >= 0 && this.#reader.chineseScore(sentence, at, end) >= 2.5,
        );
        if (from === undefined) break;
        found.add(from, end, confidenceOf(this.#reader.chineseScore(sentence, from, end)), {
          kind: 'title-list',
          value: word,
        });
        if (surely.has(spanKey(from, end))) break;
        start = from;
      }
    }
  }

  #readAny(sentence: Sentence, start: number, threshold: number): (NameReading & { start: number }) | undefined {
    if (start >= sentence.text.length) return undefined;
    const spaced = this.#parts.has('persons.spacedNames') ? this.#spaced.readAt(sentence.text, start) : undefined;
    if (spaced) return { start, ...spaced };
    const chinese = this.#reader.chinese(sentence, start, true);
    const foreign = this.#reader.foreign(sentence, start);
    const japanese = this.#reader.japanese(sentence, start);
    if (!chinese && !foreign && !japanese) return undefined;
    const place = this.#lexicons.places.longestAt(sentence.text, start);
    if (japanese && (!place || place.end <= start + 2)) return { start, ...japanese };
    if (
      foreign &&
      foreign.score >= THRESHOLD.foreignTitled &&
      (!place || place.end < foreign.end) &&
      (!chinese || chinese.score < threshold || foreign.end >= chinese.end)
    )
      return { start, ...foreign };
    if (!chinese || chinese.score < threshold) return undefined;
    if (place && place.end >= chinese.end && chinese.score < 4) return undefined;
    if (this.#isKnown(sentence.text, start, chinese.end)) return undefined;
    return { start, ...chinese };
  }

  #insideLongerTitle(text: string, start: number, end: number): boolean {
    const longer = this.#lexicons.titles.longestAt(text, start);
    return longer !== undefined && longer.end > end;
  }

  /** Whether every character may stand in a foreign name and some hardly stand elsewhere. */
  #isTransliterated(word: string): boolean {
    const kinds = [...word].map((character) => this.#lexicons.transliteration.get(character));
    return !kinds.includes(undefined) && kinds.filter((kind) => kind === 'strong').length * 2 >= kinds.length;
  }

  /** Whether the foreign name that starts where a Chinese one does goes on past `end`: 马尔蒂 of 马尔蒂尼. */
  #isForeignPart(text: string, foreign: NameReading | undefined, end: number): boolean {
    return (
      foreign !== undefined &&
      foreign.end > end &&
      (foreign.score >= THRESHOLD.foreignBare || this.#lexicons.characters.foreign(text.charCodeAt(end)) === 2)
    );
  }

  #isKnown(text: string, start: number, end: number): boolean {
    return this.#lexicons.bodies.getAt(text, start, end) !== undefined;
  }

  #placeAt(sentence: Sentence, start: number, end: number): boolean {
    const place = this.#lexicons.places.longestAt(sentence.text, start);
    return place !== undefined && place.end >= end;
  }
}

/** Candidates by span, the best of each kept with all its evidence. */
class Found {
  readonly #bySpan = new Map<number, Candidate>();

  add(start: number, end: number, confidence: number, evidence: Evidence, atLeast?: number): void {
    const key = spanKey(start, end);
    const old = this.#bySpan.get(key);
    if (old) {
      const better = Math.max(old.confidence, confidence);
      this.#bySpan.set(key, {
        ...old,
        confidence: better,
        evidence: confidence > old.confidence ? [evidence, ...old.evidence] : [...old.evidence, evidence],
        ...(atLeast !== undefined && { atLeast }),
      });
    } else
      this.#bySpan.set(key, {
        type: 'person',
        start,
        end,
        confidence,
        evidence: [evidence],
        ...(atLeast !== undefined && { atLeast }),
      });
  }

  list(): Candidate[] {
    return [...this.#bySpan.values()];
  }
}

/** Of the titles in a text the longest at each end, in the order of the ends. */
function titlesByEnd(titles: readonly PhraseSpan<TitleClass>[]): readonly PhraseSpan<TitleClass>[] {
  if (titles.length < 2) return titles;
  const longest = new Map<number, PhraseSpan<TitleClass>>();
  for (const title of titles) if (!longest.has(title.end)) longest.set(title.end, title);
  return [...longest.values()].sort((a, b) => a.end - b.end);
}

function spanKey(start: number, end: number): number {
  return start * 2 ** 24 + end;
}

function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score * 0.7));
}

/** Past a bracket of a title: 副校长（主持工作）. */
function skipBracket(text: string, offset: number): number {
  if (text[offset] !== '（' && text[offset] !== '(') return offset;
  for (let end = offset + 1; end < Math.min(text.length, offset + 16); end++) {
    if (text[end] === '）' || text[end] === ')') return end + 1;
  }
  return offset;
}

function titleAfter(text: string, start: number, end: number): Evidence {
  return { kind: 'title-after', value: text.slice(start, end) };
}
