import type { Draft } from './draft.ts';
import { isHeadShape, type Feature } from '../lines/features.ts';
import { columnCue } from '../lines/titleWords.ts';

/** Head lines between two texts, with all that stands around them. */
export interface HeadPlace {
  readonly features: readonly Feature[];
  /** The head lines are `features[start]` to `features[end - 1]`. */
  readonly start: number;
  readonly end: number;
  /** Whether furniture or the page's end stands before index `i`. */
  readonly endsAt: (i: number) => boolean;
  /** The number of blank lines that usually stands between two lines. */
  readonly usualGap: number;
}

/** How far a line of the same form is looked for. */
const NEAR = 12;

const NEWS_OPENING = /^(?:[0-9０-９]{1,2}月[0-9０-９]{1,2}日|日前|近日|昨日|昨天|今日|今天|昨晚|记者从|记者昨)/u;
const PICTURE_TITLE = /[（(](?:附?图片|组图|图|照片|漫画|附图)[^（(）)]{0,6}[）)]$|^图片新闻/u;

/** What heads the results below a report of the games. */
const RESULTS = /^[\p{Script=Han}]{0,4}(?:成绩|赛果|比分|积分榜|排名|名次|赛程|结果|阵容)$/u;

/**
 * Weighs whether head lines without a byline or dateline of their own open an article (above 0) or
 * stand inside `open` as subheads (below 0): what ended before, how the lines look, what follows.
 */
export function headEvidence(place: HeadPlace, open: Draft): number {
  return -0.6 + whatCameBefore(place, open) + howTheyLook(place) + whatFollows(place, open);
}

function whatCameBefore({ features, start }: HeadPlace, open: Draft): number {
  const before = features[start - 1]!;
  const last = open.last!;
  let score = 0;
  if (last.part === 'byline' || last.feature.signedDate) score += 3.5;
  if (before.trailing || before.reference || before.authorNote) score += 4;
  if (open.ofNote) score += 3;
  if (open.ofBriefs) score += 3.5;
  if (open.texts.length === 0) score += 3;
  if (!before.finished && before.shape === 'text' && !before.entry) score -= 1.5;
  if (/[：:]$/u.test(before.text)) score -= 2.5;
  if (open.dated) score += 0.8;
  else if (open.count('byline') > 0) score -= 1.5;
  if (open.count('subhead') > 0) score -= 1.2;
  if (before.shape === 'text' && (before.tableRow || before.result)) score += 2;
  return score;
}

function howTheyLook(place: HeadPlace): number {
  const { features, start, end, usualGap } = place;
  const lines = features.slice(start, end);
  const first = lines[0]!;
  const { length } = first.text;
  let score = length >= 16 ? 0.8 : length >= 12 ? 0.4 : length <= 8 ? -1 : -0.3;
  if (first.guide) score += 4;
  if (first.briefs || columnCue(first.text) >= 3) score += 4;
  if (first.unit.gap > usualGap) score += 1.2;
  if (lines.length >= 2) {
    score += lines.some(({ numbered }) => numbered) ? -1 : 3.5;
    if (columnCue(first.text, lines[1]!.text) >= 1.6) score += 1.5;
    if (lines.every(({ text }) => text.length <= 8)) score -= 2;
  }
  if (lines.some(({ notice }) => notice)) score += 4.5;
  if (lines.some(({ text }) => /^——/u.test(text))) score += 3;
  if (RESULTS.test(first.text)) score -= 2;
  if (first.numbered) score -= 4;
  if (/[ \u3000]/.test(first.text)) score += 0.8;
  if (/[，,：:]/u.test(first.text)) score += 0.5;
  if (PICTURE_TITLE.test(lines.at(-1)!.text)) score += 3;
  return score;
}

function whatFollows(place: HeadPlace, open: Draft): number {
  const { features, start, end, endsAt } = place;
  if (endsAt(end)) return end - start === 1 && features[start]!.text.length <= 16 ? -1.5 : -0.5;
  const next = features[end]!;
  const long = open.texts.length + open.count('caption') > 3 || open.textLength > 300;
  let score = !features[start]!.notice && hasParallel(place, open) ? -1.5 : 0;
  if (next.mark !== undefined && end - start === 1) score += 1.5;
  if (!open.dated && open.count('byline') === 0 && !long) score += 1.6;
  if (next.text.length <= 150 && (endsAt(end + 1) || isHeadShape(features[end + 1]!))) score += 0.6;
  if (NEWS_OPENING.test(next.text)) score += 1.8;
  if (next.trailing && next.markers.length === 0) score += 1.5;
  if (isPhoto(place)) score += 3.5;
  if (next.tableRow || next.result) score += 1.5;
  return score;
}

/** Whether what follows is a photo's caption and nothing else before the next head line. */
function isPhoto({ features, end, endsAt }: HeadPlace): boolean {
  const caption = features[end]!;
  const after = endsAt(end + 1) ? undefined : features[end + 1];
  const credited = caption.credit !== undefined || after?.shape === 'credit';
  const over = after?.shape === 'credit' ? end + 2 : end + 1;
  return (credited || caption.caption) && (endsAt(over) || isHeadShape(features[over]!));
}

/** Whether a line of the same form stands as a single head line near by, in the open article or below. */
function hasParallel({ features, start, end, endsAt }: HeadPlace, open: Draft): boolean {
  if (end - start !== 1) return false;
  const { text } = features[start]!;
  const single = (i: number): boolean => {
    const below = features[i + 1];
    return (
      features[i]!.shape === 'title' &&
      features[i - 1]?.shape === 'text' &&
      (below === undefined || (below.shape === 'text' && !below.leadIn))
    );
  };
  const first = Math.max(start - open.items.length, start - 1 - NEAR, 0);
  for (let i = start - 1; i >= first && !endsAt(i); i--) if (single(i) && alike(features[i]!.text, text)) return true;
  for (let i = end; i < end + NEAR && !endsAt(i); i++) {
    if (features[i]!.shape === 'byline' || features[i]!.leadIn) return false;
    if (single(i) && alike(features[i]!.text, text)) return true;
  }
  return false;
}

/** Whether two lines have the same length or the same form. */
function alike(a: string, b: string): boolean {
  return (
    Math.abs(a.length - b.length) <= 1 ||
    (/^“.*”$/u.test(a) && /^“.*”$/u.test(b)) ||
    (/[？?]$/u.test(a) && /[？?]$/u.test(b))
  );
}
