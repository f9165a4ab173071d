import { guessEncoding, type TextEncoding } from '../core/text/encoding.ts';

/** An encoding by VS Code's name for it (`TextDocument.encoding`), and as people know it. */
export interface PageEncoding {
  readonly id: string;
  readonly name: string;
}

/** What pages come in that is not told by a byte order mark. */
const PAGE_ENCODINGS: Readonly<Partial<Record<TextEncoding, PageEncoding>>> = {
  'utf-8': { id: 'utf8', name: 'UTF-8' },
  gb18030: { id: 'gb18030', name: 'GB 18030' },
  big5: { id: 'big5hkscs', name: 'Big5' },
};

/** How much of a file is looked at, in bytes. */
const LOOKED_AT = 65_536;

/** The encoding that the bytes of a file look like; undefined where they look like none that VS Code can read and Galley is made for. */
export function encodingOf(bytes: Uint8Array): PageEncoding | undefined {
  const guess = guessEncoding(bytes.subarray(0, LOOKED_AT));
  return guess === undefined || guess === 'binary' ? undefined : PAGE_ENCODINGS[guess];
}
