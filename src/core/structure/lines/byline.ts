import type { Span } from '../../text/span.ts';
import type { NamedSpan } from '../issue.ts';

/** A byline, dateline or credit found in one line; offsets are those of the line's text. */
export interface BylineMatch extends Span {
  readonly people: readonly NamedSpan[];
  readonly places: readonly Span[];
  readonly media: readonly Span[];
  /** Whether it names where and when the story was filed (…电, …讯), or the reporter of a whole story. */
  readonly dateline: boolean;
}

/** A match that names people and perhaps media, and no dateline. */
export function bylineOf({ start, end }: Span, people: readonly NamedSpan[], media: readonly Span[] = []): BylineMatch {
  return { start, end, people, places: [], media, dateline: false };
}

/** Names that stand one behind the other from `start`. */
export function namesFrom(start: number, names: readonly string[]): NamedSpan[] {
  return names.map((name) => {
    const span = { start, end: start + name.length, name };
    start = span.end;
    return span;
  });
}

/** The match with all its offsets moved. */
export function movedBy(match: BylineMatch, by: number): BylineMatch {
  if (by === 0) return match;
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  return {
    ...move(match),
    people: match.people.map(move),
    places: match.places.map(move),
    media: match.media.map(move),
  };
}
