import assert from 'node:assert/strict';
import { pagesMeant } from '../../../src/core/structure/lines/continuations.ts';
import type { Issue } from '../../../src/core/structure/issue.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { pageOf, StoryIndex, type IssueFile } from '../../../src/core/structure/readers/storyIndex.ts';
import { findCounterpart, findStoryParts, type StoryFile } from '../../../src/core/structure/readers/storyParts.ts';
import { lexicons } from './helpers.ts';

const FRONT = `青阳市抓好秋粮收购工作守住粮食安全底线

本报讯（记者 乔春山）3月2日，市政府召开常务会议，研究秋粮收购、粮食储备和仓储设施建设等工作。

会议指出，要严格落实国家政策，保护农民利益，为全市经济发展打牢基础。（下转第三版）

青阳大桥建成通车

本报讯（记者 尤海平）3月2日，青阳大桥建成通车，两岸居民出行时间缩短半小时，沿线企业运输成本明显下降。（下转第三版）
`;
const INSIDE = `县图书馆新馆开馆

本报讯（记者 尤海平）3月1日，县图书馆新馆开馆，首日接待读者三千人次，借出图书五千册，创下历年来最高纪录。

青阳大桥通车

（上接第一版）大桥全长一千二百米，双向四车道，设计时速六十公里，投资三点二亿元，工期两年零四个月。

抓好秋粮收购守住粮食安全底线

（上接第一版）要优化仓储布局，加强质量检测，让农民种得放心、卖得舒心，确保颗粒归仓。
`;

type Marker = Issue['articles'][number]['continuations'][number];

const parse = (text: string): Issue => parseIssue(text, lexicons);
const marker = (issue: Issue, part: string): Marker =>
  issue.articles
    .flatMap(({ continuations }) => continuations)
    .find(({ span }) => issue.text.slice(0, span.start).endsWith(part) || issue.text.slice(span.end).startsWith(part))!;

/** Title of the article where a marker leads. */
function leadsTo(files: readonly IssueFile[], continuation: Marker): string | undefined {
  return new StoryIndex(files).counterpartOf(continuation)?.article.title;
}

describe('a story in two files', () => {
  const front = { issue: parse(FRONT), page: '1' };
  const inside = { issue: parse(INSIDE), page: '3' };

  it('is joined by the words of its headline, where several stories go on there', () => {
    const grain = new StoryIndex([front, inside]).counterpartOf(marker(front.issue, '打牢基础。'))!;
    assert.equal(grain.article.title, '抓好秋粮收购守住粮食安全底线');
    assert.equal(grain.continuation?.direction, 'from');
    assert.equal(leadsTo([front, inside], marker(front.issue, '明显下降。')), '青阳大桥通车');
  });

  it('is joined on the way back', () => {
    assert.equal(leadsTo([inside, front], marker(inside.issue, '要优化')), '青阳市抓好秋粮收购工作守住粮食安全底线');
  });

  it('is joined to no page that it does not name, and to nothing that does not resemble it', () => {
    const fifth = parse(`第5版 文化 2026年3月3日 星期二\n\n${INSIDE}`);
    assert.equal(leadsTo([front, { issue: fifth, page: '5' }], marker(front.issue, '打牢基础。')), undefined);
    const strange = { ...fifth, articles: fifth.articles.slice(0, 1), pages: [] };
    assert.equal(leadsTo([front, { issue: strange }], marker(front.issue, '打牢基础。')), undefined);
  });

  it('goes by the page that is printed before the page that the name tells', () => {
    const both = parse(
      `第3版 综合 2026年3月3日 星期二\n\n${INSIDE}\n\n第4版 文化 2026年3月3日 星期二\n\n${INSIDE.replaceAll('第一版', '第二版')}`,
    );
    const found = new StoryIndex([front, { issue: both }]).counterpartOf(marker(front.issue, '打牢基础。'))!;
    assert.equal(pageOf({ issue: both, page: '9' }, found.article), '3');
    assert.equal(pageOf(front, front.issue.articles[0]!), '1');
  });
});

const HEAD = (page: number, day = 3): string => `第${page}版 要闻 2026年3月${day}日 星期二`;
const BODY = '大桥全长一千二百米，双向四车道，设计时速六十公里，投资三点二亿元，工期两年零四个月。';
const ARTICLE = (title: string, before = '', behind = ''): string => `${title}\n\n${before}${BODY}${behind}`;

