import type { SurnameClass } from '../lexicons/surnames.ts';
import { DottedNames } from './dottedNames.ts';
import type { EntityLexicons } from './entityLexicons.ts';
import type { Sentence } from './sentence.ts';

/** A person's name read at a place: its end and how much speaks for it, in natural logarithms of odds. */
export interface NameReading {
  readonly end: number;
  readonly score: number;
}

const SURNAME_SCORE = { frequent: 1.5, common: 0.3, rare: -2.5, compound: 2 } as const;
/** The same after a title: a rare surname is rare in names, not in what follows titles. */
const EXPECTED_SCORE = { frequent: 1.5, common: 0.8, rare: -0.6, compound: 3.5 } as const;
/** Years of the sexagenary cycle: 辛丑. */
const NEVER_NAME = /^[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]$/;
const FUNCTION_TAG = /^(?:p|c|d|u.*|r|m|q|f|y|k|o|e)$/;
const NAME_TAG = /^(?:nr|nrfg|nrt|x|nz)$/;
/** Ends of places and things that a surname also begins and that end no name: 巴陵郡, 卢浮宫, 尤伯杯. */
const THING_END =
  /[郡宫杯庄镇乡县市省街园寺庙塔馆院店厂社局厅委党区族书报画剧戏酒菜药病率性度式品机车器网站号型版]$/;
