import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoversAt, textOf } from './page.ts';
import { configure, galley, readFile, TagPage, until } from './tagPage.ts';

/** Two articles; the second line of the first could be many things. */
const TEXT = `全市旅游大会召开

秋日的河岸

本报讯（记者 乔春山）3月2日，全市旅游大会在清河宾馆召开。副市长尤海平讲话，要求各地抓好落实。

会议还研究了其他工作，对下一阶段的任务作出安排部署。

清河镇新桥通车

本报讯 3月2日，清河镇新桥通车，两岸居民出行时间缩短半小时，沿线企业运输成本明显下降。
`;

interface Set {
  readonly decision: string;
  readonly creator: { readonly name: string };
  readonly body: unknown;
}

describe('setting a line as something', () => {
  let page: TagPage;
  before(async () => {
    await vscode.extensions.getExtension('galley.galley')!.activate();
    await configure('extractOnOpen', false);
    await configure('annotator', '甄编');
  });
  after(async () => {
    await configure('extractOnOpen', undefined);
    await configure('annotator', undefined);
  });
  afterEach(() => page.close());

  /** The articles by title, each with the kinds and words of its parts. */
  async function outline(): Promise<Record<string, string[]>> {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      page.uri,
    );
    return Object.fromEntries(
      symbols.map(({ name, children }) => [name, children.map((part) => `${part.detail}: ${part.name}`)]),
    );
  }

  const detailOf = async (line: string): Promise<string | undefined> =>
    Object.values(await outline())
      .flat()
      .find((part) => part.endsWith(`: ${line}`))
      ?.split(': ')[0];

  async function set(line: string, as: string): Promise<void> {
    page.putCursor(line, 1);
    await galley('setLineAs', { as });
  }

  async function stored(): Promise<string[]> {
    const { items } = JSON.parse(await readFile(page.sidecar)) as { items: Set[] };
    return items.map(({ decision, creator, body }) => `${decision} ${creator.name} ${JSON.stringify(body)}`);
  }

  it('wins over the parse in the outline, and says who did it', async () => {
    page = await TagPage.open('line-wins', TEXT);
    await set('秋日的河岸', 'subhead');
    assert.equal(await detailOf('秋日的河岸'), 'Subhead · set by 甄编');
    await set('秋日的河岸', 'caption');
    assert.equal(await detailOf('秋日的河岸'), 'Caption · set by 甄编');
    assert.deepEqual(await stored(), [
      'lineRole 甄编 {"type":"TextualBody","purpose":"classifying","value":"caption"}',
    ]);
    assert.match(textOf(await hoversAt(page.document, '秋日的河岸', 1)), /Caption: set by 甄编 on /);
  });

  it('begins an article where there was none', async () => {
    page = await TagPage.open('line-start', TEXT);
    const before = Object.keys(await outline());
    await set('会议还研究', 'articleStart');
    assert.deepEqual(Object.keys(await outline()).length, before.length + 1);
    assert.match(textOf(await hoversAt(page.document, '会议还研究', 1)), /Start of an Article: set by 甄编/);
  });

  it('is there after the page is closed and opened again', async () => {
    page = await TagPage.open('line-again', TEXT);
    await set('秋日的河岸', 'caption');
    await page.close();
    await page.show();
    await until('the caption', async () => (await detailOf('秋日的河岸')) === 'Caption · set by 甄编');
  });

  it('goes along with its line when the text is edited', async () => {
    page = await TagPage.open('line-edits', TEXT);
    await set('秋日的河岸', 'caption');
    await page.replace('全市旅游大会召开\n', '要闻\n\n今日全市旅游大会召开\n');
    await page.replace('秋日的河岸', '秋日的清河两岸');
    assert.equal(await detailOf('秋日的清河两岸'), 'Caption · set by 甄编');
    await page.replace('秋日的清河两岸\n\n', '');
    assert.equal(await detailOf('秋日的清河两岸'), undefined);
    await vscode.commands.executeCommand('undo');
    assert.equal(await detailOf('秋日的清河两岸'), 'Caption · set by 甄编');
  });

  it('is taken back by one undo, whatever the number of lines, and done again by one redo', async () => {
    page = await TagPage.open('line-undo', TEXT);
    const before = await outline();
    page.editor.selection = new vscode.Selection(page.rangeOf('秋日的河岸').start, page.rangeOf('会议还研究').end);
    await galley('setLineAs', { as: 'caption' });
    const after = await outline();
    assert.equal((await stored()).length, 3);
    await galley('undoTag');
    assert.deepEqual(await outline(), before);
    await galley('redoTag');
    assert.deepEqual(await outline(), after);
  });

  it('is left to Galley again', async () => {
    page = await TagPage.open('line-automatic', TEXT);
    const before = await outline();
    await set('秋日的河岸', 'caption');
    await set('秋日的河岸', 'automatic');
    assert.deepEqual(await outline(), before);
  });

  it('counts for what is extracted, which is done again', async () => {
    await configure('extractOnOpen', true);
    try {
      page = await TagPage.open('line-extract', TEXT.replace('秋日的河岸', '茅以宁 作'));
      await until('the other names', async () => (await page.hover('尤海平')) !== '');
      assert.doesNotMatch((await page.reasons('茅以宁')).join(), /in a byline/);
      await set('茅以宁 作', 'byline');
      await until('the name in the byline', async () =>
        (await page.reasons('茅以宁')).join().includes('It is in a byline'),
      );
    } finally {
      await configure('extractOnOpen', false);
    }
  });

  it('is not offered by blank lines and does nothing to what is no page', async () => {
    page = await TagPage.open('line-blank', TEXT);
    page.editor.selection = new vscode.Selection(1, 0, 1, 0);
    await galley('setLineAs', { as: 'headline' });
    await vscode.languages.setTextDocumentLanguage(page.document, 'markdown');
    page.putCursor('秋日的河岸');
    await galley('setLineAs', { as: 'headline' });
    await vscode.languages.setTextDocumentLanguage(page.document, 'newspaper');
    assert.doesNotMatch(JSON.stringify(await outline()), /set by/);
  });
});

