import type { Extraction, PersonTitle } from '../entities/mention.ts';
import type { Span } from '../text/span.ts';
import type { EntityGroup } from './entityGroups.ts';
import type { Tag } from './overlay.ts';

/** Where a text says who or what a name is. */
export interface Introduction {
  /** The name there. */
  readonly name: Span;
  /** The name with the title that stands with it, if one does. */
  readonly whole: Span;
}

/**
 * Where an entity is introduced: a person where the first title stands with the name in full; anything else, and
 * a person without a title, where the name stands in full for the first time. Undefined where all was rejected.
 */
export function introductionOf(
  { name, entity, tags }: EntityGroup,
  extraction: Extraction | null,
): Introduction | undefined {
  const shown = tags.filter(({ status }) => status !== 'rejected');
  const full = shown.filter(({ text }) => text === name);
  const titles = extraction?.people.find(({ id }) => id === entity)?.titles ?? [];
  const title = titles.find(({ calledAs }) => calledAs === undefined) ?? titles[0];
  if (title) {
    const nearest = nearestTo(title, full.length > 0 ? full : shown);
    if (nearest) return { name: nearest.span, whole: union(title.span, nearest.span) };
  }
  const [first] = full.length > 0 ? full : shown;
  return first && { name: first.span, whole: first.span };
}

function nearestTo({ span }: PersonTitle, tags: readonly Tag[]): Tag | undefined {
  const gap = (other: Span): number => Math.max(other.start - span.end, span.start - other.end);
  return tags.reduce<Tag | undefined>((best, tag) => (best && gap(best.span) <= gap(tag.span) ? best : tag), undefined);
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
