import { part, pattern } from '../../text/pattern.ts';
import { BLANK, HAN, NUMERALS } from '../../text/patternParts.ts';
import type { Span } from '../../text/span.ts';
import type { NamedSpan } from '../issue.ts';
import { namesFrom, type BylineMatch } from './byline.ts';
import { DATE, OWN_MEDIA } from './bylineWords.ts';
import type { BylineTools } from './people.ts';

/** Longest lead-in; a longer bracket is text. */
const REACH = 160;

const OPEN = '[（(【〔［\\[]';
const CLOSE = '[）)】〕］\\]]';
const PLACE = part`${HAN}|[·]`;
/** How it was filed: 电, 讯, 凌晨专电. */
const FILED = part`
  (?:今晨|上午|下午|晚间?|深夜|夜|凌晨|晨)?
  (?:新媒体专|体育专|视频专|图片专|专|急|快|特|综合|外|分)?
  (?:电|讯)
`;

/** What every dateline holds; a search for it costs a tenth of one for the forms. */
const FILED_WORD = /[电讯稿]|消息|报道/u;
const OWN = pattern`^${OWN_MEDIA}$`;
const BRACKETED_DATELINE = pattern`
  ^${OPEN}${BLANK}*(?:另?据)?${BLANK}*
  (?<inner>[^（(【〔）)】〕\]［］\[。]{2,40}?)
  ${BLANK}*${CLOSE}
`;
const PEOPLE_BRACKET = pattern`^${BLANK}*[（(【\[［〔]([^）)】\]］〕。]{2,120})${CLOSE}`;
const REPORTED = /^(?:报道|报导|摄影报道)[：:]?/u;
const SENT_FROM = pattern`^${BLANK}*发自${HAN}{2,8}(?=${BLANK}|[：:])`;
const SET_OFF = pattern`^(?:${BLANK}|[：:])`;
const HAN_RUN = pattern`^(?:${HAN}){1,30}`;
const SPACED_NAME = pattern`^${HAN}(${BLANK}+)(${HAN})(?=${BLANK}|[、，])`;
const NAME_GAP = pattern`^(?:${BLANK}*、${BLANK}*|${BLANK}+)`;

function patternsOf({ words, parts: { agency, media, role } }: BylineTools) {
  // 新华社北京8月9日电, 据中新社1月26日电, 青岛新闻网7月3日讯.
  const dated = part`
    (?<media>${media}(?:[、和](?:${media}))*)${BLANK}*
    (?:(?<place>${PLACE}{1,14}?)${BLANK}*)??
    (?:${DATE}|[${NUMERALS}]{1,3}月)${BLANK}*${FILED}
  `;
  // 本报成都讯（…）.
  const local = part`
    (?<local>${OWN_MEDIA}|${agency})${BLANK}*
    (?<from>(?![快特急专综外分图短简消今昨夜晚])${PLACE}{1,10}?)${BLANK}*
    (?:${FILED})(?=${BLANK}*${OPEN}|${BLANK}+)
  `;
  // 本报讯, 某某晚报消息：.
  const plain = part`
    (?<paper>${media})${BLANK}*(?:综合|专|快|简|短)?
    (?:讯|专稿|专电|(?<!本报)电(?=${BLANK}|[（(：:，,])|综合消息|消息(?=[：:，,]))
  `;
  // 成都11月3日电 without a medium.
  const town = part`(?<town>${PLACE}{2,8}?)${BLANK}*(?:${DATE})${BLANK}*${FILED}(?=${BLANK}|[（(])`;
  // 据新华社报道：.
  const quoted = part`
    (?:综合|据)${BLANK}*(?<agency>${agency})
    (?:驻${HAN}{2,8}?记者|驻外记者|记者)?(?:综合)?(?:报道|消息|电)(?=${BLANK}|[：:，,])
  `;
  const again = part`(?:又讯|另讯|短讯|简讯|本市讯|本省讯|综合消息|综合讯)(?=${BLANK}|[（(：:])`;
  return {
    dateline: pattern`
      ^(?:
        (?:以上|本版|本组|本栏)?(?:稿件|新闻|消息|图片|文图)?(?:均|综合)?(?:另|又)?(?:据|综合)${BLANK}*
      )?(?:${dated}|${local}|${plain}|${town}|${quoted}|${again})
    `,
    role: pattern`${role}`,
    reports: pattern`
      ^${BLANK}*(?<who>(?:(?:${media})?${role})(?:组)?(?:${BLANK}|[、，：]|和|${HAN}|[A-Za-z·•])*?)
      (?<verb>(?:联合|综合|专题|现场)?(?:摄影)?(?:报道|报导)|文/图|文图)
      (?:[：:]|(?=${BLANK}|[，,]|$))
    `,
    openReporter: pattern`^${BLANK}*(?:${media})?${role}${BLANK}*`,
    proseAfterRole: pattern`^${words.of('proseAfterRole')}`,
    textAfterName: pattern`${words.of('textAfterName')}|[“《‘]|[${NUMERALS}]{1,4}(?:月|日|年|时)`,
  };
}