describe('a line that could be something else', () => {
  let page: TagPage;
  before(() => configure('extractOnOpen', false));
  after(() => configure('extractOnOpen', undefined));
  afterEach(() => page.close());

  it('is said to be so in the outline and in a hover, until the editor sets it', async () => {
    const lines = ['台风逼近东南沿海', '数万游客紧急撤离'];
    page = await TagPage.open(
      'line-doubt',
      `${lines.join('\n\n')}\n\n据新华社电 强台风25日继续向东南沿海移动，沿海各地已疏散游客数万人，学校停课，渔船回港避风。\n`,
    );
    const details = async (): Promise<string[]> => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        page.uri,
      );
      return symbols.flatMap(({ detail, children }) => [detail, ...children.map((part) => part.detail)]);
    };
    const said = async (): Promise<string> => textOf(await hoversAt(page.document, lines[1]!, 1));
    assert.equal((await details()).filter((detail) => detail.includes('not sure')).length, 1);
    assert.match(await said(), /Not sure: \w+, \d\d %.*galley\.setLineAs/);
    page.select(...lines);
    await galley('setLineAs', { as: 'headline' });
    assert.deepEqual(
      (await details()).filter((detail) => detail.includes('not sure')),
      [],
    );
    assert.doesNotMatch(await said(), /Not sure/);
  });
});

describe('the lens above an article', () => {
  let page: TagPage;
  before(() => configure('extractOnOpen', false));
  after(async () => {
    await configure('extractOnOpen', undefined);
    await configure('codeLens', undefined);
  });
  afterEach(() => page.close());

  const lenses = async (): Promise<string[]> => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      page.uri,
      20,
    );
    return found.map(({ range, command }) => `${range.start.line} ${command?.title}`);
  };

  it('is there only where it is asked for, and counts characters and tags', async () => {
    page = await TagPage.open('lens', TEXT);
    assert.deepEqual(await lenses(), []);
    await configure('codeLens', true);
    page.select('尤海平');
    await galley('tagAs.person');
    const shown = await lenses();
    assert.match(shown[0]!, /^0 \d+ characters$/);
    assert.equal(shown[1], '0 乔春山');
    assert.equal(shown[2], '0 Tagged: 1 of 1');
    assert.equal(shown.filter((one) => one.endsWith('characters')).length, 2);
  });
});
