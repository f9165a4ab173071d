import type { Span } from '../../text/span.ts';
import type { Article, Continuation, Issue, Page } from '../issue.ts';

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

/** Where a continuation leads. */
export interface Counterpart {
  readonly article: Article;
  /** The marker at the other end, if there is one. */
  readonly continuation?: Continuation;
}

/** One part of a story: its article, the text that holds it, and the page it stands on, if that is known. */
export interface StoryPart {
  readonly text: string;
  readonly article: Article;
  readonly page?: string | undefined;
}

/**
 * The other part of a story that a marker leads to, within the file: on the page that the marker
 * names, preferring an article with a marker back and one that shares words of the headline.
 */
export function findCounterpart(issue: Issue, continuation: Continuation): Counterpart | undefined {
  const here = issue.articles.find(({ first, last }) => first <= continuation.line && continuation.line <= last);
  if (!here) return undefined;
  const home = issue.pages.find((page) => page.articles.includes(here));
  const meant = pagesMeant(continuation.page, home?.number);
  const numbered = issue.pages.filter(({ number }) => number !== undefined && meant.includes(normalPage(number)));
  const places: readonly Page[] =
    numbered.length > 0 ? numbered : issue.pages.filter((page) => page.number === undefined && page !== home);
  const candidates = places.flatMap((page) => page.articles).filter((article) => article !== here);
  return bestCounterpart({ text: issue.text, article: here, page: home?.number }, continuation, issue.text, candidates);
}

/** The likeliest of the articles of a text to be what a marker leads to; none where nothing speaks for any. */
export function bestCounterpart(
  here: StoryPart,
  { direction }: Continuation,
  text: string,
  candidates: readonly Article[],
): Counterpart | undefined {
  if (candidates.length === 0) return undefined;
  let best: { score: number; counterpart: Counterpart } | undefined;
  const words = headWords(here);
  for (const article of candidates) {
    const back = article.continuations.find(
      (other) => other.direction !== direction && (here.page === undefined || samePage(other.page, here.page)),
    );
    const score = (back ? 2 : 0) + share(words, headWords({ text, article })) * 3;
    if (score < 1 || (best && score <= best.score)) continue;
    best = { score, counterpart: back ? { article, continuation: back } : { article } };
  }
  return best?.counterpart;
}

/** Whether two ways of naming a page can mean the same one: 第三版 can be A3. */
function samePage(a: string, b: string): boolean {
  const [one, other] = [normalPage(a), normalPage(b)];
  return (
    one === other || (/^\d+$/.test(one) !== /^\d+$/.test(other) && /\d+/.exec(one)?.[0] === /\d+/.exec(other)?.[0])
  );
}

/** The words of two characters in the head lines of an article. */
function headWords({ text, article }: Pick<StoryPart, 'text' | 'article'>): ReadonlySet<string> {
  const pairs = new Set<string>();
  const head = text
    .slice(article.span.start, article.paragraphs[0]?.pieces[0]?.start ?? article.span.end)
    .slice(0, 300);
  for (const source of [article.title, head]) {
    for (const run of source.match(/[\p{Script=Han}\w]+/gu) ?? []) {
      for (let i = 0; i + 2 <= run.length; i++) pairs.add(run.slice(i, i + 2));
    }
  }
  return pairs;
}

/** The share of the smaller set that the other has too, 0 to 1. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared / small.size;
}
