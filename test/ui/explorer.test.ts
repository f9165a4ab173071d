import { ViewDriver, type Row } from './view.ts';
import { SAMPLE_PAGE, Workbench } from './workbench.ts';

describe('the Explorer', () => {
  let workbench: Workbench;
  let explorer: ViewDriver;

  before(async () => {
    workbench = await Workbench.start({
      files: {
        'A1.txt': '一行字\n',
        'A1.txt.annotations.json': '{}\n',
        'A2.issue': '一行字\n',
        'A2.issue.annotations.json': '{}\n',
        'A3.txt': '一行字\n',
        'notes.md': '',
        'notes.bak': '',
        'index.ts': '',
        'index.js': '',
      },
      settings: { 'explorer.fileNesting.patterns': { '*.md': '${capture}.bak' } },
    });
    explorer = new ViewDriver(workbench.page, workbench.page.locator('.explorer-folders-view'));
  });

  after(async () => {
    await workbench?.stop();
  });

  const shows = async (...expected: string[]): Promise<void> => {
    const isShown = (rows: Row[]): boolean => rows.map(({ label }) => label).join() === expected.join();
    await explorer.rowsWhen(expected.join(), isShown);
  };

  it('folds the tags of a page under the page, beside what VS Code and the user fold', async () => {
    await shows('A1.txt', 'A2.issue', 'A3.txt', SAMPLE_PAGE, 'index.ts', 'notes.md');
    await workbench.screenshot('explorer');
  });

  it('unfolds them by a click', async () => {
    await (await explorer.row('A1.txt')).locator('.monaco-tl-twistie').click();
    await shows('A1.txt', 'A1.txt.annotations.json', 'A2.issue', 'A3.txt', SAMPLE_PAGE, 'index.ts', 'notes.md');
  });
});
