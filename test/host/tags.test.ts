import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configure, exists, galley, listsOf, readFile, statusMessagesOf, TagPage, until } from './tagPage.ts';

const TEXT = `全市旅游大会召开

本报讯（记者 乔春山）3月2日，全市旅游大会在𠮷祥宾馆召开。副市长尤海平讲话。

尤海平指出，要办好《春山集》首发式。
`;

describe('tagging', () => {
  let page: TagPage;
  before(() => configure('extractOnOpen', false));
  after(() => configure('extractOnOpen', undefined));
  afterEach(() => page.close());

  it('writes what is selected beside the page, in code points, with who did it', async () => {
    await configure('annotator', '校对甲');
    page = await TagPage.open('tag-selection', TEXT);
    page.select('尤海平');
    await galley('tagAs.person');
    const [tag] = await page.tags();
    const before = [...TEXT.slice(0, TEXT.indexOf('尤海平'))].length;
    assert.deepEqual(
      { ...tag, id: '' },
      {
        id: '',
        type: 'person',
        decision: 'tagged',
        creator: '校对甲',
        exact: '尤海平',
        position: [before, before + 3],
      },
    );
    assert.match(tag!.id, /^urn:uuid:[\da-f-]{36}$/);
    assert.equal(page.document.isDirty, false);
    await configure('annotator', undefined);
  });

  it('signs with the account where no name is set', async () => {
    page = await TagPage.open('tag-account', TEXT);
    page.select('尤海平');
    await galley('tagAs.person');
    assert.notEqual((await page.tags())[0]?.creator, '');
  });

  it('leaves blanks at the edges of a selection out, and takes all selections', async () => {
    page = await TagPage.open('tag-blanks', TEXT);
    page.select('召开\n\n本报讯', ' 乔春山');
    page.editor.selections = page.editor.selections.slice(1);
    await galley('tagAs.person');
    page.select('尤海平', '春山集');
    await galley('tagAs.work');
    assert.deepEqual(await page.decisions(), ['tagged person 乔春山', 'tagged work 尤海平', 'tagged work 春山集']);
    await galley('undoTag');
    assert.deepEqual(await page.decisions(), ['tagged person 乔春山']);
  });

  it('asks before it tags a word that was not selected, and says which', async () => {
    page = await TagPage.open('tag-word', TEXT);
    page.putCursor('宾馆', 1);
    const [given] = await listsOf(
      () => galley('tagAs.place'),
      () => undefined,
    );
    assert.equal(given!.options.title, 'Tag “宾馆”');
    assert.match(given!.items[0]!.label, /Place/);
    assert.equal(await exists(page.sidecar), false);
    const lists = await listsOf(
      () => galley('tagAs.place'),
      ([first]) => first,
    );
    assert.equal(lists.length, 1);
    assert.deepEqual(await page.decisions(), ['tagged place 宾馆']);
  });

  it('means the tag at the cursor where nothing is selected', async () => {
    page = await TagPage.open('tag-cursor', TEXT);
    page.select('𠮷祥宾馆');
    await galley('tagAs.organization');
    page.putCursor('祥宾', 1);
    const lists = await listsOf(
      () => galley('tagAs.place'),
      () => undefined,
    );
    assert.deepEqual(lists, []);
    assert.deepEqual(await page.decisions(), ['changed place 𠮷祥宾馆']);
  });

  it('changes the type of a tag only, and says so where there is none', async () => {
    page = await TagPage.open('tag-change', TEXT);
    page.putCursor('宾馆', 1);
    let lists: unknown[] = [];
    const said = await statusMessagesOf(async () => {
      lists = await listsOf(
        () => galley('changeType'),
        ([first]) => first,
      );
    });
    assert.deepEqual([lists.length, said], [0, ['There is no tag here.']]);
  });

  it('asks for the type, the one used last first, with its key', async () => {
    page = await TagPage.open('tag-pick', TEXT);
    page.select('尤海平');
    await galley('tagAs.work');
    page.select('乔春山');
    const { showQuickPick } = vscode.window;
    let offered: readonly vscode.QuickPickItem[] = [];
    (vscode.window as { showQuickPick: unknown }).showQuickPick = (items: vscode.QuickPickItem[]) => {
      offered = items;
      return Promise.resolve(items.find(({ label }) => label.includes('Person')));
    };
    await galley('tagSelection');
    (vscode.window as { showQuickPick: unknown }).showQuickPick = showQuickPick;
    assert.match(offered[0]!.label, /Work/);
    assert.match(offered[0]!.description!, /6$/);
    assert.equal(offered.length, 7);
    assert.deepEqual(await page.decisions(), ['tagged person 乔春山', 'tagged work 尤海平']);
  });

  it('takes a tag away, and the file with the last one', async () => {
    page = await TagPage.open('tag-remove', TEXT);
    page.select('尤海平');
    await galley('tagAs.person');
    await galley('untag');
    await assert.rejects(readFile(page.sidecar));
  });

  it('follows edits at once, and is stored where it then stands when the page is saved', async () => {
    page = await TagPage.open('tag-move', TEXT);
    page.select('尤海平');
    await galley('tagAs.person');
    await page.replace('3月2日', '2026年3月2日');
    assert.match(await page.hover('尤海平'), /Person/);
    assert.equal(await page.hover('全市'), '');
    const before = (await page.tags())[0]!.position!;
    await page.document.save();
    await until('the new place', async () => (await page.tags())[0]?.position?.[0] === before[0] + 5);
  });

  it('is there again after the page was closed and opened', async () => {
    page = await TagPage.open('tag-reopen', TEXT);
    page.select('尤海平');
    await galley('tagAs.person');
    const stored = await readFile(page.sidecar);
    await page.close();
    await page.show();
    page.putCursor('尤海平', 1);
    await galley('tagAs.person');
    assert.equal(await readFile(page.sidecar), stored);
    assert.match(await page.hover('尤海平'), /tagged/);
  });
});

