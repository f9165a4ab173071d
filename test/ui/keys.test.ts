import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Workbench } from './workbench.ts';

const TEXT = `全县防汛工作会议召开

本报讯（记者 乔春山）7月5日，全县防汛工作会议召开。县委书记骆大江出席并讲话。

行政办公大楼今日启用。骆大江到清河镇检查。
`;

describe('the keys that VS Code has a use for as well', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({ files: { 'roster.csv': 'name\n', 'page.issue.txt': TEXT } });
    for (const name of ['page.issue.txt', 'roster.csv']) {
      await workbench.openFile(name);
      await workbench.runCommand('View: Keep Editor');
    }
    await workbench.openFile('page.issue.txt');
    const entities = await workbench.view('Galley', 'Entities');
    await entities.rowsWhen('people', (all) => all.some(({ label }) => label === '骆大江'));
  });

  after(async () => {
    await workbench?.stop();
  });

  async function stored(): Promise<string[]> {
    const path = join(workbench.folder, 'page.issue.txt.annotations.json');
    const { items } = JSON.parse((await readFile(path, 'utf8').catch(() => '')) || '{"items":[]}') as {
      items: { decision: string; body: { value: string }; target: { selector: { exact?: string }[] } }[];
    };
    return items.map(
      ({ decision, body, target }) => `${decision} ${body.value} ${target.selector.find(({ exact }) => exact)?.exact}`,
    );
  }

  const inFront = async (name: string): Promise<void> => {
    await workbench.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).waitFor();
  };
  /** Presses a key until it does something: what lies at the cursor, VS Code hears a moment after the move. */
  const pressUntil = async (key: string, what: string, done: () => Promise<boolean>): Promise<void> => {
    await workbench.until(what, async () => {
      if (await done()) return true;
      await workbench.press(key);
      return done();
    });
  };

  it('go to a tab where nothing is selected and nothing lies at the cursor', async () => {
    await workbench.editor.placeCursor('行政办公');
    await pressUntil('Alt+2', 'the second tab', () =>
      workbench.page.locator('.tab.active[data-resource-name="roster.csv"]').isVisible(),
    );
    assert.deepEqual(await stored(), []);
    await workbench.press('Alt+1');
    await inFront('page.issue.txt');
  });

  it('tag a suggestion at the cursor, and what is selected', async () => {
    await workbench.editor.placeCursor('清河镇');
    await pressUntil('Alt+Enter', 'the suggestion', async () => (await stored()).includes('accepted place 清河镇'));
    await workbench.press('Alt+5');
    await workbench.until('the tag as a time', async () => (await stored()).includes('changed time 清河镇'));
    await workbench.press('Alt+2');
    await workbench.until('the tag as a place', async () => (await stored()).includes('changed place 清河镇'));
    await workbench.editor.select('行政办公大楼');
    await workbench.press('Alt+2');
    await workbench.until('the selection', async () => (await stored()).includes('tagged place 行政办公大楼'));
    await inFront('page.issue.txt');
  });

  it('take back and accept only where there is something', async () => {
    await workbench.editor.placeCursor('并讲话');
    await workbench.press('Alt+Enter', 'Alt+Backspace');
    await workbench.editor.placeCursor('骆大江出席');
    await pressUntil('Alt+Enter', 'the acceptance', async () => (await stored()).includes('accepted person 骆大江'));
    await workbench.press('Alt+Backspace');
    const left = ['tagged place 行政办公大楼', 'changed place 清河镇'];
    await workbench.until('the tag to go', async () => (await stored()).join() === left.join());
  });

  it('turn a switch of Find while Find is open, and ask about the line while it is not', async () => {
    await workbench.editor.placeCursor('并讲话');
    await workbench.press('ControlOrMeta+F', 'Escape');
    await workbench.press('Alt+R');
    await workbench.until('the list of kinds', async () => (await workbench.picks()).includes('Headline'));
    await workbench.press('Escape', 'ControlOrMeta+F');
    const regex = workbench.editor.root.getByRole('checkbox', { name: /Regular Expression/ });
    await regex.waitFor();
    await workbench.press('ControlOrMeta+1');
    assert.equal(await regex.getAttribute('aria-checked'), 'false');
    await workbench.press('Alt+R');
    await workbench.until('the switch', async () => (await regex.getAttribute('aria-checked')) === 'true');
    await workbench.press('Alt+R', 'ControlOrMeta+F', 'Escape');
  });

  it('are asked about in the palette where a word is only guessed', async () => {
    await workbench.editor.placeCursor('讲话');
    await workbench.runCommand('Galley: Tag as Place');
    assert.match((await workbench.picks())[0]!, /Place/);
    await workbench.page.locator('.quick-input-title', { hasText: 'Tag “讲话”' }).waitFor();
    await workbench.press('Escape');
    assert.equal((await stored()).length, 2);
  });

  it('have their commands in the context menu of a suggestion on which nobody has clicked before', async () => {
    await workbench.editor.placeCursor('并讲话');
    const entries = await workbench.editor.contextMenu('骆大江出席', 'Galley');
    assert.ok(entries.includes('Accept Suggestion') && entries.includes('Reject Suggestion'), entries.join());
    assert.ok(!entries.includes('Go to Continuation'), entries.join());
  });
});
