import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { SAMPLE_PAGE, Workbench } from './workbench.ts';

/** Width and height of a PNG, from its header. */
function pngSize(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

describe('the pictures of the README', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      settings: { 'breadcrumbs.enabled': false },
      size: { width: 1280, height: 800 },
      scale: 1.5,
    });
    await workbench.openFile(SAMPLE_PAGE);
  });

  after(async () => {
    await workbench?.stop();
  });

  for (const [name, theme, kind] of [
    ['light', 'Light Modern', 'vs'],
    ['dark', 'Dark Modern', 'vs-dark'],
  ] as const) {
    it(`show the sample page, its articles, its entities and a person in the ${name} theme`, async () => {
      await workbench.useTheme(theme, kind);
      const articles = await workbench.view('Galley', 'Articles');
      await articles.rowsWhen('articles', (rows) => rows.length > 5);
      const entities = await workbench.view('Galley', 'Entities');
      await entities.rowsWhen('entities', (rows) => rows.length > 5);
      await workbench.editor.hover('张强', 2);
      const png = await readFile(await workbench.screenshot(name));
      assert.deepEqual(pngSize(png), { width: 1920, height: 1200 });
    });
  }
});
