import { CodeTrie } from './codeTrie.ts';

/** Phrases with a value each, found by where they end in a text: a trie over their code units from the last on. */
export class SuffixIndex<T> {
  readonly #trie = new CodeTrie();
  /** By node. */
  readonly #values: (T | undefined)[] = [undefined];

  /** Adds a phrase; a second time keeps the first value. */
  add(phrase: string, value: T): void {
    if (phrase === '') return;
    let node = 0;
    for (let i = phrase.length - 1; i >= 0; i--) node = this.#trie.grow(node, phrase.charCodeAt(i));
    while (this.#values.length < this.#trie.size) this.#values.push(undefined);
    this.#values[node] ??= value;
  }

  /** The value of a whole phrase. */
  get(phrase: string): T | undefined {
    return this.getAt(phrase, 0, phrase.length);
  }

  /** The value of the phrase that is the text from `start` to `end`. */
  getAt(text: string, start: number, end: number): T | undefined {
    let node = 0;
    for (let i = end - 1; i >= start; i--) {
      node = this.#trie.step(node, text.charCodeAt(i));
      if (node === -1) return undefined;
    }
    return this.#values[node];
  }

  /** The longest phrase that ends at `end` and starts at `from` or later. */
  longestBefore(text: string, end: number, from = 0): { readonly start: number; readonly value: T } | undefined {
    let start = end;
    let found: T | undefined;
    let node = 0;
    for (let i = end - 1; i >= from; i--) {
      node = this.#trie.step(node, text.charCodeAt(i));
      if (node === -1) break;
      const value = this.#values[node];
      if (value === undefined) continue;
      found = value;
      start = i;
    }
    return found === undefined ? undefined : { start, value: found };
  }
}
