import type { Span } from './span.ts';

/** All places where `word` stands in a text to the letter, none overlapping another; none for an empty word. */
export function occurrencesOf(text: string, word: string): Span[] {
  const places: Span[] = [];
  if (word === '') return places;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push({ start: at, end: at + word.length });
  }
  return places;
}
