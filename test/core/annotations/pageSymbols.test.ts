import assert from 'node:assert/strict';
import type { EntityGroup } from '../../../src/core/annotations/entityGroups.ts';
import {
  articleSymbols,
  entitySymbols,
  LAST_RANK,
  matcherOf,
  rankOf,
} from '../../../src/core/annotations/pageSymbols.ts';
import type { Tag, TagStatus } from '../../../src/core/annotations/overlay.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { lexicons } from '../structure/helpers.ts';

const TEXT = `第3版 综合 2026年3月3日 星期二

市政府召开常务会议时要求

抓好秋粮收购

守住粮食安全底线

本报讯（记者 乔春山）3月2日，市政府召开常务会议，研究秋粮收购、粮食储备和仓储设施建设等工作，副市长尤海平讲话。
`;
const issue = parseIssue(TEXT, lexicons);

function tag(text: string, status: TagStatus): Tag {
  const start = TEXT.indexOf(text);
  const span = { start, end: start + text.length };
  return { status, type: 'person', span, pieces: [span], text, mention: null, annotation: null };
}

describe('the symbols of a page', () => {
  it('are its articles, by title and page, at their headlines', () => {
    assert.deepEqual(articleSymbols(issue), [
      {
        kind: 'article',
        name: '抓好秋粮收购 守住粮食安全底线',
        page: '3',
        count: 1,
        start: { line: 4, column: 0 },
        end: { line: 6, column: 8 },
      },
    ]);
  });

  it('are its entities at their first mentions, none whose every mention was rejected', () => {
    const group = (name: string, ...tags: Tag[]): EntityGroup => ({
      type: 'person',
      name,
      label: name,
      entity: null,
      tags,
    });
    const groups = [
      group('尤海平', tag('尤海', 'rejected'), tag('尤海平', 'annotation'), tag('尤海平', 'suggestion')),
      group('乔春山', tag('乔春山', 'rejected')),
    ];
    assert.deepEqual(
      entitySymbols(issue.lineIndex, groups).map(({ kind, name, count, start }) => [kind, name, count, start.line]),
      [['person', '尤海平', 2, 8]],
    );
  });

  it('are ranked by what one looks for: headlines, people, bodies, places, then works, times and numbers last', () => {
    const kinds = (['contact', 'time', 'work', 'place', 'organization', 'person', 'article'] as const).toSorted(
      (a, b) => rankOf(a) - rankOf(b),
    );
    assert.deepEqual(kinds, ['article', 'person', 'organization', 'place', 'work', 'contact', 'time']);
    assert.equal(rankOf('time'), LAST_RANK);
  });

  it('are kept in short', () => {
    const long = parseIssue(`${'长'.repeat(5000)}\n`, lexicons);
    assert.ok(articleSymbols(long).every(({ name }) => name.length <= 120));
  });
});

describe('what is typed to find a symbol', () => {
  const cases: readonly (readonly [query: string, name: string, found: boolean])[] = [
    ['', '抓好秋粮收购', true],
    ['秋粮', '抓好秋粮收购', true],
    ['抓粮购', '抓好秋粮收购', true],
    ['粮秋', '抓好秋粮收购', false],
    ['收购 守住', '抓好秋粮收购 守住粮食安全底线', true],
    ['gdp', '全市GDP增长', true],
    ['𠮷𠮷', '𠮷家', false],
    ['大桥', '抓好秋粮收购', false],
  ];
  for (const [query, name, found] of cases) {
    it(`${found ? 'finds' : 'does not find'} “${name}” by “${query}”`, () =>
      assert.equal(matcherOf(query)(name), found));
  }
});
