import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Logger } from '../../src/core/logger.ts';
import type { PageReading, PageText } from '../../src/node/pageProtocol.ts';
import { INDEX_LIMITS, WorkspaceIndex, type IndexLimits } from '../../src/vscode/state/workspaceIndex.ts';
import { close, inWorkspace, open, positionOf, show } from './page.ts';
import { configure, exists, galley, messagesOf, until, writeFile } from './tagPage.ts';

const story = (headline: string, who: string): string => `${headline}

本报讯（记者 乔春山）3月2日，${who}在会上讲话，要求各地抓好落实，两岸居民出行时间缩短半小时，沿线企业运输成本下降。

另一则消息见报

□ 本报记者 尤海平

3月2日，会议还研究了其他事项，对下一阶段的工作作出安排部署，要求各有关部门按照职责分工抓好落实。与会人员认为，做好今年的工作意义重大，要在资金、人员和时间上给予充分保障，确保各项任务按期完成。

责编：段秋实
`;

const symbolsOf = async (query: string): Promise<vscode.SymbolInformation[]> =>
  (
    await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query)
  ).filter(({ location }) => location.uri.path.includes('/symbols/'));

/** What `#` finds in the folder of these tests, with its file. */
async function names(query: string): Promise<string[]> {
  const symbols = await symbolsOf(query);
  return symbols
    .map(({ name, location: { uri } }) => `${uri.path.slice(uri.path.lastIndexOf('/symbols/') + 9)} ${name}`)
    .sort();
}

/** Its kind, and the words at its place. */
async function placesOf(query: string): Promise<string[]> {
  return Promise.all(
    (await symbolsOf(query)).map(async ({ kind, location: { uri, range } }) => {
      const document = await vscode.workspace.openTextDocument(uri);
      return `${vscode.SymbolKind[kind]} ${document.getText(range)}`;
    }),
  );
}

const finds = (query: string, expected: readonly string[]): Promise<void> =>
  until(`${query} in ${expected.join()}`, async () => (await names(query)).join() === expected.join());

