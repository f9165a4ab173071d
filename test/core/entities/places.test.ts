import assert from 'node:assert/strict';
import { marked, texts } from './helpers.ts';

describe('places by what they are joined to', () => {
  it('are divisions with the one above right before, however the segmenter cuts them', () => {
    assert.deepEqual(texts('在河北省石家庄市正定县召开。', 'place'), ['河北省', '石家庄市', '正定县']);
  });

  it('are the two ends of a route and the sides of a meeting', () => {
    assert.deepEqual(texts('大连至海城的道路。', 'place'), ['大连', '海城']);
    assert.deepEqual(texts('大连—广州联合举办活动。', 'place'), ['大连', '广州']);
  });
});

describe('places by their endings', () => {
  it('are levels below a division although a title seems to stand across them', () => {
    assert.equal(marked('走访正定县朱河镇长乐村。'), '走访[LOC 正定县][LOC 朱河镇][LOC 长乐村]。');
  });

  it('are plains that are called after a place', () => {
    assert.deepEqual(texts('在关中平原召开。', 'place'), ['关中平原']);
    assert.deepEqual(texts('在黄海七路召开。', 'place'), ['黄海七路']);
  });

  it('are no words that say what kind of place it is', () => {
    for (const text of ['在老旧小区召开。', '在通村公路召开。', '建设强村。', '进百村、入万户。', '在瑶寨召开。']) assert.deepEqual(texts(text, 'place'), []);
  });
});

describe('a place whose full name stands in the issue', () => {
  it('is found by its short name where that is a word of its own', () => {
    assert.deepEqual(texts('在银湖村召开会议。银湖、又介绍工作。', 'place'), ['银湖村', '银湖']);
  });
});
