import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configure, exists, galley, statusMessagesOf, TagPage } from './tagPage.ts';

const TEXT = `全市旅游大会召开

本报讯（记者 乔春山）3月2日，全市旅游大会召开。副市长尤海平讲话。（下转第三版）
`;

const COMMANDS = [
  ...['person', 'place', 'organization', 'title', 'time', 'work', 'contact'].map((type) => `tagAs.${type}`),
  'tagSelection',
  'tagAllOccurrences',
  'changeType',
  'acceptSuggestion',
  'rejectSuggestion',
  'untag',
  'addToRoster',
  'setLineAs',
  'goToContinuation',
  'revealMention',
  'revealArticle',
];

describe('a command that is called with something it does not know', () => {
  let page: TagPage;
  before(() => configure('extractOnOpen', false));
  after(() => configure('extractOnOpen', undefined));
  afterEach(() => page.close());

  it('does nothing to what is selected, and asks nothing', async () => {
    page = await TagPage.open('unknown-argument', TEXT);
    page.select('尤海平');
    const { selection } = page.editor;
    const { showQuickPick } = vscode.window;
    let asked = '';
    const unknown = [
      { document: page.document },
      { kind: 'type', document: page.document },
      { kind: 'another', document: page.document, tags: [] },
      { kind: 'orphan', document: page.document },
      { uri: page.uri.toString() },
      page.uri.with({ path: '/another.txt' }),
      '尤海平',
      7,
    ];
    for (const command of COMMANDS) {
      (vscode.window as { showQuickPick: unknown }).showQuickPick = (items: vscode.QuickPickItem[]) => {
        asked += `${command} `;
        return Promise.resolve(items[0]);
      };
      for (const argument of unknown) {
        // The kind that this command does know.
        if (command === 'untag' && (argument as { kind?: string }).kind === 'orphan') continue;
        await galley(command, argument, [argument]);
      }
    }
    (vscode.window as { showQuickPick: unknown }).showQuickPick = showQuickPick;
    assert.equal(asked, '');
    assert.equal(await exists(page.sidecar), false);
    assert.ok(page.editor.selection.isEqual(selection));
  });

  it('means the text where it comes from that text’s own menu', async () => {
    page = await TagPage.open('menu-argument', TEXT);
    page.select('尤海平');
    await galley('tagAs.person', page.uri);
    assert.deepEqual(await page.decisions(), ['tagged person 尤海平']);
    const said = await statusMessagesOf(() => galley('goToContinuation', page.uri));
    assert.equal(said.length, 1);
    assert.match(said[0]!, /page 3|3/);
  });
});
