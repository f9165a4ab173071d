import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Logger } from '../../src/core/logger.ts';
import type { Issue } from '../../src/core/structure/issue.ts';
import type { ParsedText } from '../../src/node/pageClient.ts';
import type { IssueText } from '../../src/node/pageProtocol.ts';
import { SpokenNames } from '../../src/vscode/navigation/spokenNames.ts';
import { WorkspaceSymbols } from '../../src/vscode/navigation/workspaceSymbols.ts';
import { AnnotationStore } from '../../src/vscode/state/annotationStore.ts';
import { Corrections } from '../../src/vscode/state/corrections.ts';
import { DocumentTexts } from '../../src/vscode/state/documentTexts.ts';
import { Issues, LARGE } from '../../src/vscode/state/issues.ts';
import type { Mentions } from '../../src/vscode/state/mentions.ts';
import type { WorkspaceIndex } from '../../src/vscode/state/workspaceIndex.ts';
import { close, open } from './page.ts';
import { until } from './tagPage.ts';

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

  it('a large one is parsed in the worker, and an answer for an older text is for nobody', async () => {
    const before = TEXT.repeat(Math.ceil(LARGE / TEXT.length) + 1);
    const { document } = await open('typing-large.issue.txt', before);
    const store = new AnnotationStore(new DocumentTexts(), log);
    const corrections = new Corrections(store, new DocumentTexts());
    const answers: { readonly text: string; readonly give: () => void }[] = [];
    const reader = {
      parse: ({ text }: IssueText) =>
        new Promise<ParsedText>((resolve) =>
          answers.push({ text, give: () => resolve({ issue: { text, articles: [] } as unknown as Issue }) }),
        ),
    };
    const never = (): never => assert.fail('the lexicons are for parsing on this thread');
    const issues = new Issues(never, reader, corrections, new DocumentTexts(), log);
    try {
      const asked = [issues.of(document), issues.of(document)];
      await vscode.window.activeTextEditor!.edit((edit) => edit.insert(new vscode.Position(0, 0), '喜讯'));
      asked.push(issues.of(document));
      assert.deepEqual(
        answers.map(({ text }) => text.length),
        [before.length],
      );
      answers[0]!.give();
      await until('the second request', () => answers.length === 2);
      answers[1]!.give();
      assert.deepEqual(new Set((await Promise.all(asked)).map(({ text }) => text)), new Set([`喜讯${before}`]));
      await issues.of(document);
      assert.equal(answers.length, 2);
    } finally {
      for (const one of [issues, corrections, store]) one.dispose();
    }
  });

  it('one that grows large has its outline at its places after every edit', async () => {
    const text = Array.from({ length: 400 }, (_, i) => TEXT.replace('县城', `第${i}县城`)).join('\n');
    assert.ok(text.length < LARGE);
    const editor = await open('typing-outline.issue.txt', text);
    const { document } = editor;
    for (const part of ['', text, text]) {
      const end = document.positionAt(document.getText().length);
      await editor.edit((edit) => edit.insert(end, `\n${part}`));
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '特稿\n\n'));
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      const all = symbols.flatMap((symbol) => (symbol.kind === vscode.SymbolKind.Struct ? symbol.children : [symbol]));
      const last = all.at(-1)!;
      assert.match(document.getText(last.selectionRange), /^第399县城新桥通车$/);
    }
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
    const reader = { say: () => Promise.resolve([]) };
    const symbols = new WorkspaceSymbols(issues, mentions, index, new SpokenNames(reader, log), log);
    try {
      for (let key = 0; key < 5; key++) changed.fire(document);
      assert.deepEqual(asked, []);
    } finally {
      symbols.dispose();
      changed.dispose();
    }
  });
});
