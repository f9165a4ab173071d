import type { EntityType } from '../entities/mention.ts';
import type { Span } from '../text/span.ts';

/** What the editor decided: tagged by hand, accepted a suggestion, changed its type, rejected it. */
export type Decision = 'tagged' | 'accepted' | 'changed' | 'rejected';

/** One decision of an editor about one place in the text. */
export interface Annotation {
  /** Stable over edits, saves and restarts: `urn:uuid:…`. */
  readonly id: string;
  readonly type: EntityType;
  readonly decision: Decision;
  /** Where it stands now; `null` for an orphan whose place is not sure. */
  readonly span: Span | null;
  /** The text it was made on, with a little context, to find it again. */
  readonly quote: Quote;
  /** ISO 8601 instant of the decision. */
  readonly created: string;
  /** Who decided. */
  readonly creator: string;
}

/** A TextQuoteSelector of the W3C Web Annotation model. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
