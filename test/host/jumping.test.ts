import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { close, hoversAt, inWorkspace, open, positionOf, putCursor, show, textOf } from './page.ts';
import { configure, galley, until, writeFile } from './tagPage.ts';

/** Two pages of one issue, a file each; the second says its page only in its name. */
const FRONT = `第1版 要闻 2026年3月3日 星期二

抓好秋粮收购 守住粮食安全底线

本报讯（记者 乔春山）3月2日，市政府召开常务会议，研究秋粮收购、粮食储备和仓储设施建设等工作。副市长尤海平讲话。

会议指出，要严格落实国家政策，保护农民利益，为全市经济发展打牢基础。（下转第三版）

青阳大桥建成通车

本报讯（记者 尤海平）3月2日，青阳大桥建成通车，两岸居民出行时间缩短半小时，沿线企业运输成本明显下降。（下转第九版）
`;
const INSIDE = `县图书馆新馆开馆

本报讯 3月1日，县图书馆新馆开馆，首日接待读者三千人次，借出图书五千册，创下历年来最高纪录。

抓好秋粮收购守住粮食安全底线

（上接第一版）要优化仓储布局，加强质量检测，让农民种得放心、卖得舒心，确保颗粒归仓。
`;

const run = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);

/** The words that locations cover, with the names of their files. */
async function wordsOf(locations: readonly vscode.Location[]): Promise<string[]> {
  const words: string[] = [];
  for (const { uri, range } of locations) {
    const document = await vscode.workspace.openTextDocument(uri);
    words.push(`${uri.path.slice(uri.path.lastIndexOf('/') + 1)} ${document.getText(range)}`);
  }
  return words;
}

