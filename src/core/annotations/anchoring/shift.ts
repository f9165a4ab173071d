import type { Span } from '../../text/span.ts';

/** One replacement: `span` of the text before it became `text`. */
export interface ContentChange {
  readonly span: Span;
  readonly text: string;
}

/**
 * Where `span` stands after `change`, or null when the change took its whole text away.
 * Text put in at an edge stays outside (GATE leaves this to a setting; editors type particles and
 * commas there); text put in or taken out inside is part of it; a span that is itself typed over
 * by one line of text is a name corrected and stays.
 */
export function shiftSpan(span: Span, change: ContentChange): Span | null {
  const { start, end } = change.span;
  const grown = change.text.length - (end - start);
  if (end <= span.start) return { start: span.start + grown, end: span.end + grown };
  if (start >= span.end) return span;
  if (start === span.start && end === span.end) return retyped(span.start, change.text);
  if (start >= span.start && end <= span.end) return { start: span.start, end: span.end + grown };
  if (end < span.end) return { start: start + change.text.length, end: span.end + grown };
  if (start > span.start) return { start: span.start, end: start };
  return null;
}

/** Where a point stands after `change`; one inside the replaced text moves to where that began. */
export function shiftPoint(offset: number, change: ContentChange): number {
  const { start, end } = change.span;
  if (offset <= start) return offset;
  return offset > end ? offset + change.text.length - (end - start) : start;
}

/**
 * The changes of one edit, trimmed to what differs and with the last in the text first, so that each
 * can be applied to offsets that those after it have left alone. All are told against `before`.
 */
export function trimChanges(before: string, changes: readonly ContentChange[]): ContentChange[] {
  return changes.map((change) => trim(before, change)).sort((a, b) => b.span.start - a.span.start);
}

function retyped(start: number, text: string): Span | null {
  return text === '' || /[\r\n]/.test(text) ? null : { start, end: start + text.length };
}

function trim(before: string, { span, text }: ContentChange): ContentChange {
  const longest = Math.min(span.end - span.start, text.length);
  let head = 0;
  while (head < longest && before.charCodeAt(span.start + head) === text.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < longest - head && before.charCodeAt(span.end - 1 - tail) === text.charCodeAt(text.length - 1 - tail)) {
    tail += 1;
  }
  return { span: { start: span.start + head, end: span.end - tail }, text: text.slice(head, text.length - tail) };
}
