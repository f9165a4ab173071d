import type { WordClasses } from '../../lexicons/wordClasses.ts';
import { part, pattern, patternWith } from '../../text/pattern.ts';
import { BLANK, BLANKS, DIGITS, HAN, HAN_DIGITS, HAN_NUMERALS, NUMERALS } from '../../text/patternParts.ts';
import { CHINESE_DATE, isoDate } from './dates.ts';

/** What a line of page furniture says about its page. */
export interface FurnitureMatch extends PageData {
  readonly kind: 'folio' | 'date' | 'staff' | 'imprint' | 'ad' | 'masthead' | 'contact' | 'other';
}

/** What furniture can say of a page. */
export interface PageData {
  /** Page number as printed. */
  readonly number?: string;
  /** Page name. */
  readonly name?: string;
  /** ISO date. */
  readonly date?: string;
}

/** Longest line of furniture. */
const LINE = 120;

const NUMBER = part`[A-Za-zＡ-Ｚ]{0,2}[${DIGITS}]{1,3}|[${HAN_NUMERALS}]{1,3}`;
const WEEKDAY = part`(?:星期|周|礼拜)[一二三四五六日天]`;
const ALMANAC = part`
  (?:农历|阴历|夏历)?${HAN}{2}年(?:闰)?${HAN}{1,2}月(?:初|十|廿|卅|二十|三十)?${HAN}{1,3}|
  (?:农历|阴历|夏历)${HAN}{2,14}|
  今日${HAN}{2}|
  ${HAN}{2}年${HAN}{2,8}
`;
const EDGES = '[ \\t\\u3000|｜/／·•,，、：:\\-—()（）\\[\\]【】]*';

const LETTER_FOLIO = /^[A-H]\d{1,2}$/;
const FOLIO = pattern`^${EDGES}(?:第)?(?<number>${NUMBER})${BLANK}*版${EDGES}(?<name>${HAN}{2,12})?${EDGES}$`;
const NAME_FOLIO = pattern`
  ^(?<name>${HAN}{2,10}?)${EDGES}(?:第)?(?<number>[A-Z]?[0-9]{1,2}|${NUMBER}(?=版|${BLANK}*版))(?:${BLANK}*版)?$
`;
const FOLIO_ANYWHERE = pattern`(?:^|[\s\u3000|｜])第?(?<number>${NUMBER})${BLANK}*版(?=$|[\s\u3000|｜（(：:])`;
const BARE_NUMBER = /(?:^|[\s\u3000|｜])(?<number>[A-Z]?0?\d{1,2})(?=$|[\s\u3000|｜])/u;
/** Numbers that are no page's: how many pages there are, and which issue it is. */
const OTHER_NUMBER = patternWith('gu')`
  (?:今日|本期|共)[\s\u3000]*[${NUMERALS}]+[\s\u3000]*大?版|
  第[\s\u3000]*\d+[\s\u3000]*[期号]|
  \d+[\s\u3000]*期
`;

const DATE_WORD = /[年周./．-]|星期|礼拜/u;
const DATE_ANYWHERE = pattern`${CHINESE_DATE}`;
const WEEKDAYS = pattern`${WEEKDAY}`;
/** What a line of dates, issue numbers and counts of pages holds where the date itself stands elsewhere. */
const ISSUE_LINE = patternWith('gu')`
  第[ \u3000]*[${DIGITS}]+[ \u3000]*[期号]|(?:农历|阴历|夏历)|今日[ \u3000]*[${NUMERALS}]+[ \u3000]*大?版
`;
/** 今日8版, 农历正月廿五 alone in their line. */
const COUNT_OR_ALMANAC = pattern`
  ^(?:
    (?:今日|本期|共)${BLANK}*[${NUMERALS}]{1,3}${BLANK}*大?(?:版|张)|
    (?:农历|阴历|夏历)(?:${HAN}{2}年)?闰?(?:[正${HAN_NUMERALS}冬腊]|十[一二])月(?:初|十|廿|三十|二十)${HAN}?
  )$
`;

