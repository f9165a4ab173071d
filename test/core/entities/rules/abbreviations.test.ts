import assert from 'node:assert/strict';
import { texts } from '../helpers.ts';

describe('abbreviations of one character', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['推动长株潭一体化。', ['长', '株', '潭']],
    ['京津冀联合举办活动。', ['京', '津', '冀']],
    ['中欧班列开行。', ['中', '欧']],
    ['中欧地区的城市。', ['中欧']],
    ['住澳委员出席。', ['澳']],
    ['住渝全国政协委员出席。', ['渝']],
    ['往粤、桂销售。', ['粤', '桂']],
    ['会议在蓉召开。', ['蓉']],
    ['代表到港后介绍。', []],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(texts(text, 'place'), expected));
});

describe('the first character of a place at home', () => {
  it('is understood where the place has no other abbreviation', () => {
    assert.deepEqual(texts('客商来许投资。', 'place', '许昌市'), ['许']);
    assert.deepEqual(texts('客商来许投资。', 'place', '大连市'), []);
    assert.deepEqual(texts('客商抵宛投资。', 'place', '南阳市'), ['宛']);
  });

  it('is not where it is a word too often', () => {
    assert.deepEqual(texts('客商来安投资。', 'place', '安阳市'), []);
  });
});

describe('by-names of cities', () => {
  it('are places', () => assert.deepEqual(texts('羊城的道路。', 'place'), ['羊城']));
});
