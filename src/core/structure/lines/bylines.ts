import type { NameLexicon } from '../../lexicons/surnames.ts';
import type { Span } from '../../text/span.ts';
import { AGENCY, BLANK, DATE, HAN, MEDIA, OWN_MEDIA, REPORTER, ROLE } from './bylineWords.ts';
import type { NamedSpan } from '../issue.ts';
import { isTransliterated, parsePeople } from './people.ts';

/** A byline, dateline or credit found in one line; offsets are those of the line's text. */
export interface BylineMatch extends Span {
  readonly people: readonly NamedSpan[];
  readonly places: readonly Span[];
  readonly media: readonly Span[];
  /** Whether it names where and when the story was filed (…电, …讯), or the reporter of a whole story. */
  readonly dateline: boolean;
}

/** Longest lead-in; a longer bracket is text. */
const REACH = 160;
/** Longest line that holds nothing but a byline. */
const LINE = 90;

const OPEN = '[（(【〔［\\[]';
const CLOSE = '[）)】〕］\\]]';
const FILED =
  '(?:今晨|上午|下午|晚间?|深夜|夜|凌晨|晨)?(?:新媒体专|体育专|视频专|图片专|专|急|快|特|综合|外|分)?(?:电|讯)';
const PLACE = `(?:${HAN}|[·])`;

/** 新华社北京8月9日电, 本报讯, 据中新社1月26日电, 青岛新闻网7月3日讯, 本报成都11月3日电, 以上均据新华社电. */
const DATELINE = new RegExp(
  `^(?:(?:以上|本版|本组|本栏)?(?:稿件|新闻|消息|图片|文图)?(?:均|综合)?(?:另|又)?(?:据|综合)${BLANK}*)?(?:` +
    `(?<media>${MEDIA}(?:[、和](?:${MEDIA}))*)${BLANK}*(?:(?<place>${PLACE}{1,14}?)${BLANK}*)??(?:${DATE}|[0-9０-９一二三四五六七八九十]{1,3}月)${BLANK}*${FILED}` +
    `|(?<local>${OWN_MEDIA}|${AGENCY})${BLANK}*(?<from>(?![快特急专综外分图短简消今昨夜晚])${PLACE}{1,10}?)${BLANK}*(?:${FILED})(?=${BLANK}*${OPEN}|${BLANK}+)` +
    `|(?<paper>${MEDIA})${BLANK}*(?:综合|专|快|简|短)?(?:讯|专稿|专电|(?<!本报)电(?=${BLANK}|[（(：:，,])|综合消息|消息(?=[：:，,]))` +
    `|(?<town>${PLACE}{2,8}?)${BLANK}*(?:${DATE})${BLANK}*${FILED}(?=${BLANK}|[（(])` +
    `|(?:综合|据)${BLANK}*(?<agency>${AGENCY})(?:驻${HAN}{2,8}?记者|驻外记者|记者)?(?:综合)?(?:报道|消息|电)(?=${BLANK}|[：:，,])` +
    `|(?:又讯|另讯|短讯|简讯|本市讯|本省讯|综合消息|综合讯)(?=${BLANK}|[（(：:]))`,
  'u',
);
/** What every dateline holds; a search for it costs a tenth of one for the forms. */
const FILED_WORD = /[电讯稿]|消息|报道/u;
const BRACKETED_DATELINE = new RegExp(
  `^${OPEN}${BLANK}*(?:另?据)?${BLANK}*(?<inner>[^（(【〔）)】〕\\]［］\\[。]{2,40}?)${BLANK}*${CLOSE}`,
  'u',
);
const PEOPLE_BRACKET = new RegExp(`^${BLANK}*[（(【\\[［〔]([^）)】\\]］〕。]{2,120})${CLOSE}`, 'u');
const HAS_ROLE = new RegExp(ROLE, 'u');
const HAS_REPORTER = new RegExp(REPORTER, 'u');
const REPORTS = new RegExp(
  `^${BLANK}*(?<who>(?:(?:${MEDIA})?${ROLE})(?:组)?(?:${BLANK}|[、，：]|和|${HAN}|[A-Za-z·•])*?)(?<verb>(?:联合|综合|专题|现场)?(?:摄影)?(?:报道|报导)|文/图|文图)(?:[：:]|(?=${BLANK}|[，,]|$))`,
  'u',
);
const OPEN_REPORTER = new RegExp(`^${BLANK}*(?:${MEDIA})?${ROLE}${BLANK}*`, 'u');
const PROSE_AFTER_ROLE =
  /^(?:[从在向就对于了问会组看到发获采昨今近日前随跟走来节证协们手还也又将为与和同及等是的说]|现场|连日|赶到|赴|通过|注意|联系|获悉|了解|拨打)/u;

