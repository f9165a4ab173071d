import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Workbench } from './workbench.ts';
import type { ViewDriver } from './view.ts';

const PAGE = 'rows.issue.txt';
const TEXT = `全县防汛工作会议召开

本报讯（记者 乔春山）7月5日，全县防汛工作会议召开。县委书记骆大江出席并讲话。

骆大江强调，要压实责任。县水利局局长尤海平汇报了工作。会后，骆大江到清河镇检查。

甲乙丙丁戊己。
`;

describe('the rows of the view Entities', () => {
  let workbench: Workbench;
  let entities: ViewDriver;

  before(async () => {
    workbench = await Workbench.start({ files: { [PAGE]: TEXT } });
    await workbench.openFile(PAGE);
    entities = await workbench.view('Galley', 'Entities');
    await entities.rowsWhen('people', (all) => all.some(({ label }) => label === '骆大江'));
  });

  after(async () => {
    await workbench?.stop();
  });

  async function stored(): Promise<string[]> {
    const text = await readFile(join(workbench.folder, `${PAGE}.annotations.json`), 'utf8').catch(() => '{"items":[]}');
    const { items } = JSON.parse(text || '{"items":[]}') as {
      items: { decision: string; body: { value: string }; target: { selector: { exact?: string }[] } }[];
    };
    return items.map(
      ({ decision, body, target }) => `${decision} ${body.value} ${target.selector.find(({ exact }) => exact)?.exact}`,
    );
  }

  const storedIs = async (...expected: string[]): Promise<void> => {
    await workbench.until(expected.join() || 'no tags', async () => (await stored()).join() === expected.join());
  };

  it('are grouped under the plural of their type', async () => {
    const groups = (await entities.rows()).filter(({ level }) => level === 1).map(({ label }) => label);
    assert.deepEqual(groups.slice(0, 2), ['People', 'Places']);
  });

  it('say how far an entity is settled, and offer only what is still to be done', async () => {
    assert.match(await entities.rowIcon('骆大江'), /codicon-circle-outline/);
    assert.deepEqual(await entities.rowButtons('骆大江'), ['Accept Suggestion', 'Reject Suggestion']);
    await workbench.editor.select('骆大江强调');
    await workbench.press('ArrowLeft');
    await workbench.until('the first acceptance', async () => {
      await workbench.press('Alt+Enter');
      return (await stored()).length === 1;
    });
    await entities.rowsWhen('a third', (all) => all.some(({ description }) => description === '1/3'));
    assert.match(await entities.rowIcon('骆大江'), /codicon-color-mode/);
    await entities.rowAction('骆大江', 'Accept Suggestion');
    await entities.rowsWhen('all', (all) => all.some((row) => row.label === '骆大江' && row.description === '3'));
    assert.match(await entities.rowIcon('骆大江'), /codicon-pass-filled/);
    assert.deepEqual(await entities.rowButtons('骆大江'), []);
    assert.deepEqual(await entities.rowMenu('骆大江'), ['Change Type…', 'Remove Tag', 'Add to Roster']);
    await entities.choose('Remove Tag');
    await storedIs();
  });

  it('stay open, and closed, where something else is decided', async () => {
    await (await entities.row('尤海平')).click();
    await (await entities.row('Places')).click();
    await entities.rowsWhen(
      'both open',
      (all) => all.some(({ label }) => label === '清河镇') && all.some(({ level }) => level === 3),
    );
    await workbench.editor.select('清河镇');
    await workbench.press('Alt+2');
    await storedIs('accepted place 清河镇');
    await workbench.until('the place settled', async () => /pass-filled/.test(await entities.rowIcon('清河镇')));
    assert.equal((await entities.rows()).filter(({ level }) => level === 3).length, 1);
    await workbench.press('ControlOrMeta+Z');
    await storedIs();
    await (await entities.row('尤海平')).click();
    await (await entities.row('Places')).click();
  });

  it('of tags without a place are removed together, and offer nothing that would act on the text', async () => {
    for (const word of ['甲乙', '丙丁', '戊己']) {
      await workbench.editor.select(word);
      await workbench.press('Alt+6');
      await workbench.until(`${word} to be tagged`, async () => (await stored()).includes(`tagged work ${word}`));
    }
    await workbench.editor.select('甲乙丙丁戊己。');
    await workbench.press('Delete', 'ControlOrMeta+Home');
    await (await entities.row('Without a place')).click();
    await entities.rowsWhen('the orphans', (all) => all.some(({ label }) => label === '戊己'));

    assert.deepEqual(await entities.rowMenu('甲乙'), ['Remove Tag']);
    await workbench.press('Escape');
    await (await entities.row('甲乙')).click();
    await (await entities.row('丙丁')).click({ modifiers: ['ControlOrMeta'] });
    await (await entities.row('戊己')).click({ modifiers: ['ControlOrMeta'] });
    assert.deepEqual(await entities.rowMenu('丙丁'), ['Remove Tag']);
    await entities.choose('Remove Tag');
    await storedIs();
    await entities.rowsWhen('no orphans', (all) => all.every(({ label }) => label !== 'Without a place'));
  });
});
