import type { EntityType } from '../../entities/mention.ts';
import type { LineRole } from '../../structure/corrections.ts';
import type { Span } from '../../text/span.ts';

/** What the editor decided of a tag: made by hand, accepted a suggestion, changed its type, rejected it. */
export type TagDecision = 'tagged' | 'accepted' | 'changed' | 'rejected';

/** What every decision of an editor about one place in the text has. */
interface Decided {
  /** Stable over edits, saves and restarts: `urn:uuid:…`. */
  readonly id: string;
  /** Where it stands now; `null` for an orphan whose place is not sure. */
  readonly span: Span | null;
  /** The text it was made on, with a little context, to find it again. */
  readonly quote: Quote;
  /** ISO 8601 instant of the decision. */
  readonly created: string;
  /** Who decided. */
  readonly creator: string;
}

/** A decision about who or what is mentioned. */
export interface TagAnnotation extends Decided {
  readonly decision: TagDecision;
  readonly type: EntityType;
}

/**
 * A decision about what a line is, against whatever the parse thinks of it. Its span begins with the line's first
 * character that is no blank; of a long line it holds the beginning only.
 */
export interface LineAnnotation extends Decided {
  readonly decision: 'lineRole';
  /** Null where that is left to the parse. */
  readonly role: LineRole | null;
  /** Whether an article begins with the line; where false that is left to the parse. */
  readonly startsArticle: boolean;
}

/** One decision of an editor about one place in the text. */
export type Annotation = TagAnnotation | LineAnnotation;

/** Whether it is a decision about a line. */
export function isLineAnnotation(annotation: Annotation): annotation is LineAnnotation {
  return annotation.decision === 'lineRole';
}

/** Whether it is a decision about a mention. */
export function isTagAnnotation(annotation: Annotation): annotation is TagAnnotation {
  return annotation.decision !== 'lineRole';
}

/** A TextQuoteSelector of the W3C Web Annotation model. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
