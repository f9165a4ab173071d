import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Workbench } from './workbench.ts';

const FRONT = `第1版 要闻 2026年3月3日 星期二

骆大江深入清河镇调研

本报讯（记者 乔春山）3月2日，县委副书记、县长骆大江深入清河镇调研秋粮收购和仓储设施建设工作。骆大江在清河镇粮站了解情况，要求各地抓好落实。（下转第三版）

市民捡到钱包交还失主

本报讯（记者 仇小燕）3月1日，市民陈女士在公园里捡到钱包。陈女士立即报警，民警单志刚赶到现场，很快联系上失主。（下转第九版）
`;
const INSIDE = `第3版 综合 2026年3月3日 星期二

骆大江深入清河镇调研

（上接第一版）调研中，骆大江还走访了清河镇文化站，要求加快建设，丰富群众的文化生活，保障重点工程按期完工。
`;

describe('reading a page in Chinese', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      language: 'zh-cn',
      size: { width: 1200, height: 800 },
      files: {
        '01版.txt': FRONT,
        '03版.txt': INSIDE,
        '05版.txt': `第5版 副刊\n\n长篇连载\n\n${'长'.repeat(400_000)}\n`,
      },
    });
    await workbench.openFile('01版.txt');
    const names = await workbench.view('校样', '人名地名');
    await names.rowsWhen('people', (rows) => rows.some(({ label }) => label === '骆大江'));
  });

  after(async () => {
    await workbench?.stop();
  });

  it('says of a name in a headline who that is, then how sure and how often, then what can be done; nothing of the article', async () => {
    const said = (await workbench.editor.hover('骆大江')).split(/\n+/).map((line) => line.trim());
    assert.match(said[0]!, /^骆大江\s+县委副书记、县长$/);
    assert.match(said[1]!, /^人物 · 建议，把握 \d+% · 本期 3 处 · 首见于第 3 行$/);
    assert.match(said[2]!, /^接受.*拒绝.*为什么？$/);
    assert.doesNotMatch(said.join(), /段|仇小燕|在本句中这样判断/);
    await workbench.screenshot('hover-name');
  });

  it('tells the reasons when one asks why', async () => {
    await workbench.editor.hover('骆大江', 2);
    await workbench.editor.clickInHover('为什么？');
    assert.match((await workbench.picks()).join(), /前面有职务“县委副书记、县长”。/);
    await workbench.press('Escape');
  });

  it('calls a person as the page does of whom only the surname is known', async () => {
    assert.match(await workbench.editor.hover('陈女士'), /^陈女士\n/);
    const names = await workbench.view('校样', '人名地名');
    assert.ok((await names.rows()).some(({ label }) => label === '陈女士'));
  });

  it('goes with F12 from a name to where its title stands', async () => {
    await workbench.editor.placeCursor('骆大江', 3);
    await workbench.press('F12');
    await workbench.until('the jump', async () => {
      const { line, column } = await workbench.editor.cursor();
      return line === 5 && column === FRONT.split('\n')[4]!.indexOf('骆大江') + 1;
    });
  });

  it('has a link on a marker that leads somewhere, and says of another where it was looked for', async () => {
    assert.match(await workbench.editor.hover('（下转第三版）'), /03版\.txt/);
    const nowhere = await workbench.editor.hover('（下转第九版）');
    assert.match(nowhere, /没有找到第9版：本文件没有这一版，同文件夹里也没有 09版\.txt。/);
    assert.doesNotMatch(nowhere, /转到/);
  });

  it('has one row a headline in the outline', async () => {
    const outline = await workbench.view('Explorer', 'Outline');
    const rows = await outline.rowsWhen('articles', (all) => all.length > 2);
    assert.deepEqual(
      rows.map(({ level, label }) => [level, label]),
      [
        [1, '第1版 要闻'],
        [2, '骆大江深入清河镇调研'],
        [2, '市民捡到钱包交还失主'],
      ],
    );
  });

  it('finds people and headlines by Pinyin, surnames read as surnames', async () => {
    const found = async (query: string, ...expected: string[]): Promise<void> => {
      await workbench.press('ControlOrMeta+T');
      await workbench.page.locator('.quick-input-widget:visible input').fill(`#${query}`);
      await workbench.until(`${expected.join()} for ${query}`, async () => {
        const own = (await workbench.picks()).slice(0, expected.length);
        return JSON.stringify(own) === JSON.stringify(expected);
      });
      await workbench.press('Escape');
    };
    await found('luodajiang', '骆大江 luodajiang', '骆大江深入清河镇调研 luodajiang');
    await found('szg', '单志刚 shanzhigang');
    await found('qiu xiao', '仇小燕 qiuxiaoyan');
    await found('骆大', '骆大江', '骆大江深入清河镇调研');
  });

  it('lists headlines and people first, times last, and says which page is too long', async () => {
    await workbench.press('ControlOrMeta+T');
    await workbench.page.locator('.quick-input-widget:visible input').fill('#');
    const icons = await workbench.until('the list', async () => {
      const rows = workbench.page.locator('.quick-input-widget:visible .quick-input-list-icon');
      const classes = await rows.evaluateAll((all) =>
        all.map((icon) => /symbol-(\w+)/.exec(icon.getAttribute('class') ?? '')?.[1]),
      );
      return classes.length > 5 && classes;
    });
    const kinds = icons.filter((icon, index) => icon !== icons[index - 1]);
    assert.equal(kinds[0], 'file');
    assert.equal(new Set(kinds).size, kinds.length, kinds.join());
    await workbench.screenshot('symbols');
    await workbench.press('Escape');
    await workbench.runCommand('Notifications: Show Notifications');
    const messages = workbench.page.locator('.notification-list-item-message');
    await workbench.until('the message', async () =>
      (await messages.allInnerTexts()).some((text) => text === '文件过长，标题和名称未列入搜索：05版.txt'),
    );
    await workbench.press('Escape');
  });

  it('makes a roster in Chinese', async () => {
    await workbench.openFile('01版.txt');
    await workbench.editor.placeCursor('单志刚');
    await workbench.runCommand('校样: 加入名录');
    const file = join(workbench.folder, '.galley/roster.csv');
    const text = await workbench.until('the roster', () => readFile(file, 'utf8').catch(() => undefined));
    assert.equal(text, '\ufeff姓名,类型,职务,别名,备注\r\n单志刚,人名,,,\r\n');
  });
});
