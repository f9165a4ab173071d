import { FEATURES } from './features.ts';
import { LABELS } from './labels.ts';

const MAGIC = 0x31544c47; // GLT1

/** Bytes that are no model of this version. */
export class ModelFormatError extends Error {
  override readonly name = 'ModelFormatError';
}

/** The weights of a feature: its hash, and one number of -127 to 127 for each label. */
export interface ModelRow {
  readonly hash: number;
  readonly weights: Int8Array;
}

/**
 * The weights of a trained tagger. The file, little-endian: magic, number of rows, the scale of the
 * weights (float32), the transitions from × to (float32); the hashes of the rows in ascending order as
 * differences (LEB128); for each row a mask of the labels that have a weight (uint16); those weights (int8).
 */
export class TaggerModel {
  readonly transitions: Float64Array;
  readonly #scale: number;
  /** Open addressing: hash and row of a slot; row -1 is an empty slot. */
  readonly #hashes: Int32Array;
  readonly #rows: Int32Array;
  readonly #weights: Int8Array;

  private constructor(scale: number, transitions: Float64Array, hashes: Int32Array, weights: Int8Array) {
    this.#scale = scale;
    this.transitions = transitions;
    this.#weights = weights;
    let slots = 16;
    while (slots < hashes.length * 2) slots *= 2;
    this.#hashes = new Int32Array(slots);
    this.#rows = new Int32Array(slots).fill(-1);
    for (const [row, hash] of hashes.entries()) {
      let slot = hash & (slots - 1);
      while (this.#rows[slot] !== -1) slot = (slot + 1) & (slots - 1);
      this.#hashes[slot] = hash;
      this.#rows[slot] = row;
    }
  }

  /** Reads a model's file. Throws a `ModelFormatError`. */
  static parse(bytes: Uint8Array): TaggerModel {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const header = 12 + 4 * LABELS * LABELS;
    if (bytes.length < header || view.getUint32(0, true) !== MAGIC) throw new ModelFormatError('not a tagger model');
    const count = view.getUint32(4, true);
    const scale = view.getFloat32(8, true);
    const transitions = new Float64Array(LABELS * LABELS);
    for (let i = 0; i < transitions.length; i++) transitions[i] = view.getFloat32(12 + 4 * i, true);
    let at = header;
    const byte = (): number => {
      const value = bytes[at++];
      if (value === undefined) throw new ModelFormatError('the tagger model is cut short');
      return value;
    };
    const hashes = new Int32Array(count);
    let hash = 0;
    for (let row = 0; row < count; row++) {
      let difference = 0;
      let factor = 1;
      let value: number;
      do {
        value = byte();
        difference += (value & 127) * factor;
        factor *= 128;
      } while (value > 127);
      hash += difference;
      hashes[row] = hash | 0;
    }
    const masks = new Uint16Array(count);
    for (let row = 0; row < count; row++) masks[row] = byte() + 256 * byte();
    const weights = new Int8Array(count * LABELS);
    for (let row = 0; row < count; row++)
      for (let label = 0; label < LABELS; label++)
        if ((masks[row]! >> label) & 1) weights[row * LABELS + label] = (byte() << 24) >> 24;
    return new TaggerModel(scale, transitions, hashes, weights);
  }

  /** Writes a model's file. The same rows give the same bytes. */
  static format(rows: readonly ModelRow[], scale: number, transitions: Float64Array): Uint8Array {
    const sorted = [...rows].sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0));
    const header = new DataView(new ArrayBuffer(12 + 4 * LABELS * LABELS));
    header.setUint32(0, MAGIC, true);
    header.setUint32(4, sorted.length, true);
    header.setFloat32(8, scale, true);
    for (const [i, weight] of transitions.entries()) header.setFloat32(12 + 4 * i, weight, true);
    const body: number[] = [];
    let before = 0;
    for (const { hash } of sorted) {
      let difference = (hash >>> 0) - before;
      before = hash >>> 0;
      while (difference > 127) {
        body.push((difference % 128) + 128);
        difference = Math.floor(difference / 128);
      }
      body.push(difference);
    }
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

  /** The sums of the weights of each of `length` characters, `LABELS` for each, written into `scores`. */
  score(features: Int32Array, length: number, scores: Float64Array): void {
    const slots = this.#rows.length - 1;
    for (let i = 0; i < length; i++) {
      const to = i * LABELS;
      scores.fill(0, to, to + LABELS);
      for (let k = i * FEATURES; k < (i + 1) * FEATURES; k++) {
        const hash = features[k]!;
        let slot = hash & slots;
        let row = this.#rows[slot]!;
        while (row !== -1 && this.#hashes[slot] !== hash) {
          slot = (slot + 1) & slots;
          row = this.#rows[slot]!;
        }
        if (row === -1) continue;
        const from = row * LABELS;
        for (let label = 0; label < LABELS; label++) scores[to + label]! += this.#weights[from + label]!;
      }
      for (let label = to; label < to + LABELS; label++) scores[label]! *= this.#scale;
    }
  }
}
