import type { EntityLexicons } from './entityLexicons.ts';

/** Longer names of divisions are rare. */
const LONGEST = 14;

/** Where the division begins whose full name, of `least` characters or more, ends at `end`; nothing where none does. */
export function divisionBefore(
  text: string,
  end: number,
  least: number,
  places: EntityLexicons['places'],
): number | undefined {
  for (let at = Math.max(0, end - LONGEST); at <= end - least; at++)
    if (places.getAt(text, at, end)?.kind === 'full') return at;
  return undefined;
}
