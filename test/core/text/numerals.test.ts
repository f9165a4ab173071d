import assert from 'node:assert/strict';
import { digitsOf, numberOf } from '../../../src/core/text/numerals.ts';

describe('numerals', () => {
  it('are read up to 99, in digits of either width and in Han characters', () => {
    for (const [written, number] of [
      ['7', 7],
      ['１２', 12],
      ['〇五', 5],
      ['十', 10],
      ['十四', 14],
      ['三十', 30],
      ['三十一', 31],
    ] as const)
      assert.equal(numberOf(written), number, written);
    assert.ok(Number.isNaN(numberOf('头')));
  });

  it('are read digit by digit in years', () => assert.equal(digitsOf('二〇２2年'), '2022年'));
});
