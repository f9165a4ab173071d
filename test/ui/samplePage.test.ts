import assert from 'node:assert/strict';

import { SAMPLE_PAGE, Workbench } from './workbench.ts';

describe('the sample page in the workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start();
  });

  after(async () => {
    await workbench?.stop();
  });

  it('is shown as text of the language Newspaper', async () => {
    await workbench.openFile(SAMPLE_PAGE);
    const text = await workbench.until('the headline on the screen', async () => {
      const lines = await workbench.editor.visibleText();
      return lines.some((line) => line.includes('卢东亮赴并走访部分省直部门和企业')) && lines;
    });
    assert.ok(text.length > 10, 'the page fills the editor');
    await workbench.until('the language mode Newspaper', async () => (await workbench.languageMode()) === 'Newspaper');
  });

  it('is served without a request to any other machine, even where the extensions are looked at', async () => {
    await workbench.press('ControlOrMeta+Shift+X');
    // VS Code asks the marketplace before it shows this list.
    await workbench.page.locator('.extensions-list .monaco-list-row', { hasText: 'Galley' }).first().waitFor();
    assert.deepEqual(workbench.outsideRequests, []);
  });
});
