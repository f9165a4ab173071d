import type { LineRole } from '../corrections.ts';
import type { FeaturedUnit } from '../lines/features.ts';

/** What a unit is within its article; `head` lines are told apart later. */
export type Part = 'head' | 'byline' | 'text' | 'subhead' | 'caption' | 'credit' | 'marker';

/** A unit with its place in an article. */
export interface Item {
  readonly unit: FeaturedUnit;
  readonly part: Part;
}

/** How a byline says that who wrote the story took its photos too. */
const WITH_PHOTOS = /文[/／]?[图摄]|[图摄][/／]?文|摄影报道/u;

/** The part of a unit to which an editor gave a role. */
function partOf(role: LineRole | undefined): Part | undefined {
  switch (role) {
    case undefined:
    case 'furniture':
      return undefined;
    case 'column':
    case 'kicker':
    case 'headline':
    case 'deck':
      return 'head';
    case 'body':
      return 'text';
    default:
      return role;
  }
}

/**
 * An article while it is built: its units in order, and totals over them that are updated with each unit, so that a
 * unit of a long article costs no more than one of a short article.
 */
export class ArticleDraft {
  /** How sure it is that an article starts here, 0 to 1. */
  readonly sure: number;
  /** Whether it is one of several briefs under a common column head. */
  readonly brief: boolean;
  readonly #items: Item[] = [];
  readonly #texts: Item[] = [];
  readonly #counts: Record<Part, number> = {
    head: 0,
    byline: 0,
    text: 0,
    subhead: 0,
    caption: 0,
    credit: 0,
    marker: 0,
  };
  #textLength = 0;
  #dated = false;
  #signed = false;
  #ofBriefs = false;
  #ofNotice = false;
  #pictured = false;
  #ofNote = false;

  constructor(sure: number, brief: boolean) {
    this.sure = sure;
    this.brief = brief;
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  /** Its units of running text, captions left out. */
  get texts(): readonly Item[] {
    return this.#texts;
  }

  get last(): Item | undefined {
    return this.#items.at(-1);
  }

  count(part: Part): number {
    return this.#counts[part];
  }

  /** Length of text and captions, in UTF-16 code units. */
  get textLength(): number {
    return this.#textLength;
  }

  /** Whether a lead-in or a byline line says where and when it was filed. */
  get dated(): boolean {
    return this.#dated;
  }

  /** Whether anything in it says who wrote it. */
  get signed(): boolean {
    return this.#signed || this.#counts.byline > 0;
  }

  /** Whether it, or its head, belongs to a column of briefs. */
  get ofBriefs(): boolean {
    return this.brief || this.#ofBriefs;
  }

  /** Whether its byline says that who wrote it took its photos too: 文/图. */
  get pictured(): boolean {
    return this.#pictured;
  }

  /** Whether a head line is a notice's. */
  get ofNotice(): boolean {
    return this.#ofNotice;
  }

  /** Whether a head line heads a guide to the issue or an editor's note. */
  get ofNote(): boolean {
    return this.#ofNote;
  }

  /** Whether it is a photo without a headline that has its credit already. */
  get isWholePhoto(): boolean {
    const { caption, credit } = this.#counts;
    return caption > 0 && caption + credit === this.#items.length && this.last!.unit.credit !== undefined;
  }

  /** Adds a unit as `part`, or as the part that an editor's correction makes it. */
  add(unit: FeaturedUnit, part: Part): void {
    this.#push({ unit, part: partOf(unit.role) ?? part });
  }

  /** Removes the last unit and returns it. */
  takeLast(): FeaturedUnit | undefined {
    const item = this.#items.pop();
    if (!item) return undefined;
    this.#counts[item.part]--;
    if (item.part === 'text') this.#texts.pop();
    if (item.part === 'text' || item.part === 'caption') this.#textLength -= item.unit.text.length;
    return item.unit;
  }

  /** Turns the last `count` units into head lines. */
  headsFromLast(count: number): void {
    const units = Array.from({ length: count }, () => this.takeLast()!).reverse();
    for (const unit of units) this.add(unit, 'head');
  }

  #push(item: Item): void {
    const { unit, part } = item;
    this.#items.push(item);
    this.#counts[part]++;
    if (part === 'text') this.#texts.push(item);
    if (part === 'text' || part === 'caption') this.#textLength += unit.text.length;
    if (unit.leadIn || unit.trailing) this.#signed = true;
    if (unit.leadIn) this.#dated = true;
    if (part === 'byline') this.#noteByline(unit);
    if (part === 'head') this.#noteHead(unit);
  }

  #noteByline({ standing, text }: FeaturedUnit): void {
    if (standing?.dateline) this.#dated = true;
    if (WITH_PHOTOS.test(text)) this.#pictured = true;
  }

  #noteHead({ briefs, notice, guide, note }: FeaturedUnit): void {
    if (briefs) this.#ofBriefs = true;
    if (notice) this.#ofNotice = true;
    if (guide || note !== undefined) this.#ofNote = true;
  }
}
