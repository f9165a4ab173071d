import type { Span } from '../../text/span.ts';
import type { Quote } from '../records/annotation.ts';
import { snapToCodePoint, toLineFeeds } from './codePoints.ts';

/** Code units of context on each side of a quote, as Hypothesis stores them. */
const CONTEXT = 32;

/** The quote of `span` with its context, line breaks as LF; no surrogate pair is cut. */
export function makeQuote(text: string, span: Span): Quote {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const from = snapToCodePoint(text, Math.max(first, span.start - CONTEXT), 'end');
  const to = snapToCodePoint(text, Math.min(text.length, span.end + CONTEXT), 'start');
  return {
    exact: toLineFeeds(text.slice(span.start, span.end)),
    prefix: toLineFeeds(text.slice(from, span.start)),
    suffix: toLineFeeds(text.slice(span.end, to)),
  };
}

/** Whether two texts are the same once stored: a lone surrogate is stored as U+FFFD in UTF-8. */
export function sameText(a: string, b: string): boolean {
  return a === b || a.toWellFormed() === b.toWellFormed();
}