describe('jumping', () => {
  before(async () => {
    await vscode.extensions.getExtension('galley.galley')!.activate();
    await configure('extractOnOpen', false);
    await writeFile(inWorkspace('jump/01版.txt'), FRONT);
    await writeFile(inWorkspace('jump/02版.txt'), INSIDE.replace('（上接第一版）', ''));
    await writeFile(inWorkspace('jump/03版.txt'), INSIDE);
  });
  after(async () => {
    await vscode.workspace.fs.delete(inWorkspace('jump'), { recursive: true });
    await configure('extractOnOpen', undefined);
  });
  afterEach(close);

  const front = (): Promise<vscode.TextEditor> => show(inWorkspace('jump/01版.txt'));

  describe('along a story that goes on in another file', () => {
    it('goes from marker to marker by definition, there and back', async () => {
      const { document } = await front();
      const [to] = await run<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        positionOf(document, '（下转第三版）', 3),
      );
      assert.ok(to!.targetUri.path.endsWith('/03版.txt'));
      const inside = await vscode.workspace.openTextDocument(to!.targetUri);
      assert.equal(inside.getText(to!.targetSelectionRange), '（上接第一版）');
      assert.match(inside.getText(to!.targetRange), /^抓好秋粮收购守住.*颗粒归仓。$/s);
      const [back] = await run<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        inside.uri,
        positionOf(inside, '（上接', 3),
      );
      assert.equal(document.getText(back!.targetSelectionRange), '（下转第三版）');
    });

    it('links markers that lead somewhere, and knows where when asked', async () => {
      const { document } = await front();
      const lazy = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      assert.deepEqual(
        lazy.map(({ range, tooltip, target }) => [document.getText(range), tooltip, target]),
        [['（下转第三版）', 'Go to where the text goes on: page 3', undefined]],
      );
      const [to] = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
      assert.ok(to!.target!.path.endsWith('/03版.txt'));
      assert.equal(to!.target!.fragment, 'L7,1-L7,8');
    });

    it('says of a marker that leads nowhere where the other part was looked for', async () => {
      const { document } = await front();
      const said = async (): Promise<string> => textOf(await hoversAt(document, '（下转第九版）', 3));
      assert.match(await said(), /There is no page 9: neither in this file, nor as 09版\\.txt beside it/);
      await writeFile(inWorkspace('jump/09版.txt'), '第9版 广告\n\n分类信息\n\n房屋出租，联系电话见本版下方。\n');
      try {
        assert.match(await said(), /Page 9 is 09版\\.txt, where no article is the other part/);
      } finally {
        await vscode.workspace.fs.delete(inWorkspace('jump/09版.txt'));
      }
    });

    it('shows in a hover the text that goes on there', async () => {
      const { document } = await front();
      const text = textOf(await hoversAt(document, '（下转第三版）', 3));
      assert.match(
        text,
        /\[\*\*抓好秋粮收购守住粮食安全底线\*\*\]\(command:galley\.revealMention\?.*03版\\\.txt · line 7/,
      );
      assert.match(text, /要优化仓储布局/);
    });

    it('lists its parts in their order as references of marker and headline, from either end', async () => {
      const expected = ['01版.txt 抓好秋粮收购 守住粮食安全底线', '03版.txt 抓好秋粮收购守住粮食安全底线'];
      const { document } = await front();
      for (const place of ['（下转第三版）', '秋粮收购 守住']) {
        assert.deepEqual(
          await wordsOf(await run('vscode.executeReferenceProvider', document.uri, positionOf(document, place, 2))),
          expected,
        );
      }
      const inside = await vscode.workspace.openTextDocument(inWorkspace('jump/03版.txt'));
      assert.deepEqual(
        await wordsOf(await run('vscode.executeReferenceProvider', inside.uri, positionOf(inside, '（上接', 2))),
        expected,
      );
    });

    it('goes by command, and says so in the outline', async () => {
      const editor = await front();
      const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', editor.document.uri);
      assert.match(symbols[0]!.children[0]!.detail, /^→ page 3 · 乔春山/);
      putCursor(editor, '保护农民利益');
      await galley('goToContinuation');
      const inside = vscode.window.activeTextEditor!;
      assert.ok(inside.document.uri.path.endsWith('/03版.txt'));
      assert.equal(inside.document.getText(inside.selection), '（上接第一版）');
      await close();
    });

    it('reads the sibling as it is being edited, and a sibling in GBK as VS Code does', async () => {
      const inside = await show(inWorkspace('jump/03版.txt'));
      await inside.edit((edit) => edit.insert(positionOf(inside.document, '要优化'), '【改】'));
      const document = await vscode.workspace.openTextDocument(inWorkspace('jump/01版.txt'));
      assert.match(textOf(await hoversAt(document, '（下转第三版）', 3)), /改.*要优化仓储布局/);
      await close();
      const files = vscode.workspace.getConfiguration('files');
      await files.update('encoding', 'gb18030', vscode.ConfigurationTarget.Global);
      try {
        for (const [name, text] of Object.entries({ 'gbk-p1.issue.txt': FRONT, 'gbk-p3.issue.txt': INSIDE })) {
          await vscode.workspace.fs.writeFile(
            inWorkspace(`jump/${name}`),
            await vscode.workspace.encode(text, { encoding: 'gb18030' }),
          );
        }
        const gbk = await show(inWorkspace('jump/gbk-p1.issue.txt'));
        assert.match(textOf(await hoversAt(gbk.document, '（下转第三版）', 3)), /要优化仓储布局/);
      } finally {
        await files.update('encoding', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  });

  describe('by a name', () => {
    const PAGE = `全市旅游大会召开

本报讯（记者 乔春山）3月2日，全市旅游大会在清河宾馆召开。副市长尤海平讲话，要求各地抓好落实。

清河镇新桥通车

本报讯 3月2日，清河镇新桥通车，副市长尤海平出席。尤海平说，两岸居民出行时间缩短半小时，这项工程意义重大。
`;
    const highlightsOf = async (document: vscode.TextDocument, part: string, after: number): Promise<string[]> => {
      const highlights = await run<vscode.DocumentHighlight[] | undefined>(
        'vscode.executeDocumentHighlights',
        document.uri,
        positionOf(document, part, after),
      );
      return (highlights ?? []).map(({ range }) => `${range.start.line} ${document.getText(range)}`);
    };

    it('highlights and lists the same word before anything was extracted', async () => {
      const { document } = await open('plain.issue.txt', PAGE);
      assert.deepEqual(await highlightsOf(document, '清河宾馆', 1), ['2 清河', '4 清河', '6 清河']);
      const references = await run<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        positionOf(document, '清河宾馆', 1),
      );
      assert.equal(references.length, 3);
    });

    it('takes what is selected for the word', async () => {
      const editor = await open('selected.issue.txt', PAGE);
      const start = positionOf(editor.document, '河镇新');
      editor.selection = new vscode.Selection(start, start.translate(0, 3));
      await until(
        'the selection',
        async () => (await highlightsOf(editor.document, '河镇新', 1)).join() === '4 河镇新,6 河镇新',
      );
    });

    it('highlights and lists the mentions of the same entity after extraction', async () => {
      const { document } = await open('entity.issue.txt', PAGE);
      await galley('extractEntities');
      assert.deepEqual(await highlightsOf(document, '尤海平讲话', 1), ['2 尤海平', '6 尤海平', '6 尤海平']);
      const references = await run<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        positionOf(document, '尤海平讲话', 3),
      );
      assert.deepEqual(await wordsOf(references), [
        'entity.issue.txt 尤海平',
        'entity.issue.txt 尤海平',
        'entity.issue.txt 尤海平',
      ]);
    });

    it('goes from a name to where the page says who that is', async () => {
      const { document } = await open('defined.issue.txt', `尤海平讲话要点\n\n${PAGE}`);
      const from = async (part: string): Promise<string[]> => {
        const links = await run<vscode.LocationLink[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          positionOf(document, part, 1),
        );
        return links.map(
          ({ targetRange, targetSelectionRange: name }) =>
            `${name!.start.line} ${document.getText(name)} in ${document.getText(targetRange)}`,
        );
      };
      assert.deepEqual(await from('尤海平说'), []);
      await galley('extractEntities');
      assert.deepEqual(await from('尤海平说'), ['4 尤海平 in 副市长尤海平']);
      assert.deepEqual(await from('清河镇新桥通车，'), ['6 清河镇 in 清河镇']);
      assert.deepEqual(await from('居民出行'), []);
    });

    it('grows a selection from name over clause, sentence, paragraph and article to the page', async () => {
      const { document } = await open('grow.issue.txt', PAGE);
      await galley('extractEntities');
      const ranges = await run<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
        positionOf(document, '尤海平讲话', 1),
      ]);
      const grown: string[] = [];
      for (let range: vscode.SelectionRange | undefined = ranges[0]; range; range = range.parent)
        grown.push(document.getText(range.range));
      const last = document.getText().trimEnd();
      for (const level of [
        '尤海平',
        '副市长尤海平讲话，',
        '副市长尤海平讲话，要求各地抓好落实。',
        last.split('\n')[2]!,
        last.split('\n\n').slice(0, 2).join('\n\n'),
        last,
      ]) {
        const at = grown.indexOf(level);
        assert.ok(at >= 0, `${level} in ${JSON.stringify(grown)}`);
        grown.splice(0, at + 1);
      }
    });
  });
});
