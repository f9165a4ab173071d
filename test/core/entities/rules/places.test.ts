import assert from 'node:assert/strict';
import { PlaceEndingSource } from '../../../../src/core/entities/rules/place/placeEndings.ts';
import { Sentence } from '../../../../src/core/entities/tokens/sentence.ts';
import { fakeSegmenter } from '../fakeSegmenter.ts';
import { lexicons, marked, texts } from '../helpers.ts';

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

describe('places by what stands beside them', () => {
  it('are where somebody is from', () => assert.deepEqual(texts('正定籍教授出席。', 'place'), ['正定']));

  it('are counties in a list that says what they are', () => {
    assert.deepEqual(texts('走访正定、平山、行唐等县。', 'place'), ['正定', '平山', '行唐']);
    assert.deepEqual(texts('走访长安、桥西两区。', 'place'), ['长安', '桥西']);
    assert.deepEqual(texts('走访工作、平山等人。', 'place'), []);
  });

  it('are regions that are mere directions elsewhere', () => {
    assert.deepEqual(texts('华北、西北的城市。', 'place'), ['华北', '西北']);
    assert.deepEqual(texts('道路西北。', 'place'), []);
  });
});

describe('counties that are no more', () => {
  it('are places by their full names', () => assert.deepEqual(texts('走访富阳县。', 'place'), ['富阳县']));
});

describe('a place whose full name stands in the issue', () => {
  it('is found by its short name where that is a word of its own', () => {
    assert.deepEqual(texts('在银湖村召开会议。银湖、又介绍工作。', 'place'), ['银湖村', '银湖']);
  });
});
