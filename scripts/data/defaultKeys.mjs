#!/usr/bin/env node
// Writes test/fixtures/defaultKeys.tsv: VS Code's own bindings of the keys that Galley binds, on the three systems.
// Run it when Galley gets a key or VS Code a version: node scripts/data/defaultKeys.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { launchBrowser } from '../vscode/browser.mjs';
import { normalKey, ownKeys, SYSTEMS } from '../vscode/keys.mjs';
import { Session } from '../vscode/processes.mjs';
import { inProject, ROOT, say } from '../vscode/project.mjs';
import { folderAddress, remoteUri, startServer } from '../vscode/server.mjs';
import { TEST_SETTINGS } from '../vscode/settings.mjs';

/** What a browser on each system says it runs on: the workbench takes its keys from it. */
const AGENTS = { linux: 'X11; Linux x86_64', mac: 'Macintosh; Intel Mac OS X 10_15_7', windows: 'Windows NT 10.0; Win64' };

/** Runs in the extension host in place of a suite of tests: it can read what the command shows a person. */
const READER = `
exports.run = async () => {
  const { Uri, workspace, version } = require('vscode');
  const keys = await workspace.openTextDocument(Uri.parse('vscode://defaultsettings/keybindings.json'));
  require('node:fs').writeFileSync(process.env.GALLEY_KEYS, JSON.stringify({ version, text: keys.getText() }));
};
`;

const { contributes } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const session = new Session();
try {
  const folder = join(await session.folder('galley-keys-'), 'folder');
  await mkdir(folder);
  const reader = join(folder, 'reader.cjs');
  const output = join(folder, 'keys.json');
  await writeFile(reader, READER);
  const server = await startServer(session, {
    settings: TEST_SETTINGS,
    testDriver: true,
    env: { GALLEY_KEYS: output },
  });
  const browser = await launchBrowser(session);
  const rows = [];
  let made = '';
  for (const system of SYSTEMS) {
    const page = await browser.newPage({ userAgent: `Mozilla/5.0 (${AGENTS[system]}) AppleWebKit/537.36 Chrome/147.0` });
    const ended = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', () => undefined);
    const payload = [
      ['extensionDevelopmentPath', remoteUri(server, ROOT.replace(/[\\/]$/, ''))],
      ['extensionTestsPath', remoteUri(server, reader)],
      ['skipWelcome', 'true'],
    ];
    await page.goto(folderAddress(server, folder, payload));
    const code = await ended;
    if (code !== 0) throw new Error(`reading the keys of ${system} ended with ${code}`);
    await page.close();
    const { version, text } = JSON.parse(await readFile(output, 'utf8'));
    made = version;
    const json = text.slice(text.indexOf('['), text.lastIndexOf(']') + 1).replace(/^\s*\/\/.*$/gm, '');
    const own = ownKeys(contributes.keybindings, system);
    const met = JSON.parse(json)
      .filter(({ command }) => !command.startsWith('galley.'))
      .map((binding) => ({ ...binding, key: normalKey(binding.key) }))
      .filter(({ key }) => own.some((one) => key === one || key.startsWith(`${one} `)));
    say(`${system}: ${own.length} keys of Galley, ${met.length} bindings of VS Code`);
    rows.push(...met.map(({ key, command, when = '-' }) => [system, key, command, when].join('\t')).sort());
  }
  const head = [
    `# VS Code's own bindings of the keys that Galley binds, as ${made} served to a browser on each system lists them in`,
    '# "Open Default Keyboard Shortcuts (JSON)". Made by scripts/data/defaultKeys.mjs, for these keys:',
    ...SYSTEMS.map((system) => `# ${system}\t${ownKeys(contributes.keybindings, system).join('\t')}`),
    '# Below: system, key, command, when (- for always); tabs between them.',
  ];
  writeFileSync(inProject('test/fixtures/defaultKeys.tsv'), [...head, ...rows, ''].join('\n'));
} finally {
  await session.close();
}
