/** Phrases with a value each, found by where they end in a text. */
export class SuffixIndex<T> {
  readonly #values = new Map<string, T>();
  /** Length of the longest phrase by the code unit that it ends in: most places end none. */
  readonly #longest = new Map<number, number>();

  /** Adds a phrase; a second time keeps the first value. */
  add(phrase: string, value: T): void {
    if (phrase === '' || this.#values.has(phrase)) return;
    this.#values.set(phrase, value);
    const last = phrase.charCodeAt(phrase.length - 1);
    this.#longest.set(last, Math.max(this.#longest.get(last) ?? 0, phrase.length));
  }

  /** The value of a whole phrase. */
  get(phrase: string): T | undefined {
    return this.#values.get(phrase);
  }

  /** The longest phrase that ends at `end` and starts at `from` or later. */
  longestBefore(
    text: string,
    end: number,
    from = 0,
  ): { readonly start: number; readonly value: T } | undefined {
    const longest = end > 0 ? this.#longest.get(text.charCodeAt(end - 1)) : undefined;
    if (longest === undefined) return undefined;
    for (let start = Math.max(from, end - longest); start < end; start++) {
      const value = this.#values.get(text.slice(start, end));
      if (value !== undefined) return { start, value };
    }
    return undefined;
  }
}
