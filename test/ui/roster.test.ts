import assert from 'node:assert/strict';

import { Workbench } from './workbench.ts';

const ROSTER =
  '\ufeffname,type,titles\n郑海宽,person,县水利局局长\n清河水务集团,organization,\nAPT联盟,organization,\n';
const TEXT = '清河水务开工建设\n\n本报讯 7月5日，清河水务开工建设新的水厂。\n\n村民热心公益。\n';

describe('completing names of the roster in the workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      files: { '.galley/roster.csv': ROSTER, 'page.issue.txt': TEXT },
      settings: { 'galley.extractOnOpen': false },
    });
    await workbench.openFile('page.issue.txt');
    await workbench.until('the roster to be read', async () => /: 3 entries/.test(await workbench.extensionLog()));
    await workbench.press('ControlOrMeta+End');
    await workbench.page.evaluate(() => {
      const seen = new Set<string>();
      const look = (): void => {
        for (const widget of document.querySelectorAll<HTMLElement>('.suggest-widget.visible'))
          for (const { textContent } of widget.querySelectorAll('.monaco-list-row .label-name, .message'))
            if (textContent) seen.add(textContent);
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
      Object.assign(window, { seen });
    });
  });

  after(async () => {
    await workbench?.stop();
  });

  /** What has been offered since this was asked last, shown for a moment or not. */
  const seen = (): Promise<string[]> =>
    workbench.page.evaluate(() => {
      const { seen: all } = window as unknown as { seen: Set<string> };
      const names = [...all];
      all.clear();
      return names;
    });
  const offered = (): Promise<string[]> =>
    workbench.page.locator('.suggest-widget.visible .monaco-list-row .label-name').allInnerTexts();
  const offers = (...names: string[]): Promise<unknown> =>
    workbench.until(`${names.join()} to be offered`, async () => (await offered()).join() === names.join());
  const lastLine = async (): Promise<string> => (await workbench.editor.visibleText()).at(-1) ?? '';
  const lineIs = (text: string): Promise<unknown> =>
    workbench.until(`the line ${text}`, async () => (await lastLine()).trimEnd() === text);
  /** Puts in what an input method makes of keys. */
  const compose = async (keys: string, text: string): Promise<void> => {
    const client = await workbench.page.context().newCDPSession(workbench.page);
    for (let length = 1; length <= keys.length; length++) {
      const typed = { selectionStart: length, selectionEnd: length };
      await client.send('Input.imeSetComposition', { text: keys.slice(0, length), ...typed });
    }
    await client.send('Input.insertText', { text });
    await client.detach();
  };

  it('comes up as the surname is put in by an input method, and puts the name in', async () => {
    await compose('zheng', '郑');
    await offers('郑海宽', '县水利局局长郑海宽');
    await workbench.screenshot('roster-completion');
    await workbench.press('Tab');
    await lineIs('郑海宽');
    assert.deepEqual(await seen(), ['郑海宽', '县水利局局长郑海宽']);
  });

  it('goes on with each character, and ends with the name', async () => {
    await compose('heqinghe', '和清河');
    await offers('清河水务集团');
    await workbench.page.keyboard.insertText('水');
    await offers('清河水务集团');
    await workbench.press('Enter');
    await lineIs('郑海宽和清河水务集团');
  });

  it('comes up in the middle of a sentence', async () => {
    await workbench.editor.placeCursor('热心公益');
    await workbench.page.keyboard.insertText('郑');
    await offers('郑海宽', '县水利局局长郑海宽');
    await workbench.press('Escape', 'ControlOrMeta+Z', 'ControlOrMeta+End');
  });

  it('comes up for letters of the keyboard', async () => {
    await workbench.page.keyboard.type(' AP');
    await offers('APT联盟');
    await workbench.press('Enter');
    await lineIs('郑海宽和清河水务集团 APT联盟');
  });

  it('does not come up in other words, but offers all names by key', async () => {
    await workbench.press('Enter');
    await seen();
    const count = async (): Promise<string> =>
      (await workbench.statusBar()).find((one) => /characters/.test(one)) ?? '';
    for (const [keys, text] of [
      ['xianqu', '县区'],
      ['kaimu', '开幕，'],
      ['shenzheng', '慎郑'],
      ['qing', '清'],
      ['de', '的'],
    ] as const) {
      const before = await count();
      await compose(keys, text);
      // The extension has seen it, and has been asked for names by then.
      await workbench.until('the count to change', async () => (await count()) !== before);
    }
    assert.deepEqual(await seen(), []);
    await workbench.press('ControlOrMeta+Space');
    await offers('APT联盟', '清河水务集团', '郑海宽', '县水利局局长郑海宽');
    await workbench.press('Escape');
  });
});
