import assert from 'node:assert/strict';
import { sayNames } from '../../src/node/pinyin.ts';

describe('how a name is said', () => {
  const cases: readonly (readonly [name: string, person: boolean, said: string])[] = [
    ['刘建国', true, 'liu jian guo'],
    ['单志刚', true, 'shan zhi gang'],
    ['仇小燕', true, 'qiu xiao yan'],
    ['解明远', true, 'xie ming yuan'],
    ['重庆银行行长', false, 'chong qing yin hang hang zhang'],
    ['吕梁', false, 'lv liang'],
    ['GDP增长5.5%', false, 'g d p zeng zhang 5 5'],
    ['守住 底线', false, 'shou zhu di xian'],
    ['《》', false, ''],
  ];
  for (const [name, person, said] of cases)
    it(`${name}: ${said}`, () => assert.deepEqual(sayNames([{ name, person }]), [said]));
});
