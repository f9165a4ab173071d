import assert from 'node:assert/strict';
import { shiftExtraction } from '../../../src/core/annotations/anchoring/shiftExtraction.ts';
import { mention, spanOf } from './helpers.ts';

describe('an extraction after an edit', () => {
  const text = '局长褚东来到会，褚东来说好。';
  const extraction = {
    mentions: [mention(text, 'person', '褚东来', 'p1'), mention(text, 'person', '褚东来', 'p1', 5)],
    entities: [{ id: 'p1', type: 'person' as const, name: '褚东来', mentions: [0, 1] }],
    people: [{ id: 'p1', name: '褚东来', titles: [{ title: '局长', span: spanOf(text, '局长') }] }],
    places: [],
  };

  it('is moved along, people and titles too', () => {
    const after = `今日，${text}`;
    const shifted = shiftExtraction(extraction, text, [{ span: { start: 0, end: 0 }, text: '今日，' }]);
    assert.deepEqual(
      shifted.mentions.map(({ span, pieces }) => [after.slice(span.start, span.end), pieces]),
      [
        ['褚东来', [{ start: 5, end: 8 }]],
        ['褚东来', [{ start: 11, end: 14 }]],
      ],
    );
    assert.deepEqual(shifted.people[0]?.titles[0]?.span, spanOf(after, '局长'));
  });

  it('leaves out what the edit touched, an entity with no mention left among it', () => {
    const once = shiftExtraction(extraction, text, [{ span: { start: 3, end: 4 }, text: '中' }]);
    assert.deepEqual(
      once.mentions.map(({ span }) => span.start),
      [8],
    );
    assert.deepEqual(once.entities[0]?.mentions, [0]);
    const both = shiftExtraction(extraction, text, [{ span: { start: 2, end: 10 }, text: '' }]);
    assert.deepEqual([both.mentions, both.entities], [[], []]);
  });

  it('keeps the home region, and the places that are still named', () => {
    const page = '大连市的路。';
    const place = {
      id: 'l1',
      name: '大连市',
      code: '210200',
      chain: ['辽宁省', '大连市'],
      decidedBy: 'name' as const,
      ambiguous: false,
      others: [],
    };
    const homeRegion = { code: '210200', chain: ['辽宁省', '大连市'], decidedBy: 'setting' as const };
    const found = {
      mentions: [mention(page, 'place', '大连市', 'l1')],
      entities: [{ id: 'l1', type: 'place' as const, name: '大连市', mentions: [0] }],
      people: [],
      places: [place],
      homeRegion,
    };
    const moved = shiftExtraction(found, page, [{ span: { start: 0, end: 0 }, text: '新' }]);
    assert.deepEqual([moved.places, moved.homeRegion], [[place], homeRegion]);
    const gone = shiftExtraction(found, page, [{ span: { start: 0, end: 2 }, text: '' }]);
    assert.deepEqual([gone.places, gone.homeRegion], [[], homeRegion]);
  });

  it('is the same where nothing differs', () => {
    const same = shiftExtraction(extraction, text, [{ span: { start: 2, end: 5 }, text: '褚东来' }]);
    assert.equal(same, extraction);
  });
});
