/**
 * Finds a name by how it is said. `said` are the syllables of its characters in Hanyu Pinyin without tones, with
 * blanks between them; `typed` are letters and digits: whole syllables or what they begin with, one after the other
 * (liujian, lj, liuj, ljian), the last one cut short anywhere. One letter alone must begin the name.
 * Gives the syllables that were meant, without blanks; undefined where none fit.
 */
export function saidAs(said: string, typed: string): string | undefined {
  if (typed === '') return undefined;
  const syllables = said.split(' ');
  const starts = typed.length === 1 ? 1 : syllables.length;
  for (let first = 0; first < starts; first++) {
    const last = endOf(syllables, first, typed);
    if (last !== undefined) return syllables.slice(first, last).join('');
  }
  return undefined;
}

/** The letters of what was typed to be taken for Pinyin; empty where it holds anything else. */
export function pinyinTyped(query: string): string {
  const letters = query
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s'’]+/g, '');
  return /^[a-z][a-z\d]*$/.test(letters) ? letters : '';
}

/** Behind which syllable all of `typed` is used up, beginning with syllable `first`. */
function endOf(syllables: readonly string[], first: number, typed: string): number | undefined {
  // How many letters may be used up by now; each of them is looked at once a syllable.
  let used: ReadonlySet<number> = new Set([0]);
  for (let at = first; at < syllables.length && used.size > 0; at++) {
    const syllable = syllables[at]!;
    const next = new Set<number>();
    for (const from of used) {
      if (syllable.startsWith(typed.slice(from))) return at + 1;
      for (const part of new Set([syllable, initialOf(syllable), syllable.slice(0, 1)]))
        if (part !== '' && typed.startsWith(part, from)) next.add(from + part.length);
    }
    used = next;
  }
  return undefined;
}

function initialOf(syllable: string): string {
  return /^[zcs]h/.exec(syllable)?.[0] ?? syllable.slice(0, 1);
}
