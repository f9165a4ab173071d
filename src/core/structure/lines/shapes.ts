import type { WordClasses } from '../../lexicons/wordClasses.ts';
import { pattern, patternWith } from '../../text/pattern.ts';
import { BLANK, DIGITS, HAN, NUMERALS } from '../../text/patternParts.ts';
import { isTableRow } from './lineForms.ts';

const SENTENCE_INSIDE = /[。；;]/;
const NO_TITLE_END = /[。；;，,、：:]$/u;
/** 报名截止：9月29日…: key and date. */
const DATE_ENTRY = pattern`^\p{Script=Han}{2,6}[：:](?:[${DIGITS}]{4}年)?[${DIGITS}]{1,2}月[${DIGITS}]{1,2}日`;
const QUOTE_ENDS = /[。！？]”/;
/** Words that somebody said, broken off or closed, behind a comma or colon. */
const SAID = /[，,：:].*(?:……|…|[。！？!?…][”』」])$/u;
/** 地 址：…: a key whose characters are set apart. */
const SPACED_KEY = /^\p{Script=Han}[ \u3000]+\p{Script=Han}/u;

/** Longest headline line; a line of several groups set apart by blanks may be longer. */
const TITLE = 36;
const GROUPED_TITLE = 80;

function patternsOf(words: WordClasses) {
  return {
    paragraphOpening: pattern`^${words.of('paragraphOpening')}[^ \u3000]{0,10}[，,]`,
    kickerColon: pattern`(?:${words.of('speech', 'instruction')}|一事|问题)[：:]$`,
    entry: patternWith('iu')`
      ^(?:[（(]?[${NUMERALS}]{1,2}[)）、.．]?${BLANK}*)?[●■▲◆·•]?${BLANK}*
      (?:(?:${HAN}{0,6}${words.of('entryKey')})|E-mail|QQ|Email)${BLANK}*[：:]
    `,
    result: pattern`
      \d+[ \u3000]*[:：比∶－-][ \u3000]*\d|[℃°]|
      ^(?:${words.of('resultKey')}|第[${NUMERALS}]+名)[：: \u3000\d]|
      [：:][ \u3000\d]+$|
      \d+(?:秒|环|公斤级)|
      ^(?:男|女|混合?)(?:子|单|双|团).{0,16}[：: \u3000]
    `,
    note: pattern`
      ^[【（(\[〔■□●◆]?${BLANK}*${words.of('editorsNote')}${BLANK}*[】）)\]〕]?${BLANK}*(?<colon>[：:])?
    `,
  };
}

/** Tells what a line can be by its own letters and the words of the data files. */
export class Shapes {
  readonly #patterns: ReturnType<typeof patternsOf>;

  constructor(words: WordClasses) {
    this.#patterns = patternsOf(words);
  }

  /** Whether a line has the shape of a headline, kicker, deck, subhead or column: short, no sentence, no final stop. */
  isTitle(text: string): boolean {
    if (text.length > GROUPED_TITLE || text.length < 1) return false;
    if (!/[\p{Script=Han}A-Za-z]/u.test(text)) return false;
    return !this.#isSentence(text) && !this.#opensText(text) && !isQuotation(text) && isOfTitleLength(text);
  }

  /** A line of key and value: 投诉热线：…, 地点：…. */
  isEntry(text: string): boolean {
    const head = text.slice(0, 40);
    const { entry } = this.#patterns;
    return entry.test(head) || (SPACED_KEY.test(head) && entry.test(head.replace(/[ \u3000]+/gu, '')));
  }

  /** Whether a line tells a score, a mark, a rank or a reading. */
  isResult(text: string): boolean {
    return text.length <= 60 && this.#patterns.result.test(text);
  }

  /** An editor's note or box inside or before a story: 编者按：…, 开栏的话, 核心提示. */
  note(text: string): { readonly inline: boolean } | undefined {
    const found = this.#patterns.note.exec(text.slice(0, 24));
    if (!found) return undefined;
    const rest = text.length - found[0].length;
    if (rest === 0) return { inline: false };
    const setOff = found.groups!['colon'] !== undefined || /[】）)\]〕 \u3000]$/u.test(found[0]);
    return setOff || rest > 30 ? { inline: true } : undefined;
  }

  /** Whether a sentence ends in a line or at its end; a kicker may end with a colon. */
  #isSentence(text: string): boolean {
    if (NO_TITLE_END.test(text) && !this.#patterns.kickerColon.test(text)) return true;
    return SENTENCE_INSIDE.test(text.slice(0, -1)) || QUOTE_ENDS.test(text);
  }

  /** Whether a line begins as paragraphs, lists and tables do. */
  #opensText(text: string): boolean {
    return (
      this.#patterns.paragraphOpening.test(text) || DATE_ENTRY.test(text) || this.isEntry(text) || isTableRow(text)
    );
  }
}

/** Whether a line reads as something that somebody said, or is too full of commas. */
function isQuotation(text: string): boolean {
  if (SAID.test(text) || (text.length > 28 && /[！？!?…]$/u.test(text))) return true;
  return text.length >= 24 && (text.match(/，/g)?.length ?? 0) >= 2;
}

function isOfTitleLength(text: string): boolean {
  const visible = text.replace(/[ \t\u3000]+/g, '').length;
  if (visible <= TITLE)
    return !(/[！？!?]$/u.test(text) && /[，,。！？]/u.test(text.slice(0, -1)) && /^[“‘]/.test(text));
  return /[ \u3000]/.test(text) && !/[，,]/.test(text) && visible / text.split(/[ \u3000]+/u).length <= 26;
}
