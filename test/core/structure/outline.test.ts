import assert from 'node:assert/strict';

import { foldingOf } from '../../../src/core/structure/readers/folding.ts';
import { findContinuations, normalPage } from '../../../src/core/structure/lines/continuations.ts';
import { StoryIndex } from '../../../src/core/structure/readers/storyIndex.ts';
import { outlineOf, stationsOf, type OutlineNode } from '../../../src/core/structure/readers/outline.ts';
import { outlineJson } from '../../../src/core/structure/readers/outlineJson.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { fileText, lexicons } from './helpers.ts';

const sample = parseIssue(fileText('seeds/datong-daily-2022-08-10-p1.txt'), lexicons);
const twoPages = parseIssue(fileText('test/fixtures/structure/pages/two-pages.txt'), lexicons);

const kinds = (node: OutlineNode): string[] => node.children.map(({ kind }) => kind);

describe('outline', () => {
  it('nests a page without a number over its articles', () => {
    const [page, ...others] = outlineOf(sample);
    assert.equal(others.length, 0);
    assert.equal(page!.name, '');
    assert.equal(page!.children.length, 9);
  });

  it('gives each page of a file its number and name', () => {
    assert.deepEqual(
      outlineOf(twoPages).map(({ name }) => name),
      ['1 要闻', '2 综合'],
    );
    assert.deepEqual(
      twoPages.pages.map(({ date }) => date),
      ['2021-06-02', '2021-06-02'],
    );
  });

  it('puts the head lines, bylines and captions of an article under it in the order of the text', () => {
    const articles = outlineOf(sample)[0]!.children;
    assert.deepEqual(kinds(articles[1]!), ['kicker', 'headline', 'byline']);
    assert.deepEqual(kinds(articles[2]!), ['column', 'column', 'headline', 'deck', 'byline']);
    assert.deepEqual(kinds(articles[3]!), ['caption', 'credit']);
  });

  it('says who wrote an article and how long it is', () => {
    const story = outlineOf(twoPages)[0]!.children[1]!;
    assert.equal(story.byline, '蓝天 赵玉洁');
    assert.equal(story.articleKind, 'feature');
    assert.equal(story.characters, story.article!.characters);
    assert.ok(story.characters > 100);
  });

  it('selects the headline, or the first line where there is none', () => {
    const articles = outlineOf(sample)[0]!.children;
    const words = ({ selectionRange: { start, end } }: OutlineNode): string => sample.text.slice(start, end);
    assert.equal(words(articles[1]!), '坚守底线补齐短板 全力以赴安全度汛');
    assert.ok(words(articles[3]!).startsWith('为弘扬'));
  });

  it('names a photo by the first words of its caption', () => {
    assert.match(outlineOf(sample)[0]!.children[3]!.name, /^为弘扬.*…$/);
  });

  it('has as stations within an article its subheads and captions in short, not what names the article', () => {
    const text = `全市旅游大会召开

副市长主持会议

本报讯（记者 乔春山）3月2日，全市旅游大会在清河宾馆召开。副市长尤海平讲话，要求各地抓好落实。

抓收购

会议指出，要严格落实国家政策，保护农民利益，为全市经济发展打牢基础，确保各项任务按期完成。

强储备

会议强调，要优化仓储布局，加强质量检测，让农民种得放心、卖得舒心，确保颗粒归仓，不留死角。
`;
    const [article] = outlineOf(parseIssue(text, lexicons))[0]!.children;
    assert.deepEqual(
      stationsOf(article!).map(({ kind, name }) => [kind, name]),
      [
        ['subhead', '抓收购'],
        ['subhead', '强储备'],
      ],
    );
    const photo = outlineOf(sample)[0]!.children[3]!;
    assert.deepEqual(stationsOf(photo), []);
    const titled = { ...photo, article: { ...photo.article!, headline: [photo.article!.first] } };
    const [caption] = stationsOf(titled);
    assert.match(caption!.name, /^为弘扬.{10,21}…$/u);
  });

  it('has nothing to say about an empty file', () => assert.deepEqual(outlineOf(parseIssue('', lexicons)), []));
});

