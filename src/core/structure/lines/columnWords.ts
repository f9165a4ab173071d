import type { WordClasses } from '../../lexicons/wordClasses.ts';
import { pattern } from '../../text/pattern.ts';
import { CIRCLED, NUMERALS } from '../../text/patternParts.ts';
import type { PeopleParser } from './people.ts';
import { isSloganPair, slogansOf } from './slogans.ts';

const ENCLOSED = /^(?:[【〔[〖｜|◆●■▲★☆◎]|——?)\s*[^【】〔〕[\]]{2,20}\s*[】〕\]〗｜|◆●■▲★☆◎]$/u;
const MARKS = /^[●■◆▲★☆◎□▌▍|｜]+\s*/u;
const FRAME = /^[【[〔■●◆▲|｜\s\u3000]+|[】\]〕|｜\s\u3000]+$/gu;
/** 记者·观察: two words with a dot between them. */
const DOTTED = /^\p{Script=Han}{2,6}[·•]\p{Script=Han}{2,8}$/u;

function patternsOf(words: WordClasses) {
  return {
    briefs: pattern`${words.of('briefsColumn')}$`,
    section: pattern`^${words.of('sectionName')}$`,
    series: pattern`
      ${words.of('seriesKind')}?
      (?:
        之[${NUMERALS}]{1,3}|[（(](?:上|中|下|之?[${NUMERALS}]{1,3})[）)]|[${CIRCLED}]
      )$|
      (?:${words.of('seriesEnding')}|[\p{Script=Han}]{2}${words.of('namedColumnEnding')})$
    `,
    seriesOpening: pattern`^${words.of('seriesOpening')}[^，,]{2,18}$`,
    campaign: pattern`${words.of('campaignWord')}|十[一二三四五六七八九]大|十[三四五]五`,
    comment: pattern`
      ^${words.of('commentColumn')}|(?:时评|短评|评论|社论|漫谈|杂谈|漫笔|札记)$
    `,
  };
}

/** Words by which a line tells that it is the name of a column or series. */
export class ColumnWords {
  readonly #people: PeopleParser;
  readonly #patterns: ReturnType<typeof patternsOf>;

  constructor(words: WordClasses, people: PeopleParser) {
    this.#people = people;
    this.#patterns = patternsOf(words);
  }

  /** Whether a line names a column of briefs: 简讯, 一句话新闻, 外事简讯. */
  isBriefs(text: string): boolean {
    const bare = text.replace(FRAME, '');
    return bare.length <= 10 && this.#patterns.briefs.test(bare);
  }

  /** Whether a line names a column of comment or begins as comment does: 社论, 本报评论员, 某某时评. */
  isComment(text: string): boolean {
    return this.#patterns.comment.test(text);
  }

  /** How much a line looks like a column or series name, 0 to 4; `next` is the line below it. */
  cue(text: string, next?: string): number {
    const bare = text.trim();
    if (/^专栏[：:]/u.test(bare) || ENCLOSED.test(bare)) return 4;
    const plain = bare.replace(MARKS, '');
    if (this.#patterns.section.test(plain)) return 4;
    if (bare.length > 26) return 0;
    let cue = 0;
    if (this.#patterns.series.test(plain)) cue += 2.4;
    if (this.isBriefs(plain)) cue += 2.6;
    if (next !== undefined && isShortAbove(plain, next)) cue += 1.8;
    if (this.#patterns.seriesOpening.test(plain)) cue += 1;
    cue += this.#campaignCue(plain, next);
    cue += this.#dottedCue(plain, next);
    if (plain.length <= 15 && isSloganPair(plain) && areEqualSlogans(plain)) cue += 0.8;
    return Math.min(4, cue);
  }

  #campaignCue(text: string, next: string | undefined): number {
    if (!this.#patterns.campaign.test(text)) return 0;
    return text.length <= 8 && next !== undefined && next.length > text.length ? 1.8 : 1;
  }

  #dottedCue(text: string, next: string | undefined): number {
    if (next !== undefined && DOTTED.test(text) && !this.#people.isTransliterated(text.replace(/[·•]/u, '')))
      return 2.2;
    return /[·•]/u.test(text) && text.length <= 20 ? 1.2 : 0;
  }
}

/** A few characters above a longer line: the name of a column rather than a headline with its deck. */
function isShortAbove(text: string, next: string): boolean {
  if (text.length < 2 || text.length > 6 || /[ \u3000]/.test(text)) return false;
  return next.length >= 7 && !next.startsWith('——');
}

function areEqualSlogans(text: string): boolean {
  const [first, ...rest] = slogansOf(text);
  return rest.every((slogan) => slogan.length === first!.length);
}
