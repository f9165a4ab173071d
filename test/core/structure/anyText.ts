import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';

import fc from 'fast-check';

import type { LineCorrection, LineRole } from '../../../src/core/structure/corrections.ts';
import { foldingOf } from '../../../src/core/structure/readers/folding.ts';
import { HealedText } from '../../../src/core/structure/healedText.ts';
import type { Issue } from '../../../src/core/structure/issue.ts';
import { lineTokensOf } from '../../../src/core/structure/readers/lineTokens.ts';
import { outlineOf, type OutlineNode } from '../../../src/core/structure/readers/outline.ts';
import { outlineJson } from '../../../src/core/structure/readers/outlineJson.ts';
import { encloses } from '../../../src/core/text/span.ts';
import { fileText } from './helpers.ts';

const FOLDER = 'test/fixtures/structure/pages/';

/** The pages of the fixtures and the sample page. */
export const pageTexts: readonly string[] = readdirSync(new URL(`../../../${FOLDER}`, import.meta.url))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => fileText(FOLDER + name))
  .concat(fileText('seeds/datong-daily-2022-08-10-p1.txt'));

/** Pieces from which pages are made, and the marks that the parse looks for. */
const pieces = pageTexts
  .flatMap((page) => page.split(/\r?\n/))
  .concat([
    '',
    '',
    '（',
    '）',
    '【',
    '下转',
    '第',
    '版',
    '记者',
    '本报讯',
    '摄',
    '□',
    '“',
    '。',
    '，',
    '：',
    '\u3000\u3000',
    '\ufeff',
    '\ud800',
    '\udc00',
    '\0',
    '1',
    '王',
    '\t',
    '𬭎',
  ]);

/** A line of a page, or a mark or two that matters. */
export const piece = fc.constantFrom(...pieces);
const newline = fc.constantFrom('\n', '\n\n', '\r\n', '\r', '');
const made = fc.array(fc.tuple(piece, newline), { maxLength: 60 }).map((parts) => parts.flat().join(''));

/** A real page in which some places were cut out or written over. */
const mutated = fc
  .tuple(
    fc.constantFrom(...pageTexts),
    fc.array(fc.record({ at: fc.nat(8000), length: fc.nat(120), put: piece }), { minLength: 1, maxLength: 6 }),
  )
  .map(([page, edits]) =>
    edits.reduce(
      (text, { at, length, put }) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + length),
      page,
    ),
  );

/** Texts of anything: characters without sense, made of lines of pages, pages gone wrong. */
export const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), made, mutated);

const ROLES: readonly LineRole[] = [
  'column',
  'kicker',
  'headline',
  'deck',
  'subhead',
  'byline',
  'body',
  'caption',
  'credit',
  'furniture',
];

/** A few corrections, some of lines that no text has. */
export const anyCorrections: fc.Arbitrary<LineCorrection[]> = fc.array(
  fc
    .tuple(fc.nat(90), fc.option(fc.constantFrom(...ROLES), { nil: undefined }), fc.boolean())
    .map(([line, role, startsArticle]) => ({
      line,
      ...(role !== undefined && { role }),
      ...(startsArticle && { startsArticle }),
    })),
  { maxLength: 8 },
);

/** Checks everything that holds for the structure of any text. */
export function checkIssue(issue: Issue): void {
  checkLines(issue);
  checkArticles(issue);
  for (const node of outlineOf(issue)) checkNode(node);
  for (const { first, last } of foldingOf(issue)) assert.ok(first < last && last < issue.lines.length);
  outlineJson(issue);
  checkTokens(issue);
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
    for (let i = 1; i < joined.length; i++)
      assert.ok(joined[i - 1]!.end <= joined[i]!.start || article.joins.length > 0);
    for (const { span, people, places, media } of [...article.bylines, ...article.credits]) {
      assert.ok(encloses(article.span, span));
      for (const inner of [...people, ...places, ...media]) assert.ok(encloses(span, inner) && inner.start < inner.end);
    }
    for (const { span } of article.continuations) assert.ok(encloses(article.span, span));
    for (const paragraph of article.paragraphs) {
      const healed = new HealedText(text, paragraph.pieces);
      assert.equal(healed.text, paragraph.pieces.map(({ start, end: to }) => text.slice(start, to)).join(''));
      const { length } = healed.text;
      const whole = healed.toSource({ start: 0, end: length });
      assert.deepEqual(whole, paragraph.pieces, 'the healed text comes from the pieces');
      for (const at of [0, length >> 1, length - 1]) {
        for (const to of new Set([at + 1, Math.min(length, at + 7), length])) {
          const back = healed.toSource({ start: at, end: to });
          assert.equal(back.map(({ start, end: last }) => text.slice(start, last)).join(''), healed.text.slice(at, to));
          assert.equal(healed.fromSource(back[0]!.start), at);
        }
      }
    }
  }
  let pageEnd = -1;
  for (const { span } of found) {
    assert.ok(span.start >= pageEnd || span.end === 0, 'pages are disjoint and in order');
    pageEnd = span.end;
  }
}

/** Tokens stand in order, apart, each within its line. */
function checkTokens(issue: Issue): void {
  let end = 0;
  for (const { start, end: to, line } of lineTokensOf(issue)) {
    assert.ok(start >= end && to > start && encloses(issue.lineIndex.span(line), { start, end: to }));
    end = to;
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