/** Ends that are rare in names and usual in things. */
const THING_LIKE_END = /[村城雨语人朝舞法节诗阁队曲树河淮中]$/;
/** Words of one character that follow names and are hardly ever their end. */
const WORD_END = /[在为于著作等说的了是有将被把从向对去到就都也又还并要可让给用以之其此这那与及]$/;
/** What stands after a surname but begins or is no given name: 王某, 胡老, 李家. */
const NO_GIVEN = /^[某老家氏姓总]|^(?:[大二三四五六七八九][娘爷妈叔伯哥姐嫂婶]|先生|女士|老师|师傅)$/;
/** Surnames that after a title are mostly words of grammar. */
const JOINING = /^[和与及于向对从同由为给跟等时连但即就]/;
const HAN = /\p{Script=Han}/u;
const AFTER_NAME = new Set(
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
    let best: NameReading | undefined;
    for (const length of [2, 1]) {
      const surname = sentence.text.slice(start, start + length);
      const kind = surname.length === length ? this.#lexicons.names.surnameClass(surname) : undefined;
      if (!kind) continue;
      for (const given of [1, 2]) {
        const end = start + length + given;
        if (end > sentence.text.length) break;
        const score = this.#score(sentence, kind, start, start + length, end, expected);
        if (!best || score > best.score) best = { end, score };
      }
      // A compound surname is not read as a single one with the rest of it as given name.
      if (kind === 'compound' && best && best.score > 0) break;
    }
    return best;
  }

  /** How much speaks for `start` to `end` being one Chinese name; -Infinity if it cannot be one. */
  chineseScore(sentence: Sentence, start: number, end: number): number {
    let best = -Infinity;
    for (const length of [2, 1]) {
      const kind = this.#lexicons.names.surnameClass(sentence.text.slice(start, start + length));
      const given = end - start - length;
      if (!kind || given < 1 || given > 2) continue;
      best = Math.max(best, this.#score(sentence, kind, start, start + length, end));
    }
    return best;
  }

  #score(
    sentence: Sentence,
    kind: SurnameClass,
    start: number,
    givenStart: number,
    end: number,
    expected = false,
  ): number {
    const name = sentence.text.slice(start, end);
    const given = sentence.text.slice(givenStart, end);
    if (NEVER_NAME.test(name) || this.#lexicons.placeEndings.longestAt(sentence.text, end)?.value === 'road') return -Infinity;
    const lie = layout(sentence, start, givenStart, end);
    let score =
      (expected && given.length === 2 ? EXPECTED_SCORE : SURNAME_SCORE)[kind] +
      this.#givenScore(sentence.text, givenStart, end) +
      // A given name that is a word of its own looks worse than it is where a name must come.
      (expected && this.#givenWord(sentence, start, givenStart, end) ? Math.max(lie, 0.5) : lie);
    if (this.#lexicons.ordinaryWords.has(name)) score -= 5;
    else if (name.length === 3 && this.#lexicons.ordinaryWords.has(name.slice(0, 2))) score -= expected ? 1.5 : 3;
    else if (name.length === 3 && this.#lexicons.ordinaryWords.has(name.slice(1))) score -= expected ? 0.5 : 2;
    if (given.length === 2) score += 1.2;
    if (expected && JOINING.test(name) && FUNCTION_TAG.test(sentence.tagOf(start, givenStart) ?? '')) score -= 3;
    if (this.#lexicons.names.surnameClass(name) === 'compound') score -= 4;
    if (this.#lexicons.titles.get(given) !== undefined || NO_GIVEN.test(given)) score -= 6;
    else if (THING_END.test(name)) return -Infinity;
    else if (THING_LIKE_END.test(name)) score -= name.length > 2 ? 4 : 1.5;
    if (given.length === 2 && WORD_END.test(given)) score -= 3;
    if (/[了着]/.test(sentence.text[end] ?? '')) score -= 3;
    return score;
  }

  /** Whether the given name is a word that names are made of, behind a surname that is no word of grammar. */
  #givenWord(sentence: Sentence, start: number, givenStart: number, end: number): boolean {
    if (end - givenStart !== 2 || /[\s\p{P}]/u.test(sentence.text.slice(start, end))) return false;
    const { tag } = sentence.words[sentence.wordAt(start)]!;
    if (this.#givenScore(sentence.text, givenStart, end) < 0) return false;
    return !FUNCTION_TAG.test(tag) && /^(?:n|nr.*|ns|nz|t|a|z|b|v|x|i|s)$/.test(sentence.tagOf(givenStart, end) ?? '');
  }

  #givenScore(text: string, start: number, end: number): number {
    const score = (offset: number, place: 'only' | 'middle' | 'last') => {
      const character = text[offset]!;
      if (!HAN.test(character)) return -20;
      return (this.#lexicons.givenScores.get(character)?.[place] ?? 10) / 10;
    };
    return end - start === 1 ? score(start, 'only') : score(start, 'middle') + score(start + 1, 'last');
  }

  /**
   * A foreign name that starts at `start`: parts joined by `·`, or one part that elements of names and
   * characters of transliteration make up. The score counts what speaks for it.
   */
  foreign(sentence: Sentence, start: number): NameReading | undefined {
    const { text } = sentence;
    const dot = this.#dotted.dotAfter(text, start);
    const dottedEnd = dot === undefined ? undefined : this.#dotted.end(sentence, dot);
    if (dot !== undefined && dottedEnd !== undefined && this.#dotted.start(sentence, dot) <= start)
      return { end: dottedEnd, score: 4 + this.#strength(text, start, dottedEnd) };
    const { end, strong } = this.#foreignPart(sentence, start);
    const length = end - start;
    if (length < 2 || strong < 2 || strong * 2 < length) return undefined;
    return { end, score: strong - (length - strong) * 0.5 + (length === 2 ? -1 : 0) };
  }

  /** How many characters from `start` to `end` speak for a foreign name. */
  #strength(text: string, start: number, end: number): number {
    let strong = 0;
    for (let at = start; at < end; at++) if (this.#lexicons.transliteration.get(text[at]!) === 'strong') strong++;
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
      const kind = this.#lexicons.transliteration.get(text[end]!);
      if (!kind) break;
      if (end > start && kind === 'weak' && this.#wordBreaksOff(sentence, end)) break;
      if (kind === 'strong') strong++;
      end++;
    }
    return { end, strong };
  }

  /** Whether an ordinary word starts at `offset` that a name cannot run into. */
  #wordBreaksOff(sentence: Sentence, offset: number): boolean {
    if (!sentence.isBoundary(offset)) return false;
    const index = sentence.wordAt(offset);
    const { word, tag } = sentence.words[index]!;
    if (word.length === 1) return FUNCTION_TAG.test(tag) || tag === 'v';
    return (
      !NAME_TAG.test(tag) &&
      [...word].some((character) => this.#lexicons.transliteration.get(character) !== 'strong')
    );
  }

  /** A Japanese name that starts at `start` with one of the known surnames: 池田大作, 桥本龙太郎. */
  japanese(sentence: Sentence, start: number): NameReading | undefined {
    const { text } = sentence;
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
        FUNCTION_TAG.test(tag) ||
        tag === 'v' ||
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
function exactWord(tag: string, length: number): number {
  if (!NAME_TAG.test(tag)) return -2.5;
  if (length === 2) return 0.8;
  return tag === 'nr' || tag === 'nrfg' ? 4.5 : 1.5;
}

/** What the segmenter's words say for or against a name from `start` over `givenStart` to `end`. */
function layout(sentence: Sentence, start: number, givenStart: number, end: number): number {
  const { text, words } = sentence;
  let score = 0;
  const first = sentence.wordAt(start);
  const firstWord = words[first]!;
  const firstStart = sentence.starts[first]!;
  const firstEnd = sentence.endOf(first);
  if (firstStart !== start) score -= 3;
  else if (firstEnd === end) score += exactWord(firstWord.tag, end - start);
  else if (firstEnd === givenStart || firstWord.word.length === 1) {
    if (FUNCTION_TAG.test(firstWord.tag)) score -= 2.5;
  } else if (!NAME_TAG.test(firstWord.tag)) score -= 2;

  if (sentence.isBoundary(end) || /[说称]/.test(text[end]!)) score += 0.8;
  else {
    const crossing = words[sentence.wordAt(end)]!;
    score -= NAME_TAG.test(crossing.tag) ? 0.7 : crossing.tag === 'v' ? 4 : 2.5;
  }
  const lastIndex = sentence.wordAt(end - 1);
  const lastWord = words[lastIndex]!;
  if (sentence.endOf(lastIndex) === end && lastIndex > first) {
    if (lastWord.word.length === 1 && (FUNCTION_TAG.test(lastWord.tag) || lastWord.tag === 'v')) score -= 1;
    if (lastWord.word.length === 2 && /^(?:v|d|p|c|r|t|m)$/.test(lastWord.tag)) score -= 2;
  }
  if (end >= text.length || AFTER_NAME.has(text[end]!)) score += 0.8;
  return score;
}
