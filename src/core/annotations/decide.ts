import type { EntityType } from '../entities/mention.ts';
import type { Span } from '../text/span.ts';
import type { Annotation, TagAnnotation, TagDecision } from './records/annotation.ts';
import { clashes, type Tag } from './overlay.ts';
import { makeQuote } from './anchoring/quote.ts';

/** One annotation before and after a step; null where there is none. */
export interface Replacement {
  readonly id: string;
  readonly before: Annotation | null;
  readonly after: Annotation | null;
}

/** What one command of the editor changed: done, undone and redone as a whole. */
export type Step = readonly Replacement[];

/** Who decides, when, and how new annotations are named. */
export interface Decider {
  readonly creator: string;
  readonly created: string;
  readonly newId: () => string;
}

/** What the page is before a decision about tags. */
export interface Decided {
  readonly text: string;
  readonly annotations: readonly TagAnnotation[];
  readonly tags: readonly Tag[];
}

/** A span and what it is to be tagged as. */
export interface TagTarget {
  readonly span: Span;
  readonly type: EntityType;
}

/**
 * Tags each target. Over a suggestion of the very span this accepts it or changes its type; an
 * annotation that clashes is replaced, and keeps its identity where the new one takes its place.
 * A target that is tagged so already changes nothing.
 */
export function tag(decided: Decided, targets: readonly TagTarget[], by: Decider): Step {
  const draft = new Draft(decided);
  for (const { span, type } of targets) {
    const standing = draft.annotations.filter(
      (one) => one.span && clashes({ type, span }, { type: one.type, span: one.span }),
    );
    const made = standing.filter(({ decision }) => decision !== 'rejected');
    if (made.some((one) => one.type === type && sameSpan(one.span, span))) continue;
    const heir = made.find((one) => sameSpan(one.span, span)) ?? made.find((one) => one.type === type);
    for (const one of standing) {
      if (one !== heir && (one.decision !== 'rejected' || sameSpan(one.span, span))) draft.put(one.id, null);
    }
    const id = heir?.id ?? by.newId();
    draft.put(id, newAnnotation(decided.text, id, { span, type }, decisionOn(decided, heir, span, type), by));
  }
  return draft.step;
}

/** Takes back what was decided on each tag; a bare suggestion is rejected instead. */
export function untag(decided: Decided, tags: readonly Tag[], by: Decider): Step {
  const draft = new Draft(decided);
  for (const { annotation } of tags) if (annotation) draft.put(annotation.id, null);
  return [
    ...draft.step,
    ...reject(
      decided,
      tags.filter(({ annotation }) => !annotation),
      by,
    ),
  ];
}

/**
 * Throws out each tag. What the engine found stays on record as rejected, so that it is not suggested
 * again; what only the editor had tagged is taken back. Rejections stay as they are.
 */
export function reject(decided: Decided, tags: readonly Tag[], by: Decider): Step {
  const draft = new Draft(decided);
  for (const { status, span, type, annotation, mention } of tags) {
    if (status === 'rejected') continue;
    const id = annotation?.id ?? by.newId();
    if (!mention) draft.put(id, null);
    else draft.put(id, newAnnotation(decided.text, id, { span, type }, 'rejected', by));
  }
  return draft.step;
}

/** Removes annotations for good, orphans among them. */
export function remove(annotations: readonly Annotation[]): Step {
  return annotations.map((before) => ({ id: before.id, before, after: null }));
}

class Draft {
  readonly #before: ReadonlyMap<string, TagAnnotation>;
  readonly #now: Map<string, TagAnnotation>;
  readonly #touched = new Set<string>();

  constructor({ annotations }: Decided) {
    this.#before = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    this.#now = new Map(this.#before);
  }

  get annotations(): TagAnnotation[] {
    return [...this.#now.values()];
  }

  get step(): Step {
    return [...this.#touched]
      .map((id) => ({ id, before: this.#before.get(id) ?? null, after: this.#now.get(id) ?? null }))
      .filter(({ before, after }) => before !== after);
  }

  put(id: string, annotation: TagAnnotation | null): void {
    this.#touched.add(id);
    if (annotation) this.#now.set(id, annotation);
    else this.#now.delete(id);
  }
}

function decisionOn({ tags }: Decided, heir: TagAnnotation | undefined, span: Span, type: EntityType): TagDecision {
  if (heir && sameSpan(heir.span, span)) return 'changed';
  const suggested = tags.filter(({ mention }) => sameSpan(mention?.span ?? null, span));
  if (suggested.some(({ mention }) => mention?.type === type)) return 'accepted';
  return suggested.length > 0 ? 'changed' : 'tagged';
}

function newAnnotation(
  text: string,
  id: string,
  { span, type }: TagTarget,
  decision: TagDecision,
  { creator, created }: Decider,
): TagAnnotation {
  return { id, type, decision, span, quote: makeQuote(text, span), created, creator };
}

function sameSpan(a: Span | null, b: Span): boolean {
  return a !== null && a.start === b.start && a.end === b.end;
}
