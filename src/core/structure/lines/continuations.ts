import type { Span } from '../../text/span.ts';

/** A 下转 or 上接 marker in one line; offsets are those of the line's text. */
export interface ContinuationMatch extends Span {
  readonly direction: 'to' | 'from';
  readonly page: string;
}

const PAGE_NUMBER = '(?<page>[A-Za-zＡ-Ｚ]{0,2}[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}[A-Z])';
const BLANK = '[ \\t\\u3000]*';
const MARKER = new RegExp(
  `[（(【〔\\[［〈《▲▼◀▶►←→]?${BLANK}(?:本文|文章|全文)?(?<verb>下转|紧接|上接|转接|续接|接上|接|续见|后接|转)${BLANK}(?:今日|本报|同日)?${BLANK}第?${BLANK}${PAGE_NUMBER}${BLANK}(?:版(?!本|权|面|式|画|块|税)|[·.、]?(?:要闻|综合)版)(?:${BLANK}[·,，\\u4e00-\\u9fff]{0,4})?${BLANK}[）)】〕\\]］〉》▲▼◀▶►←→]?`,
  'gu',
);
const LOOSE_VERBS = new Set(['转', '接', '续见']);
const OPEN_MARK = /^[（(【〔[［〈《▲▼◀▶►←→]/;
const CLOSE_MARK = /[）)】〕\]］〉》▲▼◀▶►←→]$/;

/** How far from a line's start or end a marker can stand. */
const EDGE = 60;

/**
 * The markers of a line: at its start (上接), at its end, or alone. 转 and 接 without 下 or 上 count
 * only in brackets or as the whole line, and the word 版 is needed: 双向转诊 and 第…页 are none.
 */
export function findContinuations(text: string): ContinuationMatch[] {
  if (text.length <= 2 * EDGE) return inPart(text, 0);
  return [...inPart(text.slice(0, EDGE), 0), ...inPart(text.slice(-EDGE), text.length - EDGE)];
}

function inPart(part: string, shift: number): ContinuationMatch[] {
  if (!/[转接续]/.test(part)) return [];
  const found: ContinuationMatch[] = [];
  for (const match of part.matchAll(MARKER)) {
    const verb = match.groups!['verb']!;
    const page = match.groups!['page']!;
    const bracketed = OPEN_MARK.test(match[0]) && CLOSE_MARK.test(match[0]);
    const alone = part.trim() === match[0].trim();
    if (LOOSE_VERBS.has(verb) && !bracketed && !alone) continue;
    if (verb === '转接' && !bracketed && !alone) continue;
    const text = match[0].trimEnd();
    found.push({
      start: shift + match.index,
      end: shift + match.index + text.length,
      direction:
        verb === '上接' ||
        verb === '接上' ||
        verb === '接' ||
        (verb === '紧接' && shift === 0 && match.index === 0 && !alone)
          ? 'from'
          : 'to',
      page,
    });
  }
  return found;
}

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/g;
const NUMERALS = '零一二三四五六七八九';

/** A page's number in one form for comparing: 三, 03 and 3 are 3; A03 is A3. */
export function normalPage(page: string): string {
  const narrow = page.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).toUpperCase();
  const found = /^([A-Z]*)0*(\d+)([A-Z]*)$/.exec(narrow);
  if (found) return `${found[1]}${found[2]}${found[3]}`;
  const [tens, ones] = narrow.includes('十') ? narrow.split('十') : ['', narrow];
  const value = (digit: string | undefined, empty: number): number => (digit ? NUMERALS.indexOf(digit) : empty);
  if (narrow.includes('十')) return String(value(tens, 1) * 10 + value(ones, 0));
  return narrow.length === 1 && NUMERALS.includes(narrow) ? String(NUMERALS.indexOf(narrow)) : narrow;
}

/** The pages that a marker can mean, likeliest first: in section A 第三版 is A3, and A3 is the third file of a paper that numbers 01 to 16. */
export function pagesMeant(page: string, home: string | undefined): string[] {
  const wanted = normalPage(page);
  const section = /^[A-Z]+(?=\d)/.exec(home === undefined ? '' : normalPage(home))?.[0];
  if (/^\d+$/.test(wanted)) return section === undefined ? [wanted] : [`${section}${wanted}`, wanted];
  return section === undefined && /^A\d/.test(wanted) ? [wanted, wanted.slice(1)] : [wanted];
}
