import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { IGrammar } from 'vscode-textmate';

import { INITIAL, loadNewspaperGrammar, project } from './grammar.ts';

const MEGABYTE = 1 << 20;

/** Pieces that make a careless expression start over at each of them. */
const NASTY = [
  '“',
  '“‘',
  '《',
  '“《‘',
  '‘',
  '「',
  '"a',
  '（',
  '（王',
  '（作者：',
  '（见第',
  '（下转第',
  '【',
  '图为',
  '。图为',
  '。王小明 ',
  '本报',
  '某某报',
  '新华社',
  '新华社北京8月',
  '新华社发（王',
  '本报讯（记者 ',
  '记者',
  '□',
  '王小明、',
  '8',
  '8月9日',
  '12:3',
  '=',
  '—',
  ' ',
  '　',
  '\ud800',
  '\0',
  'a',
  '上',
  '。新华社记者王',
  '责编 ',
  '第',
  '——',
];

describe('a single line', () => {
  let grammar: IGrammar;

  before(async () => {
    grammar = await loadNewspaperGrammar();
  });

  const tokenize = (line: string, state = INITIAL): ReturnType<IGrammar['tokenizeLine']> =>
    grammar.tokenizeLine(line, state);
  const scopesOf = (line: string): string[] => tokenize(line).tokens.flatMap(({ scopes }) => scopes);

  // A quadratic expression would be at this for minutes or hours; a linear one takes about a second.
  for (const [index, start] of ['', '　　', '▶', '本报讯（记者 '].entries()) {
    const pieces = NASTY.filter((_, at) => at % 4 === index);
    it(`of a megabyte that begins with “${start}” is done`, function () {
      this.timeout(30_000);
      const stretch = Math.ceil(MEGABYTE / pieces.length);
      const line = start + pieces.map((piece) => piece.repeat(Math.ceil(stretch / piece.length))).join('');
      assert.ok(line.length >= MEGABYTE);
      const { tokens, ruleStack, stoppedEarly } = tokenize(line);
      assert.equal(stoppedEarly, false);
      assert.ok(tokens.at(-1)!.endIndex >= line.length, 'the tokens reach the end of the line');
      assert.equal(ruleStack.depth, 1);
    });
  }

  it('is matched by expressions whose every repetition is bounded', () => {
    for (const source of expressions()) {
      const bare = source.replaceAll(/\\p\{\w+\}|\\./g, '').replaceAll(/\[\^?[^\]]*\]/g, '');
      assert.doesNotMatch(bare, /[*+]|\{\d*,\}/, source);
    }
  });

  it('of a megabyte of markers costs one token each', function () {
    this.timeout(60_000);
    const marker = '（下转第三版）';
    const { tokens } = tokenize(marker.repeat(MEGABYTE / 8));
    assert.ok(tokens.every(({ scopes }) => scopes.includes('constant.numeric.continuation.newspaper')));
  });

  it('leaves nothing open for the next one, whatever is in it', () => {
    const piece = fc.oneof(
      fc.constantFrom(...NASTY, '”', '’', '》', '）', '】', '。', '，', '摄', '版', '讯'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const line = pieces.join('').replaceAll(/[\r\n]/g, '');
        const { ruleStack, tokens } = tokenize(line);
        assert.equal(ruleStack.depth, 1);
        let end = 0;
        for (const token of tokens) {
          assert.ok(token.startIndex >= end - 1, 'the tokens are in order');
          end = token.endIndex;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that opens a quotation and does not close it does not colour the next', () => {
    const opened = tokenize('他说：“这件事情说来话长，要从三十年前的那个冬天讲起，');
    assert.ok(opened.tokens.some(({ scopes }) => scopes.includes('meta.quotation.double.newspaper')));
    const next = tokenize('那时候村里还没有通电，晚上只能点煤油灯，大家都很早就睡了。', opened.ruleStack);
    assert.deepEqual(
      next.tokens.map(({ scopes }) => scopes),
      [['text.newspaper']],
    );
  });

  it('with a full stop is never a headline, however short', () => {
    const han = fc.string({
      unit: fc.constantFrom(...'市长强调会议江城日报记者中国的是在了一二三“”《》， '),
      minLength: 0,
      maxLength: 40,
    });
    fc.assert(
      fc.property(han, han, (before, after) => {
        const scopes = scopesOf(`${before}。${after}`);
        assert.deepEqual(
          scopes.filter((scope) => scope.startsWith('markup.heading')),
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('that is longer than any headline is text', () => {
    const scopes = scopesOf(
      '会议强调安全生产无小事必须警钟长鸣任何时候都不能有丝毫的松懈和侥幸并要求各级各部门抓好落实',
    );
    assert.deepEqual([...new Set(scopes)], ['text.newspaper']);
  });

  it('may be empty, blank or half a character', () => {
    for (const line of ['', ' ', '　　', '\ud83d', '\udc00标题', '\ufeff', '\t']) {
      assert.equal(tokenize(line).ruleStack.depth, 1, JSON.stringify(line));
    }
  });
});

/** All expressions of the grammar. */
function expressions(): string[] {
  const found: string[] = [];
  JSON.parse(readFileSync(project('syntaxes/newspaper.tmLanguage.json'), 'utf8'), (key, value: unknown) => {
    if (['match', 'begin', 'end'].includes(key) && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}
