/** Pieces that patterns over Chinese text share, for the flag `u`. Those whose names end in S go inside of `[…]`. */

/** A Han character, the circle 〇 of numerals included. */
export const HAN = '[\\p{Script=Han}〇]';

/** Blanks of any width inside a line. */
export const BLANKS = ' \\t\\u3000\\u00a0\\u2002\\u2003';

/** A blank of any width inside a line. */
export const BLANK = `[${BLANKS}]`;

/** Digits of either width. */
export const DIGITS = '0-9０-９';

/** The numerals from one to ten. */
export const HAN_NUMERALS = '一二三四五六七八九十';

/** What a number in running text is written with: 12, １２, 十二. */
export const NUMERALS = `${DIGITS}${HAN_NUMERALS}`;
