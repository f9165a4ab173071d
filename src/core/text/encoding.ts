import { guessMultibyte } from './multibyte.ts';

/**
 * The encodings in which a text may come, by the names of the Encoding Standard (https://encoding.spec.whatwg.org),
 * which knows no UTF-32.
 */
export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const;

export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** A text and how much of it is damaged. */
export interface DecodedBytes {
  /** Without the byte order mark. */
  readonly text: string;
  /** How many U+FFFD stand where bytes made no character. */
  readonly damaged: number;
}

/** How much of a file is searched for the zero bytes that tell a binary file. */
const PROBE = 8192;

/** Byte order marks; that of UTF-32 before that of UTF-16, which it begins with. GB 18030 writes it in four bytes. */
const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** The encoding that a byte order mark tells, if the bytes begin with one. */
export function markedEncoding(bytes: Uint8Array): TextEncoding | undefined {
  return MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
}

/** Whether zero bytes near the beginning tell that this is no text, or one in UTF-16 or UTF-32. */
export function hasZeros(bytes: Uint8Array): boolean {
  return bytes.subarray(0, PROBE).includes(0);
}

/**
 * The encoding that the bytes of a text are in: the one of their byte order mark; UTF-8 where they are UTF-8 but for
 * some damage; else the one in which they make the characters that running text is made of, GB 18030 where that is
 * not plain. `binary` where they are no text; undefined where they are text in none of these encodings.
 */
export function guessEncoding(bytes: Uint8Array): TextEncoding | 'binary' | undefined {
  const marked = markedEncoding(bytes);
  if (marked) return marked;
  if (hasZeros(bytes)) return 'binary';
  if (isMostlyUtf8(decodeAs(bytes, 'utf-8'))) return 'utf-8';
  const guess = guessMultibyte(bytes);
  return guess && isMostlySound(decodeAs(bytes, guess)) ? guess : undefined;
}

/** The text of bytes in an encoding. Never throws: bytes that make no character are counted and read as U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedBytes {
  const whole =
    encoding === 'utf-32le' || encoding === 'utf-32be'
      ? decodeUtf32(bytes, encoding === 'utf-32le')
      : new TextDecoder(encoding).decode(bytes);
  // The decoders of UTF-8 and UTF-16 leave the byte order mark out, the others do not.
  const text =
    whole.startsWith('\ufeff') && !encoding.startsWith('utf-8') && !encoding.startsWith('utf-16')
      ? whole.slice(1)
      : whole;
  return { text, damaged: text.split('\ufffd').length - 1 };
}

/**
 * Whether a text is damaged in no more than a third of its characters beyond ASCII: a page with some broken bytes is
 * still read.
 */
export function isMostlySound({ text, damaged }: DecodedBytes): boolean {
  return damaged === 0 || damaged * 3 <= countFrom(text, 0x80);
}

/**
 * The same of what may be UTF-8, where only what takes three bytes or more counts as sound: two bytes of GB 18030 are
 * often a character of UTF-8 too.
 */
function isMostlyUtf8({ text, damaged }: DecodedBytes): boolean {
  return damaged === 0 || damaged * 3 <= countFrom(text, 0x800);
}

function countFrom(text: string, first: number): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= first) count++;
  return count;
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const code = at + 4 <= bytes.length ? view.getUint32(at, littleEndian) : Infinity;
    const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    parts.push(isCharacter ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}
