import { part, pattern } from '../../text/pattern.ts';
import { BLANK, CIRCLED, DIGITS, HAN, HAN_DIGITS, HAN_NUMERALS, NUMERALS } from '../../text/patternParts.ts';

/** What a line can be, judged by its own letters alone and no list of words. */

/** Whether a line is a table's: several groups set apart by tabs or wide gaps, or mostly figures. */
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

const CAPTION = pattern`
  (?:^|[。！？，、；：”）)（(\s\u3000])(?:本版|本报|题|附|组|压题)?
  (?:
    图[${CIRCLED}${NUMERALS}]{1,3}|图[${CIRCLED}]?[为：:]|[左右上下前后中]{1,2}[图]|图片[为：:]|
    题图|题照|照片为|图是|图中|图即|图组|大图|小图|主图|压题照片|资料片
  )
`;
const PHOTO_SIDE = '(?:左|右|前|后)?(?:中|左|右|前|后|上|下)';
const PHOTO_PLACE = `[左右][起数]?第?[${NUMERALS}]`;
/** （右三）, （前排左二、左三）, （后排着白衣者）: where on the photo somebody stands. */
const CAPTION_POSITION = pattern`
  [（(](?:前排|后排|前|后|图)?(?:${PHOTO_SIDE}|${PHOTO_PLACE})
  (?:[、和](?:中|[左右]第?[${NUMERALS}]?))*(?:着.{1,4}者|图|者)?[）)]
`;

/** Whether a paragraph speaks of its photo: 图为…, 左图, （右三）. Looks at its first and last part. */
export function isCaption(text: string): boolean {
  const looked = text.length > 600 ? `${text.slice(0, 300)}\n${text.slice(-300)}` : text;
  if (/^[▶►◀◁▷▼]/u.test(looked) && looked.length <= 400) return true;
  if (looked.length <= 400 && CAPTION_POSITION.test(looked)) return true;
  return CAPTION.test(looked);
}

const NAMED_TURN = pattern`
  ^(?:[问答问题]|Q|A|记者|本报|本报记者|主持人|嘉宾|编辑|晚报|日报|新华社记者|${HAN}{2,6})${BLANK}*(?:\d{0,2})[：:]
`;

/** A turn of an interview: 问：, 答：, 记者：, 本报：, 张某某：. */
export function isTurn(text: string): boolean {
  return /^(?:问|答|Q|A|记者|本报|本报记者|主持人)[0-9]{0,2}[ \u3000]*[：:]/u.test(text);
}

/** A turn by anybody's name; only where the turns of an interview go on. */
export function isNamedTurn(text: string): boolean {
  return NAMED_TURN.test(text.slice(0, 12));
}

/** The mark with which a brief or list item opens, if it does. */
export function itemMark(text: string): string | undefined {
  return /^[●■▲◆★☆◎○□△▶►➤⊙※✦◇▼►]/u.exec(text)?.[0];
}

const NUMBERED = pattern`
  ^(?:
    [${HAN_NUMERALS}]{1,3}[、.．]|[（(][${NUMERALS}]{1,3}[）)]|[${DIGITS}]{1,2}[、.．)）](?![0-9])|
    [${CIRCLED}]|第[${HAN_NUMERALS}]+[章节条部][ \u3000]
  )
`;
/** A section's number standing alone. */
const NUMERAL_ALONE = pattern`^[（(]?(?:[${HAN_NUMERALS}]{1,3}|[${DIGITS}]{1,2})[）)]?$`;

/** Whether a line opens with a number of its own: 一、, （二）, 3., ①. */
export function isNumbered(text: string): boolean {
  return NUMBERED.test(text);
}

/** Whether a line is nothing but the number of a section: 二, （3）. */
export function isNumeral(text: string): boolean {
  return NUMERAL_ALONE.test(text);
}

const PAGE_REFERENCE = pattern`
  (?:[（(【[]|[>＞▶►→…·.\s\u3000]{1,8}|详见|见|刊|导读)
  [第]?(?:[A-Z]?[${DIGITS}]{1,2}|[${HAN_NUMERALS}]{1,3})[-—、~～至]?(?:[A-Z]?\d{1,2})?版?[）)】\]]?$
`;

/** A line of a guide to the issue: a headline with the page where it stands (第3版, A5, ▶04版). */
export function hasPageReference(text: string): boolean {
  return (
    text.length <= 60 &&
    /版[）)】\]]?$|[A-H]\d{1,2}[）)】\]]?$/u.test(text) &&
    PAGE_REFERENCE.test(text.slice(-16)) &&
    !/[转接]/.test(text.slice(-12))
  );
}

const DAY_NUMBER = part`[ \u3000]*[${NUMERALS}]{1,3}[ \u3000]*`;
const SIGNED_DATE = pattern`
  ^[（(]?[${DIGITS}${HAN_DIGITS}]{4}年${DAY_NUMBER}月${DAY_NUMBER}日[）)]?$
`;

/** Whether a text closes with a note about its author: （作者单位：…）, （作者系…）. */
export function hasAuthorNote(text: string): boolean {
  return /[（(](?:本文)?作者(?:系|为|单位|是|简介|[：:])[^（(]{1,70}[）)]$/u.test(text.slice(-80));
}

/** A line that holds a date and nothing else, as under a notice or a speech. */
export function isSignedDate(text: string): boolean {
  return text.length <= 24 && SIGNED_DATE.test(text);
}

const CLOSED_STOP = /[。！？!?…；：;:][”’』」》）)】\]]*$|[。！？…][”’』」》）)】\]]*[（(【〔][^（(]{0,8}$|—$/u;
/** An author or agency in brackets after the last stop. */
const FINAL_BRACKET = /[。！？…”][”’]*[ \u3000]*[（(【〔[][^（(】〕)）]{1,56}[）)】〕\]]$/u;

/** Whether a line of running text ends where a sentence can: 。！？…；： and closing marks. */
export function isFinished(text: string): boolean {
  return CLOSED_STOP.test(text.slice(-8)) || FINAL_BRACKET.test(text.slice(-64));
}
