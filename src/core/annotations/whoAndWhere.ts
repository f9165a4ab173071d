import type { EntityType } from '../entities/mention.ts';
import { contains, type Span } from '../text/span.ts';
import type { EntityGroup } from './entityGroups.ts';

/** Somebody or some place, and how often a part of the text mentions it. */
export interface EntityCount {
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

/** Counts the people and places that begin in `part`; what the editor rejected does not count. */
export function whoAndWhere(groups: readonly EntityGroup[], part: Span): WhoAndWhere {
  return { people: counts(groups, 'person', part), places: counts(groups, 'place', part) };
}

function counts(groups: readonly EntityGroup[], type: EntityType, part: Span): EntityCount[] {
  return groups
    .filter((group) => group.type === type)
    .flatMap(({ name, tags }) => {
      const own = tags.filter(({ status, span }) => status !== 'rejected' && contains(part, span.start));
      return own[0] ? [{ name, count: own.length, first: own[0].span }] : [];
    })
    .sort((a, b) => b.count - a.count || a.first.start - b.first.start);
}
