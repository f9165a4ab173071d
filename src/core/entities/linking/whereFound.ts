import type { Extraction, Mention } from '../mention.ts';

/**
 * The mention that speaks for one that was found by what the issue says elsewhere: the first of its type that is
 * written `name` and was found by more than the memory of it. Nothing if an edit took it away.
 */
export function whereFound({ mentions }: Extraction, { type, span }: Mention, name: string): Mention | undefined {
  return mentions.find(
    (other) =>
      other.type === type &&
      other.text === name &&
      other.span.start !== span.start &&
      other.evidence.some(({ kind }) => kind !== 'memory'),
  );
}
