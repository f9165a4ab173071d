import { opensByRole } from '../corrections.ts';
import { Draft, type Part } from './draft.ts';
import { isHeadShape, type Feature } from '../lines/features.ts';
import { headEvidence } from './headEvidence.ts';
import { columnCue, isBodyName } from '../lines/titleWords.ts';

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
      if (this.#breaks.has(i) || this.#features[i]!.unit.opens) this.#close();
      const end = this.#runEnd(i);
      if (isHeadShape(this.#features[i]!)) this.#headRun(i, end);
      else this.#textRun(i, end);
      i = end;
    }
    return this.#drafts;
  }

  /** A run is all head lines or all text; furniture ends it, and a line at which an editor lets an article begin. */
  #runEnd(start: number): number {
    const head = isHeadShape(this.#features[start]!);
    let end = start + 1;
    while (end < this.#features.length && !this.#endsHere(end) && isHeadShape(this.#features[end]!) === head) end++;
    return end;
  }

  #close(): void {
    this.#closed = true;
  }

  #start(sure: number, brief = false): Draft {
    const draft = new Draft(sure, brief);
    // Two signs of a beginning at one line are one beginning.
    if (this.#open?.items.length === 0) this.#drafts.pop();
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
    const feature = this.#features[index]!;
    const open = this.#current();
    // What an editor calls a headline stands behind no text of its article.
    const opens = opensByRole(feature.unit.role) && open.items.length > open.count('head');
    (opens ? this.#start(1) : open).add(feature, part);
  }

  #headRun(start: number, end: number): void {
    let from = start;
    if (this.#open && !this.#closed) from = this.#peel(start, this.#saidEnd(start, end));
    if (from >= end) return;
    if (this.#open && !this.#closed && isIntroduction(this.#open, this.#features[from]!.text)) {
      for (let i = from; i < end; i++) this.#add(i, this.#features[i]!.shape === 'byline' ? 'byline' : 'head');
      return;
    }
    const sure = this.#startsArticle(from, end);
    if (sure < 0.5) {
      for (let i = from; i < end; i++)
        this.#add(i, this.#features[i]!.shape === 'byline' ? 'byline' : this.#endsHere(end) ? 'text' : 'subhead');
      return;
    }
    const alone = end - from === 1 && !this.#features[from]!.notice;
    this.#heads(from, end, sure, alone && !this.#closed && this.#open?.ofBriefs === true);
  }

  /** A short paragraph between headline and byline is a summary: one more head line. */
  #summaryAsDeck(open: Draft, end: number): void {
    const inside = !this.#endsHere(end) && this.#features[end]!.shape === 'text';
    if (!inside || open.count('head') === 0 || open.items.length !== open.count('head') + 1) return;
    const { feature, part } = open.last!;
    if (part === 'text' && feature.text.length <= 160 && !feature.leadIn && !feature.note) open.headsFromLast(1);
  }

  /** A line or two between headline and dateline are a summary, however long. */
  #summaryBeforeDateline(open: Draft): void {
    const { length } = open.texts;
    if (length === 0 || length > 2 || open.count('head') === 0 || open.items.length !== open.count('head') + length)
      return;
    const plain = open.texts.every(
      ({ feature }) => feature.text.length <= 120 && !feature.note && !feature.turn && !feature.trailing,
    );
    if (plain) open.headsFromLast(length);
  }

  /** Gives the lines to the open article that end it: its byline, its signature and date. Returns where the rest starts. */
  #peel(start: number, end: number): number {
    const open = this.#open!;
    if (open.texts.length + open.count('caption') === 0) return start;
    let from = start;
    const dated = this.#signature(open, start, end);
    for (; from < dated; from++) this.#add(from, 'text');
    const salutation = open.texts[0]?.feature.text ?? '';
    if (from < end && salutation.length <= 16 && /[：:]$/u.test(salutation) && this.#features[from]!.signer) {
      this.#add(from, 'byline');
      from++;
    }
    const first = this.#features[from];
    const names = first?.bareNames?.sure === true && (from + 1 < end || this.#endsHere(end));
    if (from < end && first && (first.shape === 'byline' || names)) {
      const marked = first.standing !== undefined && /^[□■○●◎◇◆]/.test(first.text);
      if (
        !open.signed ||
        (!marked && from + 1 < end && this.#features[from + 1]!.shape === 'title') ||
        from + 1 === end
      ) {
        if (from + 1 === end) this.#summaryAsDeck(open, end);
        this.#add(from, 'byline');
        from++;
      }
    }
    return from;
  }

  /** Where the first line of a run stands that an editor called anything but a byline; else the run's end. */
  #saidEnd(start: number, end: number): number {
    for (let i = start; i < end; i++) {
      const { role } = this.#features[i]!.unit;
      if (role !== undefined && role !== 'byline') return i;
    }
    return end;
  }

  #endsHere(end: number): boolean {
    return end >= this.#features.length || this.#breaks.has(end) || this.#features[end]!.unit.opens === true;
  }

  /** A date alone, with up to two lines of signature before it, ends a notice or a speech. */
  #signature(open: Draft, start: number, end: number): number {
    for (let i = start; i < Math.min(end, start + 3); i++) {
      if (this.#features[i]!.signedDate) return i + 1;
      if (this.#features[i]!.text.length > 24) break;
    }
    const [first, second] = [this.#features[start]!, this.#features[start + 1]];
    if (open.ofNotice && end - start >= 3 && isBodyName(first.text) && isBodyName(second?.text ?? '')) return start + 1;
    const only = end - start === 1 && this.#endsHere(end) && this.#features[start]!.text.length <= 16;
    return only && open.ofNotice ? end : start;
  }

  /** How sure it is that the head lines from `start` to `end` open an article rather than stand inside the open one. */
  #startsArticle(start: number, end: number): number {
    const open = this.#open;
    if (!open || this.#closed || open.items.length === open.count('head')) return 1;
    const lines = this.#features.slice(start, end);
    if (lines.some(({ unit }) => opensByRole(unit.role))) return 1;
    if (lines.every(({ unit }) => unit.role === 'subhead' || unit.role === 'deck')) return 0;
    const next = this.#endsHere(end) ? undefined : this.#features[end];
    if (lines.some(({ markers }) => markers.some(({ direction }) => direction === 'from'))) return 1;
    if (lines.every(({ shape }) => shape === 'byline')) return 0;
    if (next?.leadIn || next?.markers.some(({ direction, start: at }) => direction === 'from' && at === 0)) return 0.98;
    if (lines.some(({ shape }) => shape === 'byline')) return 0.95;
    const place = {
      features: this.#features,
      start,
      end,
      endsAt: (i: number) => this.#endsHere(i),
      usualGap: this.#usualGap,
    };
    return 1 / (1 + Math.exp(-headEvidence(place, open)));
  }

  /** Head lines that open one article, or several where each has a byline of its own. */
  #heads(start: number, end: number, sure: number, brief: boolean): void {
    const bylines: number[] = [];
    for (let i = start; i < end; i++) if (this.#features[i]!.shape === 'byline') bylines.push(i);
    let from = start;
    this.#start(sure, brief);
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
      if (this.#open && this.#open.texts.length > 0) this.#close();
      this.#add(index, 'marker');
      return;
    }
    this.#add(index, 'marker');
    this.#close();
  }

  #creditLine(index: number): void {
    const open = this.#open && !this.#closed ? this.#open : undefined;
    const last = open?.last;
    const said = last?.feature.unit.role !== undefined;
    if (open && !said && last?.part === 'text' && (last.feature.trailing || last.feature.authorNote)) this.#start(0.8);
    else if (
      open &&
      !said &&
      (last?.part === 'caption' || (last?.part === 'text' && isPhotoText(last.feature, open)))
    ) {
      const story =
        open.texts.length > (last.part === 'text' ? 1 : 0) || (last.part === 'text' && open.count('byline') > 0);
      const alone = story && this.#runIsOver(index);
      const caption = open.takeLast()!;
      (alone ? this.#start(0.9) : open).add(caption, 'caption');
    }
    this.#add(index, 'credit');
  }

  /** Whether no more plain text follows, so that a photo stands at the end and not within a story. */
  #runIsOver(index: number): boolean {
    const next = this.#features[index + 1];
    return (
      next === undefined ||
      this.#endsHere(index + 1) ||
      next.shape !== 'text' ||
      next.caption ||
      next.credit !== undefined ||
      next.leadIn !== undefined
    );
  }

  #paragraph(index: number, end: number): void {
    const feature = this.#features[index]!;
    const open = this.#open && !this.#closed ? this.#open : undefined;
    const hasText = open !== undefined && open.texts.length > 0;
    const next = index + 1 < end ? this.#features[index + 1] : undefined;
    if (feature.markers.some(({ direction, start }) => direction === 'from' && start === 0) && hasText) this.#close();
    const caption =
      feature.caption || (feature.credit !== undefined && !feature.leadIn && this.#isPhotoCredit(feature, open));
    if (open && !this.#closed && this.#isBrief(feature, open)) this.#start(0.8, true);
    else if (open && !this.#closed && hasText && this.#opensHeadless(feature, open, this.#features[index - 1]))
      this.#start(0.65);
    if (feature.leadIn && open && !this.#closed && this.#open === open) this.#summaryBeforeDateline(open);
    if (caption && open && !this.#closed && open.isWholePhoto && feature.credit) this.#start(0.8);
    if (
      caption &&
      open &&
      hasText &&
      !open.pictured &&
      next?.shape !== 'credit' &&
      this.#runIsOver(index) &&
      open.texts.at(-1)?.feature.finished !== false
    )
      this.#start(0.85);
    const creditFirst =
      open !== undefined &&
      this.#open === open &&
      !this.#closed &&
      open.count('credit') === open.items.length &&
      !feature.leadIn;
    this.#add(index, caption || creditFirst ? 'caption' : 'text');
    if (feature.markers.some(({ direction, end: to }) => direction === 'to' && feature.text.slice(to).trim() === ''))
      this.#close();
  }

  /** Whether the names at the end of a paragraph took its photo: 摄影报道 signs a photo where the story above is signed already. */
  #isPhotoCredit({ text }: Feature, open: Draft | undefined): boolean {
    const end = text.slice(-12);
    return !/报道|整理/.test(end) || (/摄影报道[）)]?$/u.test(end) && open?.signed === true && open.texts.length > 0);
  }

  /** A dateline in a story that is signed, or after one that its author closed, opens a story without a headline. */
  #opensHeadless(feature: Feature, open: Draft, before: Feature | undefined): boolean {
    if (!feature.leadIn || !/[讯电]/u.test(feature.text.slice(0, feature.leadIn.end))) return false;
    if (before?.unit.role === 'body') return false;
    if (before?.trailing || (open.last?.part === 'byline' && open.texts.length > 0)) return true;
    return !open.dated && open.signed;
  }

  /** A marked paragraph, or one with a dateline, under a column of briefs is a story of its own. */
  #isBrief(feature: Feature, open: Draft): boolean {
    const [first] = open.texts;
    if (!first || !open.ofBriefs) return false;
    return feature.leadIn !== undefined || (feature.mark !== undefined && feature.mark === first.feature.mark);
  }
}

/** Whether nothing but column lines and an editor's note stands above `headline`, to which they belong. */
function isIntroduction({ items, texts }: Draft, headline: string): boolean {
  const heads = items.filter(({ part }) => part === 'head');
  if (
    heads.length === 0 ||
    texts.length !== 1 ||
    items.length !== heads.length + 1 ||
    texts[0]!.feature.note?.inline !== true
  )
    return false;
  return heads.every(({ feature }, i) => columnCue(feature.text, heads[i + 1]?.feature.text ?? headline) >= 1.2);
}

/** Whether the paragraph above a credit line is the photo's caption, not the end of a story. */
function isPhotoText(feature: Feature, open: Draft): boolean {
  if (feature.caption) return true;
  if (feature.leadIn) return false;
  if (open.texts.length === 1) return true;
  return feature.text.length <= 220 && open.texts.at(-2)!.feature.finished;
}
