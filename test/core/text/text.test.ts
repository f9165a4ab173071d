import assert from 'node:assert/strict';

import { countCharacters } from '../../../src/core/text/characters.ts';
import { LineIndex } from '../../../src/core/text/lineIndex.ts';
import { LruMap } from '../../../src/core/text/lruMap.ts';
import { splitSentences } from '../../../src/core/text/sentences.ts';
import { contains, encloses, overlaps } from '../../../src/core/text/span.ts';

describe('countCharacters', () => {
  it('counts Han characters, marks, digits and letters and no blanks', () => {
    assert.equal(countCharacters('本报讯（记者 李某）8月9日，GDP增长5%。'), 22);
    assert.equal(countCharacters(' \t\r\n\u3000\u00a0\u200b\ufeff'), 0);
  });

  it('counts a surrogate pair as one character', () => assert.equal(countCharacters('𬭎A𠮷'), 3));

  it('counts a part of a text', () => assert.equal(countCharacters('一 二三', 1, 3), 1));
});

describe('splitSentences', () => {
  const parts = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

  it('ends sentences at stops and the closing marks after them', () => {
    assert.deepEqual(parts('他说：“来了。”大家笑了！真的？！走吧……好；行'), [
      '他说：“来了。”',
      '大家笑了！',
      '真的？！',
      '走吧……',
      '好；',
      '行',
    ]);
  });

  it('leaves web addresses and codes whole', () =>
    assert.deepEqual(parts('见www.a.cn/?id=1&b;c和d'), ['见www.a.cn/?id=1&b;c和d']));

  it('covers any text without gaps', () => {
    for (const text of ['', '。', '\n\n一\n二', '无标点', '”。”']) assert.equal(parts(text).join(''), text);
  });
});

describe('LineIndex', () => {
  const index = new LineIndex('\ufeff一\r\n二\r三\n');

  it('knows every kind of line break and skips a byte order mark', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => index.line(line)),
      ['一', '二', '三', ''],
    );
    assert.equal(index.count, 4);
  });

  it('finds the line of an offset and its column', () => {
    assert.deepEqual(index.position(4), { line: 1, column: 0 });
    assert.equal(index.lineAt(3), 0);
  });

  it('refuses lines outside the text', () => assert.throws(() => index.span(9), RangeError));
});

describe('spans', () => {
  it('are half-open', () => {
    assert.ok(contains({ start: 1, end: 3 }, 1) && !contains({ start: 1, end: 3 }, 3));
    assert.ok(encloses({ start: 1, end: 3 }, { start: 1, end: 3 }));
    assert.ok(!overlaps({ start: 1, end: 3 }, { start: 3, end: 4 }));
  });
});

describe('a map of the last used', () => {
  it('holds so many, and of them those that were read or set last', () => {
    const map = new LruMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    assert.equal(map.get('a'), 1);
    map.set('c', 3);
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => map.get(key)),
      [1, undefined, 3],
    );
    map.delete('a');
    map.set('d', 4);
    assert.deepEqual([map.get('a'), map.get('c'), map.get('d')], [undefined, 3, 4]);
  });
});
