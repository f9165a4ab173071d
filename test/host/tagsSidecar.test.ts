import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { tag as tagIn } from '../../src/core/annotations/decide.ts';
import type { Logger } from '../../src/core/logger.ts';
import { AnnotationStore } from '../../src/vscode/state/annotationStore.ts';
import { DocumentTexts } from '../../src/vscode/state/documentTexts.ts';
import { configure, exists, galley, messagesOf, readFile, TagPage, until, writeFile } from './tagPage.ts';

const TEXT = '县城新桥通车\n\n本报讯 记者从县交通局获悉，局长罗一舟宣布新桥通车。\n';

describe('the sidecar', () => {
  let page: TagPage;
  before(() => configure('extractOnOpen', false));
  after(() => configure('extractOnOpen', undefined));
  afterEach(() => page.close());

  async function tag(part: string, type: string): Promise<void> {
    page.select(part);
    await galley(`tagAs.${type}`);
  }

  it('is left as it is when it is damaged, which is said; tags are kept, and stored once it is mended', async () => {
    page = new TagPage('sidecar-damaged');
    const damaged = '<<<<<<< HEAD\n{"type": "AnnotationPage", "items": [\n';
    await writeFile(page.uri, TEXT);
    await writeFile(page.sidecar, damaged);
    const messages = await messagesOf(async (shown) => {
      await page.show();
      await tag('罗一舟', 'person');
      await tag('县交通局', 'organization');
      await until('a message', () => shown.length > 0);
    });
    assert.deepEqual(messages.length, 1);
    assert.match(messages[0]!, /sidecar-damaged\.issue\.txt is damaged/);
    assert.equal(await readFile(page.sidecar), damaged);
    assert.match(await page.hover('罗一舟'), /tagged/);
    await writeFile(page.sidecar, '{"type": "AnnotationPage", "items": []}');
    await until('both tags', async () => (await page.decisions()).length === 2);
    assert.deepEqual(await page.decisions(), ['tagged organization 县交通局', 'tagged person 罗一舟']);
  });

  it('is another file’s: a JSON file of that name that holds no annotations stays', async () => {
    page = new TagPage('sidecar-foreign');
    await writeFile(page.uri, TEXT);
    await writeFile(page.sidecar, '{"items": 1}');
    const messages = await messagesOf(async () => {
      await page.show();
      await tag('罗一舟', 'person');
    });
    assert.match(messages.join(), /sidecar-foreign/);
    assert.equal(await readFile(page.sidecar), '{"items": 1}');
  });

  it('is read again when something else writes it', async () => {
    page = await TagPage.open('sidecar-outside', TEXT);
    await tag('罗一舟', 'person');
    const written = await readFile(page.sidecar);
    await writeFile(page.sidecar, written.replaceAll('"person"', '"place"'));
    await until('the new type', async () => (await page.hover('罗一舟')).includes('Place'));
    await tag('县交通局', 'organization');
    assert.deepEqual(await page.decisions(), ['tagged organization 县交通局', 'tagged place 罗一舟']);
  });

  it('is missed when something else removes it, and can be had back', async () => {
    page = await TagPage.open('sidecar-removed', TEXT);
    await tag('罗一舟', 'person');
    await page.close();
    await page.show();
    await until('the tag', async () => (await page.hover('罗一舟')).includes('tagged'));
    const messages = await messagesOf(
      async (shown) => {
        await vscode.workspace.fs.delete(page.sidecar);
        await until('a message', () => shown.length > 0);
        await until('the sidecar', () => exists(page.sidecar));
      },
      (message) => (message.includes('removed') ? 'Restore' : undefined),
    );
    assert.match(messages[0]!, /sidecar-removed\.issue\.txt was removed/);
    assert.deepEqual(await page.decisions(), ['tagged person 罗一舟']);
  });

  it('finds its places in a page that was changed while it was closed, and keeps what it does not find', async () => {
    page = await TagPage.open('sidecar-changed', TEXT);
    await tag('罗一舟', 'person');
    await tag('新桥', 'place');
    await page.close();
    await writeFile(page.uri, TEXT.replace('新桥', '大桥').replace('局长罗一舟宣布', '副局长罗一舟宣布'));
    await page.show();
    await tag('县交通局', 'organization');
    const stored = await page.tags();
    assert.deepEqual(stored.map(({ exact, position }) => [exact, position !== null]).slice(0, 1), [['县交通局', true]]);
    assert.deepEqual(stored.map(({ exact }) => exact).sort(), ['县交通局', '新桥', '罗一舟']);
    assert.equal(stored.find(({ exact }) => exact === '新桥')?.position, null);
  });

  it('has the places of the text as it is on disk after unsaved edits are thrown away', async () => {
    page = await TagPage.open('sidecar-revert', TEXT);
    await page.replace('县城', '新县城');
    await tag('罗一舟', 'person');
    const before = (await page.tags())[0]!.position!;
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the places', async () => (await page.tags())[0]?.position?.[0] === before[0] - 1);
  });

  it('keeps of a tag whose text is deleted how that stood at last', async () => {
    page = await TagPage.open('sidecar-orphan', TEXT);
    await tag('罗一舟', 'person');
    await page.replace('罗一舟', '罗一洲');
    await page.document.save();
    await until('the corrected name', async () => (await page.decisions()).includes('tagged person 罗一洲'));
    await page.replace('局长罗一洲宣布', '');
    await page.document.save();
    await until('an orphan', async () => (await page.tags())[0]?.position === null);
    assert.deepEqual(await page.decisions(), ['tagged person 罗一洲']);
  });

  it('keeps the positions of a page with CRLF', async () => {
    page = await TagPage.open('sidecar-crlf', TEXT.replaceAll('\n', '\r\n'));
    await tag('罗一舟', 'person');
    const at = TEXT.indexOf('罗一舟');
    assert.deepEqual((await page.tags())[0]?.position, [at, at + 3]);
    await page.editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.LF));
    assert.match(await page.hover('罗一舟'), /tagged/);
  });

  it('goes along when the page is renamed', async () => {
    page = await TagPage.open('sidecar-name', TEXT);
    await tag('罗一舟', 'person');
    const old = page;
    page = new TagPage('sidecar-new-name');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(old.uri, page.uri, { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the sidecar to move', async () => (await exists(page.sidecar)) && !(await exists(old.sidecar)));
    await page.show();
    await until('the tag', async () => (await page.hover('罗一舟')).includes('tagged'));
  });

  it('goes along when a folder above is renamed, with a tag that is still on its way to a slow disk', async () => {
    page = await TagPage.open('sidecar-beside', TEXT);
    const disk = new SlowDisk({ '/old/deep/page.issue.txt': TEXT });
    const fileSystem = vscode.workspace.registerFileSystemProvider('galley-slow', disk);
    const order: string[] = [];
    const before = vscode.workspace.onWillRenameFiles(() =>
      setImmediate(() => {
        order.push('the disk has written');
        disk.write();
      }),
    );
    const store = new AnnotationStore(new DocumentTexts(), silent);
    const after = vscode.workspace.onWillRenameFiles(() => void order.push('the folder goes'));
    try {
      const uri = vscode.Uri.parse('galley-slow:/old/deep/page.issue.txt');
      const own = store.of(await vscode.workspace.openTextDocument(uri))!;
      await own.ready;
      const span = { start: TEXT.indexOf('罗一舟'), end: TEXT.indexOf('罗一舟') + 3 };
      const by = { creator: '编辑', created: '2026-01-01T00:00:00Z', newId: () => 'urn:uuid:1' };
      const stored = own.perform(tagIn({ text: TEXT, annotations: [], tags: [] }, [{ span, type: 'person' }], by));
      await until('the writing', () => disk.isWriting);
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(vscode.Uri.parse('galley-slow:/old'), vscode.Uri.parse('galley-slow:/new'));
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal((await stored).kind, 'stored');
      assert.deepEqual(order, ['the disk has written', 'the folder goes']);
      assert.match(disk.files.get('/new/deep/page.issue.txt.annotations.json') ?? '', /罗一舟/);
    } finally {
      for (const one of [before, store, after, fileSystem]) one.dispose();
    }
  });

  it('is followed whatever the name of its page is', async () => {
    for (const name of ['!sidecar', 'side!car [!a-z] {b,c}', 'sidecar ]!^-']) {
      page = await TagPage.open(name, TEXT);
      await tag('罗一舟', 'person');
      const written = await readFile(page.sidecar);
      await writeFile(page.sidecar, written.replaceAll('"person"', '"place"'));
      await until(`the new type in ${name}`, async () => (await page.hover('罗一舟')).includes('Place'));
      await page.close();
    }
    await page.show();
  });

  it('is complete when the window has closed', async () => {
    page = await TagPage.open(`sidecar-closing-${Date.now()}`, TEXT);
    const main = join(vscode.extensions.getExtension('galley.galley')!.extensionPath, 'dist/extension.cjs');
    const { deactivate } = createRequire(main)(main) as { deactivate: () => Promise<void> };
    page.select('罗一舟');
    const tagging = galley('tagAs.person');
    await until('the tag', async () => (await page.hover('罗一舟')).includes('tagged'));
    await deactivate();
    assert.deepEqual(await page.decisions(), ['tagged person 罗一舟']);
    await tagging;
  });

  it('is written for an unsaved page once that is saved', async () => {
    page = new TagPage(`sidecar-unsaved-${Date.now()}`);
    await vscode.commands.executeCommand('vscode.open', page.uri.with({ scheme: 'untitled' }));
    const editor = vscode.window.activeTextEditor!;
    page.editor = editor;
    await vscode.languages.setTextDocumentLanguage(editor.document, 'newspaper');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), TEXT));
    const messages = await messagesOf(() => tag('罗一舟', 'person'));
    assert.match(messages.join(), /unsaved page/);
    assert.match(await page.hover('罗一舟'), /tagged/);
    assert.ok(await editor.document.save());
    await page.show();
    await until('the sidecar', () => exists(page.sidecar));
    assert.deepEqual(await page.decisions(), ['tagged person 罗一舟']);
  });

  it('cannot be written where a file system is read-only, which is said; the tags are there until the page is closed', async () => {
    const fileSystem = vscode.workspace.registerFileSystemProvider('galley-archive', new Archive(TEXT), {
      isReadonly: true,
    });
    try {
      page = new TagPage('archived');
      const uri = vscode.Uri.parse('galley-archive:/archived.issue.txt');
      await vscode.commands.executeCommand('vscode.open', uri);
      page.editor = vscode.window.activeTextEditor!;
      assert.equal(page.document.uri.toString(), uri.toString());
      const messages = await messagesOf(() => tag('罗一舟', 'person'));
      assert.match(messages.join(), /No file can be written beside archived\.issue\.txt/);
      assert.match(await page.hover('罗一舟'), /tagged/);
    } finally {
      fileSystem.dispose();
    }
  });
});

