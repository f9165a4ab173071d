/** The characters that `\s` of a regular expression stands for. */
export const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** A set of UTF-16 code units, asked by number so that no string is made for a character. */
export class CharSet {
  readonly #bits = new Uint32Array(2048);

  /** The code units of `characters`. */
  constructor(characters: string) {
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      this.#bits[code >>> 5]! |= 1 << (code & 31);
    }
  }

  /** Whether the code unit is one of the set; NaN, which `charCodeAt` gives outside of a text, is none. */
  has(code: number): boolean {
    return ((this.#bits[code >>> 5]! >>> (code & 31)) & 1) !== 0;
  }
}

/** Whether a code unit is a Han character by itself (Unicode's Script=Han below U+10000). */
export function isHan(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  if (code < 0x2e80 || code > 0xfad9) return false;
  return (
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3005 ||
    code === 0x3007 ||
    (code >= 0x3021 && code <= 0x3029) ||
    (code >= 0x3038 && code <= 0x303b) ||
    (code >= 0xf900 && code !== 0xfa6e && code !== 0xfa6f) ||
    (code <= 0x2fd5 && code !== 0x2e9a && (code <= 0x2ef3 || code >= 0x2f00))
  );
}
