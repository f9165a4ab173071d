import { pattern } from '../../text/pattern.ts';
import { BLANK, HAN } from '../../text/patternParts.ts';
import { bylineOf, type BylineMatch } from './byline.ts';
import { DATE, OWN_MEDIA } from './bylineWords.ts';
import type { LeadIns } from './leadIns.ts';
import type { BylineTools } from './people.ts';
import type { StandingBylines } from './standingBylines.ts';

const TRAILING_BRACKET = pattern`[（(【〔]([^（(【〔）)】〕]{2,60})[）)】〕]${BLANK}*$`;
const AUTHOR = /^(?:作者|本文作者|撰稿|执笔|整理|编译|采写|撰文|文|来源|记者)[：:/／]?/u;
const AUTHOR_POST = /^作者(?:系|为|单位|是|分别)/u;
const AUTHOR_UNIT = /^作者单位/u;
/** How a sentence ends before a byline. */
const STOPPED = /[。！？”’》…）)]\s*$/u;

function patternsOf({ parts: { agency, media, role, reporter } }: BylineTools) {
  return {
    role: pattern`${role}`,
    reporter: pattern`${reporter}`,
    agency: pattern`
      ^(?:
        (?:以上|本版|本组)?(?:稿件|新闻|图片|消息)?均?(?:另|又)?(?:据|综合)
        (?:${media}|[、和等]|《${HAN}{2,10}》)+(?:电|讯|报道|消息|稿)?|
        本报综合|本报综合消息|
        ${agency}(?:${HAN}{2,8})?(?:${DATE})?电?|
        来源[：:].{2,30}|
        (?:摘自|转自|选自|原载|据)《${HAN}{2,12}》.{0,12}|
        ${HAN}{2,16}(?:供稿|供图|供稿供图)
      )$
    `,
    open: pattern`
      (?<=[。！？”])(?:${BLANK}+(?=(?:${media})?${role})|(?=(?:${OWN_MEDIA}|${agency})${role}))
      ((?:${media})?${role}(?:${BLANK}|[、，]|${HAN}|·){2,40})$
    `,
  };
}

/** Reads bylines at the end of texts. */
export class TrailingBylines {
  readonly #tools: BylineTools;
  readonly #leadIns: LeadIns;
  readonly #standing: StandingBylines;
  readonly #patterns: ReturnType<typeof patternsOf>;

  constructor(tools: BylineTools, leadIns: LeadIns, standing: StandingBylines) {
    this.#tools = tools;
    this.#leadIns = leadIns;
    this.#standing = standing;
    this.#patterns = patternsOf(tools);
  }

  /** A byline at the end of a text: （黄荞丹 覃可论）, （作者：本报首席记者 …）, （据新华社电）, ….本报记者 张三. */
  find(text: string): BylineMatch | undefined {
    const tail = text.slice(-80);
    const found = TRAILING_BRACKET.exec(tail);
    if (!found) return this.#open(text);
    const inner = found[1]!;
    const start = text.length - tail.length + found.index;
    const { people, media, clean } = this.#peopleIn(text, start + 1, inner);
    const match = (signed: BylineMatch['people']): BylineMatch => bylineOf({ start, end: text.length }, signed, media);
    if (AUTHOR_POST.test(inner)) return AUTHOR_UNIT.test(inner) ? match([]) : undefined;
    if (this.#patterns.agency.test(inner)) return match([]);
    if (people.length === 0 || this.#standing.isProse(inner) || !STOPPED.test(text.slice(0, start))) return undefined;
    const short = inner.length <= 40 && !inner.includes('，');
    const signed =
      (clean && this.#saysRole(inner)) ||
      (short && this.#patterns.reporter.test(inner)) ||
      (clean && people.every(({ name }) => this.#tools.names.isName(name)));
    return signed ? match(people) : undefined;
  }

  /** （某某研究所 张三）: the body before the name is no part of it. */
  #peopleIn(text: string, start: number, inner: string): ReturnType<BylineTools['people']['parse']> {
    return this.#tools.people.parse(text, start + this.#standing.bodyBefore(inner), start + inner.length);
  }

  #saysRole(inner: string): boolean {
    return this.#patterns.role.test(inner) || AUTHOR.test(inner) || this.#standing.saysWork(inner);
  }

  /** A byline behind the last stop without brackets: ….本报记者 张三. */
  #open(text: string): BylineMatch | undefined {
    const tail = text.slice(-60);
    const words = this.#patterns.reporter.test(tail) ? this.#patterns.open.exec(tail)?.[1] : undefined;
    if (words === undefined || this.#standing.isProse(words) || this.#leadIns.isProse(this.#leadIns.afterRole(words)))
      return undefined;
    const start = text.length - words.length;
    const { people, media, clean } = this.#tools.people.parse(text, start, text.length);
    const signed = clean && people.length > 0 && people.every(({ name }) => this.#tools.names.isName(name));
    return signed ? bylineOf({ start, end: text.length }, people, media) : undefined;
  }
}
