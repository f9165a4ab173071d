import { mix, spread } from '../text/hash.ts';

/** Codes from here have their child of the root in a table of their own; the rest are rare in Chinese text. */
export const FIRST_HAN = 0x4e00;
const HAN_CODES = 0x5200;

/**
 * A trie over UTF-16 code units in typed arrays. A node is a number, 0 the root; -1 stands for none. The steps
 * from node to node lie in one table with open addressing, those of the root by Han characters in another by code.
 */
export class CodeTrie {
  readonly #first = new Int32Array(HAN_CODES);
  #size = 1;
  #mask = 63;
  /** Per slot: the node that a step starts from, its code unit, and the node it leads to; 0 leads nowhere. */
  #from = new Int32Array(64);
  #codes = new Uint16Array(64);
  #to = new Int32Array(64);
  /** Per node a bit for each of the lowest five bits that the code unit of a step from it has: most steps lead nowhere, and here that is seen without the table. */
  #leads = new Int32Array(64);

  /** Number of nodes, the root among them; nodes are numbered in the order in which they came. */
  get size(): number {
    return this.#size;
  }

  /** The node that the code unit leads to from `node`, or -1. */
  step(node: number, code: number): number {
    if (node === 0) {
      const han = code - FIRST_HAN;
      if (han >= 0 && han < HAN_CODES) return this.#first[han]! || -1;
    }
    if (((this.#leads[node]! >>> (code & 31)) & 1) === 0) return -1;
    const mask = this.#mask;
    for (let slot = slotOf(node, code) & mask; ; slot = (slot + 1) & mask) {
      const to = this.#to[slot]!;
      if (to === 0) return -1;
      if (this.#from[slot] === node && this.#codes[slot] === code) return to;
    }
  }

  /**
   * For each code from `FIRST_HAN` on that the root has a step by, a bit for each of the lowest five bits of what may
   * follow it; all bits where `isEnd` says that the step's node needs nothing to follow; none for other codes.
   */
  openings(isEnd: (node: number) => boolean): Int32Array {
    return this.#first.map((node) => (node === 0 ? 0 : isEnd(node) ? -1 : this.#leads[node]!));
  }

  /** The node that the code unit leads to from `node`, made where there is none. */
  grow(node: number, code: number): number {
    const known = this.step(node, code);
    if (known !== -1) return known;
    const fresh = this.#size++;
    if (fresh === this.#leads.length) this.#leads = doubled(this.#leads);
    const han = code - FIRST_HAN;
    if (node === 0 && han >= 0 && han < HAN_CODES) this.#first[han] = fresh;
    else {
      if (this.#size * 2 > this.#mask) this.#widen();
      this.#put(node, code, fresh);
    }
    return fresh;
  }

  #put(node: number, code: number, to: number): void {
    this.#leads[node]! |= 1 << (code & 31);
    let slot = slotOf(node, code) & this.#mask;
    while (this.#to[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#from[slot] = node;
    this.#codes[slot] = code;
    this.#to[slot] = to;
  }

  #widen(): void {
    const [from, codes, to] = [this.#from, this.#codes, this.#to];
    const slots = (this.#mask + 1) * 2;
    this.#mask = slots - 1;
    this.#from = new Int32Array(slots);
    this.#codes = new Uint16Array(slots);
    this.#to = new Int32Array(slots);
    for (let slot = 0; slot < to.length; slot++) if (to[slot] !== 0) this.#put(from[slot]!, codes[slot]!, to[slot]!);
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}

function slotOf(node: number, code: number): number {
  return mix(spread(node), code);
}
