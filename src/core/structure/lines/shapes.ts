import { BLANK, HAN } from './bylineWords.ts';

/** What a line can be, judged by its own letters alone. */

const SENTENCE_INSIDE = /[。；;]/;
const NO_TITLE_END = /[。；;，,、：:]$/u;
const TEXT_OPENER =
  /^(?:据悉|据了解|据介绍|据统计|目前|近年来|日前|近日|今年以来|去年以来|其中|同时|此外|另外|随后|会上|会议指出|会议强调|会议要求|调研中|活动中|座谈会上|当天|当日|如今|为此|对此|下一步|记者|图为|与此同时|一直以来|接下来|在此)[^ \u3000]{0,10}[，,]/u;
/** 报名截止：9月29日…: key and date. */
const DATE_ENTRY = /^\p{Script=Han}{2,6}[：:](?:[0-9０-９]{4}年)?[0-9０-９]{1,2}月[0-9０-９]{1,2}日/u;
const QUOTE_ENDS = /[。！？]”/;

/** Longest headline line; a line of several groups set apart by blanks may be longer. */
const TITLE = 36;
const GROUPED_TITLE = 80;

/** Whether a line has the shape of a headline, kicker, deck, subhead or column: short, no sentence, no final stop. */
export function isTitleShaped(text: string): boolean {
  if (text.length > GROUPED_TITLE || text.length < 1) return false;
  const stopped = NO_TITLE_END.test(text);
  if (stopped && !KICKER_COLON.test(text)) return false;
  if (SENTENCE_INSIDE.test(text.slice(0, -1)) || QUOTE_ENDS.test(text)) return false;
  if (TEXT_OPENER.test(text) || DATE_ENTRY.test(text) || isEntry(text) || isTableRow(text)) return false;
  if (!/[\p{Script=Han}A-Za-z]/u.test(text)) return false;
  if (/[，,：:].*(?:……|…|[。！？!?…][”』」])$/u.test(text) || (text.length > 28 && /[！？!?…]$/u.test(text)))
    return false;
  if (text.length >= 24 && (text.match(/，/g)?.length ?? 0) >= 2) return false;
  const visible = text.replace(/[ \t\u3000]+/g, '').length;
  if (visible <= TITLE)
    return !(/[！？!?]$/u.test(text) && /[，,。！？]/u.test(text.slice(0, -1)) && /^[“‘]/.test(text));
  return /[ \u3000]/.test(text) && !/[，,]/.test(text) && visible / text.split(/[ \u3000]+/u).length <= 26;
}

const KICKER_COLON = /(?:强调|指出|要求|提出|表示|说|认为|批示|指示|呼吁|披露|透露|警告|重申|一事|问题)[：:]$/u;

const ENTRY_KEY = new RegExp(
  `^(?:[（(]?[一二三四五六七八九十0-9]{1,2}[)）、.．]?${BLANK}*)?[●■▲◆·•]?${BLANK}*(?:(?:${HAN}{0,6}(?:电话|热线|地址|地点|时间|邮箱|信箱|邮编|网址|网站|传真|联系人|单位|公司|方式|对象|条件|要求|范围|日期|期限|费用|价格|账号|帐号|户名|开户行|编号|面积|用途|标准|名称|姓名|性别|职务|公众号|微信|票价|主办|承办|协办|人数|专业|学历|薪资|待遇|天气|气温|风力|风向))|E-mail|QQ|Email)${BLANK}*[：:]`,
  'iu',
);

/** A line of key and value: 投诉热线：…, 地点：…. */
export function isEntry(text: string): boolean {
  const head = text.slice(0, 40);
  return (
    ENTRY_KEY.test(head) ||
    (/^\p{Script=Han}[ \u3000]+\p{Script=Han}/u.test(head) && ENTRY_KEY.test(head.replace(/[ \u3000]+/gu, '')))
  );
}

/** A line of a table: several groups set apart by tabs or wide gaps, or mostly figures. */
export function isTableRow(text: string): boolean {
  if (text.length > 120 || !/[\d０-９ \t\u3000]/.test(text)) return false;
  if (/\t.*\S.*\t/.test(text)) return true;
  const groups = text.split(/[ \u3000]+/u);
  const figures = groups.filter((group) => /^[-—+]?[\d.,:：%％℃～~()（）-]+$/u.test(group)).length;
  if (groups.length >= 3 && figures >= groups.length / 2) return true;
  if (groups.length >= 4 && figures >= 2 && groups.every(({ length }) => length <= 14)) return true;
  const digits = text.replace(/[^\d０-９]/g, '').length;
  return digits > 0 && digits * 5 >= text.replace(/\s/g, '').length * 3 && !/[年月]/.test(text);
}

const CAPTION =
  /(?:^|[。！？，、；：”）)（(\s\u3000])(?:本版|本报|题|附|组|压题)?(?:图[①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八1-9]{1,3}|图[①②③④⑤⑥⑦⑧⑨⑩]?[为：:]|[左右上下前后中]{1,2}[图]|图片[为：:]|题图|题照|照片为|图是|图中|图即|图组|大图|小图|主图|压题照片|资料片)/u;
const CAPTION_POSITION =
  /[（(](?:前排|后排|前|后|图)?(?:(?:左|右|前|后)?(?:中|左|右|前|后|上|下)|[左右][起数]?第?[一二三四五六1-9])(?:[、和](?:中|[左右]第?[一二三四五六1-9]?))*(?:着.{1,4}者|图|者)?[）)]/u;