/** Words that open the text after a byline set without brackets; they are no part of a name. */
const OPENERS =
  /(?:连日来|连日|近日|近来|近期|日前|昨日|昨天|今日|今天|昨晚|今晨|今晚|今年|去年|当日|当前|目前|眼下|如今|随着|面对|截至|截止|正值|汛期|受|从|在|自|据|由|为|经|于|记者|“|《|‘|[0-9０-９一二三四五六七八九十]{1,4}(?:月|日|年|时))/u;

/** A lead-in that opens a paragraph: 本报讯（记者 …）, 新华社北京8月9日电, （记者 …）, 本报记者 … 报道：. */
export function findLeadIn(text: string, names: NameLexicon): BylineMatch | undefined {
  const head = text.slice(0, REACH);
  const dateline = bracketedDateline(head) ?? bareDateline(head);
  const after = dateline?.end ?? 0;
  const people = peopleAfter(head, after, names, dateline !== undefined);
  if (!dateline && !people) return undefined;
  return {
    start: 0,
    end: people?.end ?? after,
    people: people?.people ?? [],
    places: dateline?.places ?? [],
    media: [...(dateline?.media ?? []), ...(people?.media ?? [])],
    dateline: true,
  };
}

interface Dateline {
  readonly end: number;
  readonly places: readonly Span[];
  readonly media: readonly Span[];
}

function bareDateline(head: string, offset = 0): Dateline | undefined {
  const found = FILED_WORD.test(head) ? DATELINE.exec(offset === 0 ? head : head.slice(offset)) : null;
  if (!found) return undefined;
  const { media, place, local, from, paper, town, agency } = found.groups ?? {};
  const [whole] = found;
  const find = (word: string | undefined, from = 0): Span[] => {
    const at = word ? whole.indexOf(word, from) : -1;
    return word && at >= 0 ? [{ start: offset + at, end: offset + at + word.length }] : [];
  };
  const mediaSpans = find(media ?? local ?? paper ?? agency).filter(
    (span) => !OWN.test(head.slice(span.start, span.end)),
  );
  const first = media ?? local;
  const afterMedia = first ? whole.indexOf(first) + first.length : 0;
  return { end: offset + whole.length, places: find(place ?? from ?? town, afterMedia), media: mediaSpans };
}

const OWN = new RegExp(`^${OWN_MEDIA}$`, 'u');

function bracketedDateline(head: string): Dateline | undefined {
  const found = BRACKETED_DATELINE.exec(head);
  const inner = found?.groups?.['inner'];
  if (!found || inner === undefined) return undefined;
  const at = found[0].indexOf(inner);
  const dateline = bareDateline(head.slice(0, at + inner.length), at);
  return dateline && dateline.end === at + inner.length ? { ...dateline, end: found[0].length } : undefined;
}

interface PeoplePart {
  readonly end: number;
  readonly people: readonly NamedSpan[];
  readonly media: readonly Span[];
}

function peopleAfter(head: string, from: number, names: NameLexicon, dated: boolean): PeoplePart | undefined {
  return (
    bracketOfPeople(head, from, names, dated) ?? reportsOf(head, from, names) ?? openNames(head, from, names, dated)
  );
}

