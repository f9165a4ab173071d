import { CharSet } from '../../../text/charSet.ts';
import {
  BEGINS_COMPOUND,
  BEGINS_FOREIGN,
  BEGINS_JAPANESE,
  BEGINS_SURNAME,
  COMPOUND,
  GIVEN_LAST,
  GIVEN_MIDDLE,
  GIVEN_ONLY,
} from '../../gazetteers/characterTables.ts';
import { DottedNames } from './dottedNames.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { KIND } from '../../tokens/wordKinds.ts';

/** A person's name read at a place: its end and how much speaks for it, in natural logarithms of odds. */
export interface NameReading {
  readonly end: number;
  readonly score: number;
  /** Whether blanks set its characters apart. */
  readonly spaced?: true;
}

/** By the numbers of the classes: none, frequent, common, rare, compound. */
const SURNAME_SCORE: readonly number[] = [-Infinity, 1.5, 0.3, -2.5, 2];
/** The same after a title: a rare surname is rare in names, not in what follows titles. */
const EXPECTED_SCORE: readonly number[] = [-Infinity, 1.5, 0.8, -0.6, 3.5];
/** Readings that score less are not told apart: nobody takes them. */
const HOPELESS = -0.5;
const TWO_GIVEN = 1.2;
/** More than the words can say for a name. */
const MOST_LAYOUT = 6.5;
/** Years of the sexagenary cycle: 辛丑. */
const STEMS = new CharSet('甲乙丙丁戊己庚辛壬癸');
const BRANCHES = new CharSet('子丑寅卯辰巳午未申酉戌亥');
/** Ends of places and things that a surname also begins and that end no name: 巴陵郡, 卢浮宫, 尤伯杯. */
const THING_END = new CharSet(
  '郡宫杯庄镇乡县市省街园寺庙塔馆院店厂社局厅委党区族书报画剧戏酒菜药病率性度式品机车器网站号型版',
);
/** Ends that are rare in names and usual in things. */
const THING_LIKE_END = new CharSet('村城雨语人朝舞法节诗阁队曲树河淮中科');
/** Words of one character that follow names and are hardly ever their end. */
const WORD_END = new CharSet('在为于著作等说的了是有将被把从向对去到就都也又还并要可让给用以之其此这那与及');
/** What stands after a surname but begins or is no given name: 王某, 胡老, 李家. */
const NO_GIVEN = new CharSet('某老家氏姓总');
const NO_GIVEN_WORD = /^(?:[大二三四五六七八九][娘爷妈叔伯哥姐嫂婶]|先生|女士|老师|师傅)$/;
/** Surnames that after a title are mostly words of grammar. */
const JOINING = new CharSet('和与及于向对从同由为给跟等时连但即就');
const ASPECT = new CharSet('了着');
const SPEAKING = new CharSet('说称');
const AFTER_NAME = new CharSet(
  '、，。；：！？）)”》】]等说在介赴出主率对表和与及的为同向给到就要从代又也还将把被是以当曾今昨任先告认指强会参（(',
);

