import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';

import fc from 'fast-check';

import { foldingOf } from '../../../src/core/structure/folding.ts';
import { HealedText } from '../../../src/core/structure/healedText.ts';
import type { Issue } from '../../../src/core/structure/issue.ts';
import { outlineOf, type OutlineNode } from '../../../src/core/structure/outline.ts';
import { outlineJson } from '../../../src/core/structure/outlineJson.ts';
import { parseIssue } from '../../../src/core/structure/parseIssue.ts';
import { encloses } from '../../../src/core/text/span.ts';
import { fileText, names } from './helpers.ts';

const FOLDER = 'test/fixtures/structure/pages/';
const pages = readdirSync(new URL(`../../../${FOLDER}`, import.meta.url))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => fileText(FOLDER + name));

/** Pieces from which pages are made, and the marks that the parse looks for. */
const pieces = pages.flatMap((page) => page.split(/\r?\n/)).concat(
  ['', '', '（', '）', '【', '下转', '第', '版', '记者', '本报讯', '摄', '□', '“', '。', '，', '：', '\u3000\u3000', '\ufeff', '\ud800', '\udc00', '\0', '1', '王', '\t', '𬭎'],
);

const piece = fc.constantFrom(...pieces);
const newline = fc.constantFrom('\n', '\n\n', '\r\n', '\r', '');
const made = fc.array(fc.tuple(piece, newline), { maxLength: 60 }).map((parts) => parts.flat().join(''));
const cut = fc.tuple(fc.constantFrom(...pages), fc.nat(2000), fc.nat(40), piece).map(([page, at, length, put]) => page.slice(0, at) + put + page.slice(at + length));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), made, cut);

/** Checks everything that holds for the structure of any text. */
function check(text: string): void {
  const issue = parseIssue(text, names);
  checkLines(issue);
  checkArticles(issue);
  for (const node of outlineOf(issue)) checkNode(node);
  for (const { first, last } of foldingOf(issue)) assert.ok(first < last && last < issue.lines.length);
  outlineJson(issue);
}

function checkLines({ text, lines, lineIndex, pages: found, articles }: Issue): void {
  assert.equal(lines.length, lineIndex.count);
  const owners = new Array<number>(lines.length).fill(0);
  for (const { first, last } of articles) for (let line = first; line <= last; line++) owners[line]!++;
  for (const { furniture } of found) for (const line of furniture) owners[line]!++;
  for (const { index, span, kind, confidence } of lines) {
    const blank = /^[\s\u200b-\u200f\u2000-\u200b\0-\x20]*$/.test(text.slice(span.start, span.end));
    if (!blank) assert.notEqual(kind, 'blank', `line ${index}`);
    if (kind !== 'blank') assert.equal(owners[index], 1, `line ${index} is in one article or in furniture`);
    assert.ok(confidence >= 0 && confidence <= 1);
  }
}

function checkArticles({ text, articles, pages: found }: Issue): void {
  let end = -1;
  for (const article of articles) {
    assert.ok(article.first > end && article.last >= article.first, 'articles are disjoint and in order');
    end = article.last;
    assert.ok(article.title.length > 0, 'an article has a title');
    const joined = article.paragraphs.flatMap((paragraph) => paragraph.pieces);
    for (const span of joined) assert.ok(encloses(article.span, span) && span.start < span.end);
    for (let i = 1; i < joined.length; i++) assert.ok(joined[i - 1]!.end <= joined[i]!.start || article.joins.length > 0);
    for (const { span, people, places, media } of [...article.bylines, ...article.credits]) {
      assert.ok(encloses(article.span, span));
      for (const inner of [...people, ...places, ...media]) assert.ok(encloses(span, inner) && inner.start < inner.end);
    }
    for (const { span } of article.continuations) assert.ok(encloses(article.span, span));
    for (const paragraph of article.paragraphs) {
      const healed = new HealedText(text, paragraph.pieces);
      assert.equal(healed.text, paragraph.pieces.map(({ start, end: to }) => text.slice(start, to)).join(''));
      for (const at of [0, healed.text.length >> 1, healed.text.length - 1]) {
        const back = healed.toSource({ start: at, end: at + 1 });
        assert.equal(back.map(({ start, end: to }) => text.slice(start, to)).join(''), healed.text[at]);
        assert.equal(healed.fromSource(back[0]!.start), at);
      }
    }
  }
  let pageEnd = -1;
  for (const { span } of found) {
    assert.ok(span.start >= pageEnd || span.end === 0, 'pages are disjoint and in order');
    pageEnd = span.end;
  }
}

function checkNode(node: OutlineNode): void {
  assert.ok(encloses(node.range, node.selectionRange), `${node.kind}: selectionRange lies in range`);
  assert.ok(node.kind === 'page' || node.name.trim() !== '', `${node.kind} has a name`);
  for (const child of node.children) {
    assert.ok(encloses(node.range, child.range), `${child.kind} lies in ${node.kind}`);
    checkNode(child);
  }
}

describe('structure of any text', () => {
  it('holds its promises for texts made of anything', () => {
    fc.assert(fc.property(anyText, check), { numRuns: 400 });
  });

  it('holds its promises for the fixture pages in every line ending and layout', () => {
    for (const page of pages) {
      for (const text of [page, page.replace(/\r?\n/g, '\r\n'), page.replace(/\r?\n/g, '\r'), page.replace(/(\r?\n)+/g, '\n'), `\ufeff${page}`]) check(text);
    }
  });

  it('reads a page without its blank lines as the same articles', () => {
    const page = fileText('seeds/datong-daily-2022-08-10-p1.txt');
    const shape = (text: string): unknown => parseIssue(text, names).articles.map(({ title, kind, bylines, joins }) => [title, kind, bylines.map(({ people }) => people.map(({ name }) => name)), joins.length]);
    assert.deepEqual(shape(page.replace(/\n+/g, '\n')), shape(page));
    assert.deepEqual(shape(page.replace(/\n/g, '\r\n')), shape(page));
    assert.deepEqual(shape(page.replace(/^(?=.{40})/gm, '\u3000\u3000')), shape(page));
  });

  it('takes empty, one-line and binary texts of any size', () => {
    for (const text of ['', '\n', ' \n\u3000', '字'.repeat(1_000_000), '（记者'.repeat(200_000), '王'.repeat(100_000), '\ud800'.repeat(1000), '\0\u0001\uffff'.repeat(1000)]) check(text);
  });
});
