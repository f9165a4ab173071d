import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

import { Session } from '../../scripts/vscode/processes.mjs';
import { VSIX } from '../../scripts/vscode/project.mjs';
import { startServer } from '../../scripts/vscode/server.mjs';

/** What may be in the installed extension, by path; VS Code renames some files of the top. */
const ALLOWED = [
  /^\.vsixmanifest$/,
  /^(package|package\.nls|package\.nls\.zh-cn)\.json$/,
  /^(readme\.md|changelog\.md|LICENSE\.txt)$/i,
  /^dist\/(extension|worker|pageWorker)\.cjs$/,
  /^dist\/cli\.js$/,
  /^dist\/dict\/(jieba\.dict\.utf8|hmm_model\.utf8|idf\.utf8|stop_words\.utf8|LICENSE)$/,
  /^data\/\w+\.txt$/,
  /^(l10n\/bundle\.l10n(\.zh-cn)?|syntaxes\/[\w.-]+)\.json$/,
  /^(media|models|seeds)\/[\w.-]+$/,
  /^node_modules\/nodejieba\/(package\.json|index\.js|LICENSE|build\/Release\/nodejieba\.node)$/,
];

describe('the packaged extension', () => {
  const session = new Session();
  let root: string;
  let files: string[];

  before(async () => {
    const { dataFolder } = await startServer(session, { settings: {}, vsix: [VSIX] });
    const [extension] = (await readdir(join(dataFolder, 'extensions'))).filter((name) =>
      name.startsWith('galley.galley-'),
    );
    assert.ok(extension, 'it is installed');
    root = join(dataFolder, 'extensions', extension, sep);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll(sep, '/'));
  });

  after(async () => {
    await session.close();
  });

  it('holds nothing that it does not need', () => {
    assert.deepEqual(
      files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file))),
      [],
    );
  });

  it('holds the bundles, the dictionary, the lexicons, both languages and nodejieba', () => {
    const needed = [
      'dist/extension.cjs',
      'dist/worker.cjs',
      'dist/pageWorker.cjs',
      'dist/cli.js',
      'dist/dict/jieba.dict.utf8',
      'data/surnames.txt',
      'l10n/bundle.l10n.zh-cn.json',
      'package.nls.zh-cn.json',
      'syntaxes/newspaper.tmLanguage.json',
      'seeds/datong-daily-2022-08-10-p1.txt',
      'node_modules/nodejieba/index.js',
      'node_modules/nodejieba/build/Release/nodejieba.node',
    ];
    assert.deepEqual(
      needed.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('has a README without pictures, which VS Code does not show from a VSIX', async () => {
    const readme = await readFile(join(root, 'readme.md'), 'utf8');
    assert.match(readme, /^# Galley/);
    assert.deepEqual(readme.match(/!\[.*|<img.*/g), null);
  });
});