/** （记者 …）; behind a dateline also （张三 李四）: names and no role. */
function bracketOfPeople(head: string, from: number, names: NameLexicon, dated: boolean): PeoplePart | undefined {
  const found = PEOPLE_BRACKET.exec(head.slice(from));
  const inner = found?.[1];
  if (!found || inner === undefined || (!dated && !HAS_ROLE.test(inner))) return undefined;
  const start = from + found[0].length - inner.length - 1;
  const list = parsePeople(head, start, start + inner.length, names);
  if (
    !HAS_ROLE.test(inner) &&
    !(list.clean && list.people.length > 0 && list.people.every(({ name }) => name.includes('·') || names.isName(name)))
  )
    return undefined;
  // （记者从…获悉） is prose; a list of roles and names is not.
  if (list.people.length === 0 && !list.clean) return undefined;
  const reports = /^(?:报道|报导|摄影报道)[：:]?/u.exec(head.slice(from + found[0].length));
  return { end: from + found[0].length + (reports?.[0].length ?? 0), people: list.people, media: list.media };
}

function reportsOf(head: string, from: number, names: NameLexicon): PeoplePart | undefined {
  const rest = head.slice(from, from + 90);
  const found = REPORTS.exec(rest);
  const who = found?.groups?.['who'];
  if (!found || who === undefined) return undefined;
  const start = from + found[0].indexOf(who);
  const list = parsePeople(head, start, start + who.length, names);
  if (list.people.length === 0 || !list.clean) return undefined;
  return { end: from + found[0].length, people: list.people, media: list.media };
}

const SENT_FROM = new RegExp(`^${BLANK}*发自${HAN}{2,8}(?=${BLANK}|[：:])`, 'u');
const SET_OFF = new RegExp(`^(?:${BLANK}|[：:])`, 'u');
const HAN_RUN = new RegExp(`^(?:${HAN}){1,30}`, 'u');
const SPACED_NAME = new RegExp(`^${HAN}(${BLANK}+)(${HAN})(?=${BLANK}|[、，])`, 'u');
const NAME_GAP = new RegExp(`^(?:${BLANK}*、${BLANK}*|${BLANK}+)`, 'u');

/** 本报讯 记者张三 通讯员李四 近日，…: names end where the next word cannot be one. */
function openNames(head: string, from: number, names: NameLexicon, dated: boolean): PeoplePart | undefined {
  let at = from;
  let end = from;
  const people: NamedSpan[] = [];
  const media: Span[] = [];
  for (let role = OPEN_REPORTER.exec(head.slice(at)); role; role = OPEN_REPORTER.exec(head.slice(at))) {
    const start = at + role[0].length;
    if (PROSE_AFTER_ROLE.test(head.slice(start))) break;
    const run = openRun(head, start, names);
    if (!run) break;
    media.push(...parsePeople(head, at, start, names).media);
    people.push(...run.people);
    at = end = run.end;
  }
  if (people.length === 0) return undefined;
  const sent = SENT_FROM.exec(head.slice(end));
  if (sent) end += sent[0].length;
  // Without a dateline before them names must be set off from the text by a blank.
  if (!dated && !SET_OFF.test(head.slice(end))) return undefined;
  return { end, people, media };
}

function openRun(head: string, start: number, names: NameLexicon): { people: NamedSpan[]; end: number } | undefined {
  const people: NamedSpan[] = [];
  let at = start;
  let end = start;
  for (;;) {
    const word = HAN_RUN.exec(head.slice(at))?.[0];
    if (!word) break;
    const opener = OPENERS.exec(word.slice(1));
    const glued = opener ? word.slice(0, opener.index + 1) : word;
    const spaced = glued.length === 1 && names.surnameClass(glued) ? SPACED_NAME.exec(head.slice(at)) : null;
    if (spaced) {
      people.push({ start: at, end: at + spaced[0].length, name: glued + spaced[2]! });
      end = at += spaced[0].length;
    } else {
      const split = names.splitNames(glued);
      if (glued.length > 12 || !split.names.every((name) => names.isName(name) || isTransliterated(name))) break;
      let from = at;
      for (const name of split.names) {
        people.push({ start: from, end: from + name.length, name });
        from += name.length;
      }
      end = at = from;
      if (glued.length < word.length) break;
    }
    const gap = NAME_GAP.exec(head.slice(at))?.[0];
    if (!gap) break;
    at += gap.length;
  }
  return people.length > 0 ? { people, end } : undefined;
}

