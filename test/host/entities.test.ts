import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoversAt, textOf } from './page.ts';
import { configure, galley, messagesOf, onNextRequest, pickFrom, TagPage, until } from './tagPage.ts';

const TEXT = `全县防汛工作会议召开

本报讯（记者 乔春山）7月5日，全县防汛工作会议召开。县委书记骆大江出席并讲话。

骆大江强调，要压实责任。县水利局局长尤海平汇报了工作。会后，骆大江到清河镇检查。

清河镇新桥通车

本报讯 7月6日，清河镇新桥通车。骆大江参加通车仪式。
`;

/** Two people of one name, a person called by the surname, bodies in short. */
const PEOPLE = `全县教育工作会议召开

本报讯（记者 乔春山）7月5日，全县教育工作会议召开。县委书记尤海平出席会议并讲话。县教育局局长骆大江参加会议。

骆局长汇报了工作。清河县青山旅游开发有限公司（以下简称“青旅公司”）向学校捐赠图书。青旅公司负责人介绍了情况。

乡村教师的一天

本报讯 7月6日早晨，清河镇小学教师尤海平已经站在校门口。
`;

/** Texts that are hardly pages, which must do no harm. */
const ODD = {
  empty: '',
  'one line of a megabyte': '这一天天气很好，大家都去散步'.repeat(25_000),
  'blank lines': '\n'.repeat(1000),
};

