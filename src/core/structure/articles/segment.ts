import { opensByRole } from '../corrections.ts';
import { isHeadShape, type FeaturedUnit } from '../lines/features.ts';
import type { LineReader } from '../lines/lineReader.ts';
import { ArticleDraft, type Part } from './articleDraft.ts';
import { headEvidence } from './headEvidence.ts';

/** More lines in a row than this are no headline but verse or a list. */
const MOST_HEADS = 7;

/** The units of one page, furniture left out, with what stood between them. */
export interface PageContent {
  readonly units: readonly FeaturedUnit[];
  /** The indexes before which furniture stands. */
  readonly breaks: ReadonlySet<number>;
  /** The number of blank lines that usually stands between two lines. */
  readonly usualGap: number;
}

/** Cuts the units of one page into articles. */
export function segment(content: PageContent, lines: LineReader): ArticleDraft[] {
  return new Segmentation(content, lines).run();
}

class Segmentation {
  readonly #units: readonly FeaturedUnit[];
  readonly #breaks: ReadonlySet<number>;
  readonly #usualGap: number;
  readonly #lines: LineReader;
  readonly #drafts: ArticleDraft[] = [];
  #last: ArticleDraft | undefined;
  #closed = false;

  constructor({ units, breaks, usualGap }: PageContent, lines: LineReader) {
    this.#units = units;
    this.#breaks = breaks;
    this.#usualGap = usualGap;
    this.#lines = lines;
  }

  run(): ArticleDraft[] {
    let i = 0;
    while (i < this.#units.length) {
      if (this.#breaks.has(i) || this.#units[i]!.opens) this.#close();
      const end = this.#runEnd(i);
      if (isHeadShape(this.#units[i]!)) this.#headRun(i, end);
      else this.#textRun(i, end);
      i = end;
    }
    return this.#drafts;
  }

  /** The article that goes on here, if one does. */
  get #open(): ArticleDraft | undefined {
    return this.#closed ? undefined : this.#last;
  }

  /** A run is all head lines or all text; furniture ends it, and a line at which an editor starts an article. */
  #runEnd(start: number): number {
    const head = isHeadShape(this.#units[start]!);
    let end = start + 1;
    while (!this.#endsAt(end) && isHeadShape(this.#units[end]!) === head) end++;
    return end;
  }

  /** Whether furniture, the page's end, or an article's beginning that an editor set stands before a unit. */
  #endsAt(index: number): boolean {
    return index >= this.#units.length || this.#breaks.has(index) || this.#units[index]!.opens === true;
  }

  /** The unit at `index`, if no run ends before it. */
  #goingOnAt(index: number): FeaturedUnit | undefined {
    return this.#endsAt(index) ? undefined : this.#units[index];
  }

  #close(): void {
    this.#closed = true;
  }

  #start(sure: number, brief = false): ArticleDraft {
    const draft = new ArticleDraft(sure, brief);
    // Two signs of a beginning at one line are one beginning.
    if (this.#last?.items.length === 0) this.#drafts.pop();
    this.#drafts.push(draft);
    this.#last = draft;
    this.#closed = false;
    return draft;
  }

  #add(index: number, part: Part): void {
    const unit = this.#units[index]!;
    // Where no article is open one without a headline begins.
    const open = this.#open ?? this.#start(0.7);
    // A line that an editor calls a headline cannot follow text of the same article.
    const opens = opensByRole(unit.role) && open.items.length > open.count('head');
    (opens ? this.#start(1) : open).add(unit, part);
  }

