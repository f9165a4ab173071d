import { FEATURES, type SentenceFeatures } from './features.ts';
import { LABELS } from './labels.ts';

const MAGIC = 0x32544c47; // GLT2

/** A row of the table: four 32-bit words, a byte for each label and the upper 24 bits of the feature's hash. */
const WORDS = 4;
/** Stored weights are 1 to 255, so that a row in use is never 0. */
const BIAS = 128;
const EVEN_BYTES = 0x00ff00ff;
const HEADER = 12 + 2 * LABELS * LABELS;

/** Bytes that are no model of this version. */
export class ModelFormatError extends Error {
  override readonly name = 'ModelFormatError';
}

/** The weights of a feature: its hash, and one number of -127 to 127 for each label. */
export interface ModelRow {
  readonly hash: number;
  readonly weights: Int8Array;
}

/** What training makes. */
export interface TrainedWeights {
  readonly rows: readonly ModelRow[];
  /** `LABELS` × `LABELS`, from × to, at the scale of the rows' weights. */
  readonly transitions: Int32Array;
  /** Hashes of words (`hashOf`) that stand in no name. */
  readonly closedWords: readonly number[];
}

/** What labels other than none get at a character that stands in no name; sums of it stay in 32 bits. */
export const NEVER = -(2 ** 28);

/**
 * The weights of a trained tagger, in memory a hash table of one row a feature that fits a quarter of a
 * cache line: what a character costs is the memory that its features touch.
 *
 * The file, little-endian: magic, number of closed words and of rows (uint32), the transitions from × to (int16);
 * the hashes of the words, then those of the rows, in ascending order as differences (LEB128); for each row a
 * mask of the labels that have a weight (uint16); those weights (int8).
 */
export class TaggerModel {
  /** `LABELS` × `LABELS`, from × to. */
  readonly transitions: Int32Array;
  /** Hashes of words that stand in no name. */
  readonly closedWords: ReadonlySet<number>;
  readonly #table: Int32Array;
  readonly #mask: number;

  private constructor(transitions: Int32Array, closedWords: ReadonlySet<number>, table: Int32Array) {
    this.transitions = transitions;
    this.closedWords = closedWords;
    this.#table = table;
    this.#mask = table.length / WORDS - 1;
  }

