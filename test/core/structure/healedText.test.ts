import assert from 'node:assert/strict';

import { HealedText } from '../../../src/core/structure/healedText.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { lexicons } from './helpers.ts';

const source = '市长林\n\n子昂出席';
const pieces = [
  { start: 0, end: 3 },
  { start: 5, end: 9 },
];

describe('healed text', () => {
  const healed = new HealedText(source, pieces);

  it('leaves the breaks between the pieces out', () => assert.equal(healed.text, '市长林子昂出席'));

  it('gives a name that a break divides as two places in the file', () => {
    assert.deepEqual(healed.toSource({ start: 2, end: 5 }), [
      { start: 2, end: 3 },
      { start: 5, end: 7 },
    ]);
  });

  it('gives a span inside one piece as one place, also at its very edge', () => {
    assert.deepEqual(healed.toSource({ start: 0, end: 3 }), [{ start: 0, end: 3 }]);
    assert.deepEqual(healed.toSource({ start: 3, end: 5 }), [{ start: 5, end: 7 }]);
  });

  it('cuts spans that lead out of the text', () => {
    assert.deepEqual(healed.toSource({ start: 5, end: 99 }), [{ start: 7, end: 9 }]);
  });

  it('finds its way from the file into the text and not from between the pieces', () => {
    assert.equal(healed.fromSource(5), 3);
    assert.equal(healed.fromSource(4), undefined);
  });

  it('takes no pieces at all', () => {
    const empty = new HealedText('abc', []);
    assert.equal(empty.text, '');
    assert.deepEqual(empty.toSource({ start: 0, end: 1 }), []);
  });

  it('is what a split paragraph of an article reads', () => {
    const text =
      '全市夏粮收获过半\n本报讯（记者 温如玉）昨日，全市夏粮收获过半。\n今年入汛以来，全市极端天气增多，强对流天气频繁，城市道路排\n水防涝形势不容乐观。（下转第二版）';
    const [article] = parseIssue(text, lexicons).articles;
    const last = article!.paragraphs.at(-1)!;
    assert.equal(last.pieces.length, 2);
    assert.ok(new HealedText(text, last.pieces).text.endsWith('城市道路排水防涝形势不容乐观。'));
  });
});
