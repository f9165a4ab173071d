import { lastNotAbove } from './sorted.ts';
import type { Span } from './span.ts';

/** A place in a text: `line` and `column` from 0, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where the lines of a text start and end. Line breaks are LF, CRLF and a lone CR, as in VS Code;
 * a line's span leaves its break out, and a byte order mark at the start of the text belongs to no line.
 */
export class LineIndex {
  readonly text: string;
  readonly #starts: number[];
  readonly #ends: number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
    this.#ends = [];
    const lineBreak = /\r\n?|\n/g;
    for (let found = lineBreak.exec(text); found; found = lineBreak.exec(text)) {
      this.#ends.push(found.index);
      this.#starts.push(lineBreak.lastIndex);
    }
    this.#ends.push(text.length);
  }

  /** Number of lines; an empty text has one. */
  get count(): number {
    return this.#starts.length;
  }

  /** The span of line `line` (from 0) without its line break. Throws a RangeError outside the text. */
  span(line: number): Span {
    const start = this.#starts[line];
    const end = this.#ends[line];
    if (start === undefined || end === undefined) throw new RangeError(`no line ${line} in ${this.count}`);
    return { start, end };
  }

  /** The characters of line `line` (from 0) without its line break. */
  line(line: number): string {
    const { start, end } = this.span(line);
    return this.text.slice(start, end);
  }

  /** The line (from 0) that holds `offset`; a line break belongs to the line that it ends. */
  lineAt(offset: number): number {
    return lastNotAbove(this.#starts, offset);
  }

  /** Line and column (both from 0) of `offset`. */
  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, column: Math.max(0, offset - this.#starts[line]!) };
  }
}
