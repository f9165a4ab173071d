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
    assert.deepEqual(places('小凉江石湾河涨水', '小凉江石湾河'), ['小凉江', '石湾河']);
    assert.deepEqual(places('在柏棠镇丰产村考察', '柏棠镇丰产村'), ['柏棠镇', '丰产村']);
    assert.deepEqual(places('石家庄市步行街3号', '石家庄市步行街'), ['石家庄市', '步行街']);
  });

  it('leave names whole that only look like two', () => {
    for (const name of ['中关村南大街', '朝晖路社区', '柏棠镇', '江村镇', '长江大桥', '科尔沁左翼中旗', '解放路东街'])
      assert.deepEqual(places(`在${name}召开`, name), [name]);
  });

  it('give the level to the name that it belongs to', () => {
    assert.deepEqual(places('正定县长丰站雨量', '县长丰站'), ['正定县', '长丰站']);
  });

  it('leave how many there are of a level outside', () => {
    assert.deepEqual(places('正定、赵县、井陉三县', '井陉三县'), ['井陉']);
  });

  it('hold the station that is called after a place, not a stop of a tour', () => {
    assert.deepEqual(places('到达正定站时', '正定'), ['正定站']);
    assert.deepEqual(places('锦标赛正定站收官', '正定'), ['正定']);
    assert.deepEqual(places('在正定站立', '正定'), ['正定']);
  });

  it('part a road from the place that one of its sections is called after', () => {
    assert.deepEqual(places('在迎宾南路文庙段等', '迎宾南路文庙段'), ['迎宾南路', '文庙']);
    assert.deepEqual(places('在迎宾路南段等', '迎宾路南段'), ['迎宾路南段']);
  });

  it('hold the number of a road, and a road of which a section is meant', () => {
    assert.deepEqual(places('在黄海七路开业', '黄海'), ['黄海七路']);
    assert.deepEqual(places('迎宾路至泰山路段停水', '泰山'), ['泰山路']);
  });

  it('leave outside what is no part of the name', () => {
    assert.deepEqual(places('石太高铁线上', '石太高铁线'), ['石太高铁']);
    assert.deepEqual(places('为正定李打开市场', '正定李'), ['正定']);
    assert.deepEqual(places('完成柏棠镇台区改造', '柏棠镇台区'), ['柏棠镇']);
  });

  it('begin where the name begins', () => {
    assert.deepEqual(places('该县柏棠街道办丰产村', '办丰产村'), ['丰产村']);
    assert.deepEqual(places('正定县上柏棠乡', '柏棠乡'), ['上柏棠乡']);
  });

  it('are those of the two sides of 中欧班列', () => {
    assert.deepEqual(places('首趟中欧班列', '中欧'), ['中', '欧']);
    assert.deepEqual(places('中欧地区', '中欧'), ['中欧']);
  });

  it('part a county with a name of two characters, and leave a level outside that is said twice', () => {
    assert.deepEqual(places('在赵县柏棠镇召开', '赵县柏棠镇'), ['赵县', '柏棠镇']);
    assert.deepEqual(places('在柏棠村村部', '柏棠村村'), ['柏棠村']);
  });

  it('leave what a line is outside of the second of its ends', () => {
    assert.deepEqual(places('正定至柏棠高速公路', '柏棠高速公路'), ['柏棠']);
    assert.deepEqual(places('延误至沪昆高速公路', '沪昆高速公路'), ['沪昆高速公路']);
  });

  it('are those of the region that begins with an abbreviation', () => {
    assert.deepEqual(places('苏南的城市', '苏'), ['苏南']);
    assert.deepEqual(places('苏、南', '苏'), ['苏']);
  });

  it('hold the level of a city abroad, not its mayor', () => {
    assert.deepEqual(places('在波尔多市召开', '波尔多'), ['波尔多市']);
    assert.deepEqual(places('波尔多市长出席', '波尔多'), ['波尔多']);
  });

  it('hold the ending of a high plain or a memorial', () => {
    assert.deepEqual(places('的坝上高原', '坝上'), ['坝上高原']);
  });

  it('begin behind a preposition, and behind an ordinary word where a known place ends', () => {
    assert.deepEqual(settled('由石太铁路到', ['place', '由石太铁路'], ['place', '石太铁路']), ['place 石太铁路']);
    assert.deepEqual(places('青年走访石家庄市', '青年走访石家庄市'), ['石家庄市']);
    assert.deepEqual(places('在文化路', '文化路'), ['文化路']);
  });

  it('leave gates, bridge heads, groups of villagers and what villages grow outside', () => {
    assert.deepEqual(places('在银湖公园东门走失', '银湖公园东门'), ['银湖公园']);
    assert.deepEqual(places('至彩云桥南桥头施工', '彩云桥南桥头'), ['彩云桥']);
    assert.deepEqual(places('石坝村民小组的', '石坝村民小组'), ['石坝']);
    assert.deepEqual(places('在丰产村蔬菜基地', '丰产村蔬菜基地'), ['丰产村']);
  });

  it('part a village from its groups', () => {
    assert.deepEqual(places('丰产村石坝、柳沟两个村民小组', '丰产村石坝'), ['丰产村', '石坝']);
  });

  it('begin where a place is certain by what it stands with', () => {
    const begins = (text: string, name: string): string[] =>
      new PlaceBounds(lexicons)
        .settle(new Sentence(text, fakeSegmenter), [
          {
            type: 'place',
            start: text.indexOf(name),
            end: text.indexOf(name) + name.length,
            confidence: 0.9,
            evidence: [{ kind: 'model' }],
          },
          {
            type: 'place',
            start: text.indexOf(name) + 1,
            end: text.indexOf(name) + name.length,
            confidence: 0.65,
            evidence: [{ kind: 'division' }],
            atLeast: 0.65,
          },
        ])
        .map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(begins('分包平山、行唐等县', '包平山'), ['平山']);
    assert.deepEqual(begins('大金川、小金川', '小金川'), ['小金川', '金川']);
  });

  it('hold the side of a city where a train stops', () => {
    assert.deepEqual(places('从大连北开往石家庄市', '大连'), ['大连北']);
    assert.deepEqual(places('开往大连西的列车', '大连'), ['大连西']);
    assert.deepEqual(places('开往大连西部', '大连'), ['大连']);
  });

  it('hold the ring road of a city, but not the railways of a province', () => {
    assert.deepEqual(places('经石家庄绕城高速到', '石家庄'), ['石家庄绕城高速']);
    assert.deepEqual(places('云南铁路的', '云南铁路'), ['云南']);
    assert.deepEqual(places('石太铁路的', '石太铁路'), ['石太铁路']);
  });

  it('are none of a direction, nor of what cuts a division', () => {
    assert.deepEqual(places('该县东北部的', '东北'), []);
    assert.deepEqual(places('东北三省的', '东北'), ['东北']);
    assert.deepEqual(places('起于石家庄市', '起于石'), []);
  });

  it('hold a community that is called after a new village', () => {
    assert.deepEqual(places('在丰产新村社区召开', '丰产新村社区'), ['丰产新村社区']);
  });

  it('leave other types as they are', () => {
    assert.deepEqual(settled('正定县柏棠镇政府', ['organization', '正定县柏棠镇政府']), [
      'organization 正定县柏棠镇政府',
    ]);
  });
});
