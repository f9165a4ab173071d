import assert from 'node:assert/strict';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { lineTokensOf } from '../../../src/core/structure/readers/lineTokens.ts';
import { lexicons } from './helpers.ts';

const PAGE = `要闻聚焦

\u3000\u3000市政府召开常务会议时要求

\u3000\u3000抓好秋粮收购 守住粮食安全底线

本报讯（记者 乔春山）3月2日，市政府召开常务会议，研究秋粮收购、粮食储备和仓储设施建设等工作，副市长尤海平主持会议并讲话。

会议指出，要抓好秋粮收购工作，严格落实国家政策，保护农民利益，守住粮食安全底线，为全市经济发展打牢基础。（下转第三版）

图为收购现场。本报记者 乔春山 摄

责编：尤海平
`;

function read(text: string): string[] {
  const issue = parseIssue(text, lexicons);
  return lineTokensOf(issue).map(({ kind, line, start, end }) => `${line} ${kind} ${issue.text.slice(start, end)}`);
}

describe('the pieces of a page that stand out', () => {
  it('are the head lines without their indentation', () => {
    assert.ok(read(PAGE).includes('2 kicker 市政府召开常务会议时要求'), read(PAGE).join('\n'));
    assert.ok(read(PAGE).includes('4 headline 抓好秋粮收购 守住粮食安全底线'));
  });

  it('are the lead-in and the marker inside the running text, and nothing else of it', () => {
    assert.deepEqual(
      read(PAGE).filter((piece) => /^[68] /.test(piece)),
      ['6 byline 本报讯（记者 乔春山）', '8 continuation （下转第三版）'],
    );
  });

  it('are a caption and the credit at its end, side by side', () => {
    const pieces = read(PAGE).filter((piece) => piece.startsWith('10 '));
    assert.equal(pieces[0], '10 caption 图为收购现场。');
    assert.match(pieces[1]!, /^10 credit .*乔春山 摄$/);
  });

  it('are in order, disjoint, of one line each and never empty', () => {
    for (const text of [
      PAGE,
      PAGE.replaceAll('\n', '\r\n'),
      '',
      ' \n\u3000\n',
      '\ud800\n\udc00',
      '（下转第三版）'.repeat(30),
    ]) {
      const issue = parseIssue(text, lexicons);
      let end = 0;
      for (const token of lineTokensOf(issue)) {
        assert.ok(token.start >= end && token.end > token.start, JSON.stringify(token));
        const line = issue.lineIndex.span(token.line);
        assert.ok(line.start <= token.start && token.end <= line.end);
        end = token.end;
      }
    }
  });
});
