import assert from 'node:assert/strict';
import { findOccurrences } from '../../../src/core/annotations/occurrences.ts';
import { overlay } from '../../../src/core/annotations/overlay.ts';
import { annotate, mention, spanOf } from './helpers.ts';

describe('the occurrences of a name', () => {
  const text = '丁县县长卫明和卫明明到卫明故居。卫明说，《卫明传》已出版；卫县长又说。';
  const mentions = [
    mention(text, 'person', '卫明', 'p1'),
    mention(text, 'person', '卫明明', 'p2'),
    mention(text, 'place', '卫明故居'),
    mention(text, 'work', '卫明传'),
    mention(text, 'person', '卫', 'p1', spanOf(text, '卫县长').start),
  ];
  const find = (tags = overlay(text, mentions, [])): [number, string | null][] =>
    findOccurrences(text, spanOf(text, '卫明'), 'person', tags).map(({ span, against }) => [
      span.start,
      against?.text ?? null,
    ]);

  it('are all mentions of its entity, and all places with its letters', () => {
    assert.deepEqual(
      find()
        .filter(([, against]) => against === null)
        .map(([start]) => start),
      [4, spanOf(text, '卫明说').start, spanOf(text, '卫明传').start, spanOf(text, '卫县长').start],
    );
  });

  it('are told with the longer name of which they are a part', () => {
    assert.deepEqual(
      find().filter(([, against]) => against !== null),
      [
        [7, '卫明明'],
        [11, '卫明故居'],
      ],
    );
  });

  it('are told with what the editor tagged otherwise, not with what was only suggested', () => {
    const place = annotate(text, spanOf(text, '卫明说'), 'x', 'place');
    const other = { ...place, span: { start: place.span!.start, end: place.span!.end - 1 } };
    assert.deepEqual(
      find(overlay(text, mentions, [other])).find(([start]) => start === other.span.start),
      [16, '卫明'],
    );
    const suggested = [...mentions.slice(1), mention(text, 'place', '卫明', 'l1', 16)];
    assert.deepEqual(
      find(overlay(text, suggested, [])).find(([start]) => start === 16),
      [16, null],
    );
  });

  it('leave a rejected mention among those to choose from', () => {
    const rejected = annotate(text, spanOf(text, '卫明'), 'r', 'person', 'rejected');
    assert.ok(find(overlay(text, mentions, [rejected])).some(([start]) => start === 4));
  });
});
