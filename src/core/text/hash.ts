/**
 * Spreads a small number over 32 bits, so that it may be mixed (Fibonacci hashing: the golden ratio of 2³²). The weights in
 * models/tagger.bin stand where this and `mix` put them: neither may change without new training.
 */
export function spread(value: number): number {
  return Math.imul(value, 0x9e3779b1);
}

/** Puts a value that is spread already into a hash of 32 bits (the multiply and shift of MurmurHash3's finaliser). */
export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** A hash of 53 bits of a text's code units, to tell whether two long texts are the same without keeping them. */
export function textHash(text: string): number {
  let high = 0x9e3779b9 ^ text.length;
  let low = 0x85ebca6b ^ text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x85ebca77);
    low = Math.imul(low ^ unit, 0xc2b2ae3d);
    high ^= low >>> 15;
  }
  low ^= high >>> 13;
  return ((high >>> 0) & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
}

/** A short mark of a text, to tell whether another is the same: its length and its hash. */
export function fingerprint(text: string): string {
  return `${text.length}-${textHash(text).toString(16)}`;
}
