import { digitsOf, numberOf } from '../../text/numerals.ts';
import { part, pattern } from '../../text/pattern.ts';
import { DIGITS, HAN_DIGITS, NUMERALS } from '../../text/patternParts.ts';

/** For patterns, a whole date as papers print it, with groups for its parts: 2022年8月10日, 二〇二二年八月十日, 2022-08-10. */
export const CHINESE_DATE = part`
  (?<year>[${DIGITS}${HAN_DIGITS}]{4})(?:年|[-/.．])
  (?<month>[${NUMERALS}${HAN_DIGITS}]{1,3})(?:月|[-/.．])
  (?<day>[${NUMERALS}${HAN_DIGITS}]{1,3})日?
`;

const DATE = pattern`${CHINESE_DATE}`;

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
