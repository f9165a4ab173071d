/** A piece of a pattern: its source as it stands, or words of which any may stand there. */
export type PatternPiece = string | readonly string[];

/**
 * A regular expression with the flag `u`, written over several lines: each line break with the blanks around it is
 * left out, backslashes stand for themselves, `${…}` puts in a named piece or a list of words.
 */
export function pattern(strings: TemplateStringsArray, ...pieces: readonly PatternPiece[]): RegExp {
  return new RegExp(sourceOf(strings, pieces), 'u');
}

/** The same with other flags. */
export function patternWith(
  flags: string,
): (strings: TemplateStringsArray, ...pieces: readonly PatternPiece[]) => RegExp {
  return (strings, ...pieces) => new RegExp(sourceOf(strings, pieces), flags);
}

/** A named piece for other patterns, written like a `pattern`; repeated, looked around and joined as one. */
export function part(strings: TemplateStringsArray, ...pieces: readonly PatternPiece[]): string {
  return `(?:${sourceOf(strings, pieces)})`;
}

/** The piece that stands for any of the words: the longest that fits is taken. For no words it fits nowhere. */
export function anyOf(words: readonly string[]): string {
  const isSingle = (word: string): boolean => [...word].length === 1;
  const longer = words.filter((word) => !isSingle(word)).sort((a, b) => b.length - a.length);
  const single = words.filter(isSingle);
  const pieces = longer.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  if (single.length > 0) pieces.push(`[${single.map((character) => character.replace(/[\\\]^-]/g, '\\$&')).join('')}]`);
  return pieces.length > 0 ? `(?:${pieces.join('|')})` : '[]';
}

function sourceOf({ raw }: TemplateStringsArray, pieces: readonly PatternPiece[]): string {
  return raw
    .map((text, i) => {
      const piece = pieces[i - 1] ?? '';
      return (typeof piece === 'string' ? piece : anyOf(piece)) + text.replace(/[ \t]*\r?\n[ \t]*/g, '');
    })
    .join('');
}
