import assert from 'node:assert/strict';
import { PlaceEndingSource } from '../../../../src/core/entities/rules/place/placeEndings.ts';
import { Sentence } from '../../../../src/core/entities/tokens/sentence.ts';
import { fakeSegmenter } from '../fakeSegmenter.ts';
import { lexicons, marked, texts } from '../helpers.ts';

describe('places by what they are joined to', () => {
  it('are divisions with the one above right before, however the segmenter cuts them', () => {
    assert.deepEqual(texts('在河北省石家庄市正定县召开。', 'place'), ['河北省', '石家庄市', '正定县']);
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
    for (const text of ['在老旧小区召开。', '在通村公路召开。', '建设强村。', '进百村、入万户。', '在瑶寨召开。'])
      assert.deepEqual(texts(text, 'place'), []);
  });
});

describe('places by their form', () => {
  it('are roads with numbers', () => {
    assert.deepEqual(texts('沿312国道向西。', 'place'), ['312国道']);
    assert.deepEqual(texts('在国道107线召开。', 'place'), ['国道107线']);
    assert.deepEqual(texts('建设南沿江城际铁路的工作。', 'place'), ['南沿江城际铁路']);
  });

  it('are lines that are called after two places by a character of each, and surely so', () => {
    const sure = (text: string): string[] =>
      new PlaceEndingSource(lexicons)
        .find(new Sentence(text, fakeSegmenter))
        .filter(({ atLeast = 0 }) => atLeast > 0.5)
        .map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(sure('在渝湘高速召开。'), ['渝湘高速']);
    assert.deepEqual(sure('在农村高速召开。'), []);
    assert.deepEqual(sure('抢抓高铁机遇。'), []);
  });

  it('are townships of a people', () => {
    assert.deepEqual(texts('走访银湖侗族乡。', 'place'), ['银湖侗族乡']);
  });
});

describe('directions', () => {
  it('are no regions', () => assert.deepEqual(texts('道路西北。', 'place'), []));
});

describe('counties that are no more', () => {
  it('are places by their full names', () => assert.deepEqual(texts('走访富阳县。', 'place'), ['富阳县']));
});

describe('a place whose full name stands in the issue', () => {
  it('is found by its short name where that is a word of its own', () => {
    assert.deepEqual(texts('在银湖村召开会议。银湖、又介绍工作。', 'place'), ['银湖村', '银湖']);
  });
});