  /** Adds head lines: bylines as such, the others as `part`. */
  #addHeads(start: number, end: number, part: Part): void {
    for (let i = start; i < end; i++) this.#add(i, this.#units[i]!.shape === 'byline' ? 'byline' : part);
  }

  #headRun(start: number, end: number): void {
    const from = this.#open ? this.#closing(this.#open, start, this.#correctedAt(start, end)) : start;
    if (from >= end) return;
    const open = this.#open;
    if (open && this.#isIntroduction(open, this.#units[from]!.text)) {
      this.#addHeads(from, end, 'head');
      return;
    }
    const sure = this.#startsArticle(from, end);
    if (sure < 0.5) {
      this.#addHeads(from, end, this.#endsAt(end) ? 'text' : 'subhead');
      return;
    }
    const alone = end - from === 1 && !this.#units[from]!.notice;
    this.#heads(from, end, sure, alone && open?.ofBriefs === true);
  }

  /** The first line of a run that an editor called anything but a byline; the run's end if there is none. */
  #correctedAt(start: number, end: number): number {
    for (let i = start; i < end; i++) {
      const { role } = this.#units[i]!;
      if (role !== undefined && role !== 'byline') return i;
    }
    return end;
  }

  /** Adds the lines that end the open article: its byline, signature and date. Returns where the rest starts. */
  #closing(open: ArticleDraft, start: number, end: number): number {
    if (open.texts.length + open.count('caption') === 0) return start;
    const dated = this.#signatureEnd(open, start, end);
    for (let i = start; i < dated; i++) this.#add(i, 'text');
    let from = dated;
    if (from < end && isLetter(open) && this.#units[from]!.signer) this.#add(from++, 'byline');
    if (from < end && this.#isClosingByline(open, from, end)) {
      if (from + 1 === end) this.#summaryAsDeck(open, end);
      this.#add(from++, 'byline');
    }
    return from;
  }

  /** Whether the byline at `index` signs the article above it rather than the one below. */
  #isClosingByline(open: ArticleDraft, index: number, end: number): boolean {
    const { shape, bareNames, standing, text } = this.#units[index]!;
    const last = index + 1 === end;
    const names = bareNames?.sure === true && (!last || this.#endsAt(end));
    if (shape !== 'byline' && !names) return false;
    const marked = standing !== undefined && /^[□■○●◎◇◆]/.test(text);
    return last || !open.signed || (!marked && this.#units[index + 1]!.shape === 'title');
  }

  /**
   * The end of a signature that closes a notice or speech: up to two lines and a date alone; `start` if there is
   * none.
   */
  #signatureEnd(open: ArticleDraft, start: number, end: number): number {
    for (let i = start; i < Math.min(end, start + 3); i++) {
      if (this.#units[i]!.signedDate) return i + 1;
      if (this.#units[i]!.text.length > 24) break;
    }
    if (!open.ofNotice) return start;
    const isBody = (unit: FeaturedUnit | undefined): boolean => this.#lines.titles.isBodyName(unit?.text ?? '');
    if (end - start >= 3 && isBody(this.#units[start]) && isBody(this.#units[start + 1])) return start + 1;
    const only = end - start === 1 && this.#endsAt(end) && this.#units[start]!.text.length <= 16;
    return only ? end : start;
  }

  /** A short paragraph between headline and byline is a summary: one more head line. */
  #summaryAsDeck(open: ArticleDraft, end: number): void {
    const inside = this.#goingOnAt(end)?.shape === 'text';
    if (!inside || open.count('head') === 0 || open.items.length !== open.count('head') + 1) return;
    const { unit, part } = open.last!;
    if (part === 'text' && unit.text.length <= 160 && !unit.leadIn && !unit.note) open.headsFromLast(1);
  }

  /** A line or two between headline and dateline are a summary, however long. */
  #summaryBeforeDateline(open: ArticleDraft): void {
    const { length } = open.texts;
    if (length === 0 || length > 2 || open.count('head') === 0 || open.items.length !== open.count('head') + length)
      return;
    const plain = open.texts.every(({ unit }) => unit.text.length <= 120 && !unit.note && !unit.turn && !unit.trailing);
    if (plain) open.headsFromLast(length);
  }

  /** Whether nothing but column lines and an editor's note stands above `headline`, to which they belong. */
  #isIntroduction({ items, texts }: ArticleDraft, headline: string): boolean {
    const heads = items.filter(({ part }) => part === 'head');
    if (heads.length === 0 || texts.length !== 1 || items.length !== heads.length + 1) return false;
    if (texts[0]!.unit.note?.inline !== true) return false;
    const { columns } = this.#lines;
    return heads.every(({ unit }, i) => columns.cue(unit.text, heads[i + 1]?.unit.text ?? headline) >= 1.2);
  }

  /** How sure it is that the head lines from `start` to `end` open an article rather than stand inside the open one. */
  #startsArticle(start: number, end: number): number {
    const open = this.#open;
    if (!open || open.items.length === open.count('head')) return 1;
    const heads = this.#units.slice(start, end);
    if (heads.some(({ role }) => opensByRole(role))) return 1;
    if (heads.every(({ role }) => role === 'subhead' || role === 'deck')) return 0;
    const next = this.#goingOnAt(end);
    if (heads.some(comesFromElsewhere)) return 1;
    if (heads.every(({ shape }) => shape === 'byline')) return 0;
    if (next && (next.leadIn || opensWithMarker(next))) return 0.98;
    if (heads.some(({ shape }) => shape === 'byline')) return 0.95;
    const place = {
      units: this.#units,
      start,
      end,
      endsAt: (i: number) => this.#endsAt(i),
      usualGap: this.#usualGap,
      columns: this.#lines.columns,
    };
    return 1 / (1 + Math.exp(-headEvidence(place, open)));
  }

  /** Head lines that open one article, or several where each has a byline of its own. */
  #heads(start: number, end: number, sure: number, brief: boolean): void {
    const bylines: number[] = [];
    for (let i = start; i < end; i++) if (this.#units[i]!.shape === 'byline') bylines.push(i);
    let from = start;
    this.#start(sure, brief);
    for (const [b, at] of bylines.entries()) {
      const nextByline = bylines[b + 1];
      for (; from < at; from++) this.#add(from, 'head');
      this.#add(at, 'byline');
      from = at + 1;
      if (nextByline === undefined || nextByline === from) continue;
      // Lines between two bylines: the first one's text, then the second one's headline.
      for (; from < nextByline - 1; from++) this.#add(from, 'text');
      if (from < nextByline) this.#start(0.8);
    }
    if (bylines.length > 0) this.#afterByline(from, end);
    else this.#headLines(from, end);
  }

  #afterByline(start: number, end: number): void {
    const verse = end - start >= 3 && this.#units.slice(start, end).every(({ text }) => text.length <= 20);
    const part = verse || this.#endsAt(end) ? 'text' : 'subhead';
    for (let i = start; i < end; i++) this.#add(i, part);
  }

  #headLines(start: number, end: number): void {
    const list = end - start > MOST_HEADS;
    for (let i = start; i < end; i++) this.#add(i, list && i > start ? 'text' : 'head');
  }

  #textRun(start: number, end: number): void {
    for (let i = start; i < end; i++) {
      const { shape } = this.#units[i]!;
      if (shape === 'marker') this.#marker(i);
      else if (shape === 'credit') this.#creditLine(i);
      else if (shape === 'text') this.#paragraph(i, end);
    }
  }

  #marker(index: number): void {
    const from = comesFromElsewhere(this.#units[index]!);
    if (from && this.#last && this.#last.texts.length > 0) this.#close();
    this.#add(index, 'marker');
    if (!from) this.#close();
  }

  #creditLine(index: number): void {
    const open = this.#open;
    const last = open?.last;
    if (open && last && last.unit.role === undefined) {
      if (last.part === 'text' && (last.unit.trailing || last.unit.authorNote)) this.#start(0.8);
      else if (last.part === 'caption' || (last.part === 'text' && isPhotoText(last.unit, open)))
        this.#captionAbove(open, last.part, index);
    }
    this.#add(index, 'credit');
  }

  /** Makes the unit above a credit line its caption; behind a story the photo is an article of its own. */
  #captionAbove(open: ArticleDraft, part: 'caption' | 'text', index: number): void {
    const ofText = part === 'text';
    const story = open.texts.length > (ofText ? 1 : 0) || (ofText && open.count('byline') > 0);
    const alone = story && this.#isRunOver(index);
    const caption = open.takeLast()!;
    (alone ? this.#start(0.9) : open).add(caption, 'caption');
  }

  /** Whether no more plain text follows, so that a photo stands at the end and not within a story. */
  #isRunOver(index: number): boolean {
    const next = this.#goingOnAt(index + 1);
    return !next || next.shape !== 'text' || next.caption || next.credit !== undefined || next.leadIn !== undefined;
  }

  #paragraph(index: number, end: number): void {
    const unit = this.#units[index]!;
    const open = this.#open;
    const caption = unit.caption || isPhotoCredit(unit, open);
    if (open) this.#startInParagraph(open, caption, index, end);
    this.#add(index, caption || this.#isUnderCredit(open, unit) ? 'caption' : 'text');
    if (closesWithMarker(unit)) this.#close();
  }

  /** Starts another article where a paragraph in the open one, or a photo, opens one. */
  #startInParagraph(open: ArticleDraft, caption: boolean, index: number, end: number): void {
    const unit = this.#units[index]!;
    const hasText = open.texts.length > 0;
    if (hasText && opensWithMarker(unit)) this.#close();
    if (!this.#closed) this.#startAtText(open, index);
    if (unit.leadIn && this.#open === open) this.#summaryBeforeDateline(open);
    if (!caption) return;
    if (!this.#closed && open.isWholePhoto && unit.credit) this.#start(0.8);
    if (hasText && this.#isPhotoApart(open, index, end)) this.#start(0.85);
  }

  /** Starts a brief or a story without a headline where a paragraph opens one. */
  #startAtText(open: ArticleDraft, index: number): void {
    const unit = this.#units[index]!;
    if (isBrief(unit, open)) this.#start(0.8, true);
    else if (open.texts.length > 0 && opensHeadless(unit, open, this.#units[index - 1])) this.#start(0.65);
  }

  /** Whether a caption behind a story is that of another photo. */
  #isPhotoApart(open: ArticleDraft, index: number, end: number): boolean {
    if (open.pictured || open.texts.at(-1)?.unit.finished === false) return false;
    const credited = index + 1 < end && this.#units[index + 1]!.shape === 'credit';
    return !credited && this.#isRunOver(index);
  }

  /** Whether nothing but credits stands above a text, which is the photo's caption then. */
  #isUnderCredit(open: ArticleDraft | undefined, { leadIn }: FeaturedUnit): boolean {
    return open !== undefined && this.#open === open && open.count('credit') === open.items.length && !leadIn;
  }
}

function comesFromElsewhere({ markers }: FeaturedUnit): boolean {
  return markers.some(({ direction }) => direction === 'from');
}

function opensWithMarker({ markers }: FeaturedUnit): boolean {
  return markers.some(({ direction, start }) => direction === 'from' && start === 0);
}

function closesWithMarker({ markers, text }: FeaturedUnit): boolean {
  return markers.some(({ direction, end }) => direction === 'to' && text.slice(end).trim() === '');
}

/** Whether an article begins with a salutation: 编辑同志：. */
function isLetter({ texts }: ArticleDraft): boolean {
  const salutation = texts[0]?.unit.text ?? '';
  return salutation.length <= 16 && /[：:]$/u.test(salutation);
}

/**
 * Whether the names at the end of a paragraph took its photo: 摄影报道 signs a photo where the story above is signed
 * already.
 */
function isPhotoCredit({ text, credit, leadIn }: FeaturedUnit, open: ArticleDraft | undefined): boolean {
  if (credit === undefined || leadIn) return false;
  const end = text.slice(-12);
  return !/报道|整理/.test(end) || (/摄影报道[）)]?$/u.test(end) && open?.signed === true && open.texts.length > 0);
}

/** A dateline in a story that is signed, or after one that its author closed, opens a story without a headline. */
function opensHeadless({ leadIn, text }: FeaturedUnit, open: ArticleDraft, before: FeaturedUnit | undefined): boolean {
  if (!leadIn || !/[讯电]/u.test(text.slice(0, leadIn.end)) || before?.role === 'body') return false;
  if (before?.trailing || (open.last?.part === 'byline' && open.texts.length > 0)) return true;
  return !open.dated && open.signed;
}

/** A marked paragraph, or one with a dateline, under a column of briefs is a story of its own. */
function isBrief({ leadIn, mark }: FeaturedUnit, open: ArticleDraft): boolean {
  const [first] = open.texts;
  return (
    first !== undefined && open.ofBriefs && (leadIn !== undefined || (mark !== undefined && mark === first.unit.mark))
  );
}

/** Whether the paragraph above a credit line is the photo's caption, not the end of a story. */
function isPhotoText({ caption, leadIn, text }: FeaturedUnit, open: ArticleDraft): boolean {
  if (caption) return true;
  if (leadIn) return false;
  return open.texts.length === 1 || (text.length <= 220 && open.texts.at(-2)!.unit.finished);
}
