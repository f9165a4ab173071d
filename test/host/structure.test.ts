import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { close, hoversAt, open, positionOf, putCursor, textOf } from './page.ts';
import { ISSUE, PAGE } from './structurePages.ts';
import { configure, galley, until } from './tagPage.ts';

type Tree = readonly [string, ...Tree[]];

async function symbolsOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return (
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    )) ?? []
  );
}

async function foldingOf(document: vscode.TextDocument): Promise<string[]> {
  const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  );
  return ranges.map(({ start, end }) => `${start}-${end}`);
}

/** The semantic tokens as `type text`. */
async function tokensOf(document: vscode.TextDocument): Promise<string[]> {
  const { uri } = document;
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
    'vscode.provideDocumentSemanticTokensLegend',
    uri,
  );
  const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
    'vscode.provideDocumentSemanticTokens',
    uri,
  );
  const tokens: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines, characters, length, type] = data.slice(i, i + 4) as unknown as [number, number, number, number];
    character = lines === 0 ? character + characters : characters;
    line += lines;
    tokens.push(`${legend.tokenTypes[type]} ${document.lineAt(line).text.slice(character, character + length)}`);
  }
  return tokens;
}

describe('the structure of a page', () => {
  before(async () => {
    await vscode.extensions.getExtension('galley.galley')!.activate();
    await configure('extractOnOpen', false);
  });
  after(() => configure('extractOnOpen', undefined));
  afterEach(close);

  describe('as an outline', () => {
    it('nests pages and articles, with byline and characters', async () => {
      const { document } = await open('outline.issue.txt', ISSUE);
      const symbols = await symbolsOf(document);
      const tree = ({ name, children }: vscode.DocumentSymbol): Tree => [name, ...children.map(tree)];
      assert.deepEqual(
        symbols.map(({ name }) => name),
        ['Page 1 要闻', 'Page 3 综合'],
      );
      assert.deepEqual(
        symbols.map(({ detail }) => detail),
        ['2026-03-03', '2026-03-03'],
      );
      assert.deepEqual(symbols[0]!.children.map(tree), [
        ['抓好秋粮收购 守住粮食安全底线'],
        ['青阳大桥建成通车'],
        ['图为通车现场。'],
      ]);
      assert.match(symbols[0]!.children[0]!.detail, /^→ page 3 · 乔春山 · 1\d\d characters$/);
    });

    it('has one row for a headline, and under it subheads and captions, cut short', async () => {
      const subheads = ['抓收购', '强储备', '促流通'];
      const body = (subhead: string): string =>
        `${subhead}\n\n会议指出，要严格落实国家政策，保护农民利益，为全市经济发展打牢基础，确保按期完成。\n\n`;
      const { document } = await open('stations.issue.txt', `${PAGE}\n${subheads.map(body).join('')}`);
      const library = (await symbolsOf(document)).at(-1)!;
      assert.deepEqual(
        library.children.map(({ name, detail }) => [name, detail]),
        subheads.map((subhead) => [subhead, 'Subhead']),
      );
    });

    it('gives an article its whole extent, and its headline to jump to', async () => {
      const { document } = await open('extent.issue.txt', ISSUE);
      const [article] = (await symbolsOf(document))[0]!.children;
      assert.equal(document.getText(article!.range).slice(0, 7), '乡村振兴进行时');
      assert.ok(document.getText(article!.range).endsWith('（下转第三版）'));
      assert.equal(document.getText(article!.selectionRange), '抓好秋粮收购 守住粮食安全底线');
    });

    it('has no level for a page that is alone and does not say which it is', async () => {
      const { document } = await open('alone.issue.txt', PAGE);
      assert.deepEqual(
        (await symbolsOf(document)).map(({ name }) => name),
        ['全市旅游大会召开', '清河镇新桥通车', '县图书馆开馆'],
      );
    });

    it('follows an edit', async () => {
      const editor = await open('edited.issue.txt', PAGE);
      await editor.edit((edit) => edit.insert(positionOf(editor.document, '清河镇新桥'), '今日'));
      assert.equal((await symbolsOf(editor.document))[1]!.name, '今日清河镇新桥通车');
    });
  });

  it('folds articles into their headlines, and pages', async () => {
    const { document } = await open('folding.issue.txt', ISSUE);
    assert.deepEqual((await foldingOf(document)).sort(), ['0-24', '14-18', '20-22', '26-32', '28-32', '6-12']);
  });

  it('colours lines by what they are, and bylines, credits and markers inside them', async () => {
    const { document } = await open('tokens.issue.txt', ISSUE);
    assert.deepEqual(await tokensOf(document), [
      'newspaperFurniture 第1版 要闻 2026年3月3日 星期二',
      'newspaperColumn 乡村振兴进行时',
      'newspaperKicker 市政府召开常务会议时要求',
      'newspaperHeadline 抓好秋粮收购 守住粮食安全底线',
      'newspaperDeck 副市长主持会议并讲话',
      'newspaperByline 本报讯（记者 乔春山）',
      'newspaperContinuation （下转第三版）',
      'newspaperHeadline 青阳大桥建成通车',
      'newspaperByline □ 本报记者 尤海平',
      'newspaperCaption 图为通车现场。',
      'newspaperCredit 本报记者 尤海平 摄',
      'newspaperFurniture 责编：段秋实',
      'newspaperFurniture 第3版 综合 2026年3月3日 星期二',
      'newspaperHeadline 抓好秋粮收购 守住粮食安全底线',
      'newspaperContinuation （上接第一版）',
      'newspaperContinuation （下转第九版）',
    ]);
  });

  describe('in hovers', () => {
    it('says of a headline its kind, byline, characters and paragraphs', async () => {
      const { document } = await open('headline.issue.txt', ISSUE);
      const text = textOf(await hoversAt(document, '守住粮食安全底线', 2));
      assert.match(text, /\*\*抓好秋粮收购 守住粮食安全底线\*\*/);
      assert.match(text, /News · 乔春山 · 1\d\d characters · Paragraphs: 2/);
      assert.equal(textOf(await hoversAt(document, '沿线企业', 1)), '');
    });

    it('says of a headline who and where, once that is known, but not who wrote it', async () => {
      const { document } = await open('who.issue.txt', PAGE);
      await galley('extractEntities');
      const text = textOf(await hoversAt(document, '全市旅游大会', 1));
      assert.match(text, /Who: \[尤海平\]\(command:galley\.revealMention\?/);
      assert.doesNotMatch(text, /Who: .*乔春山/);
    });

    it('shows at a continuation marker the text it leads to, or that the page is not there', async () => {
      const { document } = await open('marker.issue.txt', ISSUE);
      const to = textOf(await hoversAt(document, '（下转第三版）', 3));
      assert.match(to, /\[\*\*抓好秋粮收购 守住粮食安全底线\*\*\]\(command:galley\.revealMention\?.*line 31/);
      assert.match(to, /要优化仓储布局/);
      assert.match(
        textOf(await hoversAt(document, '（上接第一版）', 3)),
        /\n本报讯（记者 乔春山）3月2日，.*为全市经济发展打牢基础。$/,
      );
      assert.match(
        textOf(await hoversAt(document, '（下转第九版）', 3)),
        /There is no page 9 in this file, and its name does not tell what other pages are called/,
      );
    });
  });

  describe('along a continuation', () => {
    async function definitionsAt(document: vscode.TextDocument, part: string): Promise<vscode.LocationLink[]> {
      return vscode.commands.executeCommand(
        'vscode.executeDefinitionProvider',
        document.uri,
        positionOf(document, part, 3),
      );
    }

    it('goes from a marker to the one at the other end, and back', async () => {
      const { document } = await open('definition.issue.txt', ISSUE);
      const [to] = await definitionsAt(document, '（下转第三版）');
      assert.equal(document.getText(to!.targetSelectionRange), '（上接第一版）');
      assert.equal(document.getText(to!.originSelectionRange), '（下转第三版）');
      const [from] = await definitionsAt(document, '（上接第一版）');
      assert.equal(document.getText(from!.targetSelectionRange), '（下转第三版）');
      assert.deepEqual(await definitionsAt(document, '（下转第九版）'), []);
      assert.deepEqual(await definitionsAt(document, '会议还研究'), []);
    });

    it('goes by command from anywhere in the article', async () => {
      const editor = await open('continuation.issue.txt', ISSUE);
      putCursor(editor, '保护农民利益');
      await galley('goToContinuation');
      assert.equal(editor.document.getText(editor.selection), '（上接第一版）');
      await galley('goToContinuation');
      assert.equal(editor.document.getText(editor.selection), '（下转第三版）');
      putCursor(editor, '青阳大桥');
      const before = editor.selection;
      await galley('goToContinuation');
      assert.ok(editor.selection.isEqual(before));
    });
  });

  it('is walked from headline to headline, round the page', async () => {
    const editor = await open('walk.issue.txt', PAGE);
    const visited: string[] = [];
    const step = async (direction: 'next' | 'previous'): Promise<void> => {
      await galley(`${direction}Article`);
      visited.push(editor.document.lineAt(editor.selection.active).text);
      assert.ok(editor.selection.isEmpty && editor.selection.active.character === 0);
    };
    putCursor(editor, '全市旅游大会', 2);
    for (let i = 0; i < 3; i++) await step('next');
    assert.deepEqual(visited.splice(0), ['清河镇新桥通车', '县图书馆开馆', '全市旅游大会召开']);
    for (let i = 0; i < 2; i++) await step('previous');
    assert.deepEqual(visited.splice(0), ['县图书馆开馆', '清河镇新桥通车']);
    putCursor(editor, '两岸居民');
    await step('previous');
    assert.deepEqual(visited, ['清河镇新桥通车']);
  });

  describe('of bad input', () => {
    /** Asks for everything at once. */
    async function surfacesOf(editor: vscode.TextEditor): Promise<vscode.DocumentSymbol[]> {
      const { document } = editor;
      await galley('nextArticle');
      await galley('previousArticle');
      await galley('goToContinuation');
      await foldingOf(document);
      const { uri } = document;
      await vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', uri);
      await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(0, 0));
      await vscode.commands.executeCommand('vscode.executeDefinitionProvider', uri, new vscode.Position(0, 0));
      return symbolsOf(document);
    }

    const none: Readonly<Record<string, string>> = {
      'an empty file': '',
      'blank lines': '\n\n\u3000\u3000\n\t\n',
      'control characters': Array.from({ length: 2000 }, (_, i) => String.fromCharCode(1 + (i % 31))).join(''),
    };
    for (const [what, text] of Object.entries(none)) {
      it(`is nothing in ${what}`, async () => {
        assert.deepEqual(await surfacesOf(await open('bad.issue.txt', text)), []);
      });
    }

    it('is found in lines of a megabyte', async () => {
      const symbols = await surfacesOf(
        await open('long.issue.txt', `${PAGE}\n${'沿线企业运输成本。'.repeat(110_000)}\n`),
      );
      assert.equal(symbols[0]?.name, '全市旅游大会召开');
    });

    it('is that of the lines with CRLF and a byte order mark', async () => {
      const editor = await open('crlf.issue.txt', `\ufeff${ISSUE.replaceAll('\n', '\r\n')}`);
      assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
      const [page] = await surfacesOf(editor);
      const [article] = page!.children;
      assert.equal(editor.document.getText(article!.selectionRange), '抓好秋粮收购 守住粮食安全底线');
      assert.ok(editor.document.getText(article!.range).endsWith('（下转第三版）'));
      assert.ok((await tokensOf(editor.document)).includes('newspaperContinuation （上接第一版）'));
    });

    it('survives lone surrogates', async () => {
      const editor = await open('surrogates.issue.txt', PAGE);
      await editor.edit((edit) => edit.insert(positionOf(editor.document, '讲话'), '\ud800乙\udc00'));
      assert.equal((await surfacesOf(editor)).length, 3);
      await until(
        'the page to be parsed',
        async () => (await symbolsOf(editor.document))[0]?.name === '全市旅游大会召开',
      );
    });
  });
});
