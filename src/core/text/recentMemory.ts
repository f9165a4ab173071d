/** Values that were made for words; what is not asked for in one round is forgotten. */
export class RecentMemory<T> {
  #known = new Map<string, T>();
  #used = new Map<string, T>();

  /** The value for `key`: the one of this round or the last, else a new one. */
  get(key: string, make: () => T): T {
    const known = this.#used.get(key) ?? this.#known.get(key) ?? make();
    // Under the new key, since a part of a text holds the whole of it in memory.
    this.#used.set(key, known);
    return known;
  }

  /** Keeps a value of the last round for the next, if there is one for `key`. */
  keep(key: string): void {
    const known = this.#known.get(key);
    if (known !== undefined && !this.#used.has(key)) this.#used.set(key, known);
  }

  /** Ends a round. */
  forgetUnused(): void {
    this.#known = this.#used;
    this.#used = new Map();
  }

  /** Forgets everything. */
  clear(): void {
    this.#known.clear();
    this.#used.clear();
  }
}
