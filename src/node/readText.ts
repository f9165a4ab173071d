import { close, constants, fstat, open, read, readFile, stat, type Stats } from 'node:fs';
import { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';

import {
  decodeAs,
  guessEncoding,
  hasZeros,
  isMostlySound,
  markedEncoding,
  TEXT_ENCODINGS,
  type TextEncoding,
} from '../core/text/encoding.ts';

/** How the bytes of a file are read; `auto` looks at them. */
export const ENCODINGS = ['auto', ...TEXT_ENCODINGS] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** A text and how it was read. */
export interface DecodedText {
  /** The text without a byte order mark, as the editor has it: offset 0 is the first character after it. */
  readonly text: string;
  readonly encoding: TextEncoding;
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

/** What is no file though it has a path: a folder, a device, a socket, or a pipe out of which nothing comes. */
export type OtherThanFile = 'folder' | 'device' | 'socket' | 'silent-pipe';

/** The path names something that no text can be read from. */
export class NotAFileError extends Error {
  override readonly name = 'NotAFileError';
  readonly kind: OtherThanFile;

  constructor(kind: OtherThanFile) {
    super(`not a file: ${kind}`);
    this.kind = kind;
  }
}

/**
 * Reads a text file, or a pipe to its end. Throws an `UnreadableTextError` where the content is no text, a
 * `NotAFileError` where there is no content to read, and the file system's own error where it cannot be read.
 */
export async function readText(path: string, encoding: Encoding = 'auto'): Promise<DecodedText> {
  return decodeText(await readBytes(path), encoding);
}

/**
 * Text of bytes. A byte order mark decides, also against the encoding that is asked for; without one, `auto` takes
 * what `guessEncoding` says. Throws an `UnreadableTextError`.
 */
export function decodeText(bytes: Uint8Array, encoding: Encoding = 'auto'): DecodedText {
  const chosen = markedEncoding(bytes) ?? (encoding === 'auto' ? guessEncoding(bytes) : encoding);
  if (chosen === undefined) throw new UnreadableTextError('undecodable');
  const wide = chosen !== 'binary' && /^utf-(?:16|32)/.test(chosen);
  if (chosen === 'binary' || (!wide && hasZeros(bytes))) throw new UnreadableTextError('binary');
  const decoded = { ...decodeAs(bytes, chosen), encoding: chosen };
  if (!isMostlySound(decoded)) throw new UnreadableTextError('undecodable');
  return decoded;
}

/** A pipe that nobody writes to keeps whoever opens it waiting, unless it is opened so. Windows has no such pipes. */
const OPEN_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** What a pipe holds at most at a time. */
const PIPE_SIZE = 65_536;

async function readBytes(path: string): Promise<Uint8Array> {
  // To open a device may already do something.
  requireFile(await promisify(stat)(path));
  const fd = await promisify(open)(path, OPEN_AT_ONCE);
  let owned = true;
  try {
    const stats = await promisify(fstat)(fd);
    requireFile(stats);
    if (!stats.isFIFO()) return await promisify(readFile)(fd);
    const beginning = await readAtOnce(fd);
    owned = false;
    // The stream waits without keeping a thread of the pool, of which there are few, and closes the pipe.
    const rest = await buffer(new Socket({ fd, readable: true, writable: false }));
    return Buffer.concat([beginning, rest]);
  } finally {
    if (owned) await promisify(close)(fd);
  }
}

function requireFile(stats: Stats): void {
  if (stats.isDirectory()) throw new NotAFileError('folder');
  if (stats.isSocket()) throw new NotAFileError('socket');
  if (!stats.isFile() && !stats.isFIFO()) throw new NotAFileError('device');
}

/** What lies in a pipe by now. Throws a `NotAFileError` where nobody has it open to write to it. */
async function readAtOnce(fd: number): Promise<Uint8Array> {
  try {
    const { bytesRead, buffer: bytes } = await promisify(read)(fd, Buffer.alloc(PIPE_SIZE), 0, PIPE_SIZE, null);
    if (bytesRead === 0) throw new NotAFileError('silent-pipe');
    return bytes.subarray(0, bytesRead);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return new Uint8Array();
    throw error;
  }
}
