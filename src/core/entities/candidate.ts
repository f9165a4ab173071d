import type { Span } from '../text/span.ts';
import type { EntityType, Evidence } from './mention.ts';
import type { Sentence } from './tokens/sentence.ts';

/**
 * What a source proposes: a span of the text it was given, with the probability that type and both
 * ends are right. Sources know nothing of each other; `resolve` decides between them. A trained
 * tagger is one more source.
 */
export interface Candidate extends Span {
  readonly type: EntityType;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** The name of the entity that it means, where the source knows it; otherwise the text itself is the name. */
  readonly entity?: string;
  /** What the confidence is at least, since something outside of what a tagger sees speaks for it: the issue, a chain of divisions. */
  readonly atLeast?: number;
  /** What the source proposed, where the annotation guide has other ends: what a tagger says of that is meant. */
  readonly readAs?: Span & { readonly type: EntityType };
  /** Whether the form alone says what it is, so that no tagger is asked. */
  readonly settled?: true;
}

/** Something that proposes candidates for a sentence: a rule source, a tagger. */
export interface CandidateSource {
  /** The candidates of a sentence, in no order, with offsets within it. */
  find(sentence: Sentence): readonly Candidate[];
}

/** The types that name somebody or something and therefore never overlap each other. */
export function isNameType(type: EntityType): boolean {
  return type === 'person' || type === 'place' || type === 'organization';
}

/** Whether two candidates say the same in all fields. */
export function isSameCandidate(one: Candidate, other: Candidate): boolean {
  return (
    one.type === other.type &&
    one.start === other.start &&
    one.end === other.end &&
    one.confidence === other.confidence &&
    one.entity === other.entity &&
    one.atLeast === other.atLeast &&
    one.settled === other.settled &&
    one.readAs?.type === other.readAs?.type &&
    one.readAs?.start === other.readAs?.start &&
    one.readAs?.end === other.readAs?.end &&
    one.evidence.length === other.evidence.length &&
    one.evidence.every(({ kind, value }, index) => {
      const same = other.evidence[index]!;
      return kind === same.kind && value === same.value;
    })
  );
}

/** The candidate moved by `offset`. */
export function shifted(candidate: Candidate, offset: number): Candidate {
  const { start, end, readAs } = candidate;
  const moved = { ...candidate, start: start + offset, end: end + offset };
  return readAs ? { ...moved, readAs: { ...readAs, start: readAs.start + offset, end: readAs.end + offset } } : moved;
}
