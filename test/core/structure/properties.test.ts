import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { LineCorrection } from '../../../src/core/structure/corrections.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { anyCorrections, anyText, checkIssue, pageTexts } from './anyText.ts';
import { fileText, lexicons } from './helpers.ts';

function check(text: string, corrections: readonly LineCorrection[] = []): void {
  checkIssue(parseIssue(text, lexicons, corrections));
}

describe('structure of any text', () => {
  it('holds its promises for texts made of anything', () => {
    fc.assert(fc.property(anyText, fc.oneof(fc.constant([]), anyCorrections), check), { numRuns: 500 });
  });

  it('holds its promises for the fixture pages in every line ending and layout', () => {
    for (const page of pageTexts) {
      for (const text of [
        page,
        page.replace(/\r?\n/g, '\r\n'),
        page.replace(/\r?\n/g, '\r'),
        page.replace(/(\r?\n)+/g, '\n'),
        `\ufeff${page}`,
      ])
        check(text);
    }
  });

  it('reads a page without its blank lines as the same articles', () => {
    const page = fileText('seeds/datong-daily-2022-08-10-p1.txt');
    const shape = (text: string): unknown =>
      parseIssue(text, lexicons).articles.map(({ title, kind, bylines, joins }) => [
        title,
        kind,
        bylines.map(({ people }) => people.map(({ name }) => name)),
        joins.length,
      ]);
    assert.deepEqual(shape(page.replace(/\n+/g, '\n')), shape(page));
    assert.deepEqual(shape(page.replace(/\n/g, '\r\n')), shape(page));
    assert.deepEqual(shape(page.replace(/^(?=.{40})/gm, '\u3000\u3000')), shape(page));
  });

  it('takes empty, one-line and binary texts of any size', () => {
    for (const text of [
      '',
      '\n',
      ' \n\u3000',
      '字'.repeat(1_000_000),
      '（记者'.repeat(200_000),
      '王'.repeat(100_000),
      '\ud800'.repeat(1000),
      '\0\u0001\uffff'.repeat(1000),
    ])
      check(text);
  });

  it('takes a long line of anything, whatever an editor says that it is', () => {
    for (const piece of ['1', '1.', ' 字', '记者', '张三 ', '（上', '大会'])
      for (const role of ['headline', 'byline', 'credit', 'furniture', 'body'] as const)
        check(`春天来了\n${piece.repeat(200_000 / piece.length)}\n水库蓄满`, [
          { line: 0, role: 'headline' },
          { line: 1, role },
        ]);
  });
});
