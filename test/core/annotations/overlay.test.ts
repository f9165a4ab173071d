import assert from 'node:assert/strict';
import { groupByEntity } from '../../../src/core/annotations/entityGroups.ts';
import { overlay, tagsAt } from '../../../src/core/annotations/overlay.ts';
import { annotate, mention, spanOf } from './helpers.ts';

const text = '甲市市长冯远山到甲市图书馆，读《甲市志》。冯远山说好。';
const mentions = [
  mention(text, 'place', '甲市', 'l1'),
  mention(text, 'person', '冯远山', 'p1'),
  mention(text, 'place', '甲市', 'l1', 5),
  mention(text, 'work', '甲市志', 'w1'),
  mention(text, 'place', '甲市', 'l1', spanOf(text, '《').start),
  mention(text, 'person', '冯远山', 'p1', 10),
];
const library = annotate(text, spanOf(text, '甲市图书馆'), 'library', 'organization');

function seen(tags: ReturnType<typeof overlay>): string[] {
  return tags.map(({ status, type, text: name }) => `${status} ${type} ${name}`);
}

describe('annotations over suggestions', () => {
  it('leave the other suggestions, in the order of the text', () => {
    assert.deepEqual(seen(overlay(text, mentions, [library])), [
      'suggestion place 甲市',
      'suggestion person 冯远山',
      'annotation organization 甲市图书馆',
      'suggestion work 甲市志',
      'suggestion place 甲市',
      'suggestion person 冯远山',
    ]);
  });

  it('leave names inside a work', () => {
    const work = annotate(text, spanOf(text, '甲市志'), 'work', 'work');
    assert.deepEqual(seen(overlay(text, mentions.slice(3, 5), [work])), [
      'annotation work 甲市志',
      'suggestion place 甲市',
    ]);
  });

  it('stand for the suggestion of the same span whatever its type, with its evidence where the type is the same', () => {
    const place = annotate(text, spanOf(text, '冯远山'), 'x', 'place', 'changed');
    const person = annotate(text, spanOf(text, '冯远山'), 'x', 'person', 'accepted');
    assert.deepEqual(seen(overlay(text, [mentions[1]!], [place])), ['annotation place 冯远山']);
    assert.equal(overlay(text, mentions, [place]).find(({ annotation }) => annotation)?.mention, null);
    assert.equal(overlay(text, mentions, [person]).find(({ annotation }) => annotation)?.mention, mentions[1]);
  });

  it('take a rejected suggestion away at its span and type only', () => {
    const rejected = annotate(text, spanOf(text, '冯远山'), 'x', 'person', 'rejected');
    assert.deepEqual(
      seen(overlay(text, mentions, [rejected])).filter((tag) => tag.includes('冯远山')),
      ['rejected person 冯远山', 'suggestion person 冯远山'],
    );
    const asPlace = annotate(text, spanOf(text, '冯远山'), 'x', 'place', 'rejected');
    assert.ok(seen(overlay(text, mentions, [asPlace])).includes('suggestion person 冯远山'));
  });

  it('leave orphans out', () => {
    assert.deepEqual(overlay(text, [], [{ ...library, span: null }]), []);
  });

  it('heal a name that a line end breaks', () => {
    const broken = '卫生\r\n 院';
    const [tag] = overlay(broken, [], [annotate(broken, { start: 0, end: broken.length }, 'x', 'organization')]);
    assert.equal(tag?.text, '卫生院');
    assert.deepEqual(tag?.pieces, [
      { start: 0, end: 2 },
      { start: 5, end: 6 },
    ]);
  });

  it('are found at a place, the innermost first', () => {
    const tags = overlay(text, mentions, [library]);
    const at = (offset: number): string[] => tagsAt(tags, offset, 'character').map(({ text: name }) => name);
    assert.deepEqual(at(spanOf(text, '《').end), ['甲市', '甲市志']);
    assert.deepEqual(at(spanOf(text, '冯远山').end), []);
    assert.deepEqual(at(spanOf(text, '，').end), []);
  });

  it('are found by a cursor behind them, unless another one begins there', () => {
    const adjoining = '甲乙。';
    const tags = overlay(adjoining, [mention(adjoining, 'place', '甲'), mention(adjoining, 'person', '乙')], []);
    const at = (offset: number): string[] => tagsAt(tags, offset, 'cursor').map(({ text: name }) => name);
    assert.deepEqual([at(0), at(1), at(2), at(3)], [['甲'], ['乙'], ['乙'], []]);
  });
});

describe('tags by entity', () => {
  const extraction = {
    mentions,
    entities: [
      { id: 'l1', type: 'place' as const, name: '甲市', mentions: [0, 2, 4] },
      { id: 'p1', type: 'person' as const, name: '冯远山', mentions: [1, 5] },
      { id: 'w1', type: 'work' as const, name: '甲市志', mentions: [3] },
    ],
    people: [],
    places: [],
  };

  it('come by type, then by first place, and hold what the engine missed', () => {
    const missed = annotate(text, spanOf(text, '冯远山', 10), 'x');
    const tags = overlay(text, mentions.slice(0, 5), [missed, library]);
    assert.deepEqual(
      groupByEntity(text, tags, extraction).map(({ type, name, entity, tags: own }) => [
        type,
        name,
        entity,
        own.length,
      ]),
      [
        ['person', '冯远山', 'p1', 2],
        ['place', '甲市', 'l1', 2],
        ['organization', '甲市图书馆', null, 1],
        ['work', '甲市志', 'w1', 1],
      ],
    );
  });

  it('are grouped by name where there is no extraction', () => {
    const tags = overlay(
      text,
      [],
      [annotate(text, spanOf(text, '冯远山'), 'a'), annotate(text, spanOf(text, '冯远山', 10), 'b')],
    );
    assert.deepEqual(
      groupByEntity(text, tags, null).map(({ name, tags: own }) => [name, own.length]),
      [['冯远山', 2]],
    );
  });
});
