import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Logger } from '../../src/core/logger.ts';
import { WorkspaceSymbols } from '../../src/vscode/navigation/workspaceSymbols.ts';
import { DocumentTexts } from '../../src/vscode/state/documentTexts.ts';
import type { Issues } from '../../src/vscode/state/issues.ts';
import type { Mentions } from '../../src/vscode/state/mentions.ts';
import type { WorkspaceIndex } from '../../src/vscode/state/workspaceIndex.ts';
import { close, open } from './page.ts';

const TEXT = '县城新桥通车\n\n本报讯（记者 罗一舟）3月5日，县长施北川宣布新桥通车。\n';
const log: Logger = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

describe('while a page is typed in', () => {
  afterEach(() => close());

  it('its text is put together once a version', async () => {
    const { document } = await open('typing.issue.txt', TEXT);
    let asked = 0;
    const counting = new Proxy(document, {
      get: (target, name) => {
        if (name === 'getText') asked++;
        return Reflect.get(target, name) as unknown;
      },
    });
    const texts = new DocumentTexts();
    assert.equal(texts.of(counting), TEXT);
    assert.equal(texts.of(counting), TEXT);
    assert.equal(asked, 1);
    await vscode.window.activeTextEditor!.edit((edit) => edit.insert(new vscode.Position(0, 0), '喜讯'));
    assert.equal(texts.of(counting), `喜讯${TEXT}`);
    assert.equal(asked, 2);
  });

  it('no list is made of what Go to Symbol in Workspace may ask for', async () => {
    const { document } = await open('typing.issue.txt', TEXT);
    const changed = new vscode.EventEmitter<vscode.TextDocument>();
    const asked: string[] = [];
    const mentions = {
      onDidChange: changed.event,
      known: () => ({ text: TEXT, tags: [], extraction: null }),
      groupsOf: () => (asked.push('groups'), []),
    } as unknown as Mentions;
    const issues = { of: () => asked.push('issue') } as unknown as Issues;
    const index = { pages: () => Promise.resolve(undefined) } as unknown as WorkspaceIndex;
    const symbols = new WorkspaceSymbols(issues, mentions, index, log);
    try {
      for (let key = 0; key < 5; key++) changed.fire(document);
      assert.deepEqual(asked, []);
    } finally {
      symbols.dispose();
      changed.dispose();
    }
  });
});
