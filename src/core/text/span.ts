/**
 * A half-open range `[start, end)` of UTF-16 code units in one text: the only currency for
 * positions inside Galley. Lines, columns and code points are converted at the edges.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in the span; its end counts as outside. */
export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** Whether `inner` lies wholly in `outer`; equal spans do. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
