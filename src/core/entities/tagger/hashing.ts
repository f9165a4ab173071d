import { mix, spread } from '../../text/hash.ts';

/** What stands in for the characters and words before and behind the sentence. */
export const OUTSIDE = 1;

/** Full-width letters and digits as narrow ones; every digit is one digit, every letter one letter. */
export function plain(code: number): number {
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (narrow >= 0x30 && narrow <= 0x39) return 0x30;
  if ((narrow >= 0x41 && narrow <= 0x5a) || (narrow >= 0x61 && narrow <= 0x7a)) return 0x61;
  return narrow < 0x80 ? narrow : code;
}

/** The hash of a word, letters and digits as `plain` has them. */
export function hashOf(word: string): number {
  let hash = word.length;
  for (let i = 0; i < word.length; i++) hash = mix(hash, spread(plain(word.charCodeAt(i))));
  return hash;
}

/** What a character is by its form alone, as a number from 0 to 6. */
export function shapeOf(code: number): number {
  if (code === OUTSIDE) return 0;
  if (code === 0x30) return 1;
  if (code === 0x61) return 2;
  if (code >= 0x4e00 && code <= 0x9fff) return 3;
  if (code === 0xb7 || code === 0x2022 || code === 0x30fb) return 4;
  if (code === 0x3001 || code === 0xff0c || code === 0x3002 || code === 0xff1b) return 5;
  return 6;
}
