/**
 * Characters that a terminal obeys instead of showing them: control characters, marks that turn the direction of
 * writing, and the line breaks of Unicode.
 */
const OBEYED = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** Text of several lines that may go to a terminal: what a terminal obeys stands as `\u001b`, but for LF and tabs. */
export function printable(text: string): string {
  return text.replace(OBEYED, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

/** The same of what has to stay in one line: a message, the name of a file. */
export function printableLine(text: string): string {
  return text.replace(OBEYED, escaped);
}

/** A value as JSON in one line, in which a terminal finds nothing to obey; it reads back the same. */
export function printableJson(value: object): string {
  // JSON has the control characters below U+0020 escaped already, and none of the others outside strings.
  return JSON.stringify(value).replace(OBEYED, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
