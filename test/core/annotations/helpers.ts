import type { TagAnnotation, TagDecision } from '../../../src/core/annotations/records/annotation.ts';
import { makeQuote } from '../../../src/core/annotations/anchoring/quote.ts';
import type { EntityType, Mention } from '../../../src/core/entities/mention.ts';
import type { Span } from '../../../src/core/text/span.ts';

/** The first place of `part` in `text`. */
export function spanOf(text: string, part: string, from = 0): Span {
  const start = text.indexOf(part, from);
  if (start < 0) throw new Error(`no ${part} in ${text}`);
  return { start, end: start + part.length };
}

/** An annotation of `span`, with an id made from `name`. */
export function annotate(
  text: string,
  span: Span,
  name = `${span.start}`,
  type: EntityType = 'person',
  decision: TagDecision = 'tagged',
): TagAnnotation {
  return {
    id: `urn:uuid:${name}`,
    type,
    decision,
    span,
    quote: makeQuote(text, span),
    created: '2026-03-01T08:00:00.000Z',
    creator: '编辑甲',
  };
}

/** A mention as the engine gives it. */
export function mention(text: string, type: EntityType, part: string, entity = `${type}:${part}`, from = 0): Mention {
  const span = spanOf(text, part, from);
  return { type, span, pieces: [span], text: part, confidence: 0.9, evidence: [{ kind: 'segmenter' }], entity };
}
