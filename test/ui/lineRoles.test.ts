import assert from 'node:assert/strict';

import { PAGE } from '../host/structurePages.ts';
import type { ViewDriver } from './view.ts';
import { Workbench } from './workbench.ts';

/** A page whose second line the parse cannot know: 清河新貌. */
const TEXT = PAGE.replace('清河镇新桥通车', '清河新貌\n\n清河镇新桥通车');

describe('setting lines in the workbench', () => {
  let workbench: Workbench;
  let articles: ViewDriver;

  before(async () => {
    workbench = await Workbench.start({
      files: { 'page.issue.txt': TEXT, 'note.txt': '一行字\n' },
      settings: { 'galley.extractOnOpen': false, 'galley.annotator': '甄编' },
    });
    await workbench.openFile('page.issue.txt');
    articles = await workbench.view('Galley', 'Articles');
    await articles.rowsWhen('three rows', (rows) => rows.length === 3);
  });

  after(async () => {
    await workbench?.stop();
  });

  /** Waits until the rows have these descriptions, the counts left out. */
  const rowsAre = async (...expected: string[]): Promise<void> => {
    await articles.rowsWhen(expected.join(', '), (rows) => {
      const shown = rows.map(
        ({ label, description }) => `${label}${description.startsWith('corrected · ') ? ' corrected' : ''}`,
      );
      return shown.join() === expected.join();
    });
  };
  const colour = async (text: string): Promise<string> => (await workbench.editor.look(text)).color;

  it('asks what the line is, and shows it at once in the text and in the view', async () => {
    const before = await colour('清河新貌');
    const headline = await colour('清河镇新桥通车');
    await workbench.editor.placeCursor('清河新貌');
    await workbench.press('Alt+R');
    const offered = await workbench.picks();
    assert.deepEqual(offered.slice(0, 4), ['Column', 'Kicker', 'Headline', 'Deck']);
    assert.ok(offered.includes('Start of an Article') && !offered.includes('As Galley Sees It'));
    await workbench.pick('Caption');
    await workbench.until('another colour', async () => ![before, headline].includes(await colour('清河新貌')));
    await rowsAre('全市旅游大会召开', '清河新貌 corrected', '清河镇新桥通车', '县图书馆开馆');
  });

  it('says in the hover who did it, with a link to take it back', async () => {
    assert.match(await workbench.editor.hover('清河新貌'), /Caption: set by 甄编/);
    await workbench.editor.clickInHover('As Galley Sees It');
    await rowsAre('全市旅游大会召开', '清河镇新桥通车', '县图书馆开馆');
  });

  it('is undone by the undo key, and done again by the redo key', async () => {
    await workbench.editor.placeCursor('清河新貌');
    await workbench.press('Alt+R');
    await workbench.pick('Start of an Article');
    await rowsAre('全市旅游大会召开', '清河镇新桥通车 corrected', '县图书馆开馆');
    // By the time that a hover is there, the extension has taken the undo key.
    await workbench.editor.hover('清河新貌');
    await workbench.press('ControlOrMeta+Z');
    await rowsAre('全市旅游大会召开', '清河镇新桥通车', '县图书馆开馆');
    await workbench.press('ControlOrMeta+Shift+Z');
    await rowsAre('全市旅游大会召开', '清河镇新桥通车 corrected', '县图书馆开馆');
    await workbench.press('ControlOrMeta+Z');
    await rowsAre('全市旅游大会召开', '清河镇新桥通车', '县图书馆开馆');
  });

  it('shows in the outline without an edit', async () => {
    const outline = await workbench.view('Explorer', 'Outline');
    await outline.rowsWhen('the outline', (rows) =>
      rows.some(({ label, description }) => label === '清河镇新桥通车' && !description.includes('corrected')),
    );
    await workbench.editor.placeCursor('清河新貌');
    await workbench.press('Alt+R');
    await workbench.pick('Caption');
    await outline.rowsWhen('the photo', (rows) =>
      rows.some(({ label, description }) => label === '清河新貌' && description === 'corrected · 4 characters'),
    );
  });

  it('counts articles and characters in the status bar, of pages only; a click shows the view', async () => {
    const counts = async (): Promise<string | undefined> =>
      (await workbench.statusBar()).find((text) => /Articles: \d/.test(text));
    assert.match((await counts()) ?? '', /Articles: 4 · \d+ characters/);
    await workbench.openFile('note.txt');
    await workbench.until('the counts to go', async () => (await counts()) === undefined);
    await workbench.runCommand('View: Close Editor');
    await workbench.until('the counts', async () => (await counts()) !== undefined);
    await workbench.page.locator('.statusbar-item:visible', { hasText: 'Articles: 4' }).click();
    await articles.pane.waitFor();
  });
});
