import type { Span } from '../../text/span.ts';
import type { Candidate } from '../candidate.ts';
import type { PersonTitle } from '../mention.ts';

/** A mention with its place in the file, before it belongs to an entity. */
export interface PlacedMention {
  readonly candidate: Candidate;
  readonly text: string;
  /** The same without the blanks that set its characters apart on the page. */
  readonly written: string;
  readonly pieces: readonly Span[];
  /** The titles that stand with it, if it is a person. */
  readonly titles: readonly PersonTitle[];
}
