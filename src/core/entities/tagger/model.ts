import { FEATURES, type SentenceFeatures } from './features.ts';
import { GATE_SLOTS, WordGate } from './gate.ts';
import { LABELS } from './labels.ts';

const MAGIC = 0x33544c47; // GLT3

/** A row of the table: four 32-bit words, a byte for each label. */
const WORDS = 4;
/** Weights are stored as bytes of 1 to 255. */
const BIAS = 128;
const EVEN_BYTES = 0x00ff00ff;
const TRANSITIONS = 8;
const GATE = TRANSITIONS + 2 * LABELS * LABELS;
const HEADER = GATE + GATE_SLOTS;

/** How many places for rows the table has; a power of two. */
export const SLOTS = 2 ** 18;
/** The bits of a hash that say its place; those above them say whether the row there is the feature's own. */
const PLACE_BITS = Math.log2(SLOTS);

/** The one place in the table where the row of a feature may stand. */
export function slotOf(hash: number): number {
  return hash & (SLOTS - 1);
}

function ownerOf(hash: number): number {
  return (hash >>> PLACE_BITS) + 1;
}

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
  /** No two of them with one slot. */
  readonly rows: readonly ModelRow[];
  /** `LABELS` × `LABELS`, from × to, at the scale of the rows' weights. */
  readonly transitions: Int32Array;
  /** The weights of the gate. */
  readonly gate: Int8Array;
}

/**
 * The weights of a trained tagger, in memory a table in which a feature has one place: training keeps of the
 * features that share a place the weightiest one. Whose row it is stands in a table of its own, which is small enough
 * for the processor's cache: only rows of the features that have one are looked at.
 *
 * The file, little-endian: magic and number of rows (uint32), the transitions from × to (int16), the weights of the
 * gate (int8); the hashes of the rows in ascending order as differences (LEB128); for each row a mask of the labels
 * that have a weight (uint16); those weights (int8).
 */
export class TaggerModel {
  /** `LABELS` × `LABELS`, from × to. */
  readonly transitions: Int32Array;
  readonly gate: WordGate;
  readonly #table: Int32Array;
  /** By place: the upper bits of the hash of the feature whose row it is, and one; 0 where there is no row. */
  readonly #owners: Uint16Array;
  /** The places of the rows that one character has. */
  readonly #found = new Int32Array(FEATURES);

  private constructor(transitions: Int32Array, gate: WordGate, table: Int32Array, owners: Uint16Array) {
    this.transitions = transitions;
    this.gate = gate;
    this.#table = table;
    this.#owners = owners;
  }

  /** Reads a model's file. Throws a `ModelFormatError`. */
  static parse(bytes: Uint8Array): TaggerModel {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) throw new ModelFormatError('not a tagger model');
    const transitions = Int32Array.from({ length: LABELS * LABELS }, (_, i) =>
      view.getInt16(TRANSITIONS + 2 * i, true),
    );
    const gate = new WordGate(Int8Array.from(bytes.subarray(GATE, HEADER), (byte) => (byte << 24) >> 24));
    const { hashes, end } = readHashes(bytes, HEADER, view.getUint32(4, true));
    const table = new Int32Array(SLOTS * WORDS).fill(0x80808080);
    const owners = new Uint16Array(SLOTS);
    let at = end + 2 * hashes.length;
    for (let row = 0; row < hashes.length; row++) {
      const hash = hashes[row]!;
      const slot = slotOf(hash) * WORDS;
      owners[slotOf(hash)] = ownerOf(hash);
      let mask = bytes[end + 2 * row]! | (bytes[end + 2 * row + 1]! << 8);
      for (; mask !== 0; mask &= mask - 1) {
        const label = 31 - Math.clz32(mask & -mask);
        // Flipping the bits of the bias by those of the weight adds the two.
        table[slot + (label >> 2)]! ^= bytes[at++]! << (8 * (label & 3));
      }
    }
    if (at > bytes.length) throw new ModelFormatError('the tagger model is cut short');
    return new TaggerModel(transitions, gate, table, owners);
  }

  /** Writes a model's file. The same weights give the same bytes. Throws a `RangeError` where two rows share a slot. */
  static format({ rows, transitions, gate }: TrainedWeights): Uint8Array {
    if (new Set(rows.map(({ hash }) => slotOf(hash))).size < rows.length) throw new RangeError('two rows share a slot');
    const sorted = [...rows].sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0));
    const header = new DataView(new ArrayBuffer(HEADER));
    header.setUint32(0, MAGIC, true);
    header.setUint32(4, sorted.length, true);
    for (const [i, weight] of transitions.entries()) header.setInt16(TRANSITIONS + 2 * i, weight, true);
    for (const [i, weight] of gate.entries()) header.setInt8(GATE + i, weight);
    const body: number[] = [];
    writeHashes(
      body,
      sorted.map(({ hash }) => hash),
    );
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
   * The sums of the weights of the open characters of a sentence, written into `scores`, `LABELS` for each. Two
   * labels are summed at once in the halves of one number.
   */
  score({ count, hashes }: SentenceFeatures, scores: Int32Array): void {
    const table = this.#table;
    const owners = this.#owners;
    const found = this.#found;
    for (let to = 0, k = 0; to < count * LABELS; to += LABELS) {
      let rows = 0;
      for (const end = k + FEATURES; k < end; k++) {
        const hash = hashes[k]!;
        const slot = hash & (SLOTS - 1);
        found[rows] = slot * WORDS;
        // Counted without a branch: the processor could not foresee it.
        rows += ((owners[slot]! ^ ownerOf(hash)) - 1) >>> 31;
      }
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      for (let i = 0; i < rows; i++) {
        const row = found[i]!;
        const one = table[row]!;
        const two = table[row + 1]!;
        const three = table[row + 2]!;
        a += one & EVEN_BYTES;
        b += (one >>> 8) & EVEN_BYTES;
        c += two & EVEN_BYTES;
        d += (two >>> 8) & EVEN_BYTES;
        e += three & EVEN_BYTES;
        f += (three >>> 8) & EVEN_BYTES;
        g += table[row + 3]! & 0xff;
      }
      const bias = BIAS * rows;
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
