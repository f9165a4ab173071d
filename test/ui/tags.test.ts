import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Workbench } from './workbench.ts';

const PAGE = 'tags.issue.txt';
const TEXT = `全县防汛工作会议召开

本报讯（记者 乔春山）7月5日，全县防汛工作会议召开。县委书记骆大江出席并讲话。

骆大江强调，要压实责任。县水利局局长尤海平汇报了工作。会后，骆大江到清河镇检查。
`;

describe('entities and tags in the workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({ files: { [PAGE]: TEXT } });
    await workbench.openFile(PAGE);
  });

  after(async () => {
    await workbench?.stop();
  });

  /** The decisions in the sidecar; none without one. */
  async function stored(): Promise<string[]> {
    const text = await readFile(join(workbench.folder, `${PAGE}.annotations.json`), 'utf8').catch(() => '{"items":[]}');
    const { items } = JSON.parse(text) as {
      items: { decision: string; body: { value: string }; target: { selector: { exact?: string }[] } }[];
    };
    return items.map(
      ({ decision, body, target }) => `${decision} ${body.value} ${target.selector.find(({ exact }) => exact)?.exact}`,
    );
  }

  async function storedIs(...expected: string[]): Promise<void> {
    await workbench.until(
      expected.join() || 'no tags',
      async () => JSON.stringify(await stored()) === JSON.stringify(expected),
    );
  }

  it('are listed by type and name with their counts, and jumped to', async () => {
    const entities = await workbench.view('Galley', 'Entities');
    const rows = await entities.rowsWhen('people', (all) => all.some(({ label }) => label === '骆大江'));
    const person = rows.find(({ label }) => label === '骆大江');
    assert.equal(rows[0]?.label, 'People');
    assert.deepEqual([person?.level, person?.description], [2, '3']);
    await (await entities.row('骆大江')).click();
    const mentions = await entities.rowsWhen('mentions', (all) => all.filter(({ level }) => level === 3).length === 3);
    const [first] = mentions.filter(({ level }) => level === 3);
    assert.match(first!.label, /书记骆大江出席/);
    await (await entities.row(first!.label)).click();
    await workbench.until('the jump', async () => (await workbench.editor.cursor()).line === 3);
  });

  it('are underlined: suggestions with dashes, tags with a line, in the colour of their type', async () => {
    const dashed = await workbench.editor.look('尤海平');
    assert.ok(
      dashed.marks.some(({ underline }) => underline === 'dashed'),
      JSON.stringify(dashed),
    );
    // What is selected, VS Code hears from the extension a moment later.
    await workbench.until('the acceptance', async () => {
      await workbench.press('Alt+Enter');
      return (await stored()).includes('accepted person 尤海平');
    });
    const solid = await workbench.until('a solid line', async () => {
      const { marks } = await workbench.editor.look('尤海平');
      return marks.find(({ underline }) => underline === 'solid');
    });
    assert.equal(solid.underlineColor, dashed.marks.find(({ underline }) => underline === 'dashed')?.underlineColor);
  });

  it('are taken back by the undo key in the order of the work, text and tags, and done again', async () => {
    const entities = await workbench.view('Galley', 'Entities');
    await workbench.editor.select('清河镇');
    await workbench.press('Alt+2');
    await storedIs('accepted person 尤海平', 'accepted place 清河镇');
    await workbench.editor.select('会后');
    await workbench.press('ArrowLeft');
    await workbench.page.keyboard.type('xyz');
    // What the view says, the extension has heard of: it takes the key a moment after the text has changed.
    const typed = async (): Promise<boolean> => (await entities.rows()).some(({ label }) => label.includes('xyz会后'));
    await workbench.until('the typing', typed);
    await workbench.press('ControlOrMeta+Z');
    await workbench.until('the typing undone', async () => !(await typed()));
    assert.equal((await stored()).length, 2);
    await workbench.press('ControlOrMeta+Z');
    await storedIs('accepted person 尤海平');
    await workbench.press('ControlOrMeta+Z');
    await storedIs();
    await workbench.press('ControlOrMeta+Shift+Z');
    await storedIs('accepted person 尤海平');
    await workbench.press('ControlOrMeta+Shift+Z');
    await storedIs('accepted person 尤海平', 'accepted place 清河镇');
    await workbench.press('ControlOrMeta+Shift+Z');
    await workbench.until('the typing again', typed);
    await workbench.press('ControlOrMeta+Z');
    // A row that is clicked before the view is drawn anew may be gone.
    await workbench.until('the typing undone again', async () => !(await typed()));
  });

  it('are accepted and rejected in the view', async () => {
    const entities = await workbench.view('Galley', 'Entities');
    const row = (await entities.rows()).filter(({ level }) => level === 3)[1]!;
    await entities.rowAction(row.label, 'Reject Suggestion');
    await workbench.until('the rejection', async () => (await stored()).includes('rejected person 骆大江'));
    // The view draws its rows anew for it: a click before that may go to a row that is gone.
    await workbench.until('the rejection in the view', () =>
      entities.pane.locator('.custom-view-tree-node-item-icon.codicon-circle-slash').first().isVisible(),
    );
    // The name stands in the rows of its mentions too, as their marked part.
    const person = entities.pane.locator('.monaco-list-row[aria-level="2"]').filter({ hasText: '骆大江' });
    await person.hover();
    await person.getByRole('button', { name: 'Accept Suggestion' }).click();
    await workbench.until('the others', async () => {
      const decisions = (await stored()).filter((one) => one.endsWith('骆大江')).sort();
      return decisions.join() === 'accepted person 骆大江,accepted person 骆大江,rejected person 骆大江';
    });
  });

  it('are explained by a hover that a key brings up, whose links decide', async () => {
    await workbench.editor.select('尤海平');
    await workbench.press('ControlOrMeta+K', 'ControlOrMeta+I');
    const said = await workbench.until('a hover', async () => {
      const text = await workbench.editor.hoverBox.innerText();
      return text.includes('Person') && text;
    });
    assert.match(said, /尤海平\s+县水利局局长\s+Person · tagged/);
    await workbench.editor.hoverBox.getByText('Remove Tag').click();
    await workbench.until('the tag to go', async () => !(await stored()).includes('accepted person 尤海平'));
  });

  it('are there after a restart', async () => {
    const before = await stored();
    await workbench.restart();
    await workbench.openFile(PAGE);
    await workbench.until('a solid line', async () => {
      const { marks } = await workbench.editor.look('清河镇');
      return marks.some(({ underline }) => underline === 'solid');
    });
    assert.deepEqual(await stored(), before);
  });
});
