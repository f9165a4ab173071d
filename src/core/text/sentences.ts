import { BLANKS, CharSet } from './charSet.ts';
import type { Span } from './span.ts';

const ENDERS = new CharSet('。！？；!?;…');
const BREAKS = new CharSet('\n\r');
const ENDERS_AND_CLOSERS = new CharSet('。！？；!?;…”’」』）)】〕》〉"');
const BLANK = new CharSet(BLANKS);

/**
 * The sentences of a text in order; together they cover it without gaps. A sentence ends after
 * 。！？； or …… and the closing marks that follow, and at a line break; blanks after it belong to it.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    i++;
    const lineBreak = BREAKS.has(code);
    if (!lineBreak && !ENDERS.has(code)) continue;
    // A half-width ; ! ? inside a web address or a code is no end.
    if (!lineBreak && code < 0x7f && /[\w&#/]/.test(text[i] ?? '')) continue;
    while (ENDERS_AND_CLOSERS.has(text.charCodeAt(i))) i++;
    while (BLANK.has(text.charCodeAt(i))) i++;
    sentences.push({ start, end: i });
    start = i;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