/** Reads Chinese and foreign names at a given place by their characters and by how the words lie. */
export class NameReader {
  readonly #lexicons: EntityLexicons;
  readonly #dotted: DottedNames;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
    this.#dotted = new DottedNames(lexicons);
  }

  /**
   * The likeliest Chinese name of two to four characters that starts at `start`; `expected` if a title or
   * the like says that one comes, so that rare surnames and given names that are words (国庆, 解放) do.
   */
  chinese(sentence: Sentence, start: number, expected = false): NameReading | undefined {
    const { characters } = this.#lexicons;
    const begins = characters.begins(sentence.text.charCodeAt(start));
    if ((begins & (BEGINS_SURNAME | BEGINS_COMPOUND)) === 0) return undefined;
    let bestEnd = 0;
    let bestScore = -Infinity;
    for (let length = (begins & BEGINS_COMPOUND) === 0 ? 1 : 2; length > 0; length--) {
      const kind = characters.surnameNumberAt(sentence.text, start, start + length);
      if (kind === 0) continue;
      const last = Math.min(start + length + 2, sentence.text.length);
      for (let end = start + length + 1; end <= last; end++) {
        const score = this.#score(sentence, kind, start, start + length, end, expected);
        if (score > bestScore) {
          bestEnd = end;
          bestScore = score;
        }
      }
      // A compound surname is not read as a single one with the rest of it as given name.
      if (kind === COMPOUND && bestScore > 0) break;
    }
    return bestScore > -Infinity ? { end: bestEnd, score: bestScore } : undefined;
  }

  /** How much speaks for `start` to `end` being one Chinese name; -Infinity if it cannot be one. */
  chineseScore(sentence: Sentence, start: number, end: number): number {
    let best = -Infinity;
    for (let length = 2; length > 0; length--) {
      const given = end - start - length;
      const kind =
        given < 1 || given > 2 ? 0 : this.#lexicons.characters.surnameNumberAt(sentence.text, start, start + length);
      if (kind === 0) continue;
      best = Math.max(best, this.#score(sentence, kind, start, start + length, end));
    }
    return best;
  }

  #score(sentence: Sentence, kind: number, start: number, givenStart: number, end: number, expected = false): number {
    const { text } = sentence;
    const length = end - start;
    const given = end - givenStart;
    const alone =
      (expected && given === 2 ? EXPECTED_SCORE : SURNAME_SCORE)[kind]! + this.#givenScore(text, givenStart, end);
    if (alone + MOST_LAYOUT + TWO_GIVEN < HOPELESS) return -Infinity;
    const lie = layout(sentence, start, givenStart, end, expected);
    let score =
      alone +
      // A given name that is a word of its own looks worse than it is where a name must come.
      (expected && this.#givenWord(sentence, start, givenStart, end) ? Math.max(lie, 0.5) : lie);
    // What is looked at from here on can only speak against the name.
    if (score + TWO_GIVEN < HOPELESS || this.#isNoName(text, start, end)) return -Infinity;
    const { ordinary, titles } = this.#lexicons;
    // Three characters that the dictionary takes for a name and that are none: 麻醉科.
    if (ordinary.getAt(text, start, end)) score -= length === 3 ? 8 : 5;
    else if (length === 3 && ordinary.getAt(text, start, start + 2)) score -= expected ? 1.5 : 3;
    else if (length === 3 && ordinary.getAt(text, start + 1, end)) score -= expected ? 0.5 : 2;
    if (given === 2) score += TWO_GIVEN;
    if (expected && JOINING.has(text.charCodeAt(start)) && (sentence.kindsAt(start, givenStart) & KIND.grammar) !== 0)
      score -= 3;
    if (this.#lexicons.characters.surnameNumberAt(text, start, end) === COMPOUND) score -= 4;
    const last = text.charCodeAt(end - 1);
    if (
      titles.getAt(text, givenStart, end) !== undefined ||
      NO_GIVEN.has(text.charCodeAt(givenStart)) ||
      (given === 2 && NO_GIVEN_WORD.test(text.slice(givenStart, end)))
    )
      score -= 6;
    else if (THING_END.has(last)) return -Infinity;
    else if (THING_LIKE_END.has(last)) score -= length > 2 ? 4 : 1.5;
    if (given === 2 && WORD_END.has(last)) score -= 3;
    if (ASPECT.has(text.charCodeAt(end))) score -= 3;
    return score;
  }

  /** Whether the characters are something else at once: a year of the old calendar, what a road is named after. */
  #isNoName(text: string, start: number, end: number): boolean {
    if (end - start === 2 && STEMS.has(text.charCodeAt(start)) && BRANCHES.has(text.charCodeAt(start + 1))) return true;
    return this.#lexicons.placeEndings.longestAt(text, end)?.value === 'road';
  }

  /** Whether the given name is a word that names are made of, behind a surname that is no word of grammar. */
  #givenWord(sentence: Sentence, start: number, givenStart: number, end: number): boolean {
    if (end - givenStart !== 2 || /[\s\p{P}]/u.test(sentence.text.slice(start, end))) return false;
    if ((sentence.kinds[sentence.wordAt(start)]! & KIND.grammar) !== 0) return false;
    if (this.#givenScore(sentence.text, givenStart, end) < 0) return false;
    return /^(?:n|nr.*|ns|nz|t|a|z|b|v|x|i|s|d|ad|an|vn|g|j|l)$/.test(sentence.tagOf(givenStart, end) ?? '');
  }

  #givenScore(text: string, start: number, end: number): number {
    const { characters } = this.#lexicons;
    return end - start === 1
      ? characters.given(text.charCodeAt(start), GIVEN_ONLY)
      : characters.given(text.charCodeAt(start), GIVEN_MIDDLE) +
          characters.given(text.charCodeAt(start + 1), GIVEN_LAST);
  }

  /**
   * A foreign name that starts at `start`: parts joined by `·`, or one part that elements of names and
   * characters of transliteration make up. The score counts what speaks for it.
   */
  foreign(sentence: Sentence, start: number): NameReading | undefined {
    const { text } = sentence;
    const dot = sentence.hasDot ? this.#dotted.dotAfter(text, start) : undefined;
    const dottedEnd = dot === undefined ? undefined : this.#dotted.end(sentence, dot);
    if (dot !== undefined && dottedEnd !== undefined && this.#dotted.start(sentence, dot) <= start)
      return { end: dottedEnd, score: 4 + this.#strength(text, start, dottedEnd) };
    if ((this.#lexicons.characters.begins(text.charCodeAt(start)) & BEGINS_FOREIGN) === 0) return undefined;
    const { end, strong } = this.#foreignPart(sentence, start);
    const length = end - start;
    if (length < 2 || strong < 2 || strong * 2 < length) return undefined;
    return { end, score: strong - (length - strong) * 0.5 + (length === 2 ? -1 : 0) };
  }

  /** How many characters from `start` to `end` speak for a foreign name. */
  #strength(text: string, start: number, end: number): number {
    let strong = 0;
    for (let at = start; at < end; at++) if (this.#lexicons.characters.foreign(text.charCodeAt(at)) === 2) strong++;
    return strong;
  }

  #foreignPart(sentence: Sentence, start: number): { end: number; strong: number } {
    const { text } = sentence;
    let end = start;
    let strong = 0;
    while (end < text.length && end - start < 8) {
      const element = this.#lexicons.nameElements.longestAt(text, end);
      if (element) {
        strong += element.end - end;
        end = element.end;
        continue;
      }
      const kind = this.#lexicons.characters.foreign(text.charCodeAt(end));
      if (kind === 0) break;
      if (end > start && kind === 1 && this.#wordBreaksOff(sentence, end)) break;
      if (kind === 2) strong++;
      end++;
    }
    return { end, strong };
  }

  /** Whether an ordinary word starts at `offset` that a name cannot run into. */
  #wordBreaksOff(sentence: Sentence, offset: number): boolean {
    if (!sentence.isBoundary(offset)) return false;
    const index = sentence.wordAt(offset);
    const kinds = sentence.kinds[index]!;
    const { word } = sentence.words[index]!;
    if (word.length === 1) return (kinds & (KIND.grammar | KIND.verb)) !== 0;
    return (kinds & KIND.name) === 0 && this.#strength(word, 0, word.length) < word.length;
  }

  /** A Japanese name that starts at `start` with one of the known surnames: 池田大作, 桥本龙太郎. */
  japanese(sentence: Sentence, start: number): NameReading | undefined {
    const { text } = sentence;
    if ((this.#lexicons.characters.begins(text.charCodeAt(start)) & BEGINS_JAPANESE) === 0) return undefined;
    for (const length of [3, 2]) {
      if (!this.#lexicons.japaneseSurnames.has(text.slice(start, start + length))) continue;
      const given = start + length;
      const whole = sentence.endOf(sentence.wordAt(start));
      const end = whole > given ? whole : this.#japaneseGivenEnd(sentence, given);
      if (end > given && end - given <= 3) return { end, score: 3 + (whole === end ? 1.5 : 0) };
    }
    return undefined;
  }

  /** Where a given name ends that the segmenter did not leave with its surname. */
  #japaneseGivenEnd(sentence: Sentence, given: number): number {
    const { text } = sentence;
    let end = given;
    for (let index = sentence.wordAt(given); index < sentence.words.length && end - given < 2; index++) {
      const { word, tag } = sentence.words[index]!;
      if (
        tag === 'w' ||
        (sentence.kinds[index]! & (KIND.grammar | KIND.verb)) !== 0 ||
        word.length > 2 ||
        (end > given && word.length > 1)
      )
        break;
      end = sentence.endOf(index);
    }
    return end > given && text[end] === '郎' ? end + 1 : end;
  }

  /** The start of the foreign name that ends before the `·` at `dot`. */
  foreignStart(sentence: Sentence, dot: number): number {
    return this.#dotted.start(sentence, dot);
  }
}

/** What a word of the segmenter that is just the name says for it. */
function exactWord(kinds: number, tag: string, length: number): number {
  if ((kinds & KIND.name) === 0) return -2.5;
  if (length === 2) return 0.8;
  return tag === 'nr' || tag === 'nrfg' ? 4.5 : 1.5;
}

/** What the segmenter's words say for or against a name from `start` over `givenStart` to `end`. */
function layout(sentence: Sentence, start: number, givenStart: number, end: number, expected: boolean): number {
  const { text, words, kinds, starts } = sentence;
  let score = 0;
  const first = sentence.wordAt(start);
  const firstKinds = kinds[first]!;
  const firstStart = starts[first]!;
  const firstEnd = sentence.endOf(first);
  // Behind a title the segmenter's word may hold the title's end too: 局[长成]立文.
  if (firstStart !== start) score -= expected ? 1 : 3;
  else if (firstEnd === end) score += exactWord(firstKinds, words[first]!.tag, end - start);
  else if (firstEnd === givenStart || firstEnd - firstStart === 1) {
    if ((firstKinds & KIND.grammar) !== 0) score -= 2.5;
  } else if ((firstKinds & KIND.name) === 0) score -= 2;

  if (sentence.isBoundary(end) || SPEAKING.has(text.charCodeAt(end))) score += 0.8;
  else {
    const crossing = kinds[sentence.wordAt(end)]!;
    score -= (crossing & KIND.name) !== 0 ? 0.7 : (crossing & KIND.verb) !== 0 ? 4 : 2.5;
  }
  const lastIndex = sentence.wordAt(end - 1);
  if (lastIndex > first && sentence.endOf(lastIndex) === end) {
    const lastKinds = kinds[lastIndex]!;
    const length = end - starts[lastIndex]!;
    if (length === 1 && (lastKinds & (KIND.grammar | KIND.verb)) !== 0) score -= 1;
    if (length === 2 && (lastKinds & KIND.act) !== 0) score -= 2;
  }
  if (end >= text.length || AFTER_NAME.has(text.charCodeAt(end))) score += 0.8;
  return score;
}