const MARK = '[□■○●◎☉⊙◇◆△▲▼▽★☆◤◢▣▪•·口]';
const STANDING_MARK = new RegExp(`^${BLANK}*${MARK}${BLANK}*(?=${HAN}|[A-Za-z])`, 'u');
const SOFT_MARK = /^[口·•]/u;
const DASHED = new RegExp(`^[—─–-]{1,4}${BLANK}*(?=${HAN})`, 'u');
const PLACE_AFTER = new RegExp(`${BLANK}*[（(]${HAN}{2,12}[）)]$`, 'u');
const COMMENTATOR = new RegExp(
  `^(?:${OWN_MEDIA}|${MEDIA})(?:特约)?(?:评论员|评论部|编辑部|社论|记者|特约记者|观察员|评论员文章|综合|专稿|专电|记者组|采访组|报道组)$`,
  'u',
);
const WORKS = new RegExp(
  `^(?:文|图|文图|图文|摄影|摄|采写|撰文|文字|整理|编译|作者|口述|执笔|撰稿|绘图|插图|漫画|书法|供图|图片)(?:${BLANK}*[、/／|｜＼\\\\]${BLANK}*(?:文|图|摄影|摄|整理|采写|编译|图片|视频))*${BLANK}*(?:[：:/／|｜＼\\\\]|${BLANK}|(?=${OWN_MEDIA}))`,
  'u',
);
const WORK_AT_END = new RegExp(
  `(?:${BLANK}|[/／|｜＼\\\\])(?:文|图|文图|图文|文/图|文／图|文/摄|文／摄|摄/文|图/文|整理|编译|采写|撰文|摄影报道|报道)$`,
  'u',
);
const AGENCY_LINE = new RegExp(
  `^[—-]{0,2}${OPEN}?(?:以上|本版|本组|本栏)?(?:稿件|新闻|消息|图片|图文|文图)?(?:除(?:署名|注明)${HAN}{0,4}?外)?[，,]?(?:均)?(?:综合)?(?:另|又)?(?:据|综合|为)${BLANK}*(?:${MEDIA}|《${HAN}{2,10}》|${BLANK}|[、等和])+(?:电|讯|报道|消息|稿|图片)?${CLOSE}?$`,
  'u',
);

/** A line that holds nothing but a byline: □ 本报记者 …, ■张三 李四, 文/图 本报记者 …, 本报评论员. */
export function findStandingByline(line: string, names: NameLexicon): BylineMatch | undefined {
  if (line.length > LINE || /[。！？；]/.test(line)) return undefined;
  const whole = (
    people: readonly NamedSpan[],
    media: readonly Span[] = [],
    places: readonly Span[] = [],
  ): BylineMatch => ({
    start: 0,
    end: line.length,
    people,
    places,
    media,
    dateline: false,
  });
  const inner = unbracketed(line);
  const mark = STANDING_MARK.exec(inner.text);
  const dash = DASHED.exec(line);
  const start = dash ? dash[0].length : inner.start + (mark?.[0].length ?? 0);
  const end = dash ? line.length - (PLACE_AFTER.exec(line)?.[0].length ?? 0) : inner.start + inner.text.length;
  const text = line.slice(start, end);
  if (AUTHOR_UNIT.test(inner.text)) return whole([]);
  if (COMMENTATOR.test(text) || AGENCY_LINE.test(text)) return whole([], parsePeople(line, start, end, names).media);
  const dateline = findLeadIn(line, names);
  if (dateline && /^[：:\s\u3000]*(?:题[：:].{0,60})?$/u.test(line.slice(dateline.end)))
    return { ...dateline, end: line.length };
  if (PROSE_ROLE.test(text)) return undefined;
  const works = WORKS.test(text) || WORK_AT_END.test(text);
  const role = HAS_REPORTER.test(text);
  if (!role && !works && !mark && !dash && inner.start === 0) return undefined;
  const body = inner.start > 0 ? (BODY_AND_NAME.exec(text)?.[0].length ?? 0) : 0;
  if (body > 0) {
    const signed = parsePeople(line, start + body, end, names);
    if (signed.clean && signed.people.length > 0) return whole(signed.people);
  }
  const list = parsePeople(line, start, end, names);
  if (list.people.length === 0) return undefined;
  if (list.clean && (role || works)) return whole(list.people, list.media);
  if (role && ROLE_FIRST.test(text) && text.length <= 40 && !/[，]/.test(text)) return whole(list.people, list.media);
  const allNames = list.clean && list.people.every(({ name }) => names.isName(name));
  if (allNames && (inner.start > 0 || dash)) return whole(list.people, list.media);
  if (list.clean && mark && (!SOFT_MARK.test(mark[0].trim()) || allNames)) return whole(list.people, list.media);
  // ■ 阿木呷 柳青: among names also one without a known surname.
  if (
    mark &&
    !SOFT_MARK.test(mark[0].trim()) &&
    NAMES_APART.test(text) &&
    list.people.some(({ name }) => names.isLikelyName(name))
  ) {
    const { people } = parsePeople(line, start, end, names, true);
    return whole(people);
  }
  return undefined;
}

