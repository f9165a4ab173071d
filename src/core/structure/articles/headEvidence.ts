import { pattern } from '../../text/pattern.ts';
import { DIGITS } from '../../text/patternParts.ts';
import type { ColumnWords } from '../lines/columnWords.ts';
import { isHeadShape, type FeaturedUnit } from '../lines/features.ts';
import type { ArticleDraft } from './articleDraft.ts';
import { weigh } from './weights.ts';

/** Head lines between two texts, with all that stands around them. */
export interface HeadPlace {
  readonly units: readonly FeaturedUnit[];
  /** The head lines are `units[start]` to `units[end - 1]`. */
  readonly start: number;
  readonly end: number;
  /** Whether furniture or the page's end stands before index `i`. */
  readonly endsAt: (i: number) => boolean;
  /** The number of blank lines that usually stands between two lines. */
  readonly usualGap: number;
  readonly columns: ColumnWords;
}

/** How far a line of the same form is looked for. */
const NEAR = 12;

const NEWS_OPENING = pattern`
  ^(?:[${DIGITS}]{1,2}月[${DIGITS}]{1,2}日|日前|近日|昨日|昨天|今日|今天|昨晚|记者从|记者昨)
`;
const PICTURE_TITLE = /[（(](?:附?图片|组图|图|照片|漫画|附图)[^（(）)]{0,6}[）)]$|^图片新闻/u;
/** What heads the results below a report of the games. */
const RESULTS = /^[\p{Script=Han}]{0,4}(?:成绩|赛果|比分|积分榜|排名|名次|赛程|结果|阵容)$/u;

/**
 * Weighs whether head lines without a byline or dateline of their own open an article (above 0) or
 * stand inside `open` as subheads (below 0): what ended before, how the lines look, what follows.
 */
export function headEvidence(place: HeadPlace, open: ArticleDraft): number {
  return -0.6 + whatCameBefore(place, open) + howTheyLook(place) + whatFollows(place, open);
}

function whatCameBefore({ units, start }: HeadPlace, open: ArticleDraft): number {
  const before = units[start - 1]!;
  const last = open.last!;
  const ofText = before.shape === 'text';
  return weigh(0, [
    [last.part === 'byline' || last.unit.signedDate, 3.5],
    [isClosed(before), 4],
    [open.ofNote, 3],
    [open.ofBriefs, 3.5],
    [open.texts.length === 0, 3],
    [ofText && !before.finished && !before.entry, -1.5],
    [/[：:]$/u.test(before.text), -2.5],
    [open.dated, 0.8],
    [!open.dated && open.count('byline') > 0, -1.5],
    [open.count('subhead') > 0, -1.2],
    [ofText && (before.tableRow || before.result), 2],
  ]);
}

/** Whether a text ends as articles do: signed, or with the page where it goes on. */
function isClosed({ trailing, reference, authorNote }: FeaturedUnit): boolean {
  return trailing !== undefined || reference || authorNote;
}

function howTheyLook({ units, start, end, usualGap, columns }: HeadPlace): number {
  const lines = units.slice(start, end);
  const [first, second] = lines as [FeaturedUnit, FeaturedUnit?];
  const { text } = first;
  const several = second !== undefined;
  const numbered = lines.some((line) => line.numbered);
  return weigh(lengthCue(text.length), [
    [first.guide, 4],
    [first.briefs || columns.cue(text) >= 3, 4],
    [first.gap > usualGap, 1.2],
    [several && numbered, -1],
    [several && !numbered, 3.5],
    [several && columns.cue(text, second.text) >= 1.6, 1.5],
    [several && lines.every((line) => line.text.length <= 8), -2],
    [lines.some(({ notice }) => notice), 4.5],
    [lines.some((line) => line.text.startsWith('——')), 3],
    [RESULTS.test(text), -2],
    [first.numbered, -4],
    [/[ \u3000]/.test(text), 0.8],
    [/[，,：:]/u.test(text), 0.5],
    [PICTURE_TITLE.test(lines.at(-1)!.text), 3],
  ]);
}

function lengthCue(length: number): number {
  if (length >= 16) return 0.8;
  if (length >= 12) return 0.4;
  return length <= 8 ? -1 : -0.3;
}

function whatFollows(place: HeadPlace, open: ArticleDraft): number {
  const { units, start, end, endsAt } = place;
  const single = end - start === 1;
  if (endsAt(end)) return single && units[start]!.text.length <= 16 ? -1.5 : -0.5;
  const next = units[end]!;
  const long = open.texts.length + open.count('caption') > 3 || open.textLength > 300;
  return weigh(!units[start]!.notice && hasParallel(place, open) ? -1.5 : 0, [
    [single && next.mark !== undefined, 1.5],
    [!long && !open.dated && open.count('byline') === 0, 1.6],
    [next.text.length <= 150 && isFollowedByHead(place, end), 0.6],
    [NEWS_OPENING.test(next.text), 1.8],
    [next.trailing !== undefined && next.markers.length === 0, 1.5],
    [isPhoto(place), 3.5],
    [next.tableRow || next.result, 1.5],
  ]);
}

/** Whether the page ends behind the unit at `index`, or a head line follows it. */
function isFollowedByHead({ units, endsAt }: HeadPlace, index: number): boolean {
  return endsAt(index + 1) || isHeadShape(units[index + 1]!);
}

/** Whether what follows is a photo's caption and nothing else before the next head line. */
function isPhoto(place: HeadPlace): boolean {
  const { units, end, endsAt } = place;
  const caption = units[end]!;
  const credited = !endsAt(end + 1) && units[end + 1]?.shape === 'credit';
  if (!credited && caption.credit === undefined && !caption.caption) return false;
  return isFollowedByHead(place, credited ? end + 1 : end);
}

/** Whether a line of the same form stands as a single head line near by, in the open article or below. */
function hasParallel({ units, start, end, endsAt }: HeadPlace, open: ArticleDraft): boolean {
  if (end - start !== 1) return false;
  const { text } = units[start]!;
  const isParallel = (i: number): boolean => isSubheadLike(units, i) && alike(units[i]!.text, text);
  const first = Math.max(start - open.items.length, start - 1 - NEAR, 0);
  for (let i = start - 1; i >= first && !endsAt(i); i--) if (isParallel(i)) return true;
  for (let i = end; i < end + NEAR && !endsAt(i); i++) {
    if (units[i]!.shape === 'byline' || units[i]!.leadIn) return false;
    if (isParallel(i)) return true;
  }
  return false;
}

/** Whether a head line stands alone between two texts, of which the second has no lead-in. */
function isSubheadLike(units: readonly FeaturedUnit[], i: number): boolean {
  const below = units[i + 1];
  if (units[i]!.shape !== 'title' || units[i - 1]?.shape !== 'text') return false;
  return below === undefined || (below.shape === 'text' && !below.leadIn);
}

/** Whether two lines have the same length or the same form. */
function alike(a: string, b: string): boolean {
  return (
    Math.abs(a.length - b.length) <= 1 ||
    (/^“.*”$/u.test(a) && /^“.*”$/u.test(b)) ||
    (/[？?]$/u.test(a) && /[？?]$/u.test(b))
  );
}
