import type { NameLexicon } from '../../lexicons/surnames.ts';
import { AGENCY, BLANK, HAN, MEDIA, OWN_MEDIA, ROLE } from './bylineWords.ts';
import type { BylineMatch } from './bylines.ts';
import { parsePeople } from './people.ts';

const OPEN = '[（(【〔]';
const CLOSE = '[）)】〕]';
const WORK = '(?:摄影报道|摄影|供图|提供|资料图片|资料图|图片|图文|/图|／图|/摄|／摄|(?<!拍|航)摄|制图|绘图)';
const ARTIST = '(?:画|绘|书|作|刻|剪|制图|绘图)';
const NAMES = `(?:(?:${HAN}|[A-Za-z·•]){1,8}(?:${BLANK}|[、/／])*){1,6}`;
const WHO = `(?:(?:${MEDIA}|${ROLE})+${BLANK}*)?`;

/** 新华社发（陈颖 摄）, 新华社发, 新华社/法新, 本报记者 …摄, 人民视觉. */
const AGENCY_PART = `(?:${AGENCY}|人民视觉|视觉中国|东方IC|CFP|IC|ICphoto|中新图片|中国图片社|图虫创意)`;
const FORMS = [
  `${AGENCY_PART}(?:${BLANK}*(?:发|供图|供本报特稿|图片|照片|资料图片|资料照片|发${AGENCY_PART}(?:照片|图片))|${BLANK}*[/／]${BLANK}*${AGENCY_PART})?(?:${OPEN}[^（(）)]{2,30}${CLOSE})?`,
  `(?:本报)?(?:资料图片|资料图|资料照片|档案图片|网络图片|视频截图|效果图|示意图|图片来源[：:]?.{2,16}|来源[：:].{2,16})`,
  `${WHO}${NAMES}${BLANK}*${WORK}`,
  `(?:(?:本报|本版|压题|题头|题图|头题|资料|附|本文|文中)?(?:摄影|图片|供图|图|摄|照片|图文|插图|漫画)(?:均|除署名外均|除署名外)?${BLANK}*(?:由|为)?${BLANK}*[：:/／|｜]?${BLANK}*)${WHO}${NAMES}(?:${BLANK}*(?:摄|提供|供图))?`,
];
const LINE = new RegExp(`^(?:${FORMS.join('|')})$`, 'u');
const SHOT = /(?<!拍|航)摄|摄影|供图|发|图片|资料|视觉|照片|提供|图[：:/／]|[/／]图|[/／]摄|制图|绘图|来源/u;
/** What may stand in brackets behind a credit. */
const PHOTO_NOTE = /[（(](?:传真照片|资料照片|资料图片|资料图|图片|照片|附图片|附图|传真|摄影报道|新华社发)[）)]$/u;
const BRACKETED = new RegExp(`^${OPEN}([^（(【〔]*)${CLOSE}$`, 'u');
const ARTIST_BRACKET = new RegExp(`^${OPEN}(${HAN}{2,4})${BLANK}*${ARTIST}${CLOSE}$`, 'u');
const DRAWN = new RegExp(`^(${HAN}{2,4})${BLANK}+(?:绘|画|图|制图|漫画|插图)$`, 'u');
const TWO_BRACKETS = new RegExp(`^${OPEN}([^（(【〔）)]*)${CLOSE}${OPEN}[^（(）)]{2,12}${CLOSE}$`, 'u');
const AGENCY_BEFORE = new RegExp(`(?:${AGENCY_PART}|${OWN_MEDIA})(?:发|供图)?$`, 'u');
const NAMELESS = new RegExp(`^(?:${FORMS[0]}|${FORMS[1]})$|供图$|提供[)）]?$|发[（(].*[)）]$`, 'u');
/** 图片由…提供 by a body, and not by somebody with a name. */
const GIVEN = new RegExp(
  `^(?:本文|本版)?(?:图片|照片|图)(?:均)?由${HAN}*(?:团|社|局|院|校|部|会|馆|队|公司|中心|方|单位|剧组|者)提供$`,
  'u',
);
const AGENCIES = new RegExp(`^${AGENCY_PART}[/／]${AGENCY_PART}$`, 'u');
/** Who wrote as well signs a story, not a photo. */
const WRITTEN_TOO = /文[/／、]?[图摄]|[图摄][/／、]?文|采写|撰文/u;
const TAIL_BRACKET = new RegExp(`${OPEN}([^（(【〔）)】〕]{2,40})${CLOSE}${BLANK}*$`, 'u');
/** How a credit without brackets ends; saves the search for it where a text ends with a stop. */
const TAIL_END =
  /(?:社|(?:摄影|摄|供图|图片|图)[ \u3000：:/／].{2,16}|摄|影|图|片|提供|报道|发|记者[^。]{0,12}|[）)])[ \u3000]*$/u;