describe('the symbols of the workspace', () => {
  before(async () => {
    await vscode.extensions.getExtension('galley.galley')!.activate();
    await configure('extractOnOpen', false);
    const pages: Readonly<Record<string, string>> = {
      '01版.txt': story('碧水渡口恢复通航', '副市长尤海平'),
      'deep/er/page.issue.txt': story('碧水中学迎来新生', '校长'),
      'by-its-looks.txt': story('碧水公园扩建完工', '主任'),
      'novel.txt': '碧水公园的早晨很安静。他走了很久，没有遇到一个人。\n'.repeat(20),
      'crlf.news.txt': `\ufeff${story('碧水大桥合龙', '处长').replaceAll('\n', '\r\n')}`,
      'too-long.issue.txt': `${story('碧水长卷开展', '馆长')}${'。'.repeat(400_000)}`,
    };
    for (const [name, text] of Object.entries(pages)) await writeFile(inWorkspace(`symbols/${name}`), text);
  });
  after(async () => {
    await vscode.workspace.fs.delete(inWorkspace('symbols'), { recursive: true });
    await configure('extractOnOpen', undefined);
  });

  it('are the headlines of all pages at any depth, by name or by looks, and of nothing else', async () => {
    await finds('碧水', [
      '01版.txt 碧水渡口恢复通航',
      'by-its-looks.txt 碧水公园扩建完工',
      'crlf.news.txt 碧水大桥合龙',
      'deep/er/page.issue.txt 碧水中学迎来新生',
    ]);
    const found = await names('碧水');
    assert.deepEqual((await placesOf('碧水')).sort(), found.map((name) => `File ${name.split(' ')[1]}`).sort());
    assert.deepEqual(await names('碧公工'), ['by-its-looks.txt 碧水公园扩建完工']);
    assert.deepEqual(await names('碧水地铁'), []);
  });

  it('are what was tagged in pages that are not open, and what was found in pages that are', async () => {
    const page = await show(inWorkspace('symbols/01版.txt'));
    assert.deepEqual(await names('尤海平'), []);
    const start = positionOf(page.document, '碧水渡口');
    page.selection = new vscode.Selection(start, start.translate(0, 4));
    await galley('tagAs.place');
    await finds('碧水渡', ['01版.txt 碧水渡口', '01版.txt 碧水渡口恢复通航']);
    await galley('extractEntities');
    await finds('尤海平', ['01版.txt 尤海平']);
    assert.deepEqual(await placesOf('尤海平'), ['Interface 尤海平']);
    await page.document.save();
    await until('the sidecar', () => exists(inWorkspace('symbols/01版.txt.annotations.json')));
    await close();
    await finds('碧水渡', ['01版.txt 碧水渡口', '01版.txt 碧水渡口恢复通航']);
    await finds('尤海平', ['01版.txt 尤海平']);
  });

  it('are found in a page in GB 18030 whose name tells no page', async () => {
    const file = inWorkspace('symbols/guobiao.txt');
    const bytes = await vscode.workspace.encode(story('青石码头重开', '船长'), { encoding: 'gb18030' });
    await vscode.workspace.fs.writeFile(file, bytes);
    await finds('青石', ['guobiao.txt 青石码头重开']);
    await vscode.workspace.fs.delete(file);
    await finds('青石', []);
  });

  it('are those of the open page as it is edited, before it is saved', async () => {
    const page = await show(inWorkspace('symbols/deep/er/page.issue.txt'));
    await page.edit((edit) => edit.insert(positionOf(page.document, '碧水中学'), '喜讯'));
    assert.deepEqual(await names('喜讯'), ['deep/er/page.issue.txt 喜讯碧水中学迎来新生']);
    await close();
  });

  it('follow files that come, change and go, and folders', async () => {
    await writeFile(inWorkspace('symbols/new/02版.txt'), story('青石渡口停航', '船长'));
    await finds('青石', ['new/02版.txt 青石渡口停航']);
    await writeFile(inWorkspace('symbols/new/02版.txt'), story('青石渡口复航', '船长'));
    await finds('青石', ['new/02版.txt 青石渡口复航']);
    await vscode.workspace.fs.delete(inWorkspace('symbols/new'), { recursive: true });
    await finds('青石', []);
  });

  describe('in their index', () => {
    const messages: string[] = [];
    const note = (message: string | Error): void => void messages.push(String(message));
    const log: Logger = { trace() {}, debug: note, info: note, warn: note, error: note };
    const symbol = {
      kind: 'article',
      page: '',
      count: 1,
      start: { line: 0, column: 0 },
      end: { line: 0, column: 2 },
    } as const;
    let index: WorkspaceIndex;
    const read: string[] = [];
    const build = (limits: Partial<IndexLimits>, onRead: (page: PageText) => unknown = () => {}): void => {
      read.length = 0;
      messages.length = 0;
      const readPage = async (page: PageText): Promise<PageReading> => {
        const { text } = page;
        read.push(text);
        await onRead(page);
        return { symbols: [1, 2, 3].map((n) => ({ ...symbol, name: `${text.slice(0, 4)}${n}` })), fingerprint: '' };
      };
      index = new WorkspaceIndex({ read: readPage }, log, { ...INDEX_LIMITS, ...limits });
    };
    afterEach(() => index.dispose());
    const unhurried = new vscode.CancellationTokenSource().token;
    /** What the index has of a folder of these tests. */
    const indexed = async (folder: string): Promise<string[]> =>
      (await index.pages(unhurried))!
        .map(({ uri }) => uri.path.split(`/symbols/${folder}/`)[1] ?? '')
        .filter((name) => name !== '')
        .sort();

    it('are looked for only while somebody waits; the next finds what is done', async () => {
      // Once the files' events are over, nothing is read again for them.
      const watcher = vscode.workspace.createFileSystemWatcher('**/many/*.issue');
      const seen = new Set<string>();
      watcher.onDidCreate(({ path }) => seen.add(path));
      watcher.onDidChange(({ path }) => seen.add(path));
      // What is written into a new folder before it is watched has no event: the first file is written until it has.
      const write = (i: number): Promise<void> => writeFile(inWorkspace(`symbols/many/${i}.issue`), `第${i}张`);
      await until('the watch', async () => {
        await write(0);
        return seen.size === 1;
      });
      for (let i = 1; i < 20; i++) await write(i);
      await until('the events', () => seen.size === 20);
      watcher.dispose();
      const source = new vscode.CancellationTokenSource();
      build({}, () => source.cancel());
      assert.equal(await index.pages(source.token), undefined);
      const before = read.length;
      assert.ok(before > 0 && before < 20, `${before}`);
      const pages = await index.pages(new vscode.CancellationTokenSource().token);
      assert.ok(read.length >= 20);
      assert.equal(pages!.length, read.length);
    });

    it('follow changes of files after a change of the settings in the middle of a search', async () => {
      await writeFile(inWorkspace('symbols/anew/one.issue'), '第一张');
      let changed = false;
      build({}, async () => {
        if (changed) return;
        changed = true;
        const told = new Promise<void>((resolve) => {
          const listener = vscode.workspace.onDidChangeConfiguration((event) => {
            if (!event.affectsConfiguration('galley.detectPages')) return;
            listener.dispose();
            resolve();
          });
        });
        await configure('detectPages', false);
        await told;
      });
      const watcher = vscode.workspace.createFileSystemWatcher('**/anew/two.issue');
      const seen = new Set<string>();
      watcher.onDidCreate(({ path }) => seen.add(path));
      try {
        await index.pages(unhurried);
        assert.ok(changed);
        await writeFile(inWorkspace('symbols/anew/two.issue'), '第二张');
        await until('the event', () => seen.size === 1);
        await until('the new page', async () => (await indexed('anew')).includes('two.issue'));
      } finally {
        watcher.dispose();
        await configure('detectPages', undefined);
      }
    });

    it('are looked for again when finding the files has failed', async () => {
      build({});
      const { findFiles } = vscode.workspace;
      const find = (replacement: typeof findFiles): void =>
        void Object.defineProperty(vscode.workspace, 'findFiles', { value: replacement, configurable: true });
      find(() => Promise.reject(new Error('the search has broken off')));
      try {
        await assert.rejects(index.pages(unhurried), /the search has broken off/);
      } finally {
        find(findFiles);
      }
      assert.match(messages.join('\n'), /index: finding the pages: Error: the search has broken off/);
      assert.ok((await index.pages(unhurried))!.length > 0);
    });

    it('go with the folder that they are in, and no others of like names', async () => {
      for (const name of ['a/one.issue', 'a/b.c/two.issue', 'ab/three.issue', 'a.issue'])
        await writeFile(inWorkspace(`symbols/gone/${name}`), '一张');
      build({});
      await until('the pages', async () => (await indexed('gone')).length === 4);
      await vscode.workspace.fs.delete(inWorkspace('symbols/gone/a'), { recursive: true });
      await until('the folder to go', async () => (await indexed('gone')).join() === 'a.issue,ab/three.issue');
      await writeFile(inWorkspace('symbols/gone/a/one.issue'), '又一张');
      await until('the page to be back', async () => (await indexed('gone')).length === 3);
    });

    it('are read without annotations from beside which a giant file lies, and the log says so', async () => {
      await writeFile(inWorkspace('symbols/giant/one.issue'), '一张');
      await writeFile(inWorkspace('symbols/giant/one.issue.annotations.json'), ' '.repeat(2000));
      const sidecars: (string | null)[] = [];
      build({ sidecarBytes: 1000 }, ({ text, sidecar }) => text === '一张' && sidecars.push(sidecar));
      assert.deepEqual(await indexed('giant'), ['one.issue']);
      assert.deepEqual([...new Set(sidecars)], [null]);
      assert.match(messages.join('\n'), /index: annotations unreadable: .*one\.issue: FileTooLongError/);
    });

    it('are bounded, and the log tells what is left out', async () => {
      build({ files: 4, bytes: 1024 * 1024, symbolsOfFile: 2, symbols: 5 });
      const pages = await index.pages(new vscode.CancellationTokenSource().token);
      assert.ok(pages!.length <= 4);
      assert.ok(pages!.every(({ symbols }) => symbols.length <= 2));
      assert.ok(pages!.reduce((sum, { symbols }) => sum + symbols.length, 0) <= 5);
      assert.match(messages.join('\n'), /index: beyond the number of files: \d+/);
      assert.match(messages.join('\n'), /index: names beyond 2 left out: \d/);
    });
  });

  it('are found by Pinyin, in full or by initials, surnames as surnames are read', async () => {
    const page = await open('symbols/pinyin.issue.txt', story('碧水中学运动会闭幕', '县长单志刚'));
    await galley('extractEntities');
    for (const query of ['shanzhigang', 'szg', 'ShanZhi']) await finds(query, ['pinyin.issue.txt 单志刚 shanzhigang']);
    await finds('bsgy', ['by-its-looks.txt 碧水公园扩建完工 bishuigongyuan']);
    await page.document.save();
    await close();
  });

  it('are headlines first, then people, bodies and places, times last, when nothing is typed', async () => {
    await open('symbols/order.issue.txt', story('碧水图书馆开馆', '县长单志刚'));
    await galley('extractEntities');
    const sorted = (await symbolsOf('')).map(({ name, kind }) => ({ name, kind: vscode.SymbolKind[kind] }));
    // As VS Code sorts them.
    sorted.sort((a, b) => a.name.localeCompare(b.name));
    const kinds = sorted.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1]);
    assert.deepEqual(kinds.slice(0, 2), ['File', 'Interface']);
    assert.equal(kinds.at(-1), 'Event');
    assert.equal(new Set(kinds).size, kinds.length);
    await close();
  });

  it('leave out a file that is too long for a page, and say so once', async () => {
    const long = inWorkspace('symbols/longer.issue.txt');
    const messages = await messagesOf(async (said) => {
      await writeFile(long, `${story('碧水长文发表', '馆长')}${'。'.repeat(400_000)}`);
      await until('the message', async () => {
        assert.deepEqual(await names('碧水长文'), []);
        return said.some((one) => one.includes('longer.issue.txt'));
      });
      await names('碧水');
    });
    const own = messages.filter((one) => one.includes('longer.issue.txt'));
    assert.deepEqual(own, ['Too long to be searched for headlines and names: longer.issue.txt']);
  });
});
