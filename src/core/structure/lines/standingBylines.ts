import { part, pattern } from '../../text/pattern.ts';
import { BLANK, HAN } from '../../text/patternParts.ts';
import type { Span } from '../../text/span.ts';
import { bylineOf, type BylineMatch } from './byline.ts';
import { OWN_MEDIA } from './bylineWords.ts';
import type { LeadIns } from './leadIns.ts';
import type { BylineTools, PeopleList } from './people.ts';

/** Longest line that holds nothing but a byline. */
const LINE = 90;

const OPEN = '[（(【〔［\\[]';
const CLOSE = '[）)】〕］\\]]';
const MARK = '[□■○●◎☉⊙◇◆△▲▼▽★☆◤◢▣▪•·口]';
const STANDING_MARK = pattern`^${BLANK}*${MARK}${BLANK}*(?=${HAN}|[A-Za-z])`;
const SOFT_MARK = /^[口·•]/u;
const DASHED = pattern`^[—─–-]{1,4}${BLANK}*(?=${HAN})`;
const PLACE_AFTER = pattern`${BLANK}*[（(]${HAN}{2,12}[）)]$`;
const NAMES_APART = pattern`^${HAN}{2,5}(?:(?:${BLANK}+|、)${HAN}{2,5}){1,3}$`;
/** What stands behind a dateline that fills its line. */
const TOPIC = /^[：:\s\u3000]*(?:题[：:].{0,60})?$/u;
/** 记者从…获悉, 记者手记: no reporter's name follows. */
const PROSE_ROLE = /记者(?:从|在|会|节|证|手记|观察|调查|问|走进|眼|看|获悉|了解|日前|近日)/u;
/** （作者单位：…）: where its authors work, and nobody by name. */
const AUTHOR_UNIT = /^作者单位[：:]/u;
const BRACKETED = pattern`^${OPEN}([^（(【〔［\[\]］〕】)）]*)${CLOSE}$`;

const ONLY_NAMES = pattern`^(?:${HAN}|${BLANK}|[、·])+$`;
const PEN_NAME = pattern`^(?:${HAN}{2,3}|${HAN}${BLANK}+${HAN})$`;
const SIGNED = pattern`^(?<who>${HAN}{2,16}?)?${BLANK}+(?<name>${HAN}(?:${BLANK}*${HAN}){1,2})(?:等.{0,6})?$`;

function patternsOf({ words, parts: { media, role, reporter } }: BylineTools) {
  const stroke = '[：:/／|｜＼\\\\]';
  const together = part`
    (?:${BLANK}*[、/／|｜＼\\]${BLANK}*(?:文|图|摄影|摄|整理|采写|编译|图片|视频))*
  `;
  return {
    reporter: pattern`${reporter}`,
    roleFirst: pattern`^(?:${media})?${role}`,
    commentator: pattern`^(?:${OWN_MEDIA}|${media})(?:特约)?${words.of('paperAuthor')}$`,
    workBefore: pattern`
      ^${words.of('workBeforeName')}${together}${BLANK}*(?:${stroke}|${BLANK}|(?=${OWN_MEDIA}))
    `,
    workAfter: pattern`(?:${BLANK}|[/／|｜＼\\])${words.of('workAfterNames')}$`,
    agencyLine: pattern`
      ^[—-]{0,2}${OPEN}?
      (?:以上|本版|本组|本栏)?(?:稿件|新闻|消息|图片|图文|文图)?(?:除(?:署名|注明)${HAN}{0,4}?外)?[，,]?
      (?:均)?(?:综合)?(?:另|又)?(?:据|综合|为)${BLANK}*
      (?:${media}|《${HAN}{2,10}》|${BLANK}|[、等和])+(?:电|讯|报道|消息|稿|图片)?${CLOSE}?$
    `,
    bodyBefore: pattern`^${HAN}{4,24}${words.of('bodyBeforeAuthor')}${BLANK}+(?=${HAN}(?:${BLANK}*${HAN}){1,3}$)`,
  };
}

/** Names standing alone in a line. */
export interface BareNames extends BylineMatch {
  /** False for what may be a pen name or a word. */
  readonly sure: boolean;
}

/** The part of a line that can name somebody, and what stands around it. */
interface Signature extends Span {
  readonly line: string;
  readonly text: string;
  /** The mark before it: □. */
  readonly mark: string | undefined;
  readonly dashed: boolean;
  readonly bracketed: boolean;
}

/** Reads lines that hold nothing but a byline. */
export class StandingBylines {
  readonly #tools: BylineTools;
  readonly #leadIns: LeadIns;
  readonly #patterns: ReturnType<typeof patternsOf>;

  constructor(tools: BylineTools, leadIns: LeadIns) {
    this.#tools = tools;
    this.#leadIns = leadIns;
    this.#patterns = patternsOf(tools);
  }

