interface Node<T> {
  readonly next: Map<number, Node<T>>;
  value: T | undefined;
}

/** A phrase of the index that stands at a place in a text. */
export interface PhraseMatch<T> {
  readonly end: number;
  readonly value: T;
}

/** Phrases with a value each, found at a place in a text: a trie over UTF-16 code units. */
export class PhraseIndex<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };
  #size = 0;

  /** Number of phrases. */
  get size(): number {
    return this.#size;
  }

  /** Adds a phrase; `merge` says what becomes of a value that is there already (the default keeps the old one). */
  add(phrase: string, value: T, merge: (old: T, value: T) => T = (old) => old): void {
    if (phrase === '') return;
    let node = this.#root;
    for (let i = 0; i < phrase.length; i++) {
      const code = phrase.charCodeAt(i);
      let next = node.next.get(code);
      if (!next) node.next.set(code, (next = { next: new Map(), value: undefined }));
      node = next;
    }
    if (node.value === undefined) this.#size++;
    node.value = node.value === undefined ? value : merge(node.value, value);
  }

  /** The value of a whole phrase. */
  get(phrase: string): T | undefined {
    let node: Node<T> | undefined = this.#root;
    for (let i = 0; node && i < phrase.length; i++) node = node.next.get(phrase.charCodeAt(i));
    return node?.value;
  }

  /** The longest phrase that starts at `offset`. */
  longestAt(text: string, offset: number): PhraseMatch<T> | undefined {
    let found: PhraseMatch<T> | undefined;
    let node: Node<T> | undefined = this.#root;
    for (let i = offset; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.value !== undefined) found = { end: i + 1, value: node.value };
    }
    return found;
  }

  /** Every phrase that starts at `offset`, the shortest first. */
  allAt(text: string, offset: number): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    let node: Node<T> | undefined = this.#root;
    for (let i = offset; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.value !== undefined) found.push({ end: i + 1, value: node.value });
    }
    return found;
  }
}
