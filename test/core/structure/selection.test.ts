import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { selectionsAt } from '../../../src/core/structure/readers/selection.ts';
import { fileText, lexicons } from './helpers.ts';

const ISSUE = `第1版 要闻 2026年3月3日 星期二

市政府召开常务会议时要求

抓好秋粮收购

守住粮食安全底线

本报讯（记者 乔春山）3月2日，市政府召开常务会议，研究秋粮收购、粮食储备和仓储设施建设等工作，会议9:30开始，1,200人参加。会议强调，“要保护农民利益，”为全市经济发

展打牢基础，让农民放心。会议还研究了其他事项。

青阳大桥建成通车

本报讯（记者 尤海平）3月2日，青阳大桥建成通车，两岸居民出行时间缩短半小时，沿线企业运输成本明显下降。
`;
const issue = parseIssue(ISSUE, lexicons);
const levels = (part: string, after = 0): string[] =>
  selectionsAt(issue, ISSUE.indexOf(part) + after).map(({ start, end }) => ISSUE.slice(start, end));
const brief = (texts: readonly string[]): string[] =>
  texts.map((text) => (text.length > 24 ? `${text.slice(0, 8)}…${text.slice(-8)}` : text));

describe('what a growing selection takes', () => {
  it('is clause, sentence, piece, paragraph, article and page', () => {
    assert.deepEqual(brief(levels('研究秋粮', 2)), [
      '研究秋粮收购、粮食储备和仓储设施建设等工作，',
      '本报讯（记者 乔…,200人参加。',
      '本报讯（记者 乔…，”为全市经济发',
      '本报讯（记者 乔…研究了其他事项。',
      '市政府召开常务会…研究了其他事项。',
      ISSUE.slice(0, 8) + '…' + ISSUE.trimEnd().slice(-8),
    ]);
  });

  it('reaches over the edge that breaks a sentence', () => {
    const [clause, sentence, paragraph] = levels('展打牢基础', 1);
    assert.equal(clause, '为全市经济发\n\n展打牢基础，');
    assert.match(sentence!, /^会议强调，“.*让农民放心。$/s);
    assert.match(paragraph!, /^本报讯.*其他事项。$/s);
  });

  it('breaks no clause in figures, and keeps closing marks', () => {
    assert.equal(levels('9:30')[0], '会议9:30开始，');
    assert.equal(levels('1,200', 2)[0], '1,200人参加。');
    assert.equal(levels('要保护', 1)[0], '“要保护农民利益，”');
  });

  it('is line, headline and head lines on a headline', () => {
    assert.deepEqual(levels('守住粮食', 3).slice(0, 3), [
      '守住粮食安全底线',
      '抓好秋粮收购\n\n守住粮食安全底线',
      '市政府召开常务会议时要求\n\n抓好秋粮收购\n\n守住粮食安全底线',
    ]);
  });

  it('holds the cursor behind the last character, and is line and page on furniture', () => {
    assert.equal(levels('其他事项。', 5)[0], '会议还研究了其他事项。');
    assert.deepEqual(brief(levels('第1版', 1)).slice(0, 1), ['第1版 要闻 2026年3月3日 星期二']);
    assert.equal(levels('第1版', 1).length, 2);
  });

  it('nests and holds the offset, anywhere in any text', () => {
    const pages = [ISSUE, fileText('seeds/datong-daily-2022-08-10-p1.txt')].map((text) => ({
      text,
      issue: parseIssue(text, lexicons),
    }));
    const anyText = fc.string({ unit: fc.constantFrom(...'本报讯（记者）。，“”：\n\n 　会议9,:—…'), maxLength: 200 });
    const check = (text: string, parsed: typeof issue, offset: number): void => {
      const spans = selectionsAt(parsed, offset);
      spans.forEach((span, i) => {
        assert.ok(span.start <= offset && offset <= span.end && span.end <= text.length);
        const before = spans[i - 1];
        if (before)
          assert.ok(
            span.start <= before.start && before.end <= span.end && span.end - span.start > before.end - before.start,
          );
      });
    };
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.nat(), ({ text, issue: parsed }, at) =>
        check(text, parsed, at % (text.length + 1)),
      ),
    );
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => check(text, parseIssue(text, lexicons), at % (text.length + 1))),
    );
  });

  it('is found in a line of a megabyte', () => {
    const text = `${'沿线企业运输成本，'.repeat(110_000)}。`;
    assert.equal(selectionsAt(parseIssue(text, lexicons), 500_000).length > 0, true);
  });
});