describe('folding', () => {
  it('folds articles, and pages where there are several', () => {
    assert.deepEqual(
      foldingOf(sample).map(({ kind }) => kind),
      Array.from({ length: 9 }, () => 'article'),
    );
    assert.equal(foldingOf(twoPages).filter(({ kind }) => kind === 'page').length, 2);
  });

  it('leaves an article of one line alone', () => assert.deepEqual(foldingOf(parseIssue('春天来了', lexicons)), []));
});

describe('structure as JSON', () => {
  it('counts lines from 1 and tells pages, titles and characters', () => {
    const json = outlineJson(twoPages);
    assert.deepEqual(
      json.pages.map(({ start, number, name, date }) => ({ start, number, name, date })),
      [
        { start: 1, number: '1', name: '要闻', date: '2021-06-02' },
        { start: 29, number: '2', name: '综合', date: '2021-06-02' },
      ],
    );
    assert.deepEqual(json.articles[0]!.byline, [{ line: 5, text: '本报讯（记者 毕晓光）', people: ['毕晓光'] }]);
    assert.deepEqual(json.articles[1]!.continues, { line: 19, to: '二' });
  });

  it('lists both markers of a story that comes and goes', () => {
    const text =
      '一座桥见证一座城\n（上接第一版）近年来，这里的变化有目共睹，一条条新路修到了村口，一座座新房拔地而起。（下转第三版）';
    assert.deepEqual(outlineJson(parseIssue(text, lexicons)).articles[0]!.continues, [
      { line: 2, from: '一' },
      { line: 2, to: '三' },
    ]);
  });
});

describe('continuations', () => {
  const markers: readonly (readonly [string, string, string])[] = [
    ['（下转第三版）', 'to', '三'],
    ['下转A8版', 'to', 'A8'],
    ['上接A1版', 'from', 'A1'],
    ['(下转第2版)', 'to', '2'],
    ['(上接第一版)', 'from', '一'],
    ['下转第二版', 'to', '二'],
    ['【下转03版】', 'to', '03'],
    ['〔上接01版〕', 'from', '01'],
    ['（紧接第二版）', 'to', '二'],
    ['（转2版）', 'to', '2'],
    ['（下转第十二版）', 'to', '十二'],
    ['（ 下转第 4 版 ）', 'to', '4'],
    ['▲下转第５版', 'to', '５'],
  ];
  for (const [text, direction, page] of markers) {
    it(`reads ${text}`, () => {
      const [found] = findContinuations(text);
      assert.deepEqual({ direction: found?.direction, page: found?.page }, { direction, page });
      assert.equal(text.slice(found!.start, found!.end), text.trim());
    });
  }

  it('reads nothing where no page follows', () => {
    for (const text of ['双向转诊，下转到社区医院', '（下转第8页）', '公司完成转版权登记', '他转3版权费给作者'])
      assert.deepEqual(findContinuations(text), []);
  });

  it('compares pages however they are written', () => {
    assert.deepEqual(['三', '03', '3', '３'].map(normalPage), ['3', '3', '3', '3']);
    assert.deepEqual(['十', '十二', '二十', 'A08', 'a8'].map(normalPage), ['10', '12', '20', 'A8', 'A8']);
  });

  it('finds the other part of a story, in both directions', () => {
    const [to] = twoPages.articles[1]!.continuations;
    const there = new StoryIndex([{ issue: twoPages }]).counterpartOf(to!);
    assert.equal(there?.article, twoPages.articles[3]);
    assert.equal(there?.continuation?.direction, 'from');
    const back = new StoryIndex([{ issue: twoPages }]).counterpartOf(there.continuation);
    assert.equal(back?.article, twoPages.articles[1]);
  });

  it('finds nothing where the other page is not in the file', () => {
    const marked = sample.articles.find(({ continuations }) => continuations.length > 0)!;
    assert.equal(new StoryIndex([{ issue: sample }]).counterpartOf(marked.continuations[0]!), undefined);
  });
});