describe('undo', () => {
  let page: TagPage;
  const keys = new Map<string, unknown>();
  const { executeCommand } = vscode.commands;
  before(async () => {
    await configure('extractOnOpen', false);
    (vscode.commands as { executeCommand: unknown }).executeCommand = (command: string, ...args: unknown[]) => {
      if (command === 'setContext') keys.set(args[0] as string, args[1]);
      return executeCommand(command, ...args);
    };
  });
  after(async () => {
    (vscode.commands as { executeCommand: unknown }).executeCommand = executeCommand;
    await configure('extractOnOpen', undefined);
  });
  afterEach(() => page.close());

  /** What the key of undo, or redo, does. */
  const press = async (kind: 'undo' | 'redo'): Promise<void> => {
    const bound = keys.get(kind === 'undo' ? 'galley.canUndoTag' : 'galley.canRedoTag');
    await vscode.commands.executeCommand(bound ? `galley.${kind}Tag` : kind);
  };
  const state = async (): Promise<string> => {
    const decisions = await page.decisions().catch(() => []);
    return `${page.text.split('\n')[0]} | ${decisions.join(', ')}`;
  };

  it('takes back text and tags in the order in which they were made, and redo does them again', async () => {
    page = await TagPage.open('undo-order', TEXT);
    const states = [await state()];
    const done = async (): Promise<number> => states.push(await state());
    await page.replace('全市', '我市');
    await done();
    page.select('尤海平');
    await galley('tagAs.person');
    await done();
    await galley('tagAs.work');
    await done();
    await page.replace('召开', '开幕');
    await done();
    page.select('乔春山');
    await galley('tagAs.person');
    await done();
    assert.equal(new Set(states).size, 6);
    for (const expected of states.slice(0, -1).reverse()) {
      await press('undo');
      assert.equal(await state(), expected);
    }
    for (const expected of states.slice(1)) {
      await press('redo');
      assert.equal(await state(), expected);
    }
  });

  it('brings a tag back with the sentence that was deleted', async () => {
    page = await TagPage.open('undo-deleted', TEXT);
    page.select('尤海平');
    await galley('tagAs.person');
    await page.replace('副市长尤海平讲话。', '');
    assert.equal(await page.hover('尤海平'), '');
    await press('undo');
    assert.match(await page.hover('尤海平'), /tagged/);
  });

  it('is the editor’s own where a decision is not the last thing done', async () => {
    page = await TagPage.open('undo-own', TEXT);
    assert.equal(keys.get('galley.canUndoTag') ?? false, false);
    await page.replace('全市', '我市');
    page.select('尤海平');
    await galley('tagAs.person');
    assert.equal(keys.get('galley.canUndoTag'), true);
    await page.replace('召开', '开幕');
    assert.equal(keys.get('galley.canUndoTag'), false);
  });

  it('says what was undone and done again, and in which line, and scrolls there only if it is out of sight', async () => {
    page = await TagPage.open('undo-says', `${TEXT}${'空行\n'.repeat(300)}`);
    page.select('尤海平');
    await galley('tagAs.person');
    assert.deepEqual(await statusMessagesOf(() => galley('undoTag')), ['Undone: 尤海平 (line 3)']);
    assert.deepEqual(await statusMessagesOf(() => galley('redoTag')), ['Done again: 尤海平 (line 3)']);
    const far = new vscode.Position(250, 0);
    page.editor.selection = new vscode.Selection(far, far);
    page.editor.revealRange(new vscode.Range(far, far), vscode.TextEditorRevealType.InCenter);
    const isShown = (line: number): boolean =>
      page.editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
    await until('the end of the page in sight', () => isShown(250) && !isShown(2));
    await galley('undoTag');
    await until('the tag’s place in sight', () => isShown(2));
    assert.ok(page.editor.selection.active.isEqual(far), 'the cursor stays');
  });

  it('says of several places the first, and how many more', async () => {
    page = await TagPage.open('undo-several', TEXT);
    page.select('尤海平', '乔春山', '春山集');
    await galley('tagAs.person');
    assert.deepEqual(await statusMessagesOf(() => galley('undoTag')), ['Undone: 乔春山 (line 3), and more places: 2']);
  });
});

describe('the list of all places of a name', () => {
  let page: TagPage;
  before(() => configure('extractOnOpen', false));
  after(() => configure('extractOnOpen', undefined));
  afterEach(() => page.close());

  it('shows the place that one goes to in it, and with Escape puts selection and scrolling back', async () => {
    page = await TagPage.open('all-escape', `${TEXT}${'空行\n'.repeat(300)}尤海平致辞。\n`);
    page.select('尤海平');
    const { selection } = page.editor;
    const [before] = page.editor.visibleRanges;
    const seen: string[] = [];
    await listsOf(
      () => galley('tagAllOccurrences'),
      (items, options) => {
        if (!options.onDidSelectItem) return items.find(({ label }) => label.includes('Person'));
        for (const item of items) void options.onDidSelectItem(item);
        seen.push(`${page.editor.selection.start.line}`);
        return undefined;
      },
    );
    assert.deepEqual(seen, ['305']);
    assert.ok(page.editor.selection.isEqual(selection));
    await until('the top in sight again', () => page.editor.visibleRanges[0]!.start.line === before!.start.line);
  });
});
