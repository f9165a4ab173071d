import assert from 'node:assert/strict';

import fc from 'fast-check';

import { correctionsByLine, type LineCorrection, type LineRole } from '../../../src/core/structure/corrections.ts';
import type { Article, Issue } from '../../../src/core/structure/issue.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { anyCorrections, checkIssue, pageTexts } from './anyText.ts';
import { lexicons } from './helpers.ts';

const PAGE = [
  '全市春耕备耕工作会议召开',
  '本报讯（记者 沈一帆）昨日，全市春耕备耕工作会议在市会议中心召开，会议总结了去年的工作，部署了今年的任务。',
  '会议要求，各县区要抓紧备足种子、化肥和农机，做到不误农时，把各项措施落到实处。',
  '城东农贸市场改造完工',
  '本报讯（记者 郑可）历时三个月，城东农贸市场改造工程日前完工，三百多个摊位将于下月起陆续开业。',
  '市场负责人说，改造后的市场通风、排水和消防设施都已更新，买菜的人不用再踩着积水走路。',
];

function parse(corrections: readonly LineCorrection[], lines: readonly string[] = PAGE): Issue {
  return parseIssue(lines.join('\n'), lexicons, corrections);
}

function extents({ articles }: Issue): string[] {
  return articles.map(({ first, last }) => `${first}-${last}`);
}

/** The role in which an article or page lists a line. */
function listed(issue: Issue, line: number): LineRole | undefined {
  const has = (article: Article): LineRole | undefined => {
    for (const role of ['column', 'kicker', 'headline', 'deck', 'caption'] as const)
      if (article[role].includes(line)) return role;
    return article.subheads.includes(line) ? 'subhead' : undefined;
  };
  if (issue.pages.some(({ furniture }) => furniture.includes(line))) return 'furniture';
  return issue.articles.map(has).find((role) => role !== undefined);
}

describe('corrections of lines', () => {
  it('change nothing where there are none, or where they say nothing', () => {
    assert.deepEqual(extents(parse([])), ['0-2', '3-5']);
    assert.deepEqual(parse([{ line: 1 }, { line: 2, startsArticle: false }]).articles, parse([]).articles);
  });

  it('make a headline text of the article before it', () => {
    const issue = parse([{ line: 3, role: 'body' }]);
    assert.deepEqual(extents(issue), ['0-5']);
    assert.deepEqual(issue.articles[0]!.headline, [0]);
    assert.equal(issue.lines[3]!.kind, 'body');
    assert.equal(issue.lines[3]!.confidence, 1);
  });

  it('open an article at a line of text that is called a headline', () => {
    const issue = parse([{ line: 2, role: 'headline' }]);
    assert.equal(extents(issue)[0], '0-1');
    assert.equal(issue.articles[1]!.first, 2);
    assert.ok(issue.articles[1]!.headline.includes(2));
  });

  it('read the lines beside a corrected headline so that they fit', () => {
    const page = ['陇上江南换新颜', '三年种下百万棵树', ...PAGE.slice(1)];
    const roles = (corrections: LineCorrection[]): string[] =>
      parse(corrections, page)
        .lines.slice(0, 2)
        .map(({ kind }) => kind);
    assert.deepEqual(
      roles([
        { line: 1, role: 'headline' },
        { line: 0, role: 'kicker' },
      ]),
      ['kicker', 'headline'],
    );
    assert.deepEqual(roles([{ line: 1, role: 'deck' }]), ['headline', 'deck']);
    assert.deepEqual(roles([{ line: 0, role: 'column' }]), ['column', 'headline']);
    assert.deepEqual(roles([{ line: 0, role: 'deck' }]), ['deck', 'headline']);
  });

  it('open an article at any line, be it text, furniture or the middle of a broken paragraph', () => {
    assert.deepEqual(extents(parse([{ line: 2, startsArticle: true }])), ['0-1', '2-2', '3-5']);
    assert.deepEqual(extents(parse([{ line: 5, startsArticle: true, role: 'body' }])), ['0-2', '3-4', '5-5']);
    const page = [...PAGE, '责任编辑：沈一帆'];
    assert.deepEqual(extents(parse([], page)), ['0-2', '3-5']);
    assert.deepEqual(extents(parse([{ line: 6, startsArticle: true }], page)), ['0-2', '3-5', '6-6']);
    const broken = [PAGE[0]!, PAGE[1]!.slice(0, -1), PAGE[2]!];
    assert.deepEqual(parse([], broken).articles[0]!.joins, [[1, 2]]);
    assert.deepEqual(
      parse([{ line: 2, startsArticle: true }], broken).articles.map(({ joins }) => joins),
      [[], []],
    );
  });

  it('keep a corrected subhead inside its article and a corrected line of furniture out of all', () => {
    const issue = parse([{ line: 3, role: 'subhead' }]);
    assert.deepEqual(issue.articles[0]!.subheads, [3]);
    assert.deepEqual(parse([{ line: 3, role: 'furniture' }]).pages[0]!.furniture, [3]);
  });

  it('find the people of a line that is called a byline or a credit', () => {
    const page = [PAGE[0]!, '沈一帆 郑可', ...PAGE.slice(2, 3), '郑可于城东'];
    const issue = parse(
      [
        { line: 1, role: 'byline' },
        { line: 3, role: 'credit' },
      ],
      page,
    );
    assert.deepEqual(
      issue.articles[0]!.bylines.map(({ line, people }) => [line, people.map(({ name }) => name)]),
      [[1, ['沈一帆', '郑可']]],
    );
    assert.deepEqual(
      issue.articles
        .flatMap(({ credits }) => credits)
        .map(({ line, span }) => [line, issue.text.slice(span.start, span.end)]),
      [[3, '郑可于城东']],
    );
  });

  it('speak of one line of a paragraph that a fixed width broke', () => {
    const wrapped = PAGE.slice(1, 3)
      .join('')
      .repeat(4)
      .match(/.{1,20}/gu)!;
    const lines = [PAGE[0]!, ...wrapped];
    const issue = parse([{ line: 5, role: 'subhead' }], lines);
    assert.deepEqual(
      issue.articles.map(({ subheads }) => subheads),
      [[5]],
    );
    assert.equal(issue.lines[4]!.kind, 'body');
    assert.equal(issue.lines[6]!.kind, 'body');
  });

  it('win over everything the parse thinks, on any text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pageTexts), anyCorrections, (text, corrections) => {
        const issue = parseIssue(text, lexicons, corrections);
        checkIssue(issue);
        // Of one line the role and the start of an article may be said apart; together they hold.
        for (const { line, role, startsArticle } of correctionsByLine(corrections).values()) {
          const { kind } = issue.lines[line] ?? { kind: 'blank' };
          if (kind === 'blank') continue;
          if (role !== undefined) assert.equal(kind, role);
          if (role !== undefined && !['body', 'byline', 'credit'].includes(role))
            assert.equal(listed(issue, line), role);
          if (startsArticle && role !== 'furniture')
            assert.ok(
              issue.articles.some(({ first }) => first === line),
              `an article starts at line ${line}`,
            );
        }
      }),
      { numRuns: 300 },
    );
  });
});
