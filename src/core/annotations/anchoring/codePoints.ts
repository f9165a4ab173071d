import { lowerBound } from '../../text/sorted.ts';

/** A text as it is counted and hashed outside: line breaks as LF, no byte order mark. */
export function normalizeText(text: string): string {
  return toLineFeeds(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}

/** A piece of text with every line break written as LF. */
export function toLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Moves `offset` off the middle of a surrogate pair, to the side named. */
export function snapToCodePoint(text: string, offset: number, side: 'start' | 'end'): number {
  return splitsPair(text, offset) ? offset + (side === 'start' ? -1 : 1) : offset;
}

/**
 * Converts UTF-16 offsets of a text to positions in its normalised form and back, each in logarithmic
 * time after one pass over the text. The units are `codePoint`, as the Web Annotation model counts
 * (formats.md "Unit of offsets"; a lone surrogate counts as one), or `codeUnit` of the normalised text.
 */
export class PositionMap {
  /** Number of positions in the normalised text: the position of its end. */
  readonly length: number;
  readonly #textLength: number;
  /** Offsets of the code units that do not count, ascending. */
  readonly #skipped: number[];

  constructor(text: string, unit: 'codePoint' | 'codeUnit') {
    this.#skipped = skippedUnits(text, unit === 'codePoint');
    this.#textLength = text.length;
    this.length = text.length - this.#skipped.length;
  }

  /** The position of UTF-16 offset `offset` of the text. */
  toPosition(offset: number): number {
    return offset - this.#countBelow(offset);
  }

  /** The UTF-16 offset of `position`; one beyond the end gives the end of the text. */
  toOffset(position: number): number {
    if (position >= this.length) return this.#textLength;
    // The k-th skipped unit stands at position skipped[k] - k: all with that at or below are passed.
    return position + lowerBound(this.#skipped.length, (index) => this.#skipped[index]! - index <= position);
  }

  #countBelow(offset: number): number {
    return lowerBound(this.#skipped.length, (index) => this.#skipped[index]! < offset);
  }
}

function skippedUnits(text: string, countPairsOnce: boolean): number[] {
  const skipped: number[] = [];
  if (text.charCodeAt(0) === 0xfeff) skipped.push(0);
  for (let offset = 1; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit === 0x0a) {
      if (text.charCodeAt(offset - 1) === 0x0d) skipped.push(offset);
    } else if (countPairsOnce && unit >= 0xdc00 && unit <= 0xdfff && splitsPair(text, offset)) {
      skipped.push(offset);
    }
  }
  return skipped;
}

function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
