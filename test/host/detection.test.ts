import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { close, inProject, inWorkspace, open, show } from './page.ts';
import { ISSUE } from './structurePages.ts';
import { configure, galley, readFile, until } from './tagPage.ts';

const SAMPLE = 'datong-daily-2022-08-10-p1.txt';

function becomes(document: vscode.TextDocument, language: string): Promise<void> {
  return until(`${document.uri.path} to be ${language}`, () => document.languageId === language);
}

describe('the extension', () => {
  it('is there for a plain text file, with every command that it contributes', async () => {
    await show(inWorkspace(SAMPLE));
    const extension = vscode.extensions.getExtension('galley.galley')!;
    await until('the activation', () => extension.isActive);
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const commands = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.filter(({ command }) => !commands.has(command)),
      [],
    );
    await close();
  });
});

describe('the language Newspaper', () => {
  before(() => configure('extractOnOpen', false));
  after(() => configure('extractOnOpen', undefined));

  it('is given to a plain text file that is a newspaper page', async () => {
    const { document } = await show(inWorkspace(SAMPLE));
    await becomes(document, 'newspaper');
    await close();
  });

  it('is given by the file’s name, page or not', async () => {
    for (const name of ['a.issue', 'a.issue.txt', 'a.news.txt', '01版.txt']) {
      const { document } = await open(name, '一行字\n');
      assert.equal(document.languageId, 'newspaper', name);
      await close();
    }
  });

  it('is not given to ordinary text of many kinds', async () => {
    const folder = inProject('test/fixtures/ordinary');
    const kinds = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.ok(kinds.length >= 10);
    const documents: vscode.TextDocument[] = [];
    for (const name of kinds) {
      const text = await readFile(vscode.Uri.joinPath(folder, name));
      documents.push((await open(`ordinary-${name}`, text)).document);
    }
    // A page that is opened after them is switched after them.
    const { document } = await open('after-the-ordinary.txt', await readFile(inWorkspace(SAMPLE)));
    await becomes(document, 'newspaper');
    assert.deepEqual(
      documents.filter(({ languageId }) => languageId !== 'plaintext').map(({ uri }) => uri.path),
      [],
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is given to an unsaved file when a page is pasted into it', async () => {
    await vscode.commands.executeCommand('workbench.action.files.newUntitledFile', { languageId: 'plaintext' });
    await until('an unsaved file', () => vscode.window.activeTextEditor?.document.isUntitled === true);
    const editor = vscode.window.activeTextEditor!;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '一行字\n'));
    assert.equal(editor.document.languageId, 'plaintext');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ISSUE));
    await becomes(editor.document, 'newspaper');
    await close();
  });

  it('is not given again to a page that was switched back by hand, until it is asked for', async () => {
    const { document } = await open('by-hand.txt', ISSUE);
    await becomes(document, 'newspaper');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    const other = await open('by-hand-other.txt', ISSUE);
    await becomes(other.document, 'newspaper');
    assert.equal(document.languageId, 'plaintext');
    await close();
    await show(document.uri);
    await galley('treatAsNewspaper');
    await becomes(document, 'newspaper');
    await close();
  });

  it('is given again to a page that was closed and opened', async () => {
    const first = await open('reopened.txt', ISSUE);
    await becomes(first.document, 'newspaper');
    await close();
    await until('the page to close', () => first.document.isClosed);
    const again = await show(first.document.uri);
    await becomes(again.document, 'newspaper');
    await close();
  });

  it('is given by name only where pages are not to be recognized', async () => {
    await configure('detectPages', false);
    const { document } = await open('setting.txt', ISSUE);
    await configure('detectPages', undefined);
    const other = await open('setting-other.txt', ISSUE);
    await becomes(other.document, 'newspaper');
    assert.equal(document.languageId, 'plaintext');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
