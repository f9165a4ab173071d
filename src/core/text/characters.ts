/**
 * Counts characters as papers do: Han characters, punctuation marks and each digit or Latin letter;
 * no blanks, line breaks, zero-width or control characters. A surrogate pair is one character.
 */
export function countCharacters(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xdc00 && code <= 0xdfff && i > start && isHighSurrogate(text.charCodeAt(i - 1))) continue;
    if (isCounted(code)) count++;
  }
  return count;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isCounted(code: number): boolean {
  if (code < 0x3000) {
    if (code <= 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0xad || code === 0x1680) return false;
    if (code >= 0x300 && code <= 0x36f) return false;
    return (
      !(code >= 0x2000 && code <= 0x200f) && !(code >= 0x2028 && code <= 0x202f) && !(code >= 0x205f && code <= 0x206f)
    );
  }
  return code !== 0x3000 && code !== 0xfeff && !(code >= 0xfe00 && code <= 0xfe0f);
}
