/** Encodings of East Asia that write a character in one byte to four and say nothing of it in the file. */
export type MultibyteEncoding = 'gb18030' | 'big5' | 'shift_jis' | 'euc-jp' | 'euc-kr';

/** What an encoding makes of bytes above ASCII. */
interface Charset {
  /** How many bytes the character at `at` takes; 0 where the bytes make none. */
  length(bytes: Uint8Array, at: number): number;
  /**
   * Whether running text is made of such characters: punctuation, lines of tables, syllables, and the plane in which the standard
   * puts the Han characters that are in common use. In all of these encodings they take two bytes.
   */
  isCommon(lead: number, trail: number): boolean;
}

/** Where common Han characters lie is laid down by GB 2312, Big5, JIS X 0208 and KS X 1001 ("level 1"). */
const CHARSETS: Readonly<Record<MultibyteEncoding, Charset>> = {
  gb18030: {
    length(bytes, at) {
      const trail = byteAt(bytes, at + 1);
      if (!isIn(byteAt(bytes, at), 0x81, 0xfe)) return 0;
      if (!isIn(trail, 0x30, 0x39)) return trail !== 0x7f && isIn(trail, 0x40, 0xfe) ? 2 : 0;
      return isIn(byteAt(bytes, at + 2), 0x81, 0xfe) && isIn(byteAt(bytes, at + 3), 0x30, 0x39) ? 4 : 0;
    },
    isCommon: (lead, trail) => trail >= 0xa1 && (isIn(lead, 0xa1, 0xa3) || lead === 0xa9 || isIn(lead, 0xb0, 0xd7)),
  },
  big5: {
    length(bytes, at) {
      const trail = byteAt(bytes, at + 1);
      return isIn(byteAt(bytes, at), 0x81, 0xfe) && (isIn(trail, 0x40, 0x7e) || isIn(trail, 0xa1, 0xfe)) ? 2 : 0;
    },
    isCommon: (lead, trail) => isIn(lead, 0xa1, 0xc5) || (lead === 0xc6 && trail <= 0x7e),
  },
  shift_jis: {
    length(bytes, at) {
      const lead = byteAt(bytes, at);
      if (isIn(lead, 0xa1, 0xdf)) return 1;
      const trail = byteAt(bytes, at + 1);
      const leads = isIn(lead, 0x81, 0x9f) || isIn(lead, 0xe0, 0xfc);
      return leads && trail !== 0x7f && isIn(trail, 0x40, 0xfc) ? 2 : 0;
    },
    isCommon: (lead) => isIn(lead, 0x81, 0x83) || isIn(lead, 0x88, 0x98),
  },
  'euc-jp': {
    length(bytes, at) {
      const lead = byteAt(bytes, at);
      const trail = byteAt(bytes, at + 1);
      if (lead === 0x8e) return isIn(trail, 0xa1, 0xdf) ? 2 : 0;
      if (lead === 0x8f) return isIn(trail, 0xa1, 0xfe) && isIn(byteAt(bytes, at + 2), 0xa1, 0xfe) ? 3 : 0;
      return eucLength(lead, trail);
    },
    isCommon: (lead) => isIn(lead, 0xa1, 0xa5) || isIn(lead, 0xb0, 0xcf),
  },
  'euc-kr': {
    length: (bytes, at) => eucLength(byteAt(bytes, at), byteAt(bytes, at + 1)),
    isCommon: (lead) => isIn(lead, 0xa1, 0xa3) || isIn(lead, 0xb0, 0xc8),
  },
};

/** So much of a long text tells. */
const PROBE = 1 << 20;

/** In fewer bytes than 32 characters take, a page of one kind looks like one of another by chance. */
const ENOUGH = 64;

/**
 * The encoding of a text that is no Unicode. It is GB 18030, which Chinese pages are in, unless it is plain that it
 * is not: another reading leaves less than half as many bytes in doubt, and no more than a quarter of its own. Korean
 * and Japanese in EUC use the same bytes as GB 2312 does and are told apart only in longer texts. Undefined where
 * hardly anything is common in any reading: Latin or Cyrillic letters of one byte, or no text at all.
 */
export function guessMultibyte(bytes: Uint8Array): MultibyteEncoding | undefined {
  const probe = bytes.subarray(0, PROBE);
  const chinese = doubtIn(probe, CHARSETS.gb18030);
  const enough = chinese.bytes >= ENOUGH;
  if (enough) {
    const korean = doubtIn(probe, CHARSETS['euc-kr']);
    // Hangul are fewer than the common Han characters and lie where a part of these does: a tie speaks for them.
    if (korean.doubtful <= chinese.doubtful && isPlain(korean)) return 'euc-kr';
  }
  let best: MultibyteEncoding | undefined;
  let least = Infinity;
  for (const encoding of enough ? (['euc-jp', 'big5', 'shift_jis'] as const) : (['big5', 'shift_jis'] as const)) {
    const doubt = doubtIn(probe, CHARSETS[encoding]);
    if (doubt.doubtful >= least || doubt.doubtful * 2 >= chinese.doubtful || !isPlain(doubt)) continue;
    best = encoding;
    least = doubt.doubtful;
  }
  if (best) return best;
  return enough && chinese.doubtful * 4 > chinese.bytes * 3 ? undefined : 'gb18030';
}

interface Doubt {
  /** Those of characters beyond ASCII. */
  readonly bytes: number;
  /** Those of them that make no common character; one that makes none at all counts twice. */
  readonly doubtful: number;
}

function doubtIn(text: Uint8Array, charset: Charset): Doubt {
  let bytes = 0;
  let doubtful = 0;
  for (let at = 0; at < text.length;) {
    const lead = text[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = charset.length(text, at);
    if (length === 0) doubtful += 2;
    else if (length !== 2 || !charset.isCommon(lead, text[at + 1]!)) doubtful += length;
    bytes += length || 1;
    at += length || 1;
  }
  return { bytes, doubtful };
}

function isPlain({ bytes, doubtful }: Doubt): boolean {
  return doubtful * 4 <= bytes;
}

function eucLength(lead: number, trail: number): number {
  return isIn(lead, 0xa1, 0xfe) && isIn(trail, 0xa1, 0xfe) ? 2 : 0;
}

/** The byte at an offset; 0, which continues no character, behind the end. */
function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

function isIn(byte: number, first: number, last: number): boolean {
  return byte >= first && byte <= last;
}
