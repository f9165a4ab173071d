import type { Choice } from '../../core/annotations/choices.ts';

/** The kinds of rows of Galley's views. */
export const ROW_KINDS = ['page', 'article', 'type', 'entity', 'mention', 'orphans', 'orphan'] as const;

/** What a row stands for. */
export type RowKind = (typeof ROW_KINDS)[number];

/**
 * The `contextValue` of a row: its kind, and the commands that can do something with it. The manifest's `viewItem`
 * clauses look for their command's name in it.
 */
export function rowContext(kind: RowKind, choices: readonly Choice[] = []): string {
  return [kind, ...choices].join(' ');
}
