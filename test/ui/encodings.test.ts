import assert from 'node:assert/strict';

import { encoded } from '../core/text/encoded.ts';
import { ISSUE } from '../host/structurePages.ts';
import { Workbench } from './workbench.ts';

const HEADLINE = '青阳大桥建成通车';

describe('a page in GB 18030 whose name tells no page, in the workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      files: { 'guobiao.txt': encoded(ISSUE, 'gb18030') },
      settings: { 'galley.extractOnOpen': false },
    });
  });

  after(async () => {
    await workbench?.stop();
  });

  it('opens as VS Code reads it, with an offer; by its button the page reads, and is a page', async () => {
    await workbench.openFile('guobiao.txt');
    await workbench.until('the offer', async () =>
      (await workbench.notifications()).includes(
        'guobiao.txt looks like a page in GB 18030. Reopen it in that encoding?',
      ),
    );
    assert.ok(!(await workbench.editor.visibleText()).includes(HEADLINE));
    await workbench.screenshot('encoding-offer');
    await workbench.page.locator('.notifications-toasts').getByRole('button', { name: 'Reopen', exact: true }).click();
    await workbench.until('the headline', async () => (await workbench.editor.visibleText()).includes(HEADLINE));
    await workbench.until('the language mode Newspaper', async () => (await workbench.languageMode()) === 'Newspaper');
    assert.ok((await workbench.statusBar()).includes('GB18030'));
  });
});
