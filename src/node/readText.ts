import { readFile } from 'node:fs/promises';

/** How the bytes of a file are read; `auto` looks at them. */
export const ENCODINGS = ['auto', 'utf-8', 'gb18030'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** A text and how it was read. */
export interface DecodedText {
  /** The text without a byte order mark, as the editor has it: offset 0 is the first character after it. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** How many U+FFFD stand where bytes made no character: the file is damaged there. */
  readonly damaged: number;
}

/** Why a file is no text: `binary`, or `undecodable` in the encoding asked for. */
export type UnreadableReason = 'binary' | 'undecodable';

/** A file that was read but cannot be made text of. */
export class UnreadableTextError extends Error {
  override readonly name = 'UnreadableTextError';
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(reason === 'binary' ? 'binary content' : 'not text in this encoding');
    this.reason = reason;
  }
}

/**
 * Reads a text file. Throws an `UnreadableTextError` where the content is no text, and the file
 * system's own error where the file cannot be read.
 */
export async function readText(path: string, encoding: Encoding = 'auto'): Promise<DecodedText> {
  return decodeText(await readFile(path), encoding);
}

/** How much of a file is searched for the zero bytes that tell a binary file. */
const PROBE = 8192;

/**
 * Text of bytes. A byte order mark decides; without one, `auto` takes UTF-8 where the bytes are UTF-8 and
 * GB18030 (which holds GBK and GB2312) elsewhere. Throws an `UnreadableTextError`.
 */
export function decodeText(bytes: Uint8Array, encoding: Encoding = 'auto'): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return decoded(bytes, marked);
  if (bytes.subarray(0, PROBE).includes(0)) throw new UnreadableTextError('binary');
  const candidates = encoding === 'auto' ? (['utf-8', 'gb18030'] as const) : [encoding];
  for (const candidate of candidates) {
    const result = decoded(bytes, candidate);
    if (mostlySound(result)) return result;
  }
  throw new UnreadableTextError('undecodable');
}

function byteOrderMark(bytes: Uint8Array): DecodedText['encoding'] | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // GB18030 writes U+FEFF in four bytes
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  const whole = new TextDecoder(encoding).decode(bytes);
  // The decoders of UTF-8 and UTF-16 leave the byte order mark out, that of GB18030 does not.
  const text = encoding === 'gb18030' && whole.startsWith('\ufeff') ? whole.slice(1) : whole;
  return { text, encoding, damaged: text.split('\ufffd').length - 1 };
}

/**
 * A page with some broken bytes is still read, its damage told. Of GB18030 read as UTF-8 more than four in
 * five of the characters beyond ASCII are damage.
 */
function mostlySound({ text, damaged }: DecodedText): boolean {
  if (damaged === 0) return true;
  let beyondAscii = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) beyondAscii++;
  return damaged * 3 <= beyondAscii;
}
