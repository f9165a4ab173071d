import type { RosterEntry } from './roster.ts';

/** Something that may be put in place of what was typed. */
export interface Proposal {
  readonly entry: RosterEntry;
  /** What is put into the text: a name, an alias, or a title and the name. */
  readonly text: string;
  /** How many of the characters before the cursor it takes the place of: its beginning, as typed. */
  readonly typed: number;
}

/** Of these the surname alone tells enough; of other names two characters must be there. */
const SHORTEST = { person: 1, other: 2 };

/**
 * What a roster has to go on with behind `before`, the text before the cursor in its line. What was asked for by
 * key (`asked`) is all that fits, and everything where nothing has been begun.
 */
export function complete(entries: readonly RosterEntry[], before: string, asked: boolean): Proposal[] {
  const proposals = entries.flatMap((entry) => {
    const shortest = asked || entry.type === 'person' ? SHORTEST.person : SHORTEST.other;
    return [entry.name, ...entry.aliases].flatMap((form) => {
      const typed = begun(before, form);
      if (typed < shortest) return [];
      const name: Proposal = { entry, text: form, typed };
      return form === entry.name ? [name, ...titled(entry, typed)] : [name];
    });
  });
  if (proposals.length > 0 || !asked) return proposals;
  return entries.flatMap((entry) => [{ entry, text: entry.name, typed: 0 }, ...titled(entry, 0)]);
}

/** The characters with which completion may begin: all of a name but the last. */
export function beginnings(entries: readonly RosterEntry[]): string[] {
  const characters = new Set<string>();
  for (const { name, aliases } of entries)
    for (const form of [name, ...aliases]) for (const one of [...form].slice(0, -1)) characters.add(one);
  return [...characters].filter((one) => one.length === 1 && one.trim() !== '');
}

function titled(entry: RosterEntry, typed: number): Proposal[] {
  const [title] = entry.titles;
  return entry.type === 'person' && title !== undefined ? [{ entry, text: title + entry.name, typed }] : [];
}

/** How much of `form`, but not all, stands at the end of `before`. */
function begun(before: string, form: string): number {
  for (let length = Math.min(before.length, form.length - 1); length > 0; length--) {
    if (before.endsWith(form.slice(0, length))) return length;
  }
  return 0;
}
