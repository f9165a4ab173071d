import assert from 'node:assert/strict';
import { pinyinTyped, saidAs } from '../../../src/core/text/spoken.ts';

describe('what is typed in Pinyin', () => {
  const cases: readonly (readonly [typed: string, said: string, meant: string | undefined])[] = [
    ['liujian', 'liu jian guo', 'liujian'],
    ['lj', 'liu jian guo', 'liujian'],
    ['ljg', 'liu jian guo', 'liujianguo'],
    ['liuj', 'liu jian guo', 'liujian'],
    ['ljian', 'liu jian guo', 'liujian'],
    ['liujiang', 'liu jian guo', 'liujianguo'],
    ['jg', 'liu jian guo', 'jianguo'],
    ['zjp', 'zhang jian ping', 'zhangjianping'],
    ['zhjp', 'zhang jian ping', 'zhangjianping'],
    ['xian', 'xi an shi', 'xian'],
    ['xian', 'xian jin', 'xian'],
    ['gdpzz', 'g d p zeng zhang', 'gdpzengzhang'],
    ['l', 'liu jian guo', 'liu'],
    ['g', 'liu jian guo', undefined],
    ['lg', 'liu jian guo', undefined],
    ['jl', 'liu jian guo', undefined],
    ['liujianguoh', 'liu jian guo', undefined],
    ['', 'liu', undefined],
    ['a', '', undefined],
  ];
  for (const [typed, said, meant] of cases)
    it(`${typed} ${meant === undefined ? 'does not mean' : 'means'} ${said}`, () =>
      assert.equal(saidAs(said, typed), meant));

  it('is letters, whatever stands between them, and nothing else', () => {
    assert.equal(pinyinTyped('Liu Jian'), 'liujian');
    assert.equal(pinyinTyped('xi’an'), 'xian');
    assert.equal(pinyinTyped('Lü'), 'lv');
    assert.equal(pinyinTyped('刘jian'), '');
    assert.equal(pinyinTyped('2026'), '');
  });

  it('is looked for in linear time', () => {
    const said = Array<string>(2000).fill('a').join(' ');
    assert.equal(saidAs(said, 'a'.repeat(100)), 'a'.repeat(100));
    assert.equal(saidAs(said, `${'a'.repeat(100)}b`), undefined);
  });
});
