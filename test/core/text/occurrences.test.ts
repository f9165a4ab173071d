import assert from 'node:assert/strict';
import { fingerprint } from '../../../src/core/text/hash.ts';
import { occurrencesOf } from '../../../src/core/text/occurrences.ts';

describe('the places of a word', () => {
  it('are all that stand to the letter, none overlapping', () => {
    assert.deepEqual(occurrencesOf('人人人为我，人人', '人人'), [
      { start: 0, end: 2 },
      { start: 6, end: 8 },
    ]);
    assert.deepEqual(occurrencesOf('人人', '我'), []);
    assert.deepEqual(occurrencesOf('人人', ''), []);
  });
});

describe('the fingerprint of a text', () => {
  it('is the same for the same text only', () => {
    assert.equal(fingerprint('清河大桥'), fingerprint(['清河', '大桥'].join('')));
    const marks = ['', '清河大桥', '清河桥大', '清河大桥\n', '清河大楼'].map(fingerprint);
    assert.equal(new Set(marks).size, marks.length);
  });
});
