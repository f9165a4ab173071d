import { lastNotAbove, lowerBound } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';

/**
 * The running text of a paragraph or article: its pieces in the file put together with the breaks
 * between them left out, and the way back to the file's offsets.
 */
export class HealedText {
  readonly text: string;
  readonly #pieces: readonly Span[];
  /** Where each piece starts in `text`. */
  readonly #starts: readonly number[];

  /** `pieces` ascend in `source` and do not overlap. */
  constructor(source: string, pieces: readonly Span[]) {
    this.#pieces = pieces;
    const starts: number[] = [];
    const parts: string[] = [];
    let length = 0;
    for (const { start, end } of pieces) {
      starts.push(length);
      parts.push(source.slice(start, end));
      length += end - start;
    }
    this.#starts = starts;
    this.text = parts.join('');
  }

  /**
   * The places in the file of a span of `text`: one, or one for each piece that it touches. An empty
   * span gives one empty place. A span outside the text is cut to it.
   */
  toSource(span: Span): Span[] {
    const start = Math.max(0, Math.min(span.start, this.text.length));
    const end = Math.max(start, Math.min(span.end, this.text.length));
    const places: Span[] = [];
    let i = lastNotAbove(this.#starts, start);
    for (; i < this.#pieces.length; i++) {
      const piece = this.#pieces[i]!;
      const shift = piece.start - this.#starts[i]!;
      const from = Math.max(piece.start, start + shift);
      const to = Math.min(piece.end, end + shift);
      if (from < to || (start === end && from <= to)) places.push({ start: from, end: to });
      if (end + shift <= piece.end) break;
    }
    return places;
  }

  /** The offset in `text` of an offset in the file, or nothing if no piece holds it. */
  fromSource(offset: number): number | undefined {
    const index = lowerBound(this.#pieces.length, (one) => this.#pieces[one]!.end < offset);
    const piece = this.#pieces[index];
    return piece && piece.start <= offset ? this.#starts[index]! + offset - piece.start : undefined;
  }
}
