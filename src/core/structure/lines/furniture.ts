import { BLANK, HAN } from './bylineWords.ts';

/** What a line of page furniture says about its page. */
export interface FurnitureMatch {
  readonly kind: 'folio' | 'date' | 'staff' | 'imprint' | 'ad' | 'masthead' | 'contact' | 'other';
  /** Page number as printed, if the line is or holds a folio. */
  readonly number?: string;
  /** Page name, if the line holds one. */
  readonly name?: string;
  /** ISO date, if the line holds one. */
  readonly date?: string;
}

const LINE = 120;
const NUMBER = '(?:[A-Za-zＡ-Ｚ]{0,2}[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})';
const PAGE_NAME =
  '(?:要闻|综合|新闻|国内|国际|时事|时政|本地|本市|城事|市井|都市|县区|区县|县域|地方|经济|财经|金融|产业|社会|民生|法治|法制|政法|教育|科技|科教|文化|文娱|娱乐|体育|副刊|周刊|专刊|特刊|专题|专版|专栏|理论|评论|言论|观点|深度|特别报道|报道|焦点|关注|聚焦|天下|视点|视界|视野|人物|健康|卫生|生活|旅游|文旅|汽车|房产|家居|消费|广告|公告|分类|公益|图片|影像|摄影|读书|阅读|悦读|文艺|文学|人文|历史|地理|军事|国防|农业|三农|乡村|农村|企业|工业|能源|电力|交通|环保|生态|社区|街道|党建|党史|纪检|民族|统战|政协|人大|工会|青年|少年|校园|学习|天气|服务|热线|读者|来信|连载|收藏|书画|美食|宠物|封面|头版|号外|台港澳|港澳台|华东|华南|东北|西部|环球|世界|世相|万象|看点|重点|资讯|快讯|动态|前沿|创新|市场|证券|股市|保险|银行|数据|调查|智库|对话|访谈|讲述|故事|百姓|身边|乡土|大地|风采|风物|星空|花地|朝花|笔会|神州|晨光|夜光杯|新闻版|要闻版)';
const DATE =
  '(?<year>[0-9０-９〇○零一二三四五六七八九]{4})(?:年|[-/.．])(?<month>[0-9０-９〇零一二三四五六七八九十]{1,3})(?:月|[-/.．])(?<day>[0-9０-９〇零一二三四五六七八九十]{1,3})日?';
const WEEKDAY = '(?:星期|周|礼拜)[一二三四五六日天]';
const ALMANAC = `(?:(?:农历|阴历|夏历)?${HAN}{2}年(?:闰)?${HAN}{1,2}月(?:初|十|廿|卅|二十|三十)?${HAN}{1,3}|(?:农历|阴历|夏历)${HAN}{2,14}|今日${HAN}{2}|${HAN}{2}年${HAN}{2,8})`;
const EDGES = `[ \\t\\u3000|｜/／·•,，、：:\\-—()（）\\[\\]【】]*`;

