import assert from 'node:assert/strict';

import { ISSUE } from '../host/structurePages.ts';
import { Workbench } from './workbench.ts';

describe('a page that is opened again in the workbench, with the cursor where it was', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({ files: { 'page.txt': ISSUE } });
    await workbench.openFile('page.txt');
    await isReady();
    await workbench.editor.placeCursor('乔春山');
  });

  after(async () => {
    await workbench?.stop();
  });

  /** Waits until the names are marked, which comes last. */
  const isReady = (): Promise<unknown> =>
    workbench.page.locator('.monaco-editor .cdr[class*="ced-"]').first().waitFor({ state: 'attached' });
  const highlights = (): Promise<number> => workbench.page.locator('.cdr[class*="wordHighlight"]').count();
  /** The cursor before 乔春山. */
  const cursorIsThere = (): Promise<unknown> =>
    workbench.until('the cursor where it was', async () => {
      const { line, column } = await workbench.editor.cursor();
      return line === 11 && column === 8;
    });

  it('has no paragraph highlighted as if it were a word', async () => {
    await cursorIsThere();
    await workbench.runCommand('View: Close Editor');
    await workbench.openFile('page.txt');
    await isReady();
    await workbench.until('no highlight', async () => (await highlights()) === 0);
    await cursorIsThere();
  });

  it('has the name at the cursor highlighted, once the cursor moves', async () => {
    await workbench.editor.focus();
    await workbench.press('ArrowRight');
    await workbench.until('a highlight', async () => (await highlights()) > 0);
    const widths = await workbench.page
      .locator('.cdr[class*="wordHighlight"]')
      .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().width));
    assert.ok(Math.max(...widths) < 80, `the width of a name: ${widths.join()}`);
  });
});
