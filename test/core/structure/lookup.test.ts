import assert from 'node:assert/strict';
import { StoryIndex } from '../../../src/core/structure/readers/storyIndex.ts';
import { articleAt, articleBefore, continuationAt, textAcross } from '../../../src/core/structure/readers/lookup.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { lexicons } from './helpers.ts';

const ISSUE = `第1版 要闻 2026年3月3日 星期二

青阳市抓好秋粮收购工作守住粮食安全底线

本报讯（记者 乔春山）3月2日，市政府召开常务会议，研究秋粮收购、粮食储备和仓储设施建设等工作。

会议指出，要严格落实国家政策，保护农民利益，为全市经济发展打牢基础𠮷。（下转第三版）

青阳大桥建成通车

本报讯（记者 尤海平）3月2日，青阳大桥建成通车，两岸居民出行时间缩短半小时，沿线企业运输成本明显下降。

第3版 综合 2026年3月3日 星期二

青阳市抓好秋粮收购工作守住粮食安全底线

（上接第一版）要优化仓储布局，加强质量检测，让农民种得放心、卖得舒心，确保颗粒归仓。

会议还研究了其他事项，对下一阶段工作作出安排部署。
`;
const issue = parseIssue(ISSUE, lexicons);
const line = (part: string): number => issue.lineIndex.lineAt(ISSUE.indexOf(part));

describe('looking up a place in an issue', () => {
  it('finds the article of a line, none on furniture and between articles', () => {
    assert.equal(articleAt(issue, line('青阳大桥'))?.title, '青阳大桥建成通车');
    assert.equal(articleAt(issue, line('会议指出'))?.title, '青阳市抓好秋粮收购工作守住粮食安全底线');
    assert.equal(articleAt(issue, line('第3版')), undefined);
    assert.equal(articleAt(issue, line('青阳大桥') - 1), undefined);
  });

  it('finds the last article that begins above a line', () => {
    assert.equal(articleBefore(issue.articles, line('青阳大桥') - 1), issue.articles[0]);
    assert.equal(articleBefore(issue.articles, 0), undefined);
    assert.equal(articleBefore(issue.articles, 999), issue.articles.at(-1));
  });

  it('finds the marker at an offset, both its ends included', () => {
    const start = ISSUE.indexOf('（下转');
    for (const offset of [start, start + 3, start + 7])
      assert.equal(continuationAt(issue, offset)?.direction, 'to', `${offset - start}`);
    assert.equal(continuationAt(issue, start - 1), undefined);
    assert.equal(continuationAt(issue, 0), undefined);
  });
});

describe('the text across a continuation', () => {
  const across = (marker: string, length: number): string => {
    const continuation = continuationAt(issue, ISSUE.indexOf(marker))!;
    return textAcross(issue, new StoryIndex([{ issue }]).counterpartOf(continuation)!, continuation.direction, length);
  };

  it('begins behind 上接', () => {
    assert.equal(across('（下转', 12), '要优化仓储布局，加强质量');
    assert.match(across('（下转', 60), /^要优化仓储布局.*颗粒归仓。会议还研究了/);
  });

  it('ends before 下转, no surrogate pair cut', () => {
    assert.equal(across('（上接', 6), '打牢基础𠮷。'.slice(1));
    assert.equal(across('（上接', 2), '。');
    assert.match(across('（上接', 200), /研究秋粮收购.*打牢基础𠮷。$/);
  });
});