interface Dateline {
  readonly end: number;
  readonly places: readonly Span[];
  readonly media: readonly Span[];
}

interface PeoplePart {
  readonly end: number;
  readonly people: readonly NamedSpan[];
  readonly media: readonly Span[];
}

/** Reads the lead-ins that open paragraphs: 本报讯（记者 …）, 新华社北京8月9日电, 本报记者 … 报道：. */
export class LeadIns {
  readonly #tools: BylineTools;
  readonly #patterns: ReturnType<typeof patternsOf>;

  constructor(tools: BylineTools) {
    this.#tools = tools;
    this.#patterns = patternsOf(tools);
  }

  /** The lead-in that opens a paragraph, if one does. */
  find(text: string): BylineMatch | undefined {
    const head = text.slice(0, REACH);
    const dateline = this.#bracketedDateline(head) ?? this.#dateline(head, 0);
    const after = dateline?.end ?? 0;
    const people = this.#peopleAfter(head, after, dateline !== undefined);
    if (dateline && people) return leadInOf(people.end, people.people, dateline, people.media);
    if (dateline) return leadInOf(after, [], dateline, []);
    return people && leadInOf(people.end, people.people, undefined, people.media);
  }

  /** Whether running text goes on behind 记者: 记者从…获悉. */
  isProse(textAfterRole: string): boolean {
    return this.#patterns.proseAfterRole.test(textAfterRole);
  }

  /** The text behind a role with which it begins. */
  afterRole(text: string): string {
    return text.replace(this.#patterns.openReporter, '');
  }

  #dateline(head: string, offset: number): Dateline | undefined {
    const found = FILED_WORD.test(head) ? this.#patterns.dateline.exec(head.slice(offset)) : null;
    if (!found) return undefined;
    const { media, place, local, from, paper, town, agency } = found.groups ?? {};
    const [whole] = found;
    const find = (word: string | undefined, after = 0): Span[] => {
      const at = word ? whole.indexOf(word, after) : -1;
      return word && at >= 0 ? [{ start: offset + at, end: offset + at + word.length }] : [];
    };
    const first = media ?? local;
    const afterMedia = first ? whole.indexOf(first) + first.length : 0;
    return {
      end: offset + whole.length,
      places: find(place ?? from ?? town, afterMedia),
      media: find(first ?? paper ?? agency).filter((span) => !OWN.test(head.slice(span.start, span.end))),
    };
  }

