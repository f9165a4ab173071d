/** Pieces that patterns over Chinese text share, for the flag `u`. Those whose names end in S go inside of `[…]`. */

/** A Han character, the circle 〇 of numerals included. */
export const HAN = '[\\p{Script=Han}〇]';

/** Blanks of any width inside a line. */
export const BLANKS = ' \\t\\u3000\\u00a0\\u2002\\u2003';

/** A blank of any width inside a line. */
export const BLANK = `[${BLANKS}]`;

/** Digits of either width. */
export const DIGITS = '0-9０-９';

/** The numerals from nought to nine, which years are written with: 二〇二二. */
export const HAN_DIGITS = '〇○零一二三四五六七八九';

/** The numerals from one to ten. */
export const HAN_NUMERALS = '一二三四五六七八九十';

/** Numbers in circles. */
export const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';

/** What a number in running text is written with: 12, １２, 十二. */
export const NUMERALS = `${DIGITS}${HAN_NUMERALS}`;

/** What levels of administration are called by: 省, 市, 县. */
export const LEVELS = '省市县区州旗盟乡镇村';

/** What stands before a level in the place of a name: 我市, 全县, 该镇. */
export const DETERMINERS = '我全本该';
