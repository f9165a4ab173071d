import { numberOf } from '../../text/numerals.ts';
import { patternWith } from '../../text/pattern.ts';
import { DIGITS, HAN_NUMERALS } from '../../text/patternParts.ts';
import type { Span } from '../../text/span.ts';

/** A 下转 or 上接 marker in one line; offsets are those of the line's text. */
export interface ContinuationMatch extends Span {
  readonly direction: 'to' | 'from';
  readonly page: string;
}

const MARKS = '▲▼◀▶►←→';
const BLANKS = '[ \\t\\u3000]*';
const MARKER = patternWith('gu')`
  [（(【〔\[［〈《${MARKS}]?${BLANKS}(?:本文|文章|全文)?
  (?<verb>下转|紧接|上接|转接|续接|接上|接|续见|后接|转)${BLANKS}(?:今日|本报|同日)?${BLANKS}第?${BLANKS}
  (?<page>[A-Za-zＡ-Ｚ]{0,2}[${DIGITS}]{1,3}|[${HAN_NUMERALS}]{1,3}|[${DIGITS}]{1,2}[A-Z])${BLANKS}
  (?:版(?!本|权|面|式|画|块|税)|[·.、]?(?:要闻|综合)版)(?:${BLANKS}[·,，\u4e00-\u9fff]{0,4})?
  ${BLANKS}[）)】〕\]］〉》${MARKS}]?
`;
/** Verbs that are a marker's only in brackets or alone in their line. */
const LOOSE_VERBS: ReadonlySet<string> = new Set(['转', '接', '续见', '转接']);
const FROM_VERBS: ReadonlySet<string> = new Set(['上接', '接上', '接']);
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

/** The markers of a part of a line that starts at `shift`. */
function inPart(part: string, shift: number): ContinuationMatch[] {
  if (!/[转接续]/.test(part)) return [];
  const found: ContinuationMatch[] = [];
  for (const { 0: marker, index, groups } of part.matchAll(MARKER)) {
    const verb = groups!['verb']!;
    const alone = part.trim() === marker.trim();
    const bracketed = OPEN_MARK.test(marker) && CLOSE_MARK.test(marker);
    if (LOOSE_VERBS.has(verb) && !bracketed && !alone) continue;
    const start = shift + index;
    // 紧接 goes on in either direction: what opens a text comes from elsewhere.
    const from = FROM_VERBS.has(verb) || (verb === '紧接' && start === 0 && !alone);
    found.push({
      start,
      end: start + marker.trimEnd().length,
      direction: from ? 'from' : 'to',
      page: groups!['page']!,
    });
  }
  return found;
}

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/g;
const NUMBERED = /^([A-Z]*)0*(\d+)([A-Z]*)$/;
/** One numeral, or numerals with a ten. */
const NUMERAL = /^(?:[零一二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)$/;

/** A page's number in one form for comparing: 三, 03 and 3 are 3; A03 is A3. */
export function normalPage(page: string): string {
  const narrow = page.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).toUpperCase();
  const [, letters, digits, behind] = NUMBERED.exec(narrow) ?? [];
  if (digits !== undefined) return `${letters}${digits}${behind}`;
  return NUMERAL.test(narrow) ? String(numberOf(narrow)) : narrow;
}

/**
 * The pages that a marker can mean, likeliest first: in section A 第三版 is A3, and A3 is the third file of a paper
 * that numbers 01 to 16.
 */
export function pagesMeant(page: string, home: string | undefined): string[] {
  const wanted = normalPage(page);
  const section = /^[A-Z]+(?=\d)/.exec(home === undefined ? '' : normalPage(home))?.[0];
  if (/^\d+$/.test(wanted)) return section === undefined ? [wanted] : [`${section}${wanted}`, wanted];
  return section === undefined && /^A\d/.test(wanted) ? [wanted, wanted.slice(1)] : [wanted];
}
