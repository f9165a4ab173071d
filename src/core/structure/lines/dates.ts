import { part, pattern, patternWith } from '../../text/pattern.ts';
import { DIGITS, HAN_DIGITS, NUMERALS } from '../../text/patternParts.ts';

/** For patterns, a whole date as papers print it, with groups for its parts: 2022年8月10日, 二〇二二年八月十日, 2022-08-10. */
export const CHINESE_DATE = part`
  (?<year>[${DIGITS}${HAN_DIGITS}]{4})(?:年|[-/.．])
  (?<month>[${NUMERALS}${HAN_DIGITS}]{1,3})(?:月|[-/.．])
  (?<day>[${NUMERALS}${HAN_DIGITS}]{1,3})日?
`;

const DATE = pattern`${CHINESE_DATE}`;

const HAN_DIGIT = patternWith('gu')`[０-９${HAN_DIGITS}]`;

/** What stands for the digits from 0 to 9. */
const WRITTEN: readonly string[] = ['〇○零', ...'一二三四五六七八九'];

/** The first date in a line as `YYYY-MM-DD`, or nothing if there is no possible one. */
export function isoDate(line: string): string | undefined {
  const found = DATE.exec(line);
  if (!found) return undefined;
  const { year, month, day } = found.groups!;
  const y = Number(digitsOf(year!));
  const m = numberOf(month!);
  const d = numberOf(day!);
  const possible = y >= 1800 && y <= 2999 && m >= 1 && m <= 12 && d >= 1 && d <= 31;
  return possible ? `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` : undefined;
}

/** 十四 and 三十一 read as numerals; 〇二 digit by digit. */
function numberOf(text: string): number {
  const digits = digitsOf(text);
  if (!digits.includes('十')) return Number(digits);
  const [tens = '', ones = ''] = digits.split('十');
  return Number(tens === '' ? 1 : tens) * 10 + Number(ones);
}

/** Each character as the digit that it stands for; 十 and what is none stay. */
function digitsOf(text: string): string {
  return text.replace(HAN_DIGIT, (character) => {
    const digit = WRITTEN.findIndex((written) => written.includes(character));
    return digit >= 0 ? String(digit) : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
}
