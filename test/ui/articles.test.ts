import assert from 'node:assert/strict';

import { ISSUE, PAGE } from '../host/structurePages.ts';
import { Workbench } from './workbench.ts';
import type { ViewDriver } from './view.ts';

describe('the articles in the workbench', () => {
  let workbench: Workbench;
  let articles: ViewDriver;

  before(async () => {
    workbench = await Workbench.start({
      files: {
        'issue.issue.txt': ISSUE,
        'page.issue.txt': PAGE,
        'empty.issue.txt': '\n',
        'note.txt': '一行字\n',
        'roster.csv': 'name\n',
      },
      settings: { 'galley.extractOnOpen': false },
    });
    await workbench.openFile('issue.issue.txt');
    articles = await workbench.view('Galley', 'Articles');
  });

  after(async () => {
    await workbench?.stop();
  });

  const labels = async (): Promise<string[]> => (await articles.rows()).map(({ level, label }) => `${level} ${label}`);
  const shows = async (what: string, expected: readonly string[]): Promise<void> => {
    await articles.rowsWhen(what, (rows) => rows.map(({ label }) => label).join() === expected.join());
  };
  const selected = async (label: string): Promise<void> => {
    await articles.rowsWhen(`${label} to be selected`, (rows) => rows.find((row) => row.selected)?.label === label);
  };

  it('stand below their pages, with byline and characters', async () => {
    await articles.rowsWhen('six rows', (rows) => rows.length === 6);
    assert.deepEqual(await labels(), [
      '1 Page 1 要闻',
      '2 抓好秋粮收购 守住粮食安全底线',
      '2 青阳大桥建成通车',
      '2 图为通车现场。',
      '1 Page 3 综合',
      '2 抓好秋粮收购 守住粮食安全底线',
    ]);
    const rows = await articles.rows();
    assert.match(rows[1]!.description, /^→ page 3 · 乔春山 · \d+ characters$/);
    assert.match(rows[1]!.spoken, /^News, 抓好秋粮收购/);
    assert.match(rows[3]!.spoken, /^Photo, 图为通车现场/);
  });

  it('are jumped to by a click, and follow the cursor', async () => {
    await (await articles.row('青阳大桥建成通车')).click();
    await workbench.until('the cursor at the headline', async () => (await workbench.editor.cursor()).line === 15);
    await workbench.editor.placeCursor('会议还研究');
    await articles.rowsWhen('the last row to be selected', (rows) => rows[5]?.selected === true);
    await workbench.editor.placeCursor('图为通车现场');
    await selected('图为通车现场。');
  });

  it('are walked by keys and by the buttons of the view', async () => {
    await workbench.editor.placeCursor('青阳大桥建成通车');
    await workbench.press('Alt+]');
    await selected('图为通车现场。');
    await workbench.press('Alt+[', 'Alt+[');
    await workbench.until('the first headline', async () => (await workbench.editor.cursor()).line === 7);
    await articles.action('Go to Next Article');
    await selected('青阳大桥建成通车');
  });

  it('are on the first level where one page is alone, and change as one types', async () => {
    await workbench.openFile('page.issue.txt');
    await shows('the other page’s articles', ['全市旅游大会召开', '清河镇新桥通车', '县图书馆开馆']);
    await workbench.editor.placeCursor('清河镇新桥通车');
    await workbench.page.keyboard.insertText('今日');
    await shows('the new headline', ['全市旅游大会召开', '今日清河镇新桥通车', '县图书馆开馆']);
    await workbench.press('ControlOrMeta+Z');
    await shows('the old headline', ['全市旅游大会召开', '清河镇新桥通车', '县图书馆开馆']);
  });

  it('stay while another kind of file is in front, as long as their page is open', async () => {
    const pageLabels = ['全市旅游大会召开', '清河镇新桥通车', '县图书馆开馆'];
    await workbench.openFile('roster.csv');
    await shows('the page’s articles', pageLabels);
    assert.deepEqual(await articles.titleButtons(), ['Collapse All']);
    await (await articles.row('县图书馆开馆')).click();
    await workbench.until('the page in front', async () => (await workbench.languageMode()) === 'Newspaper');
    await workbench.runCommand('View: Close Editor');
    await workbench.openFile('issue.issue.txt');
    await workbench.runCommand('View: Close Editor');
    await workbench.openFile('roster.csv');
    await workbench.until('the welcome', async () => (await articles.welcome()).includes('Treat as Newspaper Page'));
  });

  it('give way to a welcome where no page is open, with what can be done, and to a word where it has none', async () => {
    const { pane: entities } = await workbench.view('Galley', 'Entities');
    await workbench.openFile('note.txt');
    await workbench.until(
      'the welcome',
      async () => (await articles.welcomeButtons()).join() === 'Treat as Newspaper Page',
    );
    assert.equal(await entities.locator('.welcome-view-content:visible .monaco-button').count(), 0);
    await workbench.openFile('empty.issue.txt');
    await articles.pane.getByText('No article was found.').waitFor();
    await entities.getByRole('button', { name: 'Extract Entities' }).first().waitFor();
    await workbench.runCommand('View: Close All Editors');
    const offered = await workbench.until('the other welcome', async () => {
      const buttons = await articles.welcomeButtons();
      return buttons.includes('Open File') && buttons;
    });
    assert.deepEqual(offered, ['Open File', 'Open the Sample Page']);
    assert.equal(await entities.locator('.welcome-view-content:visible .monaco-button').count(), 0);
    await articles.pane.getByRole('button', { name: 'Open the Sample Page' }).click();
    await articles.rowsWhen('its articles', (rows) => rows.length > 5);
    assert.equal(await workbench.languageMode(), 'Newspaper');
    await workbench.runCommand('View: Revert and Close Editor');
    await workbench.until(
      'no editor',
      async () => (await workbench.page.locator('.tabs-container .tab').count()) === 0,
    );
    await workbench.openFile('issue.issue.txt');
    await articles.rowsWhen('six rows', (rows) => rows.length === 6);
  });

  it('are in the outline, one row a headline', async () => {
    await workbench.openFile('page.issue.txt');
    const outline = await workbench.view('Explorer', 'Outline');
    const rows = await outline.rowsWhen('articles', (all) => all[0]?.label === '全市旅游大会召开');
    assert.deepEqual(
      rows.slice(0, 2).map(({ level, label, description }) => `${level} ${label} ${description}`),
      ['1 全市旅游大会召开 乔春山 · 55 characters', '1 清河镇新桥通车 本报讯 · 50 characters'],
    );
  });
});
