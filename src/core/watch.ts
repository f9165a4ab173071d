/** Thrown out of work that nobody waits for any more. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';

  constructor() {
    super('nobody waits for this any more');
  }
}

/** Who waits for long work: asked between its steps whether to go on, and told how far it is. */
export interface Watch {
  /** Whether to give up: the work then ends with a `CancelledError`. */
  cancelled(): boolean;
  /** How much is done: 0 to 1, ascending. */
  progress(fraction: number): void;
}

/**
 * The steps of work that is one call without an await. Each stage says after a step what is done; a stage whose steps
 * are not counted only asks. Without a watch both cost nothing.
 */
export class WatchedWork {
  readonly #watch: Watch | undefined;
  readonly #total: number;
  #done = 0;

  /** `total` is the amount of all steps together, in a unit of the caller's choice. */
  constructor(watch?: Watch, total = 0) {
    this.#watch = watch;
    this.#total = total;
  }

  /** Throws a `CancelledError` when nobody waits any more. */
  check(): void {
    if (this.#watch?.cancelled()) throw new CancelledError();
  }

  /** Notes that a step of `amount` is done, then checks. */
  advance(amount: number): void {
    if (!this.#watch) return;
    this.#done += amount;
    if (this.#total > 0) this.#watch.progress(Math.min(1, this.#done / this.#total));
    this.check();
  }

  /** The items one after the other, each checked before. */
  *each<T>(items: Iterable<T>): Generator<T> {
    for (const item of items) {
      this.check();
      yield item;
    }
  }
}

/** Work that nobody watches. */
export const UNWATCHED = new WatchedWork();
