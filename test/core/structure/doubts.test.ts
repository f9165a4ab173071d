import assert from 'node:assert/strict';
import { isDoubtful } from '../../../src/core/structure/readers/doubts.ts';
import type { Issue } from '../../../src/core/structure/issue.ts';
import { IssueParser } from '../../../src/core/structure/articles/issueParser.ts';
import { lexicons } from './helpers.ts';

/** Of two lines above a text either may be the headline. */
const AMBIGUOUS = `台风逼近东南沿海

数万游客紧急撤离

据新华社电 强台风25日继续向东南沿海移动，沿海各地已疏散游客数万人，学校停课，渔船回港避风。
`;
const PLAIN = `全市旅游大会召开

本报讯（记者 乔春山）3月2日，全市旅游大会在清河宾馆召开。副市长尤海平讲话，要求各地抓好落实。
`;

describe('a doubt', () => {
  const parser = new IssueParser(lexicons);
  const doubtsOf = ({ lines }: Issue): number[] => lines.filter(isDoubtful).map(({ index }) => index);

  it('is had about lines that could be something else, and about their article', () => {
    const issue = parser.parse(AMBIGUOUS);
    assert.deepEqual(doubtsOf(issue), [0, 2]);
    assert.ok(isDoubtful(issue.articles[0]!));
  });

  it('is not had about what is plain', () => {
    const issue = parser.parse(PLAIN);
    assert.deepEqual(doubtsOf(issue), []);
    assert.ok(!isDoubtful(issue.articles[0]!));
  });

  it('is over once the editor has said what the lines are', () => {
    const issue = parser.parse(AMBIGUOUS, [
      { line: 0, role: 'headline' },
      { line: 2, role: 'deck' },
    ]);
    assert.deepEqual(doubtsOf(issue), []);
    assert.ok(!isDoubtful(issue.articles[0]!));
  });
});
