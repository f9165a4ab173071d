/** The groups of a line that blanks set apart. */
export function slogansOf(text: string): string[] {
  return text.trim().split(/[ \u3000]+/u);
}

/** Whether a line is a pair or triple of short groups set apart by a blank, as slogans and headlines are. */
export function isSloganPair(text: string): boolean {
  const groups = slogansOf(text);
  if (groups.length < 2 || groups.length > 4) return false;
  const lengths = groups.map(({ length }) => length);
  if (Math.max(...lengths) > Math.min(...lengths) * 2.7) return false;
  return groups.every((group) => group.length >= 3 && group.length <= 14 && /\p{Script=Han}/u.test(group));
}