const FOLIO = new RegExp(`^${EDGES}(?:第)?(?<number>${NUMBER})${BLANK}*版${EDGES}(?<name>${HAN}{2,12})?${EDGES}$`, 'u');
const BARE_FOLIO = new RegExp(
  `^(?<number>[A-Z]?[0-9]{1,2})${EDGES}(?<name>(?:${HAN}{0,4}${PAGE_NAME}){1,2}(?:版|周刊|新闻)?)$`,
  'u',
);
const NAME_FOLIO = new RegExp(
  `^(?<name>${HAN}{2,10}?)${EDGES}(?:第)?(?<number>[A-Z]?[0-9]{1,2}|${NUMBER}(?=版|${BLANK}*版))(?:${BLANK}*版)?$`,
  'u',
);
const LETTER_FOLIO = /^[A-H]\d{1,2}$/;
const SPECIAL_NAME = new RegExp(`${PAGE_NAME}(?:版|周刊|新闻)?$`, 'u');
const DATE_ANYWHERE = new RegExp(DATE, 'u');
const DATE_WORD = /[年周./．-]|星期|礼拜/u;
const FOLIO_ANYWHERE = new RegExp(
  `(?:^|[\\s\\u3000|｜])第?(?<number>${NUMBER})${BLANK}*版(?=$|[\\s\\u3000|｜（(：:])`,
  'u',
);
const BARE_NUMBER = /(?:^|[\s\u3000|｜])(?<number>[A-Z]?0?\d{1,2})(?=$|[\s\u3000|｜])/u;
const DATE_REST = new RegExp(
  `${DATE}|${WEEKDAY}|${ALMANAC}|(?:今日|本期|共)${BLANK}*(?:[0-9０-９一二三四五六七八九十]+)${BLANK}*(?:大?版|张|个版)|(?:第|总第)${BLANK}*[0-9０-９〇一二三四五六七八九十百千万]+${BLANK}*(?:期|号|版)|(?:总|年)?第?[0-9]+期|${NUMBER}${BLANK}*版|[A-Z]?[0-9]{1,3}|${PAGE_NAME}|(?:零售价?|定价|每份)[：:]?${BLANK}*[0-9.]+元|(?:代号|邮发代号)[：:]?[0-9-]+|(?:广告|新闻|服务|发行|读者)?(?:热线|电话)[：:]?[0-9—－-]+|责任?编辑?.*$|(?:版式|美编|校对|编辑).*$|[\\s\\u3000|｜/／·•,，、：:()（）—-]+`,
  'gu',
);
const WEEKDAYS = new RegExp(WEEKDAY, 'u');
const NAME_INSIDE = new RegExp(`(?:^|[\\s\\u3000|｜：:版])(${HAN}{0,6}${PAGE_NAME})(?=$|[\\s\\u3000|｜])`, 'u');
const STAFF_WORD =
  '(?:责任编辑|执行责编|责编|执行主编|值班主任|值班编委|值班编审|值班编辑|值班总编|总值班|值班|主编|副主编|总编辑|编辑|编审|版式设计|版式|美术编辑|美术总监|美编|美术|校对|校检|检校|责任校对|责校|首席校对|制图|图编|图片编辑|组版编辑|组版|排版|版面|审读|审校|一审|二审|三审|一读|二读|初审|复审|终审|监审|签发|出品人|总监制|监制|统筹|策划|总策划|电脑制作|电编|电脑排版|制作|视觉|设计|发行编辑|检查|质检|见习编辑|实习编辑|本版主编|本版编辑|本版责编|编校)';
/** Staff words that no headline starts with, so that a blank is enough before the name. */
const STAFF_ONLY =
  '(?:责任编辑|执行责编|责编|执行主编|值班(?:主任|编委|编审|编辑|总编)|编辑|版式设计|版式|美术编辑|美编|校对|校检|责任校对|责校|首席校对|图片编辑|组版编辑|组版|排版|发行编辑|见习编辑|实习编辑|电脑制作|编校)';
