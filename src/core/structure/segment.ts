import type { Feature } from './features.ts';
import { isResult } from './refine.ts';
import { hasAuthorNote } from './shapes.ts';
import { columnCue, isBriefsColumn, isGuideTitle, isNoticeTitle } from './titleWords.ts';

/** What a unit is within its article; `head` lines get their roles later. */
export type Part = 'head' | 'byline' | 'text' | 'subhead' | 'caption' | 'credit' | 'marker';

/** A unit with its place in an article. */
export interface Item {
  readonly feature: Feature;
  part: Part;
}

/** An article in the making: its units in order. */
export interface Draft {
  readonly items: Item[];
  /** How sure it is that an article starts here, 0 to 1. */
  sure: number;
  /** Whether it is one of several briefs under a common column head. */
  brief: boolean;
}

/** More lines in a row than this are no headline but verse or a list. */
const MOST_HEADS = 7;

/** Cuts the units of one page, furniture left out, into articles. `breaks` holds the indexes before which furniture stands. */
export function segment(features: readonly Feature[], breaks: ReadonlySet<number>, usualGap: number): Draft[] {
  return new Segmentation(features, breaks, usualGap).run();
}

class Segmentation {
  readonly #features: readonly Feature[];
  readonly #breaks: ReadonlySet<number>;
  readonly #usualGap: number;
  readonly #drafts: Draft[] = [];
  #open: Draft | undefined;
  #closed = false;

  constructor(features: readonly Feature[], breaks: ReadonlySet<number>, usualGap: number) {
    this.#features = features;
    this.#breaks = breaks;
    this.#usualGap = usualGap;
  }

  run(): Draft[] {
    let i = 0;
    while (i < this.#features.length) {
      if (this.#breaks.has(i)) this.#close();
      const end = this.#runEnd(i);
      if (isHeadShape(this.#features[i]!)) this.#headRun(i, end);
      else this.#textRun(i, end);
      i = end;
    }
    return this.#drafts;
  }

  /** A run is all head lines or all text; furniture ends it. */
  #runEnd(start: number): number {
    const head = isHeadShape(this.#features[start]!);
    let end = start + 1;
    while (end < this.#features.length && !this.#breaks.has(end) && isHeadShape(this.#features[end]!) === head) end++;
    return end;
  }

  #close(): void {
    this.#closed = true;
  }

  #start(sure: number, brief = false): Draft {
    const draft: Draft = { items: [], sure, brief };
    this.#drafts.push(draft);
    this.#open = draft;
    this.#closed = false;
    return draft;
  }

  /** The article that goes on here; a new headless one where none is open. */
  #current(): Draft {
    return this.#open && !this.#closed ? this.#open : this.#start(0.7);
  }

  #add(index: number, part: Part): void {
    this.#current().items.push({ feature: this.#features[index]!, part });
  }

  #headRun(start: number, end: number): void {
    let from = start;
    if (this.#open && !this.#closed) from = this.#peel(start, end);
    if (from >= end) return;
    const verdict = this.#startsArticle(from, end);
    if (verdict.sure < 0.5) {
      for (let i = from; i < end; i++) this.#add(i, this.#features[i]!.shape === 'byline' ? 'byline' : this.#endsHere(end) ? 'text' : 'subhead');
      return;
    }
    const open = this.#closed ? undefined : this.#open;
    const column = open !== undefined && (open.brief || open.items.some(({ feature, part }) => part === 'head' && isBriefsColumn(feature.text)));
    this.#heads(from, end, verdict.sure);
    if (column && end - from === 1) this.#drafts.at(-1)!.brief = true;
  }

