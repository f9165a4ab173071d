import { Position, Range, type TextDocument } from 'vscode';
import type { LineIndex, Position as Place } from '../core/text/lineIndex.ts';
import type { Span } from '../core/text/span.ts';

/** The range of a span in a document that still has the text to which the span belongs. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** The span of a range. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** The range of a span in a text of which no document need be open. */
export function rangeIn(lineIndex: LineIndex, { start, end }: Span): Range {
  return rangeOf(lineIndex.position(start), lineIndex.position(end));
}

/** The range between two places. */
export function rangeOf(start: Place, end: Place): Range {
  return new Range(new Position(start.line, start.column), new Position(end.line, end.column));
}
