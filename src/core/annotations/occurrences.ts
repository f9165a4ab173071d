import type { EntityType } from '../entities/mention.ts';
import { overlaps, type Span } from '../text/span.ts';
import { clashes, type Tag } from './overlay.ts';

/** One place where a name stands. */
export interface Occurrence {
  readonly span: Span;
  /** The tag that speaks against it: a longer name of which it is a part, or another type that the editor gave it. */
  readonly against: Tag | null;
}

/**
 * All places that the name at `span` could mean as `type`: the mentions of its entity, in whatever
 * form, and every place where its letters stand, also inside longer names (李明 in 李明明), which are
 * told with them. Ascending, no place twice.
 */
export function findOccurrences(text: string, span: Span, type: EntityType, tags: readonly Tag[]): Occurrence[] {
  const name = text.slice(span.start, span.end);
  const visible = tags.filter(({ status }) => status !== 'rejected');
  const entities = new Set(
    visible.filter((tag) => tag.type === type && tag.text === name).map(({ mention }) => mention?.entity),
  );
  const own = visible.filter((tag) => tag.type === type && tag.mention !== null && entities.has(tag.mention.entity));
  const found = own.map((tag): Occurrence => ({ span: tag.span, against: null }));
  for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + name.length)) {
    const place = { start: at, end: at + name.length };
    if (own.some((tag) => overlaps(tag.span, place))) continue;
    found.push({ span: place, against: visible.find((tag) => speaksAgainst(tag, { type, span: place })) ?? null });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function speaksAgainst(tag: Tag, place: { readonly type: EntityType; readonly span: Span }): boolean {
  if (!clashes(tag, place)) return false;
  const same = tag.span.start === place.span.start && tag.span.end === place.span.end;
  return same ? tag.status === 'annotation' && tag.type !== place.type : true;
}
