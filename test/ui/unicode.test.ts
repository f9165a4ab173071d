import assert from 'node:assert/strict';

import { Workbench } from './workbench.ts';

const HEADLINE = '全市安全生产工作会议召开';
/** Beside ASCII letters and digits VS Code takes a full-width mark for a disguised one, when it speaks English. */
const MARKS = '　　8月9日，GDP（同比）增长5.5％；CPI：“1.2”？！《A》、【B】「C」—D…E·F～ＡＢＣ１２３';

describe('boxes round characters, in VS Code in English', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      locale: 'en-US',
      files: {
        'marks.ini': `${HEADLINE}\n\n${MARKS}\n`,
        'marks.issue.txt': `${HEADLINE}\n\n${MARKS}\n`,
        'hidden.issue.txt': `${HEADLINE}\n\n${MARKS}8月\u200b9日\n\n周启明\u200b主持会议。\n`,
      },
    });
  });

  after(async () => {
    await workbench?.stop();
  });

  const open = async (file: string): Promise<void> => {
    await workbench.openFile(file);
    await workbench.until('the headline on the screen', async () =>
      (await workbench.editor.visibleText()).some((line) => line.includes(HEADLINE)),
    );
  };

  it('are drawn round full-width marks in text of another language', async () => {
    await open('marks.ini');
    await workbench.until('boxes', async () => (await workbench.editor.unicodeBoxes()) > 3);
  });

  it('are drawn round a zero-width space in a newspaper page and round nothing else', async () => {
    await open('hidden.issue.txt');
    await workbench.until('a box', async () => (await workbench.editor.unicodeBoxes()) > 0);
    assert.equal(await workbench.editor.unicodeBoxes(), 1);
  });

  it('have a mark beside them where VS Code draws none: amid Han text', async () => {
    const marks = await workbench.until('marks', async () => {
      const names = await workbench.page
        .locator('.view-line span')
        .evaluateAll((spans) => spans.map((span) => getComputedStyle(span, '::before').content));
      const found = names.filter((name) => name.includes('U+'));
      return found.length > 0 && found;
    });
    assert.deepEqual(marks, ['"U+200B"', '"U+200B"']);
    await workbench.screenshot('hidden-characters');
  });

  it('are not drawn round full-width marks, Han text and the blanks of an indent in a newspaper page', async () => {
    await open('marks.issue.txt');
    assert.equal(await workbench.languageMode(), 'Newspaper');
    // Typed last, so that its box says that the rest has been looked at.
    await workbench.press('ControlOrMeta+End');
    await workbench.page.keyboard.insertText('a\u200bb');
    await workbench.until('a box', async () => (await workbench.editor.unicodeBoxes()) > 0);
    assert.equal(await workbench.editor.unicodeBoxes(), 1);
  });
});

describe('boxes round characters, in Restricted Mode', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      locale: 'en-US',
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.emptyWindow': false,
      },
      files: { 'hidden.issue.txt': `${HEADLINE}\n\n${MARKS}8月\u200b9日\n` },
    });
  });

  after(async () => {
    await workbench?.stop();
  });

  it('are drawn as in a trusted folder: Han text is no suspicious text', async () => {
    await workbench.until('Restricted Mode', async () =>
      (await workbench.statusBar()).some((entry) => entry.includes('Restricted Mode')),
    );
    await workbench.openFile('hidden.issue.txt');
    await workbench.until('a box', async () => (await workbench.editor.unicodeBoxes()) > 0);
    assert.equal(await workbench.editor.unicodeBoxes(), 1);
  });
});
