import { lastNotAbove } from './sorted.ts';
import type { Span } from './span.ts';

/**
 * Finds among many things with spans those at a place, in logarithmic time and as many steps as there are such: an
 * implicit tree over the things in the order of their starts, each node with the last end of all below it.
 */
export class SpanIndex<Thing extends { readonly span: Span }> {
  readonly #things: readonly Thing[];
  readonly #starts: readonly number[];
  readonly #reach: number[];

  /** `things` ascend by start. */
  constructor(things: readonly Thing[]) {
    this.#things = things;
    this.#starts = things.map(({ span }) => span.start);
    this.#reach = new Array<number>(things.length);
    this.#measure(0, things.length);
  }

  /** The things whose span holds `offset` or ends there, in their order. */
  at(offset: number): Thing[] {
    const found: Thing[] = [];
    this.#collect(0, this.#things.length, offset, found);
    return found;
  }

  /**
   * Whether a thing lies wholly in `span`. Only those that begin in it and end behind it are looked at in vain, and
   * those all hold its last character.
   */
  anyIn({ start, end }: Span): boolean {
    for (let index = this.#firstFrom(start); index < this.#things.length; index += 1) {
      const { span } = this.#things[index]!;
      if (span.start >= end) return false;
      if (span.end <= end) return true;
    }
    return false;
  }

  #firstFrom(start: number): number {
    if (this.#starts.length === 0) return 0;
    const last = lastNotAbove(this.#starts, start - 1);
    return this.#starts[last]! < start ? last + 1 : last;
  }

  #measure(low: number, high: number): number {
    if (low >= high) return -1;
    const middle = (low + high) >> 1;
    const below = Math.max(this.#measure(low, middle), this.#measure(middle + 1, high));
    return (this.#reach[middle] = Math.max(this.#things[middle]!.span.end, below));
  }

  #collect(low: number, high: number, offset: number, found: Thing[]): void {
    if (low >= high) return;
    const middle = (low + high) >> 1;
    if (this.#reach[middle]! < offset) return;
    this.#collect(low, middle, offset, found);
    const thing = this.#things[middle]!;
    if (thing.span.start > offset) return;
    if (thing.span.end >= offset) found.push(thing);
    this.#collect(middle + 1, high, offset, found);
  }
}