const IMPRINT = pattern`
  (?:CN|ＣＮ)${BLANK}*(?:[${DIGITS}]{2})[-—－][${DIGITS}]{4}|
  国内统一(?:连续出版物|刊)号|邮发代号|国内统一刊号|国外代号|
  (?:主管|主办|出版)单位?[：:]|
  ${HAN}{2,10}(?:日报社|报社|报业集团|传媒集团)(?:主办|主管|出版|编辑出版)|
  ${HAN}{2,8}委员会机关报|机关报$|
  零售价?[：:]?[0-9每]|
  ^(?:地址|社址|本报地址|报社地址)[：:].{0,60}(?:邮编|邮政编码|电话|广告)|
  广告经营许可证|广告(?:发布|许可)登记|
  印刷[：:]|${HAN}{2,10}印刷(?:厂|有限公司|中心)(?:印刷|承印)|开印时间|
  ^总第${BLANK}*[0-9]+${BLANK}*期|^第${BLANK}*[0-9]+${BLANK}*期|
  版权所有|法律顾问[：:]|本报(?:常年)?法律顾问
`;
const AD = /^[（(【[■□●◆]?\s*(?:广告|公益广告|本版广告|分类广告|分类信息|·广告·|广[ \u3000]+告)\s*[）)】\]]?$/u;
const PAPER_NAME = pattern`^${HAN}{2,8}(?:报|周刊|导刊)$`;
/** The same as a masthead prints it, perhaps with blanks. */
const SPACED_PAPER_NAME = /^[\p{Script=Han} \u3000]{3,10}(?:报|周刊|导刊)$/u;
const LATIN_MASTHEAD = /^[A-Z][A-Z'.& ]{6,40}$/;
const LATIN_NEWS = /(?:RIBAO|WANBAO|DAILY|NEWS|TIMES|POST|HERALD|EXPRESS|BAO|WEEKLY|JOURNAL|EVENING)/;
/** Lines that fill a page's corners: the core values, public service advertising. */
const SLOGAN = pattern`
  ^(?:
    社会主义核心价值观|
    富强[\s·、]*民主[\s·、]*文明[\s·、]*和谐|
    自由[\s·、]*平等[\s·、]*公正[\s·、]*法治|
    爱国[\s·、]*敬业[\s·、]*诚信[\s·、]*友善|
    (?:讲文明[\s·、]*树新风|图说我们的价值观).{0,14}|
    .{0,12}公益广告.{0,6}
  )$
`;
/** The field for a story's column in an export by keys (专栏：, 引题：, 标题：), where the story has none. */
const EMPTY_COLUMN = /^专栏[：:]\s*$/u;
const SCAN = /^扫(?:一扫|码)?.{0,16}(?:二维码|关注|看视频|视频|公众号|客户端).{0,16}$/u;
const ACCOUNT = /^(?:微信|官方微博|客户端|数字报|抖音).{0,6}(?:二维码|公众号)?$/u;
const ADDRESS = /^(?:https?:\/\/|www\.)[\x21-\x7e]+$|^(?:E-?mail|邮箱|电子邮箱|投稿邮箱)[：:].{0,60}$/iu;

function patternsOf(words: WordClasses) {
  const name = part`${words.of('pageName')}`;
  const role = part`${words.of('staffRole')}`;
  const roleOnly = part`${words.of('staffRoleOnly')}`;
  const person = part`(?:${HAN}${BLANK}*){2,4}`;
  return {
    masthead: pattern`^${HAN}{2,8}?${words.of('mastheadEnding')}$`,
    noPaper: pattern`${words.of('noPaper')}$`,
    bareFolio: pattern`^(?<number>[A-Z]?[0-9]{1,2})${EDGES}(?<name>(?:${HAN}{0,4}${name}){1,2}(?:版|周刊|新闻)?)$`,
    pageName: pattern`${name}(?:版|周刊|新闻)?$`,
    onlyNames: pattern`^(?:${HAN}{0,2}${name}(?:版|周刊|新闻)?[ \t\u3000·•|｜/／-]*){1,3}$`,
    nameInside: pattern`(?:^|[\s\u3000|｜：:版])(${HAN}{0,6}${name})(?=$|[\s\u3000|｜])`,
    // All that a line of dates can hold.
    dateParts: patternWith('gu')`
      ${CHINESE_DATE}|${WEEKDAY}|${ALMANAC}|
      (?:今日|本期|共)${BLANK}*(?:[${NUMERALS}]+)${BLANK}*(?:大?版|张|个版)|
      (?:第|总第)${BLANK}*[${NUMERALS}${HAN_DIGITS}百千万]+${BLANK}*(?:期|号|版)|
      (?:总|年)?第?[0-9]+期|
      ${NUMBER}${BLANK}*版|
      [A-Z]?[0-9]{1,3}|
      ${name}|
      (?:零售价?|定价|每份)[：:]?${BLANK}*[0-9.]+元|
      (?:代号|邮发代号)[：:]?[0-9-]+|
      (?:广告|新闻|服务|发行|读者)?(?:热线|电话)[：:]?[0-9—－-]+|
      责任?编辑?.*$|(?:版式|美编|校对|编辑).*$|
      [\s\u3000|｜/／·•,，、：:()（）—-]+
    `,
    staff: pattern`
      ^${EDGES}[□■○●◎◇◆▲△☆★]?${BLANK}*
      (?:本版|本期|本刊|本报|今日|本周刊|版面|[${HAN_NUMERALS}]{1,2}版|第?[0-9]{1,2}版)?${BLANK}*
      (?:
        (?:${role}){1,3}${BLANK}*(?:[：:/／|｜□■]|[、]${role})|
        ${roleOnly}${BLANK}+${person}(?:$|[${BLANKS}、，,：:/／|｜□■])
      )
    `,
    staffGlued: pattern`
      ^(?:本版|本期)?(?:责任编辑|责编|责任校对|责校|美编|版式设计|版式|校对)${BLANK}*${person}(?:$|${BLANK}|[□■])
    `,
    // Several posts with names glued to them: 编辑张三 美编李四.
    staffGluedList: pattern`^(?:本版|本期)?(?:${roleOnly}(?:${HAN}${BLANK}?){2,4}(?:${BLANK}+|$)){2,}$`,
    // Several posts with names, whatever the first one is.
    staffList: patternWith('gu')`(?:^|[ \t\u3000|｜□■/／])(?:本版)?${role}[ \t\u3000：:/／|｜□■]`,
    // A1 要闻 责编：…: a folio with who made the page.
    pageAndStaff: pattern`
      ^(?:第)?(?:[A-Z]?[0-9]{1,2}|[${HAN_NUMERALS}]{1,3})版?${BLANK}+${HAN}{2,8}${BLANK}+
      .{0,20}?${role}${BLANK}*[：:/／]
    `,
    // What every imprint line holds; a search for these words costs a tenth of one for the forms.
    imprintWord: pattern`${words.of('imprintWord')}|第[ \t\u3000]*[0-9]`,
    contact: patternWith('iu')`
      ^(?:本报)?${words.of('contactPurpose')}?${words.of('contactWay')}(?:电话)?[：:\s].{0,80}$
    `,
  };
}

type Find = (line: string) => FurnitureMatch | undefined;

/** Reads the furniture of pages: folios, date lines, staff lines, imprints, ad marks, mastheads, hotlines. */
export class Furniture {
  readonly #patterns: ReturnType<typeof patternsOf>;
  /** What is looked for, in this order. */
  readonly #finders: readonly Find[] = [
    (line) => this.#filler(line),
    (line) => this.#folio(line),
    (line) => this.#staff(line),
    (line) => this.#dateLine(line),
    (line) => this.#imprint(line),
    (line) => (this.#isContact(line) ? { kind: 'contact' } : undefined),
    (line) => (this.#isMasthead(line) ? { kind: 'masthead' } : undefined),
  ];

  constructor(words: WordClasses) {
    this.#patterns = patternsOf(words);
  }

  /** What a line of furniture says; nothing for other lines. */
  find(line: string): FurnitureMatch | undefined {
    if (line.length > LINE) return undefined;
    for (const find of this.#finders) {
      const found = find(line);
      if (found) return found;
    }
    return undefined;
  }

  /** Whether a line is nothing but a page's name: 要闻, 城事; furniture where a folio stands beside it. */
  isPageName(line: string): boolean {
    return line.length <= 12 && this.#patterns.onlyNames.test(line);
  }

  /**
   * Whether a line beside furniture is a paper's name without a usual ending; on the file's `first` line also one
   * that ends like another word.
   */
  isPaperName(line: string, first: boolean): boolean {
    return SPACED_PAPER_NAME.test(line) && (first || !this.#patterns.noPaper.test(line));
  }

  #filler(line: string): FurnitureMatch | undefined {
    if (AD.test(line)) return { kind: 'ad' };
    if (EMPTY_COLUMN.test(line)) return { kind: 'masthead' };
    if (SLOGAN.test(line)) return { kind: 'ad' };
    return COUNT_OR_ALMANAC.test(line) ? { kind: 'date' } : undefined;
  }

  #folio(line: string): FurnitureMatch | undefined {
    if (line.length > 30) return undefined;
    if (LETTER_FOLIO.test(line)) return { kind: 'folio', number: line };
    const found = FOLIO.exec(line) ?? this.#patterns.bareFolio.exec(line) ?? this.#nameFolio(line);
    return found && { kind: 'folio', ...folioData(found.groups!) };
  }

  /** 要闻 2, 要闻·第二版: the name before the number. */
  #nameFolio(line: string): RegExpExecArray | undefined {
    const found = NAME_FOLIO.exec(line);
    if (!found) return undefined;
    const name = found.groups!['name']!;
    if (!this.#patterns.pageName.test(name) && !line.endsWith('版')) return undefined;
    return name.endsWith('第') || /[转接见]/.test(line) ? undefined : found;
  }

  #staff(line: string): FurnitureMatch | undefined {
    const { pageAndStaff, staff, staffGlued, staffGluedList, staffList } = this.#patterns;
    if (pageAndStaff.test(line)) return { kind: 'folio', ...this.#numberedData(line) };
    const found =
      staff.test(line) ||
      staffGlued.test(line) ||
      staffGluedList.test(line) ||
      (line.length <= 60 && (line.match(staffList)?.length ?? 0) >= 2);
    return found ? { kind: 'staff', ...this.#numberedData(line) } : undefined;
  }

  #dateLine(line: string): FurnitureMatch | undefined {
    if (!isDated(line)) return undefined;
    const rest = line.replace(this.#patterns.dateParts, '');
    if (rest.length > 10 || /[。，；！？]/.test(line)) return undefined;
    // A whole date with its weekday leaves no doubt about the words beside it.
    const whole = DATE_ANYWHERE.test(line) && WEEKDAYS.test(line);
    if (rest.length > 0 && !whole && !this.#standsBesideDate(rest)) return undefined;
    const data = this.#numberedData(line);
    return { kind: data.number === undefined ? 'date' : 'folio', ...data };
  }

  /** What a date line can hold beside its date: the paper's or the page's name, a site. */
  #standsBesideDate(rest: string): boolean {
    return (
      this.#patterns.masthead.test(withoutBlanks(rest)) ||
      PAPER_NAME.test(rest) ||
      this.#patterns.pageName.test(rest) ||
      /^[A-Z.a-z:]+$/.test(rest)
    );
  }

  #imprint(line: string): FurnitureMatch | undefined {
    const found = this.#patterns.imprintWord.test(line) && IMPRINT.test(line) && !/[。！？]/.test(line.slice(0, -1));
    return found ? { kind: 'imprint', ...dateData(line) } : undefined;
  }

  #isMasthead(line: string): boolean {
    const name = withoutBlanks(line);
    if (name.length <= 8 && this.#patterns.masthead.test(name)) return true;
    return LATIN_MASTHEAD.test(line) && LATIN_NEWS.test(line.replace(/ /g, ''));
  }

  #isContact(line: string): boolean {
    return this.#patterns.contact.test(line) || ADDRESS.test(line) || SCAN.test(line) || ACCOUNT.test(line);
  }

  /** The date, page number and page name that a line holds. */
  #numberedData(line: string): PageData {
    const undated = line.replace(DATE_ANYWHERE, '\u3000');
    const number = FOLIO_ANYWHERE.exec(undated) ?? BARE_NUMBER.exec(undated.replace(OTHER_NUMBER, ''));
    if (!number) return dateData(line);
    const name = this.#patterns.nameInside.exec(undated)?.[1]?.replace(/^版/, '');
    return { ...dateData(line), ...folioData({ number: number.groups!['number']!, name }) };
  }
}

/** Whether a line holds a date, or two of what stands beside one; most lines hold no word of a date. */
function isDated(line: string): boolean {
  return (DATE_WORD.test(line) && holdsDate(line)) || (line.match(ISSUE_LINE)?.length ?? 0) >= 2;
}

function holdsDate(line: string): boolean {
  return DATE_ANYWHERE.test(line) || (WEEKDAYS.test(line) && /年|月|版/.test(line));
}

/** A masthead sets a blank between any two characters. */
function withoutBlanks(line: string): string {
  return line.replace(/\s+/g, '');
}

function dateData(line: string): PageData {
  const date = isoDate(line);
  return date === undefined ? {} : { date };
}

function folioData({ number, name }: { number?: string | undefined; name?: string | undefined }): PageData {
  return { ...(number !== undefined && { number }), ...(name && { name }) };
}