const STAFF = new RegExp(
  `^${EDGES}[□■○●◎◇◆▲△☆★]?${BLANK}*(?:本版|本期|本刊|本报|今日|本周刊|版面|[一二三四五六七八九十]{1,2}版|第?[0-9]{1,2}版)?${BLANK}*(?:(?:${STAFF_WORD}){1,3}${BLANK}*(?:[：:/／|｜□■]|[、]${STAFF_WORD})|${STAFF_ONLY}${BLANK}+(?:${HAN}${BLANK}*){2,4}(?:$|[${BLANK.slice(1, -1)}、，,：:/／|｜□■]))`,
  'u',
);
const STAFF_GLUED = new RegExp(
  `^(?:本版|本期)?(?:责任编辑|责编|责任校对|责校|美编|版式设计|版式|校对)${BLANK}*(?:${HAN}${BLANK}*){2,4}(?:$|${BLANK}|[□■])`,
  'u',
);
/** Several posts with names glued to them: 编辑张三 美编李四. */
const STAFF_GLUED_LIST = new RegExp(
  `^(?:本版|本期)?(?:${STAFF_ONLY}(?:${HAN}${BLANK}?){2,4}(?:${BLANK}+|$)){2,}$`,
  'u',
);
/** Several posts with names, whatever the first one is. */
const STAFF_LIST = new RegExp(`(?:^|[ \\t\\u3000|｜□■/／])(?:本版)?${STAFF_WORD}[ \\t\\u3000：:/／|｜□■]`, 'gu');
/** A1 要闻 责编：…: a folio with who made the page. */
const PAGE_AND_STAFF = new RegExp(
  `^(?:第)?(?:[A-Z]?[0-9]{1,2}|[一二三四五六七八九十]{1,3})版?${BLANK}+${HAN}{2,8}${BLANK}+.{0,20}?${STAFF_WORD}${BLANK}*[：:/／]`,
  'u',
);
const IMPRINT = new RegExp(
  `(?:CN|ＣＮ)${BLANK}*(?:[0-9０-９]{2})[-—－][0-9０-９]{4}|国内统一(?:连续出版物|刊)号|邮发代号|国内统一刊号|国外代号|(?:主管|主办|出版)单位?[：:]|${HAN}{2,10}(?:日报社|报社|报业集团|传媒集团)(?:主办|主管|出版|编辑出版)|${HAN}{2,8}委员会机关报|机关报$|零售价?[：:]?[0-9每]|^(?:地址|社址|本报地址|报社地址)[：:].{0,60}(?:邮编|邮政编码|电话|广告)|广告经营许可证|广告(?:发布|许可)登记|印刷[：:]|${HAN}{2,10}印刷(?:厂|有限公司|中心)(?:印刷|承印)|开印时间|^总第${BLANK}*[0-9]+${BLANK}*期|^第${BLANK}*[0-9]+${BLANK}*期|版权所有|法律顾问[：:]|本报(?:常年)?法律顾问`,
  'u',
);
/** What every imprint line holds; a search for these words costs a tenth of one for the forms. */
const IMPRINT_WORD =
  /CN|ＣＮ|刊号|代号|单位|主[办管]|出版|机关报|零售|[地社]址|经营许可|广告[发许]|印刷|承印|开印|第[ \t\u3000]*[0-9]|版权所有|法律顾问/u;
const CONTACT =
  /^(?:本报)?(?:新闻|报料|爆料|投稿|订报|发行|广告|读者|服务|联系|监督|值班|编辑部|投诉|采编|邮购|本版|投递)?(?:热线|电话|邮箱|信箱|传真|网址|微信|微博|E-?mail|电子信箱|电子邮箱|QQ)(?:电话)?[：:\s].{0,80}$|^(?:https?:\/\/|www\.)[\x21-\x7e]+$|^(?:E-?mail|邮箱|电子邮箱|投稿邮箱)[：:].{0,60}$|^扫(?:一扫|码)?.{0,16}(?:二维码|关注|看视频|视频|公众号|客户端).{0,16}$|^(?:微信|官方微博|客户端|数字报|抖音).{0,6}(?:二维码|公众号)?$/iu;
