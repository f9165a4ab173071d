import { CharSet, isHan } from '../../../text/charSet.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { Sentence } from '../../tokens/sentence.ts';

const DOT = new CharSet('·•・‧');
const HYPHEN = new CharSet('-－–‐');
const FUNCTION_TAG = /^(?:p|c|d|u.*|r|m|q|f|y|k|o|e)$/;
/** Tags of words that the segmenter made up or takes for names: any piece of a foreign name looks like one. */
const NAME_TAG = /^(?:nr|nrfg|nrt|x|nz|ns)$/;
/** No part of a name is longer. */
const LONGEST_PART = 9;
/** Characters that stand in no foreign name. */
const ALWAYS_BEFORE = /[的了在是和与及等着过]/;
/** What a name ends before whatever the segmenter says. */
const STOP =
  /^(?:说|的|是|和|与|及|在|等(?!人)|也|又|将|对|向|把|被|就|已|曾|同志|先生|女士|小姐|夫人|老人|大叔|大爷|大妈|大婶|大哥|大姐|阿姨|一家|表示|介绍|告诉|认为|指出|强调|宣布|出席|获得|笑着|今年|今天|昨天|毕业|来自)/;

/** Reads names whose parts a `·` joins, as far as they go to both sides: 库尔曼·依明江, 让-雅克·卢梭. */
export class DottedNames {
  readonly #lexicons: EntityLexicons;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
  }

  /** The first `·` of a name that starts at `start`, if one stands where a first part may end. */
  dotAfter(text: string, start: number): number | undefined {
    for (let at = start; at < Math.min(text.length, start + LONGEST_PART); at++) {
      const code = text.charCodeAt(at);
      if (DOT.has(code)) return at > start ? at : undefined;
      if (!isHan(code) && !(at > start && HYPHEN.has(code))) return undefined;
    }
    return undefined;
  }

  /** Where the part begins that ends before the `·` at `dot`; `dot` itself if none does. */
  start(sentence: Sentence, dot: number): number {
    const { text } = sentence;
    let start = dot;
    while (start > 0 && dot - start < LONGEST_PART) {
      const element = this.#elementBefore(text, start);
      if (element !== undefined) {
        start = element;
        continue;
      }
      const before = text[start - 1]!;
      if (HYPHEN.has(text.charCodeAt(start - 1)) && start < dot && isHan(text.charCodeAt(start - 2))) {
        start--;
        continue;
      }
      if (!isHan(text.charCodeAt(start - 1))) break;
      if (
        ALWAYS_BEFORE.test(before) ||
        (start < dot ? this.#endsBefore(sentence, start) : this.#isOrdinaryBefore(sentence, dot))
      )
        break;
      start--;
    }
    return start;
  }

  /** Where an element of names begins that ends at `end`. */
  #elementBefore(text: string, end: number): number | undefined {
    for (let length = Math.min(4, end); length > 1; length--)
      if (this.#lexicons.nameElements.getAt(text, end - length, end)) return end - length;
    return undefined;
  }

  /** Whether the word before the `·` is one of the language: 精粹·, 答卷·. */
  #isOrdinaryBefore(sentence: Sentence, dot: number): boolean {
    const { word, tag } = sentence.words[sentence.wordAt(dot - 1)]!;
    return (
      word.length > 1 &&
      !NAME_TAG.test(tag) &&
      [...word].some((character) => !this.#lexicons.transliteration.has(character)) &&
      this.#lexicons.nameElements.get(word) === undefined
    );
  }

  /** Whether something that is no name ends at `at`: a title, a place, a word of grammar. */
  #endsBefore(sentence: Sentence, at: number): boolean {
    const { text } = sentence;
    const title = this.#lexicons.titleEnds.longestBefore(text, at);
    if (title && at - title.start > 1) return true;
    const { word, tag } = sentence.words[sentence.wordAt(at - 1)]!;
    if (this.#lexicons.transliteration.get(text[at - 1]!) === 'strong') return false;
    if (!sentence.isBoundary(at)) return /^[镇乡村县市省区队]$/.test(text[at - 1]!);
    if (FUNCTION_TAG.test(tag) || (word.length > 1 && !NAME_TAG.test(tag))) return true;
    if (/[省市县区镇乡村州旗国队人]$/.test(word) || this.#lexicons.places.get(word)) return true;
    return !NAME_TAG.test(tag) && !this.#lexicons.transliteration.has(text[at - 1]!);
  }

  /** Where the name ends that goes on after the `·` at `dot`, over further ones; undefined if nothing follows. */
  end(sentence: Sentence, dot: number): number | undefined {
    const { text } = sentence;
    let end = this.#partEnd(sentence, dot + 1);
    if (end === dot + 1) return undefined;
    while (DOT.has(text.charCodeAt(end))) {
      const next = this.#partEnd(sentence, end + 1);
      if (next === end + 1) break;
      end = next;
    }
    return end;
  }

  #partEnd(sentence: Sentence, start: number): number {
    const { text } = sentence;
    let end = start;
    while (end < text.length && end - start < LONGEST_PART) {
      const element = this.#lexicons.nameElements.longestAt(text, end);
      if (element) end = element.end;
      else if (HYPHEN.has(text.charCodeAt(end)) && end > start && isHan(text.charCodeAt(end + 1))) end++;
      else if (!isHan(text.charCodeAt(end)) || (end > start && this.#stopsAt(sentence, end))) break;
      else end++;
    }
    return end;
  }

  #stopsAt(sentence: Sentence, at: number): boolean {
    const { text } = sentence;
    if (STOP.test(text.slice(at, at + 3))) return true;
    const title = this.#lexicons.titles.longestAt(text, at);
    if (title && title.end - at > 1) return true;
    const index = sentence.wordAt(at);
    const { word, tag } = sentence.words[index]!;
    const kind = this.#lexicons.transliteration.get(text[at]!);
    // Inside a word that began in the name the name goes on with it.
    if (sentence.starts[index] !== at)
      return kind === undefined && !NAME_TAG.test(tag) && sentence.endOf(index) - at > 1;
    if (word.length === 1)
      return kind === 'strong' ? false : kind === 'weak' ? FUNCTION_TAG.test(tag) || tag === 'v' : tag !== 'x';
    if (NAME_TAG.test(tag)) return kind === undefined;
    return [...word].some((character) => this.#lexicons.transliteration.get(character) !== 'strong');
  }
}