const NAMES_APART = new RegExp(`^${HAN}{2,5}(?:(?:${BLANK}+|、)${HAN}{2,5}){1,3}$`, 'u');
const ROLE_FIRST = new RegExp(`^(?:${MEDIA})?${ROLE}`, 'u');
const PROSE_ROLE = new RegExp(`记者(?:从|在|会|节|证|手记|观察|调查|问|走进|眼|看|获悉|了解|日前|近日)`, 'u');

const BRACKETED = new RegExp(`^${OPEN}([^（(【〔［\\[\\]］〕】)）]*)${CLOSE}$`, 'u');

/** Takes the brackets off a line that stands wholly in brackets. */
function unbracketed(line: string): { text: string; start: number } {
  const found = BRACKETED.exec(line);
  return found ? { text: found[1]!, start: 1 } : { text: line, start: 0 };
}

const ONLY_NAMES = new RegExp(`^(?:${HAN}|${BLANK}|[、·])+$`, 'u');
const PEN_NAME = new RegExp(`^(?:${HAN}{2,3}|${HAN}${BLANK}+${HAN})$`, 'u');

/**
 * A line that can be the authors' names standing alone under a headline or after a text: 王 蕾;
 * 张三 李四. `sure` is false for two or three characters that are no usual name: a pen name, or a word.
 */
export function findBareNames(
  line: string,
  names: NameLexicon,
): (BylineMatch & { readonly sure: boolean }) | undefined {
  if (line.length > 24 || !ONLY_NAMES.test(line)) return undefined;
  const list = parsePeople(line, 0, line.length, names);
  const match = { start: 0, end: line.length, people: list.people, places: [], media: list.media, dateline: false };
  const likely = list.people.filter(({ name }) => names.isLikelyName(name)).length;
  const several =
    list.people.length > 1 && likely * 2 >= list.people.length && list.people.every(({ name }) => names.isName(name));
  if (list.clean && likely > 0 && (likely === list.people.length || several)) return { ...match, sure: true };
  if (PEN_NAME.test(line))
    return {
      ...match,
      people: [{ start: 0, end: line.length, name: line.replace(/[ \t\u3000]+/gu, '') }],
      sure: false,
    };
  const spaced =
    list.clean &&
    list.people.length > 0 &&
    /[\s\u3000、]/.test(line) &&
    list.people.every(({ name }) => name.length <= 4 && names.isName(name));
  return spaced ? { ...match, sure: false } : undefined;
}

const SIGNED = new RegExp(`^(?<who>${HAN}{2,16}?)?${BLANK}+(?<name>${HAN}(?:${BLANK}*${HAN}){1,2})(?:等.{0,6})?$`, 'u');

/** The line with which a letter's writer signs: 读者 王某某, 某厂工人 李某. */
export function findSigner(line: string, names: NameLexicon): BylineMatch | undefined {
  const name = line.length <= 28 ? SIGNED.exec(line)?.groups?.['name'] : undefined;
  if (name === undefined) return undefined;
  const bare = name.replace(/[ \t\u3000]+/gu, '');
  if (!names.isName(bare)) return undefined;
  const start = line.lastIndexOf(name);
  return {
    start: 0,
    end: line.length,
    people: [{ start, end: start + name.length, name: bare }],
    places: [],
    media: [],
    dateline: false,
  };
}

