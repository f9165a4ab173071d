import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyOf, part, pattern, patternWith } from '../../../src/core/text/pattern.ts';

describe('a pattern', () => {
  it('is written over several lines, whose breaks and indents are no part of it', () => {
    const found = pattern`
      ^(?<day>\d{1,2})日
      [ \t]*星期[一二三]$
    `;
    assert.equal(found.source, String.raw`^(?<day>\d{1,2})日[ \t]*星期[一二三]$`);
    assert.equal(found.flags, 'u');
    assert.equal(patternWith('giu')`a`.flags, 'giu');
  });

  it('keeps blanks inside of a line', () => assert.equal(pattern`[ x] {2}`.source, '[ x] {2}'));

  it('is put together from named parts, each taken as one', () => {
    const day = part`一|二`;
    assert.equal(pattern`^${day}+日$`.test('一二日'), true);
    assert.equal(pattern`^${day}日$`.test('一'), false);
  });

  it('takes the longest of its words, wherever they stand in their list', () => {
    for (const words of [
      ['编后', '编后语', '编'],
      ['编', '编后语', '编后'],
    ])
      assert.equal(pattern`^${words}`.exec('编后语')?.[0], '编后语');
  });

  it('fits nowhere for no words', () => {
    assert.equal(pattern`${[]}`.test(''), false);
    assert.equal(pattern`^${[]}?版$`.test('版'), true);
  });

  it('takes its words to the letter, whatever marks are in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'\\^$.*+?()[]{}|/-文𠮷a'), minLength: 1, maxLength: 3 })),
        fc.string({ unit: fc.constantFrom(...'\\^$.*+?()[]{}|/-文𠮷a'), minLength: 1, maxLength: 3 }),
        (words, text) => assert.equal(new RegExp(`^${anyOf(words)}$`, 'u').test(text), words.includes(text)),
      ),
    );
  });
});
