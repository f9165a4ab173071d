import type { RosterEntry } from './roster.ts';

/** Something that may be put in place of what was typed. */
export interface Proposal {
  readonly entry: RosterEntry;
  /** What is put into the text: a name, an alias, or a title and the name. */
  readonly text: string;
  /** How many of the characters before the cursor it takes the place of: its beginning, as typed. */
  readonly typed: number;
}

/**
 * What brings completion up: a key (`asked`), or typing, with the number of characters that were put in last: one
 * by a key, several by an input method at once.
 */
export type Occasion = 'asked' | { readonly typed: number };

/**
 * What a roster has to go on with behind `before`, the text before the cursor in its line. What was asked for by
 * key is all that fits, and everything where nothing has been begun. While one types, two Han characters of a name must
 * be there; of a person the surname is enough where it was typed alone, not as the end of a word (提高 is no 高).
 */
export function complete(entries: readonly RosterEntry[], before: string, occasion: Occasion): Proposal[] {
  const asked = occasion === 'asked';
  const proposals = entries.flatMap((entry) => {
    const oneIsEnough = asked || (entry.type === 'person' && occasion.typed <= 1);
    return [entry.name, ...entry.aliases].flatMap((form) => {
      const typed = begun(before, form);
      if (typed === 0 || (typed === 1 && !oneIsEnough && /^\p{Script=Han}/u.test(form))) return [];
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

/** How much of `form`, but not all, stands at the end of `before`; not where it is the end of a Latin word or number. */
function begun(before: string, form: string): number {
  for (let length = Math.min(before.length, form.length - 1); length > 0; length--) {
    if (!before.endsWith(form.slice(0, length))) continue;
    return isInWord(before, before.length - length) ? 0 : length;
  }
  return 0;
}

/** Whether a text has Latin letters or digits on both sides of a place. */
function isInWord(text: string, at: number): boolean {
  return /[\p{Script=Latin}\p{Nd}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1));
}
