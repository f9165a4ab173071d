import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Settings that the manifest gives newspaper pages, as they must arrive in an editor. */
const EDITOR_DEFAULTS: Readonly<Record<string, unknown>> = {
  wordWrap: 'on',
  wordSegmenterLocales: ['zh-CN'],
  wordBasedSuggestions: 'off',
  'unicodeHighlight.ambiguousCharacters': false,
  'unicodeHighlight.nonBasicASCII': false,
  'unicodeHighlight.invisibleCharacters': true,
  'unicodeHighlight.allowedCharacters': { '\u3000': true },
  'semanticHighlighting.enabled': true,
  quickSuggestions: { other: 'on', comments: 'off', strings: 'off' },
};

interface Contributes {
  readonly commands: readonly { readonly command: string }[];
  readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
}

describe('what the manifest contributes', () => {
  const extension = vscode.extensions.getExtension('galley.galley')!;
  const { commands, configuration } = (extension.packageJSON as { contributes: Contributes }).contributes;
  let page: vscode.TextDocument;

  before(async () => {
    page = await vscode.workspace.openTextDocument({ language: 'newspaper', content: '全市安全生产工作会议召开\n' });
    await extension.activate();
  });

  it('is a language that VS Code knows', async () => {
    assert.ok((await vscode.languages.getLanguages()).includes('newspaper'));
    assert.equal(page.languageId, 'newspaper');
  });

  it('has every command registered', async () => {
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !known.includes(command)),
      [],
    );
  });

  it('sets the editor up for Chinese text', () => {
    const editor = vscode.workspace.getConfiguration('editor', page);
    for (const [name, value] of Object.entries(EDITOR_DEFAULTS)) assert.deepEqual(editor.get(name), value, name);
  });

  it('leaves the editor for other texts alone', () => {
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'ini' });
    assert.equal(editor.get('wordWrap'), 'off');
    assert.deepEqual(editor.get('wordSegmenterLocales'), []);
  });

  it('gives the settings their defaults', () => {
    for (const [name, { default: value }] of Object.entries(configuration.properties)) {
      assert.deepEqual(vscode.workspace.getConfiguration().get(name), value, name);
    }
  });

  it('takes a word of a page as a run of Han characters, a number or a Latin word', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'newspaper',
      content: '增长5.5%，阿卜杜拉·买买提说GDP，（好）',
    });
    const wordAt = (text: string): string | undefined => {
      const range = document.getWordRangeAtPosition(document.positionAt(document.getText().indexOf(text) + 1));
      return range && document.getText(range);
    };
    assert.equal(wordAt('增长'), '增长');
    assert.equal(wordAt('5.5'), '5.5%');
    assert.equal(wordAt('买买提'), '阿卜杜拉·买买提说');
    assert.equal(wordAt('GDP'), 'GDP');
    assert.equal(wordAt('好'), '好');
  });

  for (const name of ['第1版.issue', 'p1.issue.txt', 'p1.news.txt', '要闻第一版.txt']) {
    it(`opens ${name} as a page by its name`, async () => {
      const uri = vscode.Uri.from({ scheme: 'untitled', path: `/${name}` });
      assert.equal((await vscode.workspace.openTextDocument(uri)).languageId, 'newspaper');
    });
  }

  const encodings: readonly [name: string, encoding: string, guess: string, text: string][] = [
    [
      '国标第1版.txt',
      'gb18030',
      'gb2312',
      '全市安全生产工作会议召开\n\n本报讯（记者 许一诺）昨日，全市安全生产工作会议召开。\n',
    ],
    ['短第1版.txt', 'utf8', 'utf8', '好\n'],
    [
      '万国码第1版.txt',
      'utf8',
      'utf8',
      '全市安全生产工作会议召开\n\n本报讯（记者 许一诺）昨日，全市安全生产工作会议召开。\n',
    ],
  ];
  for (const [name, encoding, guess, text] of encodings) {
    it(`opens ${name}, which is in ${encoding}, as it reads`, async () => {
      const folder = vscode.workspace.workspaceFolders![0]!.uri;
      const uri = vscode.Uri.joinPath(folder, name);
      await vscode.workspace.fs.writeFile(uri, await vscode.workspace.encode(text, { encoding }));
      try {
        const document = await vscode.workspace.openTextDocument(uri);
        assert.equal(document.getText(), text);
        assert.equal(document.encoding, guess);
      } finally {
        await vscode.workspace.fs.delete(uri);
      }
    });
  }
});
