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

/**
 * The place of an offset in a document that has the text of the index: where there are thousands of them, much faster
 * than the document is. A byte order mark that stands in a document is a character of its first line.
 */
export function placeOf(lineIndex: LineIndex, offset: number): Position {
  const { line, column } = lineIndex.position(offset);
  return new Position(line, line === 0 ? offset : column);
}

/** The range of a span in a document that has the text of the index. */
export function rangeOfSpan(lineIndex: LineIndex, { start, end }: Span): Range {
  return new Range(placeOf(lineIndex, start), placeOf(lineIndex, end));
}

/** The range of a span in a text of which no document need be open. */
export function rangeIn(lineIndex: LineIndex, { start, end }: Span): Range {
  return rangeOf(lineIndex.position(start), lineIndex.position(end));
}

/** The range between two places. */
export function rangeOf(start: Place, end: Place): Range {
  return new Range(new Position(start.line, start.column), new Position(end.line, end.column));
}
