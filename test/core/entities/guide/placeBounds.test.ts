import assert from 'node:assert/strict';
import type { Candidate } from '../../../../src/core/entities/candidate.ts';
import { PlaceBounds } from '../../../../src/core/entities/guide/placeBounds.ts';
import { Sentence } from '../../../../src/core/entities/tokens/sentence.ts';
import { fakeSegmenter } from '../fakeSegmenter.ts';
import { lexicons } from '../helpers.ts';

/** The names of a text after `names`, each with its type, got their bounds. */
function settled(text: string, ...names: readonly (readonly [Candidate['type'], string])[]): string[] {
  const candidates = names.map(([type, name]): Candidate => {
    const start = text.indexOf(name);
    return { type, start, end: start + name.length, confidence: 0.8, evidence: [{ kind: 'model' }] };
  });
  return new PlaceBounds(lexicons)
    .settle(new Sentence(text, fakeSegmenter), candidates)
    .map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
}

const places = (text: string, name: string): string[] =>
  settled(text, ['place', name]).map((one) => one.slice('place '.length));

describe('the bounds of places', () => {
  it('part levels and names that run together', () => {
    assert.deepEqual(places('在正定县柏棠镇召开', '正定县柏棠镇'), ['正定县', '柏棠镇']);
    assert.deepEqual(places('家住丁香社区银杏街2号', '丁香社区银杏街'), ['丁香社区', '银杏街']);
    assert.deepEqual(places('在柏棠镇丰产村考察', '柏棠镇丰产村'), ['柏棠镇', '丰产村']);
    assert.deepEqual(places('石家庄市步行街3号', '石家庄市步行街'), ['石家庄市', '步行街']);
  });

  it('leave names whole that only look like two', () => {
    for (const name of ['中关村南大街', '朝晖路社区', '柏棠镇', '江村镇', '长江大桥', '科尔沁左翼中旗', '解放路东街'])
      assert.deepEqual(places(`在${name}召开`, name), [name]);
  });

  it('leave an ordinary word behind a level outside', () => {
    assert.deepEqual(places('完成柏棠镇台区改造', '柏棠镇台区'), ['柏棠镇']);
  });

  it('are those of the two sides of 中欧班列', () => {
    assert.deepEqual(places('首趟中欧班列', '中欧'), ['中', '欧']);
    assert.deepEqual(places('中欧地区', '中欧'), ['中欧']);
  });

  it('part a county with a name of two characters', () => {
    assert.deepEqual(places('在赵县柏棠镇召开', '赵县柏棠镇'), ['赵县', '柏棠镇']);
  });

  it('hold a community that is called after a new village', () => {
    assert.deepEqual(places('在丰产新村社区召开', '丰产新村社区'), ['丰产新村社区']);
  });

  it('are those of the region that begins with an abbreviation', () => {
    assert.deepEqual(places('苏南的城市', '苏'), ['苏南']);
    assert.deepEqual(places('苏、南', '苏'), ['苏']);
  });

  it('leave other types as they are', () => {
    assert.deepEqual(settled('正定县柏棠镇政府', ['organization', '正定县柏棠镇政府']), [
      'organization 正定县柏棠镇政府',
    ]);
  });
});
