import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configure, galley, TagPage, until } from './tagPage.ts';

const TEXT = `全县防汛工作会议召开

本报讯（记者 乔春山）7月5日，全县防汛工作会议召开。县委书记骆大江出席并讲话。（下转第三版）

清河镇新桥通车

新桥今日通车。
`;

describe('what keys and menus ask for', () => {
  let page: TagPage;
  const keys = new Map<string, unknown>();
  const { executeCommand } = vscode.commands;
  before(async () => {
    await configure('extractOnOpen', false);
    (vscode.commands as { executeCommand: unknown }).executeCommand = (command: string, ...args: unknown[]) => {
      if (command === 'setContext') keys.set((args[0] as string).replace('galley.', ''), args[1]);
      return executeCommand(command, ...args);
    };
  });
  after(async () => {
    (vscode.commands as { executeCommand: unknown }).executeCommand = executeCommand;
    await configure('extractOnOpen', undefined);
  });
  afterEach(() => page.close());

  const atCursor = async (suggestion: boolean, tag: boolean): Promise<void> => {
    const now = (): boolean =>
      (keys.get('suggestionAtCursor') ?? false) === suggestion && (keys.get('tagAtCursor') ?? false) === tag;
    await until(`suggestion: ${suggestion}, tag: ${tag}`, now);
  };

  it('is whether a suggestion or a tag lies at the cursor, or in what is selected', async () => {
    page = await TagPage.open('context-tags', TEXT);
    page.putCursor('骆大江', 1);
    await atCursor(false, false);
    await galley('extractEntities');
    await atCursor(true, false);
    assert.equal(keys.get('pageHasSuggestions'), true);
    page.putCursor('出席');
    await atCursor(true, false);
    page.putCursor('讲话', 1);
    await atCursor(false, false);
    page.select('县委书记骆大江出席');
    await atCursor(true, false);
    page.putCursor('骆大江', 3);
    await galley('acceptSuggestion');
    await atCursor(false, true);
    assert.equal(keys.get('pageHasTags'), true);
    await galley('undoTag');
    await atCursor(true, false);
  });

  it('follows edits', async () => {
    page = await TagPage.open('context-edits', TEXT);
    await galley('extractEntities');
    page.putCursor('骆大江', 1);
    await atCursor(true, false);
    await page.replace('骆大江', '骆某');
    await atCursor(false, false);
  });

  it('is whether the article at the cursor goes on elsewhere', async () => {
    page = await TagPage.open('context-continuation', TEXT);
    page.putCursor('骆大江');
    await until('a continuation', () => keys.get('continuationAtCursor') === true);
    assert.equal(keys.get('pageHasContinuations'), true);
    page.putCursor('新桥今日');
    await until('no continuation', () => keys.get('continuationAtCursor') === false);
  });

  it('is nothing where no page is in front', async () => {
    page = await TagPage.open('context-other', TEXT);
    await galley('extractEntities');
    page.select('骆大江');
    await atCursor(true, false);
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'ini', content: '骆大江' }),
    );
    await atCursor(false, false);
    await until(
      'another file in front',
      () => keys.get('front') === 'text' && keys.get('pageHasSuggestions') === false,
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the page in front', () => keys.get('front') === 'page');
  });
});
