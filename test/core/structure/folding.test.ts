import assert from 'node:assert/strict';
import { foldingOf } from '../../../src/core/structure/readers/folding.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { lexicons } from './helpers.ts';

const ARTICLE = `市政府召开常务会议时要求

抓好秋粮收购 守住粮食安全底线

本报讯（记者 乔春山）3月2日，市政府召开常务会议，研究秋粮收购、粮食储备和仓储设施建设等工作。

会议指出，要严格落实国家政策，保护农民利益，为全市经济发展打牢基础。
`;

function folding(text: string): string[] {
  return foldingOf(parseIssue(text, lexicons)).map(({ first, last, kind }) => `${kind} ${first}-${last}`);
}

describe('folding', () => {
  it('leaves an article’s headline and what stands above it in sight', () => {
    assert.deepEqual(folding(ARTICLE), ['article 2-6']);
  });

  it('folds pages where there are several', () => {
    const folio = (page: number): string => `第${page}版 要闻 2026年3月3日 星期二\n\n`;
    const folded = folding(`${folio(1)}${ARTICLE}\n${folio(2)}${ARTICLE}`);
    assert.equal(folded.filter((range) => range.startsWith('page')).length, 2);
    assert.equal(folded.filter((range) => range.startsWith('article')).length, 2);
  });

  it('has nothing to fold in one line or none', () => {
    for (const text of ['', '一行字', '\n\n']) assert.deepEqual(folding(text), []);
  });
});
