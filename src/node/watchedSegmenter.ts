import type { Segmenter, TaggedWord } from '../core/entities/tokens/segmenter.ts';

/** Thrown out of an extraction that nobody waits for any more. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';

  constructor() {
    super('nobody waits for this any more');
  }
}

/** What a watched segmenter asks and tells before each stretch of text. */
export interface Watch {
  /** Whether to give up; the next `tag` then throws a `CancelledError`. */
  cancelled(): boolean;
  /** Code units tagged so far. */
  progress(done: number): void;
}

/**
 * A segmenter that lets long work be watched and given up from outside: extraction is one call without an
 * await, and asks for words sentence by sentence all the way through.
 */
export class WatchedSegmenter implements Segmenter {
  readonly #segmenter: Segmenter;
  readonly #watch: Watch;
  #done = 0;

  constructor(segmenter: Segmenter, watch: Watch) {
    this.#segmenter = segmenter;
    this.#watch = watch;
  }

  tag(text: string): readonly TaggedWord[] {
    if (this.#watch.cancelled()) throw new CancelledError();
    const words = this.#segmenter.tag(text);
    this.#done += text.length;
    this.#watch.progress(this.#done);
    return words;
  }
}