  /** Reads a model's file. Throws a `ModelFormatError`. */
  static parse(bytes: Uint8Array): TaggerModel {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) throw new ModelFormatError('not a tagger model');
    const transitions = Int32Array.from({ length: LABELS * LABELS }, (_, i) => view.getInt16(12 + 2 * i, true));
    const closed = readHashes(bytes, HEADER, view.getUint32(4, true));
    const { hashes, end } = readHashes(bytes, closed.end, view.getUint32(8, true));
    let slots = 16;
    while (slots * 0.7 < hashes.length) slots *= 2;
    const table = new Int32Array(slots * WORDS);
    let at = end + 2 * hashes.length;
    for (let row = 0; row < hashes.length; row++) {
      const hash = hashes[row]!;
      let slot = (hash & (slots - 1)) * WORDS;
      while (table[slot + WORDS - 1] !== 0) slot = (slot + WORDS) & (slots * WORDS - 1);
      table.fill(0x80808080, slot, slot + WORDS - 1);
      table[slot + WORDS - 1] = (hash & 0xffffff00) | BIAS;
      let mask = bytes[end + 2 * row]! | (bytes[end + 2 * row + 1]! << 8);
      for (; mask !== 0; mask &= mask - 1) {
        const label = 31 - Math.clz32(mask & -mask);
        // Flipping the bits of the bias by those of the weight adds the two.
        table[slot + (label >> 2)]! ^= bytes[at++]! << (8 * (label & 3));
      }
    }
    if (at > bytes.length) throw new ModelFormatError('the tagger model is cut short');
    return new TaggerModel(transitions, new Set(closed.hashes), table);
  }

  /** Writes a model's file. The same weights give the same bytes. */
  static format({ rows, transitions, closedWords }: TrainedWeights): Uint8Array {
    const sorted = [...rows].sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0));
    const header = new DataView(new ArrayBuffer(HEADER));
    header.setUint32(0, MAGIC, true);
    header.setUint32(4, closedWords.length, true);
    header.setUint32(8, sorted.length, true);
    for (const [i, weight] of transitions.entries()) header.setInt16(12 + 2 * i, weight, true);
    const body: number[] = [];
    writeHashes(body, [...closedWords].sort((a, b) => (a >>> 0) - (b >>> 0)));
    writeHashes(body, sorted.map(({ hash }) => hash));
    for (const { weights } of sorted) {
      const mask = weights.reduce((bits, weight, label) => (weight === 0 ? bits : bits | (1 << label)), 0);
      body.push(mask & 255, mask >> 8);
    }
    for (const { weights } of sorted) for (const weight of weights) if (weight !== 0) body.push(weight & 255);
    const bytes = new Uint8Array(header.byteLength + body.length);
    bytes.set(new Uint8Array(header.buffer));
    bytes.set(body, header.byteLength);
    return bytes;
  }

  /**
   * The sums of the weights of the characters of a sentence, written into `scores`, `LABELS` for each; at a
   * character that is not open any label but none is `NEVER`. Two labels are summed at once in the halves of
   * one number.
   */
  score({ open, hashes }: SentenceFeatures, scores: Int32Array): void {
    const table = this.#table;
    const mask = this.#mask;
    const last = mask * WORDS + WORDS - 1;
    let k = 0;
    for (let i = 0, to = 0; i < open.length; i++, to += LABELS) {
      if (open[i] === 0) {
        scores.fill(NEVER, to + 1, to + LABELS);
        scores[to] = 0;
        continue;
      }
      let found = 0;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      for (const end = k + FEATURES; k < end; k++) {
        const hash = hashes[k]!;
        let row = (hash & mask) * WORDS;
        let tail = table[row + 3]!;
        while (tail !== 0 && (tail ^ hash) >>> 8 !== 0) {
          row = (row + WORDS) & last;
          tail = table[row + 3]!;
        }
        if (tail === 0) continue;
        found++;
        const one = table[row]!;
        const two = table[row + 1]!;
        const three = table[row + 2]!;
        a += one & EVEN_BYTES;
        b += (one >>> 8) & EVEN_BYTES;
        c += two & EVEN_BYTES;
        d += (two >>> 8) & EVEN_BYTES;
        e += three & EVEN_BYTES;
        f += (three >>> 8) & EVEN_BYTES;
        g += tail & 0xff;
      }
      const bias = BIAS * found;
      scores[to] = (a & 0xffff) - bias;
      scores[to + 1] = (b & 0xffff) - bias;
      scores[to + 2] = (a >>> 16) - bias;
      scores[to + 3] = (b >>> 16) - bias;
      scores[to + 4] = (c & 0xffff) - bias;
      scores[to + 5] = (d & 0xffff) - bias;
      scores[to + 6] = (c >>> 16) - bias;
      scores[to + 7] = (d >>> 16) - bias;
      scores[to + 8] = (e & 0xffff) - bias;
      scores[to + 9] = (f & 0xffff) - bias;
      scores[to + 10] = (e >>> 16) - bias;
      scores[to + 11] = (f >>> 16) - bias;
      scores[to + 12] = g - bias;
    }
  }
}

/** `count` ascending hashes from `at` on, and where they end. */
function readHashes(bytes: Uint8Array, at: number, count: number): { hashes: Int32Array; end: number } {
  const hashes = new Int32Array(Math.min(count, bytes.length));
  let hash = 0;
  let end = at;
  for (let row = 0; row < count; row++) {
    let difference = 0;
    let factor = 1;
    let value: number;
    do {
      if (end >= bytes.length) throw new ModelFormatError('the tagger model is cut short');
      value = bytes[end++]!;
      difference += (value & 127) * factor;
      factor *= 128;
    } while (value > 127);
    hash = (hash + difference) | 0;
    hashes[row] = hash;
  }
  return { hashes, end };
}

function writeHashes(body: number[], ascending: readonly number[]): void {
  let before = 0;
  for (const hash of ascending) {
    let difference = (hash >>> 0) - before;
    before = hash >>> 0;
    while (difference > 127) {
      body.push((difference % 128) + 128);
      difference = Math.floor(difference / 128);
    }
    body.push(difference);
  }
}