const AD = /^[（(【[■□●◆]?\s*(?:广告|公益广告|本版广告|分类广告|分类信息|·广告·|广[ \u3000]+告)\s*[）)】\]]?$/u;
const MASTHEAD = new RegExp(
  `^(?:${HAN}${BLANK}*){2,8}?(?:日${BLANK}*报|晚${BLANK}*报|晨${BLANK}*报|早${BLANK}*报|时${BLANK}*报|商${BLANK}*报|快${BLANK}*报|导${BLANK}*报|周${BLANK}*报|都${BLANK}*市${BLANK}*报|新${BLANK}*报|青${BLANK}*年${BLANK}*报|周${BLANK}*刊)$`,
  'u',
);
const PAPER_NAME = new RegExp(`^${HAN}{2,8}(?:报|周刊|导刊)$`, 'u');
const LATIN_MASTHEAD = /^[A-Z][A-Z'.& ]{6,40}$/;
/** Lines that fill a page's corners: the core values, public service advertising. */
const SLOGAN =
  /^(?:社会主义核心价值观|富强[\s·、]*民主[\s·、]*文明[\s·、]*和谐|自由[\s·、]*平等[\s·、]*公正[\s·、]*法治|爱国[\s·、]*敬业[\s·、]*诚信[\s·、]*友善|(?:讲文明[\s·、]*树新风|图说我们的价值观).{0,14}|.{0,12}公益广告.{0,6})$/u;
/** 今日8版, 农历正月廿五 alone in their line. */
const COUNT_OR_ALMANAC = new RegExp(
  `^(?:(?:今日|本期|共)${BLANK}*[0-9０-９一二三四五六七八九十]{1,3}${BLANK}*大?(?:版|张)|(?:农历|阴历|夏历)(?:${HAN}{2}年)?闰?(?:[正一二三四五六七八九十冬腊]|十[一二])月(?:初|十|廿|三十|二十)${HAN}?)$`,
  'u',
);
const RMRB_COLUMN = /^专栏[：:]\s*$/u;
/** What a line of dates, issue numbers and counts of pages holds where the date itself stands elsewhere. */
const ISSUE_LINE =
  /第[ \u3000]*[0-9０-９]+[ \u3000]*[期号]|(?:农历|阴历|夏历)|今日[ \u3000]*[0-9０-９一二三四五六七八九十]+[ \u3000]*大?版/gu;
const LATIN_NEWS = /(?:RIBAO|WANBAO|DAILY|NEWS|TIMES|POST|HERALD|EXPRESS|BAO|WEEKLY|JOURNAL|EVENING)/;

/** Reads a line that may be furniture: folio, date line, staff line, imprint, ad mark, masthead, hotline. */
export function findFurniture(line: string): FurnitureMatch | undefined {
  if (line.length > LINE) return undefined;
  if (AD.test(line)) return { kind: 'ad' };
  if (RMRB_COLUMN.test(line)) return { kind: 'masthead' };
  if (SLOGAN.test(line)) return { kind: 'ad' };
  if (COUNT_OR_ALMANAC.test(line)) return { kind: 'date' };
  const folio = folioOf(line);
  if (folio) return folio;
  if (PAGE_AND_STAFF.test(line)) return { kind: 'folio', ...factsOf(line, true) };
  if (
    STAFF.test(line) ||
    STAFF_GLUED.test(line) ||
    STAFF_GLUED_LIST.test(line) ||
    (line.length <= 60 && (line.match(STAFF_LIST)?.length ?? 0) >= 2)
  )
    return { kind: 'staff', ...factsOf(line, true) };
  const dated = dateLineOf(line);
  if (dated) return dated;
  if (IMPRINT_WORD.test(line) && IMPRINT.test(line) && !/[。！？]/.test(line.slice(0, -1)))
    return { kind: 'imprint', ...factsOf(line, false) };
  if (CONTACT.test(line)) return { kind: 'contact' };
  if (MASTHEAD.test(line) && line.replace(/[\s\u3000]/g, '').length <= 8) return { kind: 'masthead' };
  if (LATIN_MASTHEAD.test(line) && LATIN_NEWS.test(line.replace(/ /g, ''))) return { kind: 'masthead' };
  return undefined;
}

const ONLY_NAME = new RegExp(`^(?:${HAN}{0,2}${PAGE_NAME}(?:版|周刊|新闻)?[ \\t\\u3000·•|｜/／-]*){1,3}$`, 'u');

/** Whether a line is nothing but a page's name: 要闻, 城事; furniture where a folio stands beside it. */
export function isPageName(line: string): boolean {
  return line.length <= 12 && ONLY_NAME.test(line);
}

function folioOf(line: string): FurnitureMatch | undefined {
  if (line.length > 30) return undefined;
  if (LETTER_FOLIO.test(line)) return { kind: 'folio', number: line };
  const found = FOLIO.exec(line) ?? BARE_FOLIO.exec(line);
  if (found) return folio(found.groups!['number']!, found.groups!['name']);
  const named = NAME_FOLIO.exec(line);
  if (!named || !(SPECIAL_NAME.test(named.groups!['name']!) || /版$/.test(line))) return undefined;
  if (/[第]$/.test(named.groups!['name']!) || /[转接见]/.test(line)) return undefined;
  return folio(named.groups!['number']!, named.groups!['name']);
}

function folio(number: string, name: string | undefined): FurnitureMatch {
  return name ? { kind: 'folio', number, name } : { kind: 'folio', number };
}

function dateLineOf(line: string): FurnitureMatch | undefined {
  if (
    !(DATE_WORD.test(line) && (DATE_ANYWHERE.test(line) || (WEEKDAYS.test(line) && /年|月|版/.test(line)))) &&
    (line.match(ISSUE_LINE)?.length ?? 0) < 2
  )
    return undefined;
  const rest = line.replace(DATE_REST, '');
  if (rest.length > 10 || /[。，；！？]/.test(line)) return undefined;
  // A whole date with its weekday leaves no doubt about the words beside it.
  const whole = DATE_ANYWHERE.test(line) && WEEKDAYS.test(line);
  if (
    rest.length > 0 &&
    !whole &&
    !MASTHEAD.test(rest) &&
    !PAPER_NAME.test(rest) &&
    !SPECIAL_NAME.test(rest) &&
    !/^[A-Z.a-z:]+$/.test(rest)
  )
    return undefined;
  const facts = factsOf(line, true);
  return { kind: facts.number === undefined ? 'date' : 'folio', ...facts };
}

function factsOf(line: string, numbered: boolean): Omit<FurnitureMatch, 'kind'> {
  const facts: { number?: string; name?: string; date?: string } = {};
  const date = isoDate(line);
  if (date) facts.date = date;
  if (!numbered) return facts;
  const undated = line.replace(DATE_ANYWHERE, '\u3000');
  const number =
    FOLIO_ANYWHERE.exec(undated) ??
    BARE_NUMBER.exec(
      undated.replace(
        /(?:今日|本期|共)[\s\u3000]*[0-9一二三四五六七八九十]+[\s\u3000]*大?版|第[\s\u3000]*\d+[\s\u3000]*[期号]|\d+[\s\u3000]*期/gu,
        '',
      ),
    );
  if (number) facts.number = number.groups!['number']!;
  const name = NAME_INSIDE.exec(undated);
  if (name?.[1] && facts.number !== undefined) facts.name = name[1].replace(/^版/, '');
  return facts;
}

const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** The date of a date line as `YYYY-MM-DD`, or nothing if there is no possible date in it. */
export function isoDate(line: string): string | undefined {
  const found = DATE_ANYWHERE.exec(line);
  if (!found) return undefined;
  const { year, month, day } = found.groups!;
  const y = numberOf(year!, true);
  const m = numberOf(month!, false);
  const d = numberOf(day!, false);
  if (y < 1800 || y > 2999 || m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** 二〇二二 read digit by digit; 十四 and 三十一 read as numerals. */
function numberOf(text: string, byDigit: boolean): number {
  const narrow = text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  if (/^\d+$/.test(narrow)) return Number(narrow);
  if (byDigit || !narrow.includes('十')) return Number([...narrow].map((c) => DIGITS[c] ?? c).join(''));
  const [tens = '', ones = ''] = narrow.split('十');
  return Number(tens === '' ? 1 : DIGITS[tens]) * 10 + Number(ones === '' ? 0 : DIGITS[ones]);
}
