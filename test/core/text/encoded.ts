import type { TextEncoding } from '../../../src/core/text/encoding.ts';
import type { MultibyteEncoding } from '../../../src/core/text/multibyte.ts';

/** The bytes of a text in an encoding, without a byte order mark. Throws where the encoding lacks a character. */
export function encoded(text: string, encoding: TextEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
      return new Uint8Array(Buffer.from(text, 'utf16le'));
    case 'utf-16be':
      return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
    case 'utf-32le':
    case 'utf-32be': {
      const characters = [...text];
      const view = new DataView(new ArrayBuffer(characters.length * 4));
      characters.forEach((one, i) => view.setUint32(i * 4, one.codePointAt(0)!, encoding === 'utf-32le'));
      return new Uint8Array(view.buffer);
    }
    default: {
      const table = tableOf(encoding);
      return Uint8Array.from(
        [...text].flatMap((character) => {
          const bytes = character < '\x80' ? [character.charCodeAt(0)] : table.get(character);
          if (!bytes) throw new Error(`${encoding} has no ${character}`);
          return bytes;
        }),
      );
    }
  }
}

const tables = new Map<MultibyteEncoding, ReadonlyMap<string, readonly number[]>>();

/** The decoder turned round: the bytes of every character that takes one byte or two. */
function tableOf(encoding: MultibyteEncoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  const enter = (...bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text > '\x7f' && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    enter(lead);
    for (let trail = 0x40; trail <= 0xfe; trail++) enter(lead, trail);
  }
  tables.set(encoding, table);
  return table;
}
