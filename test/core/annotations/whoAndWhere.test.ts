import assert from 'node:assert/strict';
import type { EntityGroup } from '../../../src/core/annotations/entityGroups.ts';
import type { Tag } from '../../../src/core/annotations/overlay.ts';
import { whoAndWhere } from '../../../src/core/annotations/whoAndWhere.ts';
import type { EntityType } from '../../../src/core/entities/mention.ts';

const group = (
  type: EntityType,
  name: string,
  ...places: readonly (number | [number, Tag['status']])[]
): EntityGroup => ({
  type,
  name,
  label: name,
  entity: null,
  tags: places.map((place) => {
    const [start, status] = typeof place === 'number' ? ([place, 'suggestion'] as const) : place;
    const span = { start, end: start + name.length };
    return { type, text: name, span, pieces: [span], status, mention: null, annotation: null };
  }),
});

describe('who and where a part of a text is about', () => {
  const names = (entities: readonly { name: string; count: number }[]): string[] =>
    entities.map(({ name, count }) => `${name} ${count}`);

  it('counts people and places that begin in it, the most mentioned first', () => {
    const groups = [
      group('person', '尤海平', 5, 90),
      group('person', '乔春山', 20, 30),
      group('place', '青阳', 99, 100),
      group('title', '市长', 4),
    ];
    const { people, places } = whoAndWhere(groups, { start: 0, end: 100 });
    assert.deepEqual(names(people), ['尤海平 2', '乔春山 2']);
    assert.deepEqual(names(places), ['青阳 1']);
    assert.deepEqual(names(whoAndWhere(groups, { start: 10, end: 40 }).people), ['乔春山 2']);
  });

  it('leads to the first mention in that part', () => {
    const { people } = whoAndWhere([group('person', '尤海平', 5, 50, 60)], { start: 40, end: 100 });
    assert.deepEqual(people[0]?.first, { start: 50, end: 53 });
  });

  it('does not count what the editor rejected', () => {
    const groups = [group('person', '尤海平', [5, 'rejected'], 50), group('person', '乔春山', [7, 'rejected'])];
    assert.deepEqual(names(whoAndWhere(groups, { start: 0, end: 100 }).people), ['尤海平 1']);
  });

  it('does not count who wrote it and where from', () => {
    const groups = [group('person', '乔春山', 12, 60), group('person', '尤海平', 8), group('place', '北京', 13)];
    const byline = { start: 6, end: 20 };
    const { people, places } = whoAndWhere(groups, { start: 0, end: 100 }, [byline]);
    assert.deepEqual(names(people), ['乔春山 1']);
    assert.deepEqual(people[0]?.first, { start: 60, end: 63 });
    assert.deepEqual(places, []);
  });
});
