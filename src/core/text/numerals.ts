import { patternWith } from './pattern.ts';
import { HAN_DIGITS } from './patternParts.ts';

const DIGIT = patternWith('gu')`[０-９${HAN_DIGITS}]`;

/** What the digits from 0 to 9 are written with. */
const WRITTEN: readonly string[] = ['〇○零', ...'一二三四五六七八九'];

/** Each digit of a text as 0 to 9: 二〇２２ gives 2022; 十 and all else stay. */
export function digitsOf(text: string): string {
  return text.replace(DIGIT, (character) => {
    const digit = WRITTEN.findIndex((written) => written.includes(character));
    return digit >= 0 ? String(digit) : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
}

/** The number up to 99 that digits or numerals write: 14, 十四, 三十一, 〇二; NaN for other text. */
export function numberOf(text: string): number {
  const digits = digitsOf(text);
  if (!digits.includes('十')) return Number(digits);
  const [tens = '', ones = ''] = digits.split('十');
  return Number(tens === '' ? 1 : tens) * 10 + Number(ones);
}
