import type { Span } from '../text/span.ts';
import { SpanIndex } from '../text/spanIndex.ts';
import { tagsAt, type Tag } from './overlay.ts';

/** What there is to decide on at a place. */
export interface Decidable {
  /** Something can be accepted. */
  readonly suggestion: boolean;
  /** Something is tagged, so that it can be taken back. */
  readonly tag: boolean;
}

/** The tags of a page, to be asked at every move of the cursor. */
export class TagIndex {
  readonly #all: SpanIndex<Tag>;
  readonly #acceptable: SpanIndex<Tag>;
  readonly #tagged: SpanIndex<Tag>;
  /** What there is in the whole page. */
  readonly inPage: Decidable;

  /** `tags` as `overlay` gives them. */
  constructor(tags: readonly Tag[]) {
    const tagged = tags.filter(({ status }) => status === 'annotation');
    this.#all = new SpanIndex(tags);
    // What was rejected can be accepted after all, where it is selected.
    this.#acceptable = new SpanIndex(tags.filter(({ status }) => status !== 'annotation'));
    this.#tagged = new SpanIndex(tagged);
    this.inPage = { suggestion: tags.some(({ status }) => status === 'suggestion'), tag: tagged.length > 0 };
  }

  /** What a command means at a cursor: the innermost tag there. */
  atCursor(offset: number): Decidable {
    const [tag] = tagsAt(this.#all.at(offset), offset, 'cursor');
    return { suggestion: tag?.status === 'suggestion', tag: tag?.status === 'annotation' };
  }

  /** What a command means in a selection: the tags in it. */
  within(selected: Span): Decidable {
    return { suggestion: this.#acceptable.anyIn(selected), tag: this.#tagged.anyIn(selected) };
  }
}
