import { textHash } from '../../text/hash.ts';

/** How the editor came to a new text: by an edit, or by undoing or redoing one. */
export type ChangeReason = 'edit' | 'undo' | 'redo';

/** How many states of a text are remembered at most, and how many entries of their values together. */
const MOST_STATES = 400;
const MOST_ENTRIES = 100_000;
/** How many states are remembered however large their values are. */
const LEAST_STATES = 30;
/** Code units beyond which a text is not remembered: comparing it would hold up typing. */
const MAX_LENGTH = 2_000_000;

interface State<T> {
  readonly id: number;
  readonly hash: number | null;
  readonly value: T;
}

/**
 * The line of states that a text went through. Undo steps of an editor span several edits, and it does
 * not say how many: the state that an undo led back to is found by its text among the ones before.
 * Each state keeps a value, so that what was true of a text is true again when the text is back.
 */
export class TextStates<T extends { readonly size: number }> {
  readonly #states: State<T>[] = [];
  #at = 0;
  #nextId = 0;

  constructor(text: string, value: T) {
    this.#push(hashOf(text), value);
  }

  /** Id of the state that the text is in; a later state has a higher one. */
  get current(): number {
    return this.#states[this.#at]!.id;
  }

  /** All values kept, for forgetting what no longer holds. */
  *values(): Iterable<T> {
    for (const state of this.#states) yield state.value;
  }

  /**
   * Goes on to `text`. `settle` is given the value of the same text met before, if any (nearest
   * first), and returns the value to keep now.
   */
  advance(text: string, reason: ChangeReason, settle: (known: T | undefined) => T): void {
    const hash = hashOf(text);
    const met = hash === null ? -1 : this.#find(hash, reason);
    const value = settle(this.#states[met]?.value);
    if (met >= 0 && reason !== 'edit') {
      this.#at = met;
      this.#states[met] = { ...this.#states[met]!, value };
      return;
    }
    this.#states.length = this.#at + 1;
    this.#push(hash, value);
  }

  #push(hash: number | null, value: T): void {
    this.#states.push({ id: this.#nextId, hash, value });
    this.#nextId += 1;
    const limit = Math.max(LEAST_STATES, Math.min(MOST_STATES, MOST_ENTRIES / Math.max(1, value.size)));
    if (this.#states.length > limit) this.#states.splice(0, this.#states.length - Math.floor(limit));
    this.#at = this.#states.length - 1;
  }

  #find(hash: number, reason: ChangeReason): number {
    if (reason === 'redo') {
      return this.#states.findIndex((state, index) => index > this.#at && state.hash === hash);
    }
    const from = reason === 'undo' ? this.#at - 1 : this.#at;
    for (let index = from; index >= 0; index -= 1) if (this.#states[index]!.hash === hash) return index;
    return -1;
  }
}

/** Null for a text too long to remember. */
function hashOf(text: string): number | null {
  return text.length > MAX_LENGTH ? null : textHash(text);
}
