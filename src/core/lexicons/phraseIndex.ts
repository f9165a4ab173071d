import { CodeTrie, FIRST_HAN } from './codeTrie.ts';

/** A phrase of the index that stands at a place in a text. */
export interface PhraseMatch<T> {
  readonly end: number;
  readonly value: T;
}

/** A phrase of the index with where it stands in a text. */
export interface PhraseSpan<T> extends PhraseMatch<T> {
  readonly start: number;
}

const NONE: readonly never[] = [];

/**
 * A phrase that was found. A class, since objects that are written out share their hidden class with all others of
 * the same properties: whenever that changes, optimized code for it is thrown away, and here that went on for ever.
 */
class FoundPhrase<T> implements PhraseSpan<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;

  constructor(start: number, end: number, value: T) {
    this.start = start;
    this.end = end;
    this.value = value;
  }
}

/** Phrases with a value each, found at a place in a text. */
export class PhraseIndex<T> {
  readonly #trie = new CodeTrie();
  /** By node. */
  readonly #values: (T | undefined)[] = [undefined];
  #size = 0;
  /** What phrases begin with, in one table: at most places of a text none begins, and here that is one look. */
  #openings: Int32Array | undefined;

  /** Number of phrases. */
  get size(): number {
    return this.#size;
  }

  /** Adds a phrase; `merge` says what becomes of a value that is there already (the default keeps the old one). */
  add(phrase: string, value: T, merge: (old: T, value: T) => T = (old) => old): void {
    if (phrase === '') return;
    this.#openings = undefined;
    let node = 0;
    for (let i = 0; i < phrase.length; i++) node = this.#trie.grow(node, phrase.charCodeAt(i));
    while (this.#values.length < this.#trie.size) this.#values.push(undefined);
    const old = this.#values[node];
    if (old === undefined) this.#size++;
    this.#values[node] = old === undefined ? value : merge(old, value);
  }

  /** Whether a phrase begins with the code unit. */
  begins(code: number): boolean {
    return this.#trie.step(0, code) !== -1;
  }

  /** The value of a whole phrase. */
  get(phrase: string): T | undefined {
    return this.getAt(phrase, 0, phrase.length);
  }

  /** The value of the phrase that is the text from `start` to `end`. */
  getAt(text: string, start: number, end: number): T | undefined {
    let node = 0;
    for (let i = start; i < end; i++) {
      node = this.#trie.step(node, text.charCodeAt(i));
      if (node === -1) return undefined;
    }
    return this.#values[node];
  }

  /** The longest phrase that starts at `offset`. */
  longestAt(text: string, offset: number): PhraseMatch<T> | undefined {
    let end = 0;
    let found: T | undefined;
    let node = 0;
    for (let i = offset; i < text.length; i++) {
      node = this.#trie.step(node, text.charCodeAt(i));
      if (node === -1) break;
      const value = this.#values[node];
      if (value === undefined) continue;
      found = value;
      end = i + 1;
    }
    return found === undefined ? undefined : { end, value: found };
  }

  /** Every phrase that starts at `offset`, the shortest first. */
  allAt(text: string, offset: number): readonly PhraseMatch<T>[] {
    let found: PhraseMatch<T>[] | undefined;
    let node = 0;
    for (let i = offset; i < text.length; i++) {
      node = this.#trie.step(node, text.charCodeAt(i));
      if (node === -1) break;
      const value = this.#values[node];
      if (value !== undefined) (found ??= []).push({ end: i + 1, value });
    }
    return found ?? NONE;
  }

  /** Every phrase in a text, by where it starts, the shortest first. */
  allIn(text: string): readonly PhraseSpan<T>[] {
    const found: PhraseSpan<T>[] = [];
    const openings = (this.#openings ??= this.#trie.openings((node) => this.#values[node] !== undefined));
    let next = text.length > 0 ? text.charCodeAt(0) : 0;
    for (let start = 0; start < text.length; start++) {
      const code = next;
      next = start + 1 < text.length ? text.charCodeAt(start + 1) : 0;
      const han = code - FIRST_HAN;
      if (han >= 0 && han < openings.length && ((openings[han]! >>> (next & 31)) & 1) === 0) continue;
      let node = this.#trie.step(0, code);
      for (let end = start + 1; node !== -1; end++) {
        const value = this.#values[node];
        if (value !== undefined) found.push(new FoundPhrase(start, end, value));
        if (end >= text.length) break;
        node = this.#trie.step(node, text.charCodeAt(end));
      }
    }
    return found;
  }

  /** The longest phrase at each place of a text where one starts, in order. */
  longestIn(text: string): readonly PhraseSpan<T>[] {
    return longestOf(this.allIn(text));
  }
}

/** Of all phrases in a text, as `allIn` gives them, the longest at each place. */
export function longestOf<T>(all: readonly PhraseSpan<T>[]): readonly PhraseSpan<T>[] {
  return all.filter(({ start }, index) => all[index + 1]?.start !== start);
}