/** A story of three parts, whose last one has no 上接, and another one that goes on on the same page. */
const PAGES = [
  `${HEAD(1)}\n\n${ARTICLE('青阳大桥建成通车', '', '（下转第二版）')}\n\n${ARTICLE('老城菜场迁入新址', '', '（下转第二版）')}`,
  `${HEAD(2)}\n\n${ARTICLE('市民称便', '（上接第一版）')}\n\n${ARTICLE('大桥建成通车', '（上接第一版）', '（下转第四版）')}`,
  `${HEAD(3)}\n\n${ARTICLE('县图书馆新馆开馆')}`,
  `${HEAD(4)}\n\n${ARTICLE('青阳大桥建成')}\n\n${ARTICLE('秋粮收购结束')}`,
];

describe('a story of three parts', () => {
  const whole = parse(PAGES.join('\n\n'));
  const index = new StoryIndex([{ issue: whole }]);
  const titles = (article: Issue['articles'][number]): string[] =>
    index.partsOf(article).map((part) => part.article.title);
  const called = (title: string) => whole.articles.find((article) => article.title === title)!;

  it('is one story, also where a part has no marker back', () => {
    const parts = ['青阳大桥建成通车', '大桥建成通车', '青阳大桥建成'];
    for (const title of parts) assert.deepEqual(titles(called(title)), parts, title);
    assert.equal(new Set(parts.map((title) => index.storyOf(called(title)))).size, 1);
  });

  it('leaves the page to the other story that goes on there, though its headline is another', () => {
    assert.deepEqual(titles(called('老城菜场迁入新址')), ['老城菜场迁入新址', '市民称便']);
  });

  it('leaves articles that no marker joins alone', () => {
    assert.deepEqual(titles(called('县图书馆新馆开馆')), ['县图书馆新馆开馆']);
    assert.notEqual(index.storyOf(called('县图书馆新馆开馆')), index.storyOf(called('秋粮收购结束')));
  });

  it('is the same to the extraction, in an editor with the issue, and in editors with a page each', async () => {
    const perPage: StoryFile[] = PAGES.map((text, i) => ({
      key: `0${i + 1}.txt`,
      issue: parse(text),
      page: `${i + 1}`,
    }));
    const siblings = async function* ({ key }: StoryFile, { page }: Marker): AsyncGenerator<StoryFile> {
      const meant = pagesMeant(page, undefined);
      yield* await Promise.resolve(perPage.filter((file) => file.key !== key && meant.includes(file.page!)));
    };
    const none = async function* (): AsyncGenerator<StoryFile> {};
    for (const article of whole.articles) {
      const inEngine = whole.articles.filter((other) => index.storyOf(other) === index.storyOf(article));
      const inEditor = await findStoryParts({ key: 'issue.txt', issue: whole }, article, none, 12);
      assert.deepEqual(
        inEditor.map((part) => part.article),
        inEngine,
      );
    }
    for (const file of perPage.slice(0, 2))
      for (const article of file.issue.articles) {
        const inEditor = await findStoryParts(file, article, siblings, 12);
        assert.deepEqual(
          inEditor.map((part) => part.article.title),
          titles(called(article.title)),
        );
        for (const continuation of article.continuations)
          assert.ok(await findCounterpart(file, continuation, siblings), article.title);
      }
  });

  it('goes on in the issue of its day, where a file holds issues of several', () => {
    const days = parse(
      [
        HEAD(1),
        ARTICLE('青阳大桥建成通车', '', '（下转第二版）'),
        HEAD(2),
        ARTICLE('青阳大桥建成通车', '（上接第一版）'),
        HEAD(1, 4),
        ARTICLE('青阳大桥迎来车流', '', '（下转第二版）'),
        HEAD(2, 4),
        ARTICLE('青阳大桥车流', '（上接第一版）'),
      ].join('\n\n'),
    );
    const stories = new StoryIndex([{ issue: days }]);
    assert.deepEqual(
      days.articles.map((article) => stories.storyOf(article)),
      [0, 0, 2, 2],
    );
  });
});

describe('the page that a marker means', () => {
  const cases: readonly (readonly [page: string, home: string | undefined, meant: readonly string[]])[] = [
    ['三', '1', ['3']],
    ['03', undefined, ['3']],
    ['3', 'A01', ['A3', '3']],
    ['B3', 'A1', ['B3']],
    ['A3', '1', ['A3', '3']],
    ['B3', '1', ['B3']],
  ];
  for (const [page, home, meant] of cases) {
    it(`is ${meant.join(', else ')} for ${page} on page ${home ?? 'unknown'}`, () =>
      assert.deepEqual(pagesMeant(page, home), meant));
  }
});