  /** A short paragraph between headline and byline is a summary: one more head line. */
  #summaryAsDeck(end: number): void {
    const items = this.#open?.items ?? [];
    const [summary, ...others] = items.filter(({ part }) => part !== 'head');
    const inside = !this.#endsHere(end) && this.#features[end]!.shape === 'text';
    if (!summary || others.length > 0 || items[0] === summary || !inside) return;
    const { text, leadIn, note } = summary.feature;
    if (summary.part === 'text' && text.length <= 160 && !leadIn && !note) summary.part = 'head';
  }

  /** A line or two between headline and dateline are a summary, however long. */
  #summaryBeforeDateline(): void {
    const items = this.#open && !this.#closed ? this.#open.items : [];
    const rest = items.filter(({ part }) => part !== 'head');
    if (rest.length === 0 || rest.length > 2 || rest[0] === items[0]) return;
    if (rest.every(({ feature, part }) => part === 'text' && feature.text.length <= 120 && !feature.note && !feature.turn && !feature.trailing)) {
      for (const item of rest) item.part = 'head';
    }
  }

  /** Gives the lines to the open article that end it: its byline, its signature and date. Returns where the rest starts. */
  #peel(start: number, end: number): number {
    const open = this.#open!;
    const texts = open.items.filter(({ part }) => part === 'text' || part === 'caption');
    if (texts.length === 0) return start;
    let from = start;
    const dated = this.#signature(start, end);
    for (; from < dated; from++) this.#add(from, 'text');
    if (from < end && texts[0]!.feature.text.length <= 16 && /[：:]$/u.test(texts[0]!.feature.text) && this.#features[from]!.signer) {
      this.#add(from, 'byline');
      from++;
    }
    const first = this.#features[from];
    const names = first?.bareNames?.sure === true && (from + 1 < end || this.#endsHere(end));
    if (from < end && first && (first.shape === 'byline' || names)) {
      const has = open.items.some(({ feature, part }) => part === 'byline' || feature.leadIn !== undefined || feature.trailing !== undefined);
      const marked = first.standing !== undefined && /^[□■○●◎◇◆]/.test(first.text);
      if (!has || (!marked && from + 1 < end && this.#features[from + 1]!.shape === 'title') || from + 1 === end) {
        if (from + 1 === end) this.#summaryAsDeck(end);
        this.#add(from, 'byline');
        from++;
      }
    }
    return from;
  }

  #endsHere(end: number): boolean {
    return end >= this.#features.length || this.#breaks.has(end);
  }

  /** A date alone, with up to two lines of signature before it, ends a notice or a speech. */
  #signature(start: number, end: number): number {
    for (let i = start; i < Math.min(end, start + 3); i++) {
      if (this.#features[i]!.signedDate) return i + 1;
      if (this.#features[i]!.text.length > 24) break;
    }
    const only = end - start === 1 && this.#endsHere(end) && this.#features[start]!.text.length <= 16;
    const notice = this.#open!.items.some(({ feature, part }) => part === 'head' && isNoticeTitle(feature.text));
    return only && notice ? end : start;
  }

  /** Whether the head lines from `start` to `end` open an article or stand inside the open one. */
  #startsArticle(start: number, end: number): { sure: number } {
    const open = this.#open;
    if (!open || this.#closed) return { sure: 1 };
    const lines = this.#features.slice(start, end);
    const next = this.#endsHere(end) ? undefined : this.#features[end];
    if (!open.items.some(({ part }) => part !== 'head')) return { sure: 1 };
    if (lines.some(({ markers }) => markers.some(({ direction }) => direction === 'from'))) return { sure: 1 };
    if (lines.every(({ shape }) => shape === 'byline')) return { sure: 0 };
    if (next?.leadIn) return { sure: 0.98 };
    if (next?.markers.some(({ direction, start: at }) => direction === 'from' && at === 0)) return { sure: 0.98 };
    if (lines.some(({ shape }) => shape === 'byline')) return { sure: 0.95 };
    return { sure: 1 / (1 + Math.exp(-this.#evidence(start, end))) };
  }

  #evidence(start: number, end: number): number {
    const lines = this.#features.slice(start, end);
    const [first] = lines;
    const open = this.#open!;
    const next = this.#endsHere(end) ? undefined : this.#features[end];
    const before = this.#features[start - 1]!;
    const texts = open.items.filter(({ part }) => part === 'text' || part === 'caption');
    const subheads = open.items.filter(({ part }) => part === 'subhead').length;
    const dated = open.items.some(({ feature }) => feature.leadIn !== undefined);
    const bylined = open.items.some(({ part }) => part === 'byline');
    let score = 0;
    const last = open.items.at(-1)!;
    if (last.part === 'byline' || last.feature.signedDate) score += 3.5;
    if (before.trailing || before.reference || hasAuthorNote(before.text)) score += 4;
    if (isBriefsColumn(lines[0]!.text) || columnCue(lines[0]!.text) >= 3) score += 4;
    if (next?.mark !== undefined && lines.length === 1) score += 1.5;
    if (open.items.some(({ feature, part }) => part === 'head' && (isGuideTitle(feature.text) || feature.note !== undefined))) score += 3;
    if (open.brief || open.items.some(({ feature, part }) => part === 'head' && isBriefsColumn(feature.text))) score += 3.5;
    if (open.items.length > 0 && texts.every(({ part }) => part === 'caption')) score += 3;
    if (first!.unit.gap > this.#usualGap) score += 1.2;
    if (lines.length >= 2) score += lines.some(({ numbered }) => numbered) ? -1 : 3.5;
    if (lines.length >= 2 && columnCue(first!.text, lines[1]!.text) >= 1.6) score += 1.5;
    if (lines.length >= 2 && lines.every(({ text }) => text.length <= 8)) score -= 2;
    if (lines.some(({ text }) => isNoticeTitle(text))) score += 3;
    if (first!.numbered) score -= 4;
    if (!before.finished && before.shape === 'text') score -= 1.5;
    if (/[：:]$/u.test(before.text)) score -= 2.5;
    const length = first!.text.length;
    score += length >= 16 ? 0.8 : length >= 12 ? 0.4 : length <= 8 ? -1 : -0.3;
    if (/[ \u3000]/.test(first!.text)) score += 0.8;
    if (/[，,：:]/u.test(first!.text)) score += 0.5;
    if (dated) score += 0.8;
    if (bylined && !dated) score -= 1.5;
    if (subheads > 0) score -= 1.2;
    const long = texts.length > 3 || texts.reduce((sum, { feature }) => sum + feature.text.length, 0) > 300;
    if (next && !dated && !bylined && !long) score += 1.6;
    if (next && next.text.length <= 150 && (this.#endsHere(end + 1) || isHeadShape(this.#features[end + 1]!))) score += 0.6;
    if (next && /^(?:[0-9０-９]{1,2}月[0-9０-９]{1,2}日|日前|近日|昨日|昨天|今日|今天|昨晚|记者从|记者昨)/u.test(next.text)) score += 1.8;
    if (next?.trailing && !next.markers.length) score += 1.5;
    if (this.#hasParallel(start, end)) score -= 1.5;
    if (next && this.#isPhoto(end)) score += 3.5;
    if (next && (next.tableRow || isResult(next))) score += 1.5;
    if (before.shape === 'text' && (before.tableRow || isResult(before))) score += 2;
    if (/[（(](?:附?图片|组图|图|照片|漫画|附图)[^（(）)]{0,6}[）)]$|^图片新闻/u.test(lines.at(-1)!.text)) score += 3;
    if (!next) score -= lines.length === 1 && first!.text.length <= 16 ? 1.5 : 0.5;
    return score - 0.6;
  }

  /** Whether the text at `index` is a photo's caption and nothing else follows before the next head line. */
  #isPhoto(index: number): boolean {
    const caption = this.#features[index]!;
    const after = this.#endsHere(index + 1) ? undefined : this.#features[index + 1];
    const credited = caption.credit !== undefined || after?.shape === 'credit';
    const over = after?.shape === 'credit' ? index + 2 : index + 1;
    return (credited || caption.caption) && (this.#endsHere(over) || isHeadShape(this.#features[over]!));
  }

  /** Whether a line of the same length and form stands as a single head line near by. */
  #hasParallel(start: number, end: number): boolean {
    if (end - start !== 1) return false;
    const { text } = this.#features[start]!;
    const single = (i: number): boolean =>
      this.#features[i]!.shape === 'title' &&
      this.#features[i - 1]?.shape === 'text' &&
      (this.#features[i + 1] === undefined || (this.#features[i + 1]!.shape === 'text' && !this.#features[i + 1]!.leadIn));
    const first = start - this.#open!.items.length;
    const near = (from: number, step: number): boolean => {
      for (let i = from, seen = 0; i >= first && i < this.#features.length && seen < 12 && !this.#breaks.has(i); i += step, seen++) {
        if (step > 0 && (this.#features[i]!.shape === 'byline' || this.#features[i]!.leadIn)) return false;
        if (single(i) && alike(this.#features[i]!.text, text)) return true;
      }
      return false;
    };
    return near(start - 1, -1) || near(end, 1);
  }

  /** Head lines that open one article, or several where each has a byline of its own. */
  #heads(start: number, end: number, sure: number): void {
    const bylines: number[] = [];
    for (let i = start; i < end; i++) if (this.#features[i]!.shape === 'byline') bylines.push(i);
    let from = start;
    this.#start(sure);
    for (let b = 0; b < bylines.length; b++) {
      const at = bylines[b]!;
      const nextByline = bylines[b + 1];
      for (; from < at; from++) this.#add(from, 'head');
      this.#add(at, 'byline');
      from = at + 1;
      if (nextByline === undefined || nextByline === from) continue;
      // Lines between two bylines: the first one's text, then the second one's headline.
      for (; from < nextByline - 1; from++) this.#add(from, 'text');
      if (from < nextByline) this.#start(0.8);
    }
    this.#afterByline(from, end, bylines.length > 0);
  }

  #afterByline(from: number, end: number, bylined: boolean): void {
    const next = this.#endsHere(end) ? undefined : this.#features[end];
    const rest = end - from;
    if (!bylined) {
      this.#headLines(from, end);
      return;
    }
    const verse = rest >= 3 && this.#features.slice(from, end).every(({ text }) => text.length <= 20);
    for (; from < end; from++) this.#add(from, verse || !next ? 'text' : 'subhead');
  }

  #headLines(from: number, end: number): void {
    const list = end - from > MOST_HEADS;
    for (let i = from; i < end; i++) this.#add(i, list && i > from ? 'text' : 'head');
  }

  #textRun(start: number, end: number): void {
    for (let i = start; i < end; i++) {
      const feature = this.#features[i]!;
      if (feature.shape === 'marker') this.#marker(i);
      else if (feature.shape === 'credit') this.#creditLine(i);
      else if (feature.shape === 'text') this.#paragraph(i, end);
    }
  }

  #marker(index: number): void {
    const from = this.#features[index]!.markers.some(({ direction }) => direction === 'from');
    if (from) {
      if (this.#open?.items.some(({ part }) => part === 'text')) this.#close();
      this.#add(index, 'marker');
      return;
    }
    this.#add(index, 'marker');
    this.#close();
  }

  #creditLine(index: number): void {
    const open = this.#open && !this.#closed ? this.#open : undefined;
    const last = open?.items.at(-1);
    if (open && last?.part === 'text' && isPhotoText(last.feature, open)) {
      last.part = 'caption';
      if (open.items.some(({ part, feature }) => part === 'text' || (part === 'byline' && feature !== last.feature)) && this.#runIsOver(index)) {
        open.items.pop();
        this.#start(0.9).items.push(last);
      }
    } else if (open && last?.part === 'caption' && open.items.some(({ part }) => part === 'text') && this.#runIsOver(index)) {
      open.items.pop();
      this.#start(0.9).items.push(last);
    }
    this.#add(index, 'credit');
  }

  /** Whether no more plain text follows, so that a photo stands at the end and not within a story. */
  #runIsOver(index: number): boolean {
    const next = this.#features[index + 1];
    return next === undefined || this.#breaks.has(index + 1) || next.shape !== 'text' || next.caption || next.credit !== undefined || next.leadIn !== undefined;
  }

  #paragraph(index: number, end: number): void {
    const feature = this.#features[index]!;
    const open = this.#open && !this.#closed ? this.#open : undefined;
    const hasText = open?.items.some(({ part }) => part === 'text') ?? false;
    const next = index + 1 < end ? this.#features[index + 1] : undefined;
    if (feature.markers.some(({ direction, start }) => direction === 'from' && start === 0) && hasText) this.#close();
    const caption = feature.caption || (feature.credit !== undefined && !feature.leadIn && !/报道|整理/.test(feature.text.slice(-12)));
    if (open && !this.#closed && this.#isBrief(feature, open)) this.#start(0.8, true);
    else if (open && !this.#closed && hasText && this.#opensHeadless(feature, open, this.#features[index - 1])) this.#start(0.65);
    if (feature.leadIn) this.#summaryBeforeDateline();
    if (caption && open && !this.#closed && isWholePhoto(open) && feature.credit) this.#start(0.8);
    if (caption && open && hasText && next?.shape !== 'credit' && this.#runIsOver(index) && this.#lastFinished(open)) this.#start(0.85);
    this.#add(index, caption ? 'caption' : 'text');
    if (feature.markers.some(({ direction, end: to }) => direction === 'to' && feature.text.slice(to).trim() === '')) this.#close();
  }

  #lastFinished(open: Draft): boolean {
    const last = open.items.findLast(({ part }) => part === 'text');
    return last === undefined || last.feature.finished;
  }

  /** A dateline in a story that is signed, or after one that its author closed, opens a story without a headline. */
  #opensHeadless(feature: Feature, open: Draft, before: Feature | undefined): boolean {
    if (!feature.leadIn || !/[讯电]/u.test(feature.text.slice(0, feature.leadIn.end))) return false;
    if (before?.trailing || (open.items.at(-1)?.part === 'byline' && open.items.some(({ part }) => part === 'text'))) return true;
    const dated = open.items.some(({ feature: other }) => other.leadIn !== undefined || other.standing?.dateline);
    return !dated && open.items.some(({ part, feature: other }) => part === 'byline' || other.trailing !== undefined);
  }

  /** A marked paragraph, or one with a dateline, under a column of briefs is a story of its own. */
  #isBrief(feature: Feature, open: Draft): boolean {
    const hasText = open.items.some(({ part }) => part === 'text');
    if (!hasText) return false;
    const heads = open.items.filter(({ part }) => part === 'head');
    const column = open.brief || heads.some(({ feature: head }) => isBriefsColumn(head.text));
    if (!column) return false;
    return feature.leadIn !== undefined || (feature.mark !== undefined && feature.mark === open.items.find(({ part }) => part === 'text')?.feature.mark);
  }
}

/** Whether an article is a photo without a headline that has its credit already. */
function isWholePhoto({ items }: Draft): boolean {
  const last = items.at(-1);
  return last !== undefined && last.feature.credit !== undefined && items.every(({ part }) => part === 'caption' || part === 'credit');
}

/** Whether two lines have the same length or the same form. */
function alike(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= 1 || (/^“.*”$/u.test(a) && /^“.*”$/u.test(b)) || (/[？?]$/u.test(a) && /[？?]$/u.test(b));
}

function isHeadShape({ shape }: Feature): boolean {
  return shape === 'title' || shape === 'byline';
}

/** Whether the paragraph above a credit line is the photo's caption, not the end of a story. */
function isPhotoText(feature: Feature, open: Draft): boolean {
  if (feature.caption) return true;
  if (feature.leadIn) return false;
  const texts = open.items.filter(({ part }) => part === 'text');
  if (texts.length === 1) return true;
  return feature.text.length <= 220 && texts.at(-2)!.feature.finished;
}
