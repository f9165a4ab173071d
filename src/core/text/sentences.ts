import type { Span } from './span.ts';

const ENDERS = new Set('。！？；!?;…');
const CLOSERS = new Set('”’」』）)】〕》〉"');

/**
 * The sentences of a text in order; together they cover it without gaps. A sentence ends after
 * 。！？； or …… and the closing marks that follow, and at a line break; blanks after it belong to it.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let i = 0;
  while (i < text.length) {
    const character = text[i]!;
    i++;
    const lineBreak = character === '\n' || character === '\r';
    if (!lineBreak && !ENDERS.has(character)) continue;
    // A half-width ; ! ? inside a web address or a code is no end.
    if (!lineBreak && character <= '~' && /[\w&#/]/.test(text[i] ?? '')) continue;
    while (i < text.length && (ENDERS.has(text[i]!) || CLOSERS.has(text[i]!))) i++;
    while (i < text.length && /\s/.test(text[i]!)) i++;
    sentences.push({ start, end: i });
    start = i;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
