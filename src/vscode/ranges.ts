import { Range, type TextDocument } from 'vscode';
import type { Span } from '../core/text/span.ts';

/** The range of a span in a document that still has the text to which the span belongs. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** The span of a range. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