const TAIL_OPEN = new RegExp(
  `(?<=[。！？”》）)]|${BLANK})(?:${BLANK})*((?:${WHO}${NAMES}${BLANK}*${WORK})|(?:(?:摄影|摄|供图|图片)(?:${BLANK}+|${BLANK}*[：:/／]${BLANK}*)|图[：:/／])(?:${HAN}{2,4}(?:${BLANK}+|、)?){1,3}|(?:图片|照片)(?:均)?由${HAN}{2,16}提供|${AGENCY_PART}[/／]${AGENCY_PART}|${AGENCY_PART}(?:发|记者)[^。]{0,24})$`,
  'u',
);

/** A line that holds nothing but a photo credit: 本报记者 …摄, （… 摄）, 新华社发（… 摄）, 资料图片. */
export function findCreditLine(line: string, names: NameLexicon): BylineMatch | undefined {
  if (line.length > 60 || /[。！？；]/u.test(line)) return undefined;
  const note = PHOTO_NOTE.exec(line);
  if (note && note.index > 0) {
    const credit = findCreditLine(line.slice(0, note.index).trimEnd(), names);
    return credit && { ...credit, end: line.length };
  }
  const drawn = DRAWN.exec(line);
  if (drawn && names.isName(drawn[1]!))
    return {
      start: 0,
      end: line.length,
      people: [{ start: 0, end: drawn[1]!.length, name: drawn[1]! }],
      places: [],
      media: [],
      dateline: false,
    };
  const inner = BRACKETED.exec(line) ?? TWO_BRACKETS.exec(line);
  const artist = inner ? ARTIST_BRACKET.exec(line) : null;
  if (artist && names.isName(artist[1]!)) {
    const [, name] = artist;
    return {
      start: 0,
      end: line.length,
      people: [{ start: 1, end: 1 + name!.length, name: name! }],
      places: [],
      media: [],
      dateline: false,
    };
  }
  return creditOf(line, inner ? 1 : 0, inner ? 1 + inner[1]!.length : line.length, 0, line.length, names);
}

/** A credit at the end of a caption: …。新华社发（… 摄）, …（… 摄）, …。张三摄. */
export function findTrailingCredit(text: string, names: NameLexicon): BylineMatch | undefined {
  const tail = text.slice(-64);
  const shift = text.length - tail.length;
  const open = TAIL_END.test(tail) ? TAIL_OPEN.exec(tail) : null;
  if (open?.[1] !== undefined) {
    const start = shift + open.index + open[0].length - open[1].length;
    const match = creditOf(text, start, text.length, start, text.length, names);
    if (match) return match;
  }
  const bracket = TAIL_BRACKET.exec(tail);
  if (bracket?.[1] === undefined || /^来源/u.test(bracket[1])) return undefined;
  let start = shift + bracket.index;
  const before = AGENCY_BEFORE.exec(text.slice(Math.max(0, start - 12), start));
  if (before) start -= before[0].length;
  const from = shift + bracket.index + 1;
  return creditOf(text, from, from + bracket[1].length, start, text.length, names);
}

function creditOf(
  text: string,
  from: number,
  to: number,
  start: number,
  end: number,
  names: NameLexicon,
): BylineMatch | undefined {
  const inner = text.slice(from, to);
  if (!(SHOT.test(inner) || AGENCIES.test(inner.trim())) || WRITTEN_TOO.test(inner) || !LINE.test(inner.trim()))
    return undefined;
  const given = GIVEN.exec(inner.trim());
  if (given) return { start, end, people: [], places: [], media: [], dateline: false };
  const list = parsePeople(text, from, to, names, /摄$/u.test(inner.trim()));
  const plain = list.people.length === 0;
  // Without a name only the set phrases are credits: 一部大片开摄 is a headline.
  if (plain && !NAMELESS.test(inner.trim())) return undefined;
  if (!plain && !list.clean && !/摄[)）]?$|供图/u.test(inner)) return undefined;
  if (/^(?:图片|摄影|图)(?:新闻|故事|专题|报道)/u.test(inner.trim())) return undefined;
  return { start, end, people: list.people, places: [], media: list.media, dateline: false };
}
