import type { Span } from './span.ts';

/** A character that a reader cannot see. */
export interface HiddenCharacter extends Span {
  readonly codePoint: number;
}

/**
 * What Unicode says may be left out when drawn (zero-width blanks and joiners, direction marks, soft hyphens,
 * byte order marks within the text, Hangul fillers), but for the selectors that choose between the forms of one
 * Han character and the joiner inside an emoji.
 */
const HIDDEN =
  /(?!(?<=\p{Extended_Pictographic}\p{Variation_Selector}?)\u200d|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

/** The hidden characters of a text in order. */
export function findHiddenCharacters(text: string): HiddenCharacter[] {
  return Array.from(text.matchAll(HIDDEN), ({ 0: character, index }) => ({
    start: index,
    end: index + character.length,
    codePoint: character.codePointAt(0)!,
  }));
}
