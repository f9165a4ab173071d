import type { Span } from '../../text/span.ts';
import type { Annotation, Quote } from '../records/annotation.ts';
import { normalizeText, PositionMap, toLineFeeds } from './codePoints.ts';
import { sameText } from './quote.ts';
import type { StoredAnnotation } from '../records/sidecar.ts';

/**
 * Puts stored annotations into `text`. A position counts where the quote stands at it to the letter;
 * else the one place where the quote stands with all its context; else the annotation is an orphan,
 * with a null span.
 */
export function placeAnnotations(text: string, stored: readonly StoredAnnotation[]): Annotation[] {
  const positions = new PositionMap(text, 'codePoint');
  const finder = new QuoteFinder(text);
  return stored.map(({ position, ...annotation }) => {
    if (position && position.end <= positions.length) {
      const span = { start: positions.toOffset(position.start), end: positions.toOffset(position.end) };
      if (sameText(toLineFeeds(text.slice(span.start, span.end)), annotation.quote.exact)) {
        return { ...annotation, span };
      }
    }
    return { ...annotation, span: finder.find(annotation.quote) };
  });
}

/** Finds quotes in one text. */
export class QuoteFinder {
  readonly #normal: string;
  readonly #units: PositionMap;

  constructor(text: string) {
    this.#normal = normalizeText(text);
    this.#units = new PositionMap(text, 'codeUnit');
  }

  /** The one place where the quote stands with all its context; null where there is none or more than one. */
  find({ prefix, exact, suffix }: Quote): Span | null {
    if (exact === '') return null;
    const wanted = prefix + exact + suffix;
    const found = this.#normal.indexOf(wanted);
    if (found < 0 || this.#normal.indexOf(wanted, found + 1) >= 0) return null;
    const start = found + prefix.length;
    return { start: this.#units.toOffset(start), end: this.#units.toOffset(start + exact.length) };
  }
}