const TRAILING_BRACKET = new RegExp(`[（(【〔]([^（(【〔）)】〕]{2,60})[）)】〕]${BLANK}*$`, 'u');
const TRAILING_AGENCY = new RegExp(
  `^(?:(?:以上|本版|本组)?(?:稿件|新闻|图片|消息)?均?(?:另|又)?(?:据|综合)(?:${MEDIA}|[、和等]|《${HAN}{2,10}》)+(?:电|讯|报道|消息|稿)?|本报综合|本报综合消息|${AGENCY}(?:${HAN}{2,8})?(?:${DATE})?电?|来源[：:].{2,30}|(?:摘自|转自|选自|原载|据)《${HAN}{2,12}》.{0,12}|${HAN}{2,16}(?:供稿|供图|供稿供图))$`,
  'u',
);
const AUTHOR = /^(?:作者|本文作者|撰稿|执笔|整理|编译|采写|撰文|文|来源|记者)[：:/／]?/u;
/** （作者单位：…）: where its authors work, and nobody by name. */
const AUTHOR_UNIT = /^作者单位[：:]/u;
const BODY_AND_NAME = new RegExp(
  `^${HAN}{4,24}(?:所|院|局|站|校|大学|中学|小学|厂|公司|中心|部|委|会|社|馆|队|团|镇|乡|村|街道|社区|医院|集团)${BLANK}+(?=${HAN}(?:${BLANK}*${HAN}){1,3}$)`,
  'u',
);
const AUTHOR_POST = /^作者(?:系|为|单位|是|分别)/u;

/** A byline in brackets at the end of a text: （黄荞丹 覃可论）, （作者：本报首席记者 …）, （据新华社电）. */
export function findTrailingByline(text: string, names: NameLexicon): BylineMatch | undefined {
  const tail = text.slice(-80);
  const shift = text.length - tail.length;
  const found = TRAILING_BRACKET.exec(tail);
  const inner = found?.[1];
  if (!found) return trailingOpen(text, names);
  if (!found || inner === undefined) return undefined;
  const start = shift + found.index + 1;
  // （某某研究所 张三）: the body before the name is no part of it.
  const body = BODY_AND_NAME.exec(inner);
  const from = start + (body ? body[0].length : 0);
  const list = parsePeople(text, from, start + inner.length, names);
  const match = (people: readonly NamedSpan[]): BylineMatch => ({
    start: start - 1,
    end: text.length,
    people,
    places: [],
    media: list.media,
    dateline: false,
  });
  if (AUTHOR_POST.test(inner)) return /^作者单位/u.test(inner) ? match([]) : undefined;
  if (TRAILING_AGENCY.test(inner)) return match([]);
  if (list.people.length === 0 || PROSE_ROLE.test(inner) || !/[。！？”’》…）)]\s*$/u.test(text.slice(0, start - 1)))
    return undefined;
  if (list.clean && (HAS_ROLE.test(inner) || AUTHOR.test(inner) || WORK_AT_END.test(inner))) return match(list.people);
  if (HAS_REPORTER.test(inner) && inner.length <= 40 && !/[，]/.test(inner)) return match(list.people);
  return list.clean && list.people.every(({ name }) => names.isName(name)) ? match(list.people) : undefined;
}

const OPEN_SIGNATURE = new RegExp(
  `(?<=[。！？”])(?:${BLANK}+(?=(?:${MEDIA})?${ROLE})|(?=(?:${OWN_MEDIA}|${AGENCY})${ROLE}))((?:${MEDIA})?${ROLE}(?:${BLANK}|[、，]|${HAN}|·){2,40})$`,
  'u',
);

/** A byline behind the last stop without brackets: ….本报记者 张三. */
function trailingOpen(text: string, names: NameLexicon): BylineMatch | undefined {
  const tail = text.slice(-60);
  const words = HAS_REPORTER.test(tail) ? OPEN_SIGNATURE.exec(tail)?.[1] : undefined;
  if (words === undefined || PROSE_ROLE.test(words) || PROSE_AFTER_ROLE.test(words.replace(OPEN_REPORTER, '')))
    return undefined;
  const start = text.length - words.length;
  const { people, media, clean } = parsePeople(text, start, text.length, names);
  return clean && people.length > 0 && people.every(({ name }) => names.isName(name))
    ? { start, end: text.length, people, places: [], media, dateline: false }
    : undefined;
}