  /** □ 本报记者 …, ■张三 李四, 文/图 本报记者 …, 本报评论员, ——某某报, a dateline alone. */
  find(line: string): BylineMatch | undefined {
    if (line.length > LINE || /[。！？；]/.test(line)) return undefined;
    const signature = signatureOf(line);
    const { start, end, text } = signature;
    if (AUTHOR_UNIT.test(signature.bracketed ? line.slice(1, -1) : line)) return this.#whole(line, []);
    if (this.#patterns.commentator.test(text) || this.#patterns.agencyLine.test(text))
      return this.#whole(line, [], this.#tools.people.parse(line, start, end).media);
    const leadIn = this.#leadIns.find(line);
    if (leadIn && TOPIC.test(line.slice(leadIn.end))) return { ...leadIn, end: line.length };
    return this.isProse(text) ? undefined : this.#signed(signature);
  }

  /** Whether a text with 记者 in it is prose rather than a byline. */
  isProse(text: string): boolean {
    return PROSE_ROLE.test(text);
  }

  /** Whether what somebody did stands behind the names: 张三 李四/文. */
  saysWork(text: string): boolean {
    return this.#patterns.workAfter.test(text);
  }

  /** How long the body is with which a signature begins: 某某研究所 张三. */
  bodyBefore(text: string): number {
    return this.#patterns.bodyBefore.exec(text)?.[0].length ?? 0;
  }

  /**
   * A line that can be the authors' names standing alone under a headline or after a text: 王 蕾;
   * 张三 李四. `sure` is false for two or three characters that are no usual name: a pen name, or a word.
   */
  bareNames(line: string): BareNames | undefined {
    if (line.length > 24 || !ONLY_NAMES.test(line)) return undefined;
    const whole = { start: 0, end: line.length };
    const { people, media, clean } = this.#tools.people.parse(line, 0, line.length);
    const listed = clean && people.length > 0;
    const match = bylineOf(whole, people, media);
    if (listed && this.#areNames(people)) return { ...match, sure: true };
    if (PEN_NAME.test(line)) {
      const people = [{ ...whole, name: line.replace(/[ \t\u3000]+/gu, '') }];
      return { ...bylineOf(whole, people, media), sure: false };
    }
    const apart = /[\s\u3000、]/.test(line);
    const short = people.every(({ name }) => name.length <= 4 && this.#tools.names.isName(name));
    return listed && apart && short ? { ...match, sure: false } : undefined;
  }

  /** The line with which a letter's writer signs: 读者 王某某, 某厂工人 李某. */
  signer(line: string): BylineMatch | undefined {
    const name = line.length <= 28 ? SIGNED.exec(line)?.groups?.['name'] : undefined;
    if (name === undefined) return undefined;
    const bare = name.replace(/[ \t\u3000]+/gu, '');
    if (!this.#tools.names.isName(bare)) return undefined;
    const start = line.lastIndexOf(name);
    return bylineOf({ start: 0, end: line.length }, [{ start, end: start + name.length, name: bare }]);
  }

  /** Whether all are likely names, or all are names of which at least every second is a likely one. */
  #areNames(people: readonly { readonly name: string }[]): boolean {
    const { names } = this.#tools;
    const likely = people.filter(({ name }) => names.isLikelyName(name)).length;
    if (likely === 0) return false;
    if (likely === people.length) return true;
    return likely * 2 >= people.length && people.every(({ name }) => names.isName(name));
  }

  #whole(line: string, people: BylineMatch['people'], media: readonly Span[] = []): BylineMatch {
    return bylineOf({ start: 0, end: line.length }, people, media);
  }

  /** A byline that says a role or work, or has a mark, a dash or brackets. */
  #signed(signature: Signature): BylineMatch | undefined {
    const { line, text, start, end, mark, dashed, bracketed } = signature;
    const said = this.#patterns.reporter.test(text);
    const works = this.#patterns.workBefore.test(text) || this.saysWork(text);
    if (!said && !works && mark === undefined && !dashed && !bracketed) return undefined;
    const ofBody = bracketed ? this.#behindBody(signature) : undefined;
    if (ofBody) return ofBody;
    const list = this.#tools.people.parse(line, start, end);
    if (list.people.length === 0) return undefined;
    const sure = list.clean ? said || works : said && this.#startsWithRole(text);
    return sure ? this.#whole(line, list.people, list.media) : this.#marked(signature, list);
  }

  /** （某某研究所 张三）: the body before the name is no part of it. */
  #behindBody({ line, text, start, end }: Signature): BylineMatch | undefined {
    const length = this.bodyBefore(text);
    if (length === 0) return undefined;
    const { people, clean } = this.#tools.people.parse(line, start + length, end);
    return clean && people.length > 0 ? this.#whole(line, people) : undefined;
  }

  #startsWithRole(text: string): boolean {
    return text.length <= 40 && !text.includes('，') && this.#patterns.roleFirst.test(text);
  }

  /** Names that a mark, a dash or brackets tell to be a byline. */
  #marked(
    { line, text, start, end, mark, dashed, bracketed }: Signature,
    { people, media, clean }: PeopleList,
  ): BylineMatch | undefined {
    const { names } = this.#tools;
    const hard = mark !== undefined && !SOFT_MARK.test(mark);
    const allNames = clean && people.every(({ name }) => names.isName(name));
    if (allNames && (bracketed || dashed || mark !== undefined)) return this.#whole(line, people, media);
    if (!hard) return undefined;
    if (clean) return this.#whole(line, people, media);
    // ■ 阿木呷 柳青: among names also one without a known surname.
    if (!NAMES_APART.test(text) || !people.some(({ name }) => names.isLikelyName(name))) return undefined;
    return this.#whole(line, this.#tools.people.parse(line, start, end, true).people);
  }
}

/** The part of a line that can name somebody: without brackets, mark, dash, and a place in brackets behind a dash. */
function signatureOf(line: string): Signature {
  const bracketed = BRACKETED.exec(line)?.[1];
  const inner = bracketed ?? line;
  const open = bracketed === undefined ? 0 : 1;
  const mark = STANDING_MARK.exec(inner)?.[0];
  const dash = DASHED.exec(line)?.[0];
  const start = dash?.length ?? open + (mark?.length ?? 0);
  const end = dash === undefined ? open + inner.length : line.length - (PLACE_AFTER.exec(line)?.[0].length ?? 0);
  return {
    line,
    start,
    end,
    text: line.slice(start, end),
    mark: mark?.trim(),
    dashed: dash !== undefined,
    bracketed: bracketed !== undefined,
  };
}
