import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inWorkspace, show } from './page.ts';
import { ISSUE } from './structurePages.ts';
import { configure, messagesOf, until } from './tagPage.ts';

/** In characters that Galley does not recognize a page by. */
const TRADITIONAL =
  '青陽大橋建成通車\n\n3月2日，青陽大橋建成通車，兩岸居民出行時間縮短半小時，沿線企業運輸成本明顯下降。\n';
const PROSE = '他走了很久，没有遇到一个人。公园的早晨很安静，只有几只麻雀在地上跳来跳去。\n'.repeat(20);

describe('a page in an encoding that VS Code does not see', () => {
  before(() => configure('extractOnOpen', false));
  after(async () => {
    await configure('extractOnOpen', undefined);
    await configure('offerEncoding', undefined);
    await vscode.workspace.getConfiguration('files').update('autoGuessEncoding', undefined, true);
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** Writes a file in an encoding by VS Code's name, and shows it. */
  async function open(name: string, text: string, encoding: string): Promise<vscode.TextDocument> {
    const uri = inWorkspace(name);
    await vscode.workspace.fs.writeFile(uri, await vscode.workspace.encode(text, { encoding }));
    return (await show(uri)).document;
  }
  /** The questions about files so far, once a last page has been asked about. */
  async function questionsOf(run: () => Promise<void>, last: string): Promise<string[]> {
    const questions = await messagesOf(async (messages) => {
      await run();
      await open(last, ISSUE, 'gb18030');
      await until(`the question about ${last}`, () => messages.some((message) => message.startsWith(last)));
    });
    return questions.slice(0, -1);
  }
  const shows = (document: vscode.TextDocument, text: string): Promise<void> =>
    until(`${document.uri.path} to read as it is`, () => document.getText() === text);

  for (const [name, text, encoding, called] of [
    ['guobiao.txt', ISSUE, 'gb18030', 'GB 18030'],
    ['gbk.txt', ISSUE, 'gbk', 'GB 18030'],
    ['大五第1版.txt', TRADITIONAL, 'big5hkscs', 'Big5'],
  ] as const) {
    it(`is offered to be reopened, and becomes a page that reads: ${name}, in ${encoding}`, async () => {
      let document: vscode.TextDocument | undefined;
      const messages = await messagesOf(
        async (said) => {
          document = await open(name, text, encoding);
          await until('the question', () => said.length > 0);
          await shows(document, text);
        },
        () => 'Reopen',
      );
      assert.deepEqual(messages, [`${name} looks like a page in ${called}. Reopen it in that encoding?`]);
      await until('the language', () => document!.languageId === 'newspaper');
      assert.equal(document!.isDirty, false);
    });
  }

  it('is not offered again in this session, nor other text or a page that reads', async () => {
    const questions = await questionsOf(async () => {
      await open('guobiao.txt', ISSUE, 'gb18030');
      await open('guobiao-prose.txt', PROSE, 'gb18030');
      await open('dawu.txt', TRADITIONAL, 'big5hkscs');
      await open('latin.txt', 'déjà vu\n'.repeat(50), 'windows1252');
      await open('damaged.txt', `${ISSUE}\ufffd`, 'utf8');
      await open('utf8.txt', ISSUE, 'utf8');
    }, 'guobiao-last.txt');
    assert.deepEqual(questions, []);
  });

  it('is left to VS Code where that guesses it', async () => {
    await vscode.workspace.getConfiguration('files').update('autoGuessEncoding', true, true);
    let document: vscode.TextDocument | undefined;
    const messages = await messagesOf(async () => {
      document = await open('guessed.txt', ISSUE, 'gb18030');
      await until('the language', () => document!.languageId === 'newspaper');
    });
    await vscode.workspace.getConfiguration('files').update('autoGuessEncoding', undefined, true);
    assert.equal(document!.getText(), ISSUE);
    assert.deepEqual(messages, []);
  });

  it('is never offered again, where that is the answer', async () => {
    await messagesOf(
      async (said) => {
        await open('never.txt', ISSUE, 'gb18030');
        await until('the question', () => said.length > 0);
      },
      () => 'Don’t Ask Again',
    );
    const offers = (): unknown => vscode.workspace.getConfiguration('galley').get('offerEncoding');
    await until('the setting', () => offers() === false);
    const questions = await questionsOf(async () => {
      await open('never-other.txt', ISSUE, 'gb18030');
      await configure('offerEncoding', undefined);
    }, 'never-last.txt');
    assert.deepEqual(questions, []);
  });
});