describe('entities', () => {
  let page: TagPage;
  afterEach(async () => {
    await page.close();
    await configure('extractOnOpen', undefined);
  });

  async function openQuiet(name: string): Promise<void> {
    await configure('extractOnOpen', false);
    page = await TagPage.open(name, TEXT);
  }

  it('are found by command, and hovered: who with what title, how sure, how often, then links, then the articles', async () => {
    await openQuiet('entities-hover');
    assert.equal(await page.hover('骆大江'), '');
    await galley('extractEntities');
    const hover = await page.hover('骆大江');
    const [who, state, links, , ...more] = hover.split(/\n\n/);
    assert.match(
      who!,
      /^\$\(person\) \*\*骆大江\*\* &nbsp; \*\*\[县委书记\]\(command:galley\.revealMention\?[^)]*\)\*\*$/,
    );
    assert.match(
      state!,
      /^Person · suggestion, \d+ % sure · places in this issue: 4 · \[first in line 3\]\(command:galley\.revealMention\?/,
    );
    assert.match(links!, /^\[\$\(check\) Accept\]/);
    assert.match(more.join('\n'), /^By article:\n- \[全县防汛工作会议召开\].* · 3\n- \[清河镇新桥通车\].* · 1$/);
    assert.equal(hover.match(/县委书记/g)?.length, 1, 'the title is said once');
    for (const command of [
      'acceptSuggestion',
      'rejectSuggestion',
      'changeType',
      'tagAllOccurrences',
      'explainMention',
    ]) {
      assert.match(hover, new RegExp(`command:galley\\.${command}\\?`));
    }
  });

  it('say in the hover which article gives a title, who else has the name, and what short forms stand for', async () => {
    await configure('extractOnOpen', false);
    page = await TagPage.open('entities-people', PEOPLE);
    await galley('extractEntities');
    const official = await page.hover('尤海平出席');
    assert.match(official, /^\$\(person\) \*\*尤海平\*\* &nbsp; \*\*\[县委书记\]/);
    assert.match(official, /Another person of this name in this issue: \[[^\]]*小学教师\]\([^)]*\) — 乡村教师的一天/);
    const teacher = await page.hover('尤海平已经');
    assert.match(teacher, /Another person of this name in this issue: \[县委书记\]\([^)]*\) — 全县教育工作会议召开/);
    const surname = await page.hover('骆局长');
    assert.match(surname, /^\$\(person\) \*\*骆 → 骆大江\*\* &nbsp; \*\*\[县教育局局长\]/);
    assert.match(surname, /Also called: 骆局长/);
    const company = await page.hover('青旅公司负责人');
    assert.match(company, /^\$\(organization\) \*\*青旅公司 → 清河县青山旅游开发有限公司\*\*/);
  });

  it('have in the hover the title that the article at hand gives, and the others with their articles', async () => {
    await configure('extractOnOpen', false);
    page = await TagPage.open(
      'entities-titles',
      TEXT.replace('骆大江参加通车仪式', '县防汛指挥部总指挥骆大江参加通车仪式。县水利局局长尤海平参加'),
    );
    await galley('extractEntities');
    const there = await page.hover('骆大江参加');
    assert.match(there, /^\$\(person\) \*\*骆大江\*\* &nbsp; \*\*\[县防汛指挥部总指挥\]/);
    assert.match(there, /Other titles in this issue:\n- \[县委书记\]\([^)]*\) — 全县防汛工作会议召开/);
    assert.doesNotMatch(there, /The title is from/);
  });

  it('are explained when that is asked; a reason that is a place leads there', async () => {
    await configure('extractOnOpen', false);
    page = await TagPage.open('entities-why', PEOPLE);
    await galley('extractEntities');
    const [, link] = /command:galley\.explainMention\?([^)]+)/.exec(await page.hover('骆局长'))!;
    const picked = await pickFrom(
      () => galley('explainMention', ...(JSON.parse(decodeURIComponent(link!)) as unknown[])),
      (labels) => labels.findIndex((label) => label.includes('It means 骆大江, who is named in full in line 3.')),
    );
    assert.ok(picked.some((label) => label.includes('“局长” stands after it.')));
    assert.equal(page.document.getText(page.editor.selection), '骆大江');
    assert.match((await page.reasons('青旅公司负责人')).join('\n'), /short form of “清河县青山旅游开发/);
  });

  it('are not explained in the hover unless they are doubtful', async () => {
    await openQuiet('entities-sure');
    await galley('extractEntities');
    assert.doesNotMatch(await page.hover('骆大江'), /stands before it|surname|trained model/);
  });

  it('hide the card of the article whose headline names them, which the rest of the headline has', async () => {
    await configure('extractOnOpen', false);
    page = await TagPage.open('entities-headline', TEXT.replace('清河镇新桥通车\n', '骆大江赴清河镇检查\n'));
    await galley('extractEntities');
    const at = async (part: string): Promise<string> => textOf(await hoversAt(page.document, part));
    assert.match(await at('骆大江赴'), /\*\*骆大江\*\*/);
    assert.doesNotMatch(await at('骆大江赴'), /Paragraphs/);
    assert.match(await at('赴清河镇检查'), /^\*\*骆大江赴清河镇检查\*\*[^]*Paragraphs/);
  });

  it('are called as the page does where only the surname is known', async () => {
    await configure('extractOnOpen', false);
    page = await TagPage.open('entities-surname', `${TEXT}\n市民秋女士报警。犯罪嫌疑人秦某被抓获。\n`);
    await galley('extractEntities');
    assert.match(await page.hover('秦某'), /^\$\(person\) \*\*秦某\*\*/);
  });

  it('link only to Galley’s commands from the hover', async () => {
    await openQuiet('entities-trust');
    await galley('extractEntities');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      page.uri,
      page.rangeOf('骆大江').start,
    );
    const own = hovers
      .flatMap(({ contents }) => contents)
      .find((one) => typeof one === 'object' && one.value.includes('tagAll'));
    const trust = (own as vscode.MarkdownString).isTrusted;
    assert.ok(typeof trust === 'object' && trust.enabledCommands.every((command) => command.startsWith('galley.')));
  });

  it('are found by themselves when a page is shown, and again after an edit', async () => {
    page = await TagPage.open('entities-shown', TEXT);
    await until('the suggestions', async () => (await page.hover('骆大江')) !== '');
    await page.replace('会后', '县长欧阳立秋说好。会后');
    await until('the new name', async () => (await page.hover('欧阳立秋')).includes('Person'));
  });

  it('move with an edit at once, and those that it touches are gone', async () => {
    await openQuiet('entities-move');
    await galley('extractEntities');
    await page.replace('全县防汛', '本周全县防汛');
    assert.match(await page.hover('骆大江'), /Person/);
    await page.replace('尤海平', '尤海');
    assert.equal(await page.hover('尤海'), '');
  });

  it('are those of the text as it is, though it was edited while they were looked for', async () => {
    await openQuiet('entities-stale');
    const held = new Promise<() => void>((resolve) => onNextRequest((_, post) => resolve(post)));
    const running = galley('extractEntities');
    const post = await held;
    await page.replace('会后', '县长欧阳立秋说好。会后');
    post();
    await running;
    assert.match(await page.hover('欧阳立秋'), /Person/);
  });

  it('can be cancelled, and found after that', async () => {
    await openQuiet('entities-cancel');
    const running = galley('extractEntities');
    await galley('cancelExtraction');
    await running;
    assert.equal(await page.hover('骆大江'), '');
    await galley('extractEntities');
    assert.match(await page.hover('骆大江'), /Person/);
  });

  it('are cancelled by the button of the progress message', async () => {
    await openQuiet('entities-progress');
    const { withProgress } = vscode.window;
    (vscode.window as { withProgress: unknown }).withProgress = (
      options: vscode.ProgressOptions,
      task: Parameters<typeof withProgress>[1],
    ) =>
      withProgress(options, (progress) => {
        const source = new vscode.CancellationTokenSource();
        const done = task(progress, source.token);
        source.cancel();
        return done;
      });
    try {
      await galley('extractEntities');
    } finally {
      (vscode.window as { withProgress: unknown }).withProgress = withProgress;
    }
    assert.equal(await page.hover('骆大江'), '');
  });

  it('are not looked for in a file that is no page, which is said', async () => {
    await openQuiet('entities-none');
    await vscode.languages.setTextDocumentLanguage(page.document, 'plaintext');
    const messages = await messagesOf(
      () => galley('extractEntities'),
      () => 'Treat as Newspaper Page',
    );
    assert.deepEqual(messages, ['This file is not a newspaper page.']);
    await until('the language', () => page.document.languageId === 'newspaper');
  });

  it('are accepted, changed and rejected where the cursor is', async () => {
    await openQuiet('entities-decide');
    await galley('extractEntities');
    page.putCursor('骆大江', 1);
    await galley('acceptSuggestion');
    page.putCursor('尤海平', 1);
    await galley('rejectSuggestion');
    page.putCursor('乔春山', 1);
    await galley('tagAs.work');
    assert.deepEqual(await page.decisions(), [
      'changed work 乔春山',
      'accepted person 骆大江',
      'rejected person 尤海平',
    ]);
    assert.equal(await page.hover('尤海平'), '');
    await galley('extractEntities');
    assert.equal(await page.hover('尤海平'), '');
    assert.match(await page.hover('骆大江'), /tagged/);
  });

  it('are decided on from a link, wherever the cursor is', async () => {
    await openQuiet('entities-link');
    await galley('extractEntities');
    const link = /command:galley\.acceptSuggestion\?([^)]+)/.exec(await page.hover('尤海平'));
    page.putCursor('全县');
    await galley('acceptSuggestion', ...(JSON.parse(decodeURIComponent(link![1]!)) as unknown[]));
    assert.deepEqual(await page.decisions(), ['accepted person 尤海平']);
  });

  it('are gone through one by one, around the end of the page', async () => {
    await openQuiet('entities-step');
    await galley('extractEntities');
    page.editor.selection = new vscode.Selection(0, 0, 0, 0);
    const seen: string[] = [];
    do {
      await galley('nextMention');
      seen.push(
        `${page.document.offsetAt(page.editor.selection.start)} ${page.document.getText(page.editor.selection)}`,
      );
    } while (seen.length < 50 && (seen.length === 1 || seen.at(-1) !== seen[0]));
    const names = seen.slice(0, -1).map((one) => one.split(' ')[1]);
    assert.equal(names.filter((name) => name === '骆大江').length, 4);
    assert.ok(names.includes('尤海平'));
    await galley('previousMention');
    assert.equal(page.document.getText(page.editor.selection), names.at(-1));
  });

  it('are tagged in all places that the editor leaves ticked, in one step', async () => {
    await openQuiet('entities-all');
    await galley('extractEntities');
    page.putCursor('骆大江', 1);
    const { showQuickPick } = vscode.window;
    let labels: string[] = [];
    (vscode.window as { showQuickPick: unknown }).showQuickPick = (items: vscode.QuickPickItem[]) => {
      labels = items.map(({ label }) => label);
      assert.ok(items.every(({ picked }) => picked));
      return Promise.resolve(items.slice(1));
    };
    try {
      await galley('tagAllOccurrences');
    } finally {
      (vscode.window as { showQuickPick: unknown }).showQuickPick = showQuickPick;
    }
    assert.equal(labels.length, 4);
    assert.match(labels[0]!, /县委书记【骆大江】出席/);
    assert.deepEqual(await page.decisions(), Array<string>(3).fill('accepted person 骆大江'));
    await galley('undoTag');
    assert.deepEqual(await page.decisions().catch(() => 'no sidecar'), 'no sidecar');
  });

  for (const [name, text] of Object.entries(ODD)) {
    it(`are looked for without an error in a file that is ${name}`, async () => {
      await configure('extractOnOpen', false);
      page = await TagPage.open(`entities-odd-${Object.keys(ODD).indexOf(name)}`, text);
      const messages = await messagesOf(() => galley('extractEntities'));
      assert.deepEqual(messages, []);
      await galley('nextMention');
      await page.editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '新县县长施北川到会。\ud842'));
      await galley('extractEntities');
      assert.match(await page.hover('施北川'), /Person/);
    });
  }
});
