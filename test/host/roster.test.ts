import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configure, galley, messagesOf, TagPage, until, writeFile } from './tagPage.ts';

const TEXT = `清河水务开工建设

本报讯 7月5日，清河水务开工建设新的水厂，县水利局局长郑海宽出席。郑海宽说好。

村民茅青松热心公益。
`;
const BOM = '\ufeff';

describe('the roster', () => {
  let folder: vscode.Uri;
  let roster: vscode.Uri;
  let page: TagPage | undefined;
  before(() => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    folder = vscode.Uri.joinPath(first.uri, '.galley');
    roster = vscode.Uri.joinPath(folder, 'roster.csv');
  });
  afterEach(async () => {
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === roster.toString());
    if (open) {
      await vscode.window.showTextDocument(open);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await page?.close();
    page = undefined;
    await configure('extractOnOpen', undefined);
    const { fs } = vscode.workspace;
    await fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });

  /** The file with its byte order mark. */
  async function stored(): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(roster));
  }
  async function show(name: string): Promise<TagPage> {
    return (page = await TagPage.open(name, TEXT));
  }
  const problems = (): string[] =>
    vscode.languages.getDiagnostics(roster).map(({ range, message }) => `${range.start.line + 1}: ${message}`);

  it('is certain in its folder’s pages, says its titles, and counts anew when it is created, changed or removed', async () => {
    const shown = await show('roster-reload');
    const hover = (part: string): Promise<string> => shown.hover(part);
    await until('the suggestions', async () => (await hover('郑海宽')) !== '');
    assert.doesNotMatch(await hover('清河水务'), /Organization/);
    await writeFile(
      roster,
      `${BOM}name,type,titles,aliases\r\n清河水务集团有限公司,organization,,清河水务\r\n郑海宽,person,"局长、书记；主任",\r\n`,
    );
    await until('the roster', async () => (await hover('清河水务')).includes('→ 清河水务集团有限公司'));
    assert.match(
      await hover('清河水务'),
      /\*\*清河水务 → 清河水务集团有限公司\*\*\n\nOrganization · suggestion, 100 % sure/,
    );
    const said = await hover('郑海宽');
    assert.match(said, /Titles in the roster: 局长、书记; 主任/);
    assert.match(said, /\*\*郑海宽\*\* &nbsp; \*\*\[县水利局局长\]/);
    assert.doesNotMatch(said, /galley\.addToRoster/);
    await writeFile(roster, '名称,类型\n清河水务,地名\n');
    await until('the change', async () => (await hover('清河水务')).includes('Place · suggestion, 100 % sure'));
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await until('the removal', async () => !(await hover('清河水务')).includes('100 % sure'));
  });

  it('is made by adding the selected name, of the type that is picked: with a byte order mark, for Excel', async () => {
    await configure('extractOnOpen', false);
    const { editor } = await show('roster-add');
    page!.select('茅青松');
    const window = vscode.window as unknown as { showQuickPick: unknown };
    const original = window.showQuickPick;
    window.showQuickPick = (items: { type: string }[]) => Promise.resolve(items.find(({ type }) => type === 'person'));
    try {
      await galley('addToRoster');
    } finally {
      window.showQuickPick = original;
    }
    assert.equal(await stored(), `${BOM}name,type,titles,aliases,note\r\n茅青松,person,,,\r\n`);
    assert.equal(editor.document.isDirty, false);
  });

  it('takes the type, full name and titles of a mention, keeps what is there, and refuses what it has', async () => {
    await writeFile(roster, '编号;姓名;类型;职务\n1;清河水务;机构;\n');
    await configure('extractOnOpen', false);
    await show('roster-mention');
    await galley('extractEntities');
    page!.putCursor('郑海宽说', 1);
    assert.match(await page!.hover('郑海宽'), /galley\.addToRoster/);
    await galley('addToRoster');
    assert.equal(await stored(), '编号;姓名;类型;职务\n1;清河水务;机构;\n;郑海宽;人名;县水利局局长\n');
    const messages = await messagesOf(() => galley('addToRoster'));
    assert.deepEqual(messages, ['“郑海宽” is already in the roster.']);
    assert.match(await stored(), /^[^]*郑海宽[^郑]*$/);
  });

  it('is added to in its own encoding', async () => {
    // 名称,类型 and 茅青松,人名 as GB18030
    const before = [0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x0a];
    const row = [0xc3, 0xa9, 0xc7, 0xe0, 0xcb, 0xc9, 0x2c, 0xc8, 0xcb, 0xc3, 0xfb, 0x0a];
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.workspace.fs.writeFile(roster, new Uint8Array([...before, ...row]));
    await configure('extractOnOpen', false);
    await show('roster-gb18030');
    await galley('extractEntities');
    page!.putCursor('郑海宽说', 1);
    await galley('addToRoster');
    const bytes = await vscode.workspace.fs.readFile(roster);
    assert.deepEqual([...bytes.subarray(0, before.length + row.length)], [...before, ...row]);
    assert.equal(new TextDecoder('gb18030').decode(bytes), '名称,类型\n茅青松,人名\n郑海宽,人名\n');
  });

  it('is added to in its editor where that has unsaved changes', async () => {
    await writeFile(roster, 'name,type\n');
    await configure('extractOnOpen', false);
    await show('roster-dirty');
    await galley('extractEntities');
    await galley('openRoster');
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), roster.toString());
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '茅青松,person\n'));
    await page!.show();
    page!.putCursor('郑海宽说', 1);
    const messages = await messagesOf(() => galley('addToRoster'));
    assert.deepEqual(messages, ['Added to the roster in its editor: 郑海宽. It counts when you save that.']);
    assert.equal(editor.document.getText(), 'name,type\n茅青松,person\n郑海宽,person\n');
    assert.equal(await stored(), 'name,type\n');
  });

  it('opens, made where there is none', async () => {
    await show('roster-open');
    await galley('openRoster');
    await until('its editor', () => vscode.window.activeTextEditor?.document.uri.toString() === roster.toString());
    assert.equal(await stored(), `${BOM}name,type,titles,aliases,note\r\n`);
  });

  it('tells what is wrong with rows at their lines and in one message, and uses the others', async () => {
    const shown = await show('roster-problems');
    const hover = (part: string): Promise<string> => shown.hover(part);
    await until('the suggestions', async () => (await hover('郑海宽')) !== '');
    const messages = await messagesOf(async () => {
      await writeFile(roster, 'name,type\n清河水务,organization\n,person\n茅青松,hero\n');
      await until('the problems', () => problems().length > 0);
      // The same is not told twice.
      await writeFile(roster, 'name,type\n清河水务,organization\n,person\n茅青松,hero\n水厂,organization\n');
      await until('the new row', async () => (await hover('水厂')).includes('100 % sure'));
    });
    assert.deepEqual(problems(), [
      '3: This row has no name, and is not used.',
      '4: “hero” is not a type, such as person, place or organization; the row is not used.',
    ]);
    assert.equal(messages.length, 1);
    assert.match(messages[0]!, /: 3, 4\. The other rows are used\.$/);
    await until('the good row', async () => (await hover('清河水务')).includes('100 % sure'));
    await writeFile(roster, 'name,type\n清河水务,organization\n');
    await until('the problems to go', () => problems().length === 0);
  });

  it('completes names in pages: what is typed of a name, also in the middle of a line', async () => {
    await writeFile(roster, 'name,type,titles\n郑海宽,person,局长；主任\n郑中宽,person,\n清河水务集团,organization,\n');
    await configure('extractOnOpen', false);
    const { editor } = await show('roster-complete');
    const at = page!.rangeOf('本报讯').start;
    await editor.edit((edit) => edit.insert(at, '郑'));
    const position = at.translate(0, 1);
    const complete = async (trigger?: string): Promise<vscode.CompletionItem[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        page!.uri,
        position,
        trigger,
      );
      return list.items.filter(({ detail }) => detail !== undefined);
    };
    let items: vscode.CompletionItem[] = [];
    await until('the names', async () => (items = await complete('郑')).length > 0);
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [
        ['郑中宽', 'Person'],
        ['郑海宽', '局长; 主任'],
        ['局长郑海宽', '局长; 主任'],
      ],
    );
    const [{ range }] = items as [vscode.CompletionItem];
    assert.ok(range instanceof vscode.Range && range.isEqual(new vscode.Range(at, position)));
  });

  it('offers nothing behind words that begin no name as one types, and all names when asked there', async () => {
    await writeFile(roster, 'name,type\n郑海宽,person\n清河水务集团,organization\n');
    await configure('extractOnOpen', false);
    const { editor } = await show('roster-quiet');
    let end = page!.rangeOf('热心公益').end;
    const type = async (text: string): Promise<void> => {
      await editor.edit((edit) => edit.insert(end, text));
      end = end.translate(0, text.length);
    };
    const offered = async (): Promise<string[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        page!.uri,
        end,
      );
      return list.items.filter(({ detail }) => detail !== undefined).map(({ insertText }) => insertText as string);
    };
    await until('the roster', async () => (await offered()).length > 0);
    await type('的人');
    // VS Code asks in the same way after each word and when asked by key.
    assert.deepEqual(await offered(), []);
    assert.deepEqual(await offered(), ['清河水务集团', '郑海宽']);
    await type('们慎郑');
    assert.deepEqual(await offered(), []);
    assert.deepEqual(await offered(), ['郑海宽']);
    await type('和清');
    assert.deepEqual(await offered(), []);
    await type('河');
    assert.deepEqual(await offered(), ['清河水务集团']);
    await type('，');
    assert.deepEqual(await offered(), ['清河水务集团', '郑海宽']);
  });
});
