import assert from 'node:assert/strict';
import { pagesMeant } from '../../../src/core/structure/readers/continuations.ts';
import type { Issue } from '../../../src/core/structure/issue.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { findCounterpartIn, pageOf } from '../../../src/core/structure/readers/stories.ts';
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
const parse = (text: string): Issue => parseIssue(text, lexicons);
const marker = (issue: Issue, part: string): Issue['articles'][number]['continuations'][number] =>
  issue.articles
    .flatMap(({ continuations }) => continuations)
    .find(({ span }) => issue.text.slice(0, span.start).endsWith(part) || issue.text.slice(span.end).startsWith(part))!;

describe('a story in two files', () => {
  const front = { issue: parse(FRONT), page: '1' };
  const inside = { issue: parse(INSIDE), page: '3' };

  it('is joined by the words of its headline, where several stories go on there', () => {
    const grain = findCounterpartIn(front, marker(front.issue, '打牢基础。'), inside.issue)!;
    assert.equal(grain.article.title, '抓好秋粮收购守住粮食安全底线');
    assert.equal(grain.continuation?.direction, 'from');
    assert.equal(
      findCounterpartIn(front, marker(front.issue, '明显下降。'), inside.issue)!.article.title,
      '青阳大桥通车',
    );
  });

  it('is joined on the way back', () => {
    const back = findCounterpartIn(inside, marker(inside.issue, '要优化'), front.issue)!;
    assert.equal(back.article.title, '青阳市抓好秋粮收购工作守住粮食安全底线');
  });

  it('is joined to no page that it does not name, and to nothing that does not resemble it', () => {
    const other = parse(`第5版 文化 2026年3月3日 星期二\n\n${INSIDE.replaceAll('第一版', '第四版')}`);
    const strange = other.articles.slice(0, 1);
    assert.equal(
      findCounterpartIn(front, marker(front.issue, '打牢基础。'), { ...other, articles: strange, pages: [] }),
      undefined,
    );
  });

  it('goes by the page that is printed before the page that the name tells', () => {
    const both = parse(
      `第3版 综合 2026年3月3日 星期二\n\n${INSIDE}\n\n第4版 文化 2026年3月3日 星期二\n\n${INSIDE.replaceAll('第一版', '第二版')}`,
    );
    const found = findCounterpartIn(front, marker(front.issue, '打牢基础。'), both)!;
    assert.equal(pageOf({ issue: both, page: '9' }, found.article), '3');
    assert.equal(pageOf(front, front.issue.articles[0]!), '1');
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
