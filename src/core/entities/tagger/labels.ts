import type { EntityType } from '../mention.ts';

/** The types that the tagger knows, in the order of its labels. */
export const TAGGED_TYPES = ['person', 'place', 'organization'] as const satisfies readonly EntityType[];

/** Where a character stands in a name: begin, inside, end, or the whole of it. */
export const BEGIN = 0;
export const INSIDE = 1;
export const END = 2;
export const SINGLE = 3;

/** Label 0 is outside of names; four labels for each type follow (BIOES). */
export const LABELS = 1 + 4 * TAGGED_TYPES.length;

/** The label of a character at `part` of a name of the type at `type`. */
export function labelOf(type: number, part: number): number {
  return 1 + 4 * type + part;
}

/** Whether the label `to` may follow the label `from`; the text's ends count as outside. */
export function mayFollow(from: number, to: number): boolean {
  const partOf = (label: number) => (label === 0 ? SINGLE : (label - 1) & 3);
  const goesOn = partOf(from) === BEGIN || partOf(from) === INSIDE;
  const continues = partOf(to) === INSIDE || partOf(to) === END;
  if (goesOn !== continues) return false;
  return !goesOn || (from - 1) >> 2 === (to - 1) >> 2;
}
