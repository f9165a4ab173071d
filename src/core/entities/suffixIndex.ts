/** Phrases with a value each, found by where they end in a text. */
export class SuffixIndex<T> {
  readonly #values = new Map<string, T>();
  #longest = 0;

  /** Adds a phrase; a second time keeps the first value. */
  add(phrase: string, value: T): void {
    if (phrase === '' || this.#values.has(phrase)) return;
    this.#values.set(phrase, value);
    this.#longest = Math.max(this.#longest, phrase.length);
  }

  /** The value of a whole phrase. */
  get(phrase: string): T | undefined {
    return this.#values.get(phrase);
  }

  /** The longest phrase that ends at `end` and starts at `from` or later. */
  longestBefore(text: string, end: number, from = 0): { readonly start: number; readonly value: T } | undefined {
    for (let start = Math.max(from, end - this.#longest); start < end; start++) {
      const value = this.#values.get(text.slice(start, end));
      if (value !== undefined) return { start, value };
    }
    return undefined;
  }
}