/** Whether a paragraph speaks of its photo: 图为…, 左图, （右三）. Looks at its first and last part. */
export function isCaption(text: string): boolean {
  const part = text.length > 600 ? `${text.slice(0, 300)}\n${text.slice(-300)}` : text;
  if (/^[▶►◀◁▷▼]/u.test(part) && part.length <= 400) return true;
  if (part.length <= 400 && CAPTION_POSITION.test(part)) return true;
  const found = CAPTION.exec(part);
  return found !== null;
}

const NOTE = new RegExp(
  `^[【（(\\[〔■□●◆]?${BLANK}*(?:编者按|编者的话|编后|编后语|编余|编辑手记|开栏的话|开栏语|开篇语|按语|编者|编前|核心提示|核心阅读|阅读提示|内容提要|新闻背景|背景链接|相关链接|新闻链接|链接|延伸阅读|名词解释|记者手记|采访手记|小资料|资料链接|新闻回放|人物简介|作者简介|人物档案|主编的话|写在前面)${BLANK}*[】）)\\]〕]?${BLANK}*(?<colon>[：:])?`,
  'u',
);

/** An editor's note or box inside or before a story: 编者按：…, 开栏的话, 核心提示. */
export function noteOf(text: string): { readonly inline: boolean } | undefined {
  const found = NOTE.exec(text.slice(0, 24));
  if (!found) return undefined;
  const rest = text.length - found[0].length;
  if (rest === 0) return { inline: false };
  return found.groups!['colon'] !== undefined || /[】）)\]〕 \u3000]$/u.test(found[0]) || rest > 30
    ? { inline: true }
    : undefined;
}

const TURN = new RegExp(
  `^(?:[问答问题]|Q|A|记者|本报|本报记者|主持人|嘉宾|编辑|晚报|日报|新华社记者|${HAN}{2,6})${BLANK}*(?:\\d{0,2})[：:]`,
  'u',
);

/** A turn of an interview: 问：, 答：, 记者：, 本报：, 张某某：. */
export function isTurn(text: string): boolean {
  return /^(?:问|答|Q|A|记者|本报|本报记者|主持人)[0-9]{0,2}[ \u3000]*[：:]/u.test(text);
}

/** A turn by anybody's name; only where the turns of an interview go on. */
export function isNamedTurn(text: string): boolean {
  return TURN.test(text.slice(0, 12));
}

/** The mark with which a brief or list item opens, if it does. */
export function itemMark(text: string): string | undefined {
  return /^[●■▲◆★☆◎○□△▶►➤⊙※✦◇▼►]/u.exec(text)?.[0];
}

const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9０-９]{1,2}[、.．)）](?![0-9])|[①②③④⑤⑥⑦⑧⑨⑩]|第[一二三四五六七八九十]+[章节条部][ \u3000])/u;

/** Whether a line opens with a number of its own: 一、, （二）, 3., ①. */
export function isNumbered(text: string): boolean {
  return NUMBERED.test(text);
}

const PAGE_REFERENCE =
  /(?:[（(【[]|[>＞▶►→…·.\s\u3000]{1,8}|详见|见|刊|导读)[第]?(?:[A-Z]?[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[-—、~～至]?(?:[A-Z]?\d{1,2})?版?[）)】\]]?$/u;

/** A line of a guide to the issue: a headline with the page where it stands (第3版, A5, ▶04版). */
export function hasPageReference(text: string): boolean {
  return (
    text.length <= 60 &&
    /版[）)】\]]?$|[A-H]\d{1,2}[）)】\]]?$/u.test(text) &&
    PAGE_REFERENCE.test(text.slice(-16)) &&
    !/[转接]/.test(text.slice(-12))
  );
}

const SIGNED_DATE =
  /^[（(]?(?:[0-9０-９]{4}|[一二〇○零三四五六七八九]{4})年[ \u3000]*[0-9０-９一二三四五六七八九十]{1,3}[ \u3000]*月[ \u3000]*[0-9０-９一二三四五六七八九十]{1,3}[ \u3000]*日[）)]?$/u;

/** Whether a text closes with a note about its author: （作者单位：…）, （作者系…）. */
export function hasAuthorNote(text: string): boolean {
  return /[（(](?:本文)?作者(?:系|为|单位|是|简介|[：:])[^（(]{1,70}[）)]$/u.test(text.slice(-80));
}

/** A line that holds a date and nothing else, as under a notice or a speech. */
export function isSignedDate(text: string): boolean {
  return text.length <= 24 && SIGNED_DATE.test(text);
}

/** Whether a line of running text ends where a sentence can: 。！？…；： and closing marks. */
export function isFinished(text: string): boolean {
  const tail = text.slice(-8);
  return (
    /[。！？!?…；：;:][”’』」》）)】\]]*$|[。！？…][”’』」》）)】\]]*[（(【〔][^（(]{0,8}$|—$/u.test(tail) ||
    FINAL_BRACKET.test(text.slice(-64))
  );
}

// An author or agency in brackets after the last stop.
const FINAL_BRACKET = /[。！？…”][”’]*[ \u3000]*[（(【〔[][^（(】〕)）]{1,56}[）)】〕\]]$/u;

const RESULT =
  /\d+[ \u3000]*[:：比∶－-][ \u3000]*\d|[℃°]|^(?:冠军|亚军|季军|第[一二三四五六七八九十\d]+名|金牌|银牌|铜牌|[一二三特]等奖|优秀奖|决赛|半决赛|预赛|开奖|中奖|奖池|本期|今[天晚日]|明[天晚日]|后天|白天|夜间|上证|深证|美元|欧元)[：: \u3000\d]|[：:][ \u3000\d]+$|\d+(?:秒|环|公斤级)|^(?:男|女|混合?)(?:子|单|双|团).{0,16}[：: \u3000]/u;

/** Whether a line tells a score, a mark, a rank or a reading. */
export function isResult(text: string): boolean {
  return text.length <= 60 && RESULT.test(text);
}
