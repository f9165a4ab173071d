import type { EntityType } from '../entities/mention.ts';
import { contains, encloses, type Span } from '../text/span.ts';
import type { EntityGroup } from './entityGroups.ts';
import type { Tag } from './overlay.ts';

/** Somebody or some place, and how often a part of the text mentions it. */
export interface EntityCount {
  /** As shown on the screen. */
  readonly name: string;
  readonly count: number;
  /** The first mention in that part. */
  readonly first: Span;
}

/** Who and where a part of a text is about, the most mentioned first. */
export interface WhoAndWhere {
  readonly people: readonly EntityCount[];
  readonly places: readonly EntityCount[];
}

/**
 * Counts the people and places that begin in `part`. What the editor rejected does not count, nor what stands in
 * `except`: bylines say who wrote it, not who it is about.
 */
export function whoAndWhere(groups: readonly EntityGroup[], part: Span, except: readonly Span[] = []): WhoAndWhere {
  const counted = ({ status, span }: Tag): boolean =>
    status !== 'rejected' && contains(part, span.start) && !except.some((outer) => encloses(outer, span));
  return { people: counts(groups, 'person', counted), places: counts(groups, 'place', counted) };
}

function counts(groups: readonly EntityGroup[], type: EntityType, counted: (tag: Tag) => boolean): EntityCount[] {
  return groups
    .filter((group) => group.type === type)
    .flatMap(({ label, tags }) => {
      const own = tags.filter(counted);
      return own[0] ? [{ name: label, count: own.length, first: own[0].span }] : [];
    })
    .sort((a, b) => b.count - a.count || a.first.start - b.first.start);
}
