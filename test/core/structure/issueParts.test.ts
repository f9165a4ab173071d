import assert from 'node:assert/strict';

import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { putTogether, takeApart } from '../../../src/core/structure/issueParts.ts';
import { fileText, lexicons } from './helpers.ts';

const page = fileText('test/fixtures/structure/pages/two-pages.txt');

describe('an issue that crosses the edge of a thread', () => {
  for (const [name, text] of [
    ['of two pages', page],
    ['of many pages', page.repeat(60)],
    ['without a word', ''],
    ['with a byte order mark and CRLF', `\ufeff${page.replaceAll('\n', '\r\n')}`],
  ] as const)
    it(`is the same on the other side: a text ${name}`, () => {
      const issue = parseIssue(text, lexicons);
      const parts = structuredClone(takeApart(issue));
      const there = putTogether(text, parts);
      assert.deepEqual(there, issue);
      assert.deepEqual(there.lineIndex.position(text.length), issue.lineIndex.position(text.length));
      // What is looked up by identity is found.
      assert.ok(there.pages.flatMap(({ articles }) => articles).every((article, i) => article === there.articles[i]));
    });

  it('crosses in parts, of which none holds much more text than the others', () => {
    const { articles } = takeApart(parseIssue(page.repeat(200), lexicons));
    const lengths = articles.map((part) => part.reduce((sum, { span }) => sum + span.end - span.start, 0));
    assert.ok(lengths.length > 2);
    assert.ok(Math.max(...lengths) < 60_000, `${Math.max(...lengths)}`);
  });
});
