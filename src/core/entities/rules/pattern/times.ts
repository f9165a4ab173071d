import { CharSet } from '../../../text/charSet.ts';
import type { Candidate } from '../../candidate.ts';

const DIGIT = '[0-9０-９]';
const HAN_NUMBER = '[〇○零一二三四五六七八九十廿卅]';
const YEAR = `(?:${DIGIT}{4}|${DIGIT}{2}|[〇○零一二三四五六七八九]{4}|今|去|前|明|后|本|当|同)年`;
const MONTH = `(?:${DIGIT}{1,2}|${HAN_NUMBER}{1,3}|正|腊|冬|本|上|下|当|次)月(?:份|初|中旬|上旬|下旬|底|末)?`;
const DAY = `(?:${DIGIT}{1,2}|${HAN_NUMBER}{1,4})[日号]`;
const PART = '(?:凌晨|清晨|早晨|早上|上午|中午|正午|下午|傍晚|晚上|晚间|午夜|深夜|夜间|晚|晨|早)';
const CLOCK = `(?:${DIGIT}{1,2}[:：]${DIGIT}{2}(?:[:：]${DIGIT}{2})?|(?:${DIGIT}{1,2}|${HAN_NUMBER}{1,3})(?:时|点(?:钟)?)(?:(?:${DIGIT}{1,2}|${HAN_NUMBER}{1,3})分|半|整|许|一刻|三刻)?(?:${DIGIT}{1,2}秒)?)`;
const WEEKDAY = '(?:星期|周|礼拜)[一二三四五六日天末]';
const RANGE = '[-—–~～至到]{1,2}';
const LUNAR = `农历(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?(?:闰?(?:正|腊|冬|${HAN_NUMBER}{1,2})月)?(?:初${HAN_NUMBER}|${HAN_NUMBER}{1,3})?`;
const RELATIVE =
  '(?:今天|昨天|前天|明天|后天|今日|昨日|前日|明日|次日|翌日|当日|当天|今晨|昨晚|今晚|当晚|昨夜|今早|近日|日前|近期|目前|今年|去年|前年|明年|后年|本月|上月|下月|本周|上周|下周|上半年|下半年|年初|年底|年末|月初|月底)';
const QUARTER =
  '(?:第?[一二三四1-4]季度|[一二三四]季度|上半年|下半年|年初|年底|年末|春节|清明节?|端午节?|中秋节?|国庆节?|元旦|除夕|元宵节?|春季|夏季|秋季|冬季|春天|夏天|秋天|冬天)';
const ERA = `(?:${DIGIT}{2,4}|[一二三四五六七八九]十|[〇○零一二三四五六七八九十]{1,4})年代(?:初|中期|末|初期|末期|后期|以来)?|(?:${DIGIT}{1,2}|${HAN_NUMBER}{1,3})世纪(?:初|中叶|末|以来)?`;

const DATE = `(?:${YEAR}(?:${MONTH}(?:${DAY})?|${QUARTER})?|${MONTH}(?:${DAY})?|${DAY})`;
const POINT = `(?:${LUNAR}|${DATE}|${RELATIVE}|${WEEKDAY})(?:[（(]?${WEEKDAY}[）)]?)?(?:${PART})?(?:${CLOCK})?|${PART}?${CLOCK}|${ERA}`;
const TIME = `(?:${POINT})(?:${RANGE}(?:${POINT}|${DIGIT}{1,2}[日时点]))?`;
/** What a time begins with. */
const FIRST = new CharSet(
  '0123456789０１２３４５６７８９〇○零一二三四五六七八九十廿卅今去前明后本当同正腊冬上下次农昨翌近日目年月星周礼第春清端中国元除夏秋凌早傍晚午深夜',
);
/** A bare day, month or clock time needs digits beside a word of its own: not the 五月 of a name or a 一点 of 有一点. */
const TOO_VAGUE =
  /^(?:本|当|同|上|下|次)?[一二三四五六七八九十]?[日点时]$|^农历$|^[一二三四五六七八九十]{1,3}点(?:钟)?$|^[0-9０-９]{1,2}[号点]$/;

/** Finds dates, weekdays, clock times, ranges of them and relative days. */
export class TimeReader {
  /** Its own, since it holds the place where it looks; to make one for each text costs ten times the search. */
  readonly #time = new RegExp(TIME, 'y');

  /** The times of a text in order. */
  find(text: string): Candidate[] {
    const found: Candidate[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!FIRST.has(text.charCodeAt(at))) continue;
      this.#time.lastIndex = at;
      const value = this.#time.exec(text)?.[0] ?? '';
      if (value === '') continue;
      const end = at + value.length;
      if (!TOO_VAGUE.test(value) && !/[0-9０-９.．]/.test(text[at - 1] ?? ''))
        found.push({ type: 'time', start: at, end, confidence: 0.9, evidence: [{ kind: 'pattern' }] });
      at = end - 1;
    }
    return found;
  }
}