  #bracketedDateline(head: string): Dateline | undefined {
    const found = BRACKETED_DATELINE.exec(head);
    const inner = found?.groups?.['inner'];
    if (!found || inner === undefined) return undefined;
    const at = found[0].indexOf(inner);
    const dateline = this.#dateline(head.slice(0, at + inner.length), at);
    return dateline && dateline.end === at + inner.length ? { ...dateline, end: found[0].length } : undefined;
  }

  /** `dated`: a dateline stands before `from`. */
  #peopleAfter(head: string, from: number, dated: boolean): PeoplePart | undefined {
    return this.#bracketOfPeople(head, from, dated) ?? this.#reports(head, from) ?? this.#openNames(head, from, dated);
  }

  /** （记者 …）; behind a dateline also （张三 李四）: names and no role. */
  #bracketOfPeople(head: string, from: number, dated: boolean): PeoplePart | undefined {
    const found = PEOPLE_BRACKET.exec(head.slice(from));
    const inner = found?.[1];
    if (!found || inner === undefined) return undefined;
    const roles = this.#patterns.role.test(inner);
    if (!dated && !roles) return undefined;
    const start = from + found[0].length - inner.length - 1;
    const { people, media, clean } = this.#tools.people.parse(head, start, start + inner.length);
    if (!roles && !(clean && people.length > 0 && people.every(({ name }) => this.#isName(name)))) return undefined;
    // （记者从…获悉） is prose; a list of roles and names is not.
    if (people.length === 0 && !clean) return undefined;
    const end = from + found[0].length;
    return { end: end + (REPORTED.exec(head.slice(end))?.[0].length ?? 0), people, media };
  }

  #isName(name: string): boolean {
    return name.includes('·') || this.#tools.names.isName(name);
  }

  /** 本报记者 … 报道：. */
  #reports(head: string, from: number): PeoplePart | undefined {
    const found = this.#patterns.reports.exec(head.slice(from, from + 90));
    const who = found?.groups?.['who'];
    if (!found || who === undefined) return undefined;
    const start = from + found[0].indexOf(who);
    const { people, media, clean } = this.#tools.people.parse(head, start, start + who.length);
    if (people.length === 0 || !clean) return undefined;
    return { end: from + found[0].length, people, media };
  }

  /** 本报讯 记者张三 通讯员李四 近日，…: names end where the next word cannot be one. */
  #openNames(head: string, from: number, dated: boolean): PeoplePart | undefined {
    const { openReporter } = this.#patterns;
    let at = from;
    let end = from;
    const people: NamedSpan[] = [];
    const media: Span[] = [];
    for (let role = openReporter.exec(head.slice(at)); role; role = openReporter.exec(head.slice(at))) {
      const start = at + role[0].length;
      if (this.isProse(head.slice(start))) break;
      const run = this.#openRun(head, start);
      if (!run) break;
      media.push(...this.#tools.people.parse(head, at, start).media);
      people.push(...run.people);
      at = end = run.end;
    }
    if (people.length === 0) return undefined;
    end += SENT_FROM.exec(head.slice(end))?.[0].length ?? 0;
    // Without a dateline before them names must be set off from the text by a blank.
    if (!dated && !SET_OFF.test(head.slice(end))) return undefined;
    return { end, people, media };
  }

  /** The names from `start` on that stand without brackets. */
  #openRun(head: string, start: number): { people: NamedSpan[]; end: number } | undefined {
    const people: NamedSpan[] = [];
    let at = start;
    let end = start;
    for (;;) {
      const found = this.#namesAt(head, at);
      if (!found) break;
      people.push(...found.people);
      end = at = found.end;
      const gap = found.last ? undefined : NAME_GAP.exec(head.slice(at))?.[0];
      if (!gap) break;
      at += gap.length;
    }
    return people.length > 0 ? { people, end } : undefined;
  }

  /** The names at a place up to the next blank; `last` where text follows them without one. */
  #namesAt(head: string, at: number): { people: NamedSpan[]; end: number; last: boolean } | undefined {
    const { names, people } = this.#tools;
    const word = HAN_RUN.exec(head.slice(at))?.[0];
    if (!word) return undefined;
    const text = this.#patterns.textAfterName.exec(word.slice(1));
    const glued = text ? word.slice(0, text.index + 1) : word;
    const spaced = glued.length === 1 && names.surnameClass(glued) ? SPACED_NAME.exec(head.slice(at)) : null;
    if (spaced) {
      const end = at + spaced[0].length;
      return { people: [{ start: at, end, name: glued + spaced[2]! }], end, last: false };
    }
    const split = names.splitNames(glued).names;
    if (glued.length > 12 || !split.every((name) => names.isName(name) || people.isTransliterated(name)))
      return undefined;
    const found = namesFrom(at, split);
    return { people: found, end: found.at(-1)!.end, last: glued.length < word.length };
  }
}

function leadInOf(
  end: number,
  people: readonly NamedSpan[],
  dateline: Dateline | undefined,
  media: readonly Span[],
): BylineMatch {
  return {
    start: 0,
    end,
    people,
    places: dateline?.places ?? [],
    media: [...(dateline?.media ?? []), ...media],
    dateline: true,
  };
}