const silent: Logger = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** A file system that writes a file when it is let. */
class SlowDisk implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly files: Map<string, string>;
  #gate: (() => void) | undefined;

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  get isWriting(): boolean {
    return this.#gate !== undefined;
  }

  write(): void {
    this.#gate?.();
  }

  async writeFile({ path }: vscode.Uri, content: Uint8Array): Promise<void> {
    await new Promise<void>((resolve) => (this.#gate = resolve));
    this.files.set(path, new TextDecoder().decode(content));
  }

  rename({ path: from }: vscode.Uri, { path: to }: vscode.Uri): void {
    for (const [path, text] of [...this.files]) {
      if (!path.startsWith(`${from}/`)) continue;
      this.files.delete(path);
      this.files.set(to + path.slice(from.length), text);
    }
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const text = this.files.get(uri.path);
    if (text !== undefined)
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: new TextEncoder().encode(text).length };
    const isFolder = [...this.files.keys()].some((path) => path.startsWith(uri.path === '/' ? '/' : `${uri.path}/`));
    if (!isFolder) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    this.stat(uri);
    return new TextEncoder().encode(this.files.get(uri.path));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {}
  delete = refuse;
}

/** A file system with one file in it. */
class Archive implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #bytes: Uint8Array;

  constructor(text: string) {
    this.#bytes = new TextEncoder().encode(text);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path !== '/archived.issue.txt') throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#bytes.length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    this.stat(uri);
    return this.#bytes;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}
