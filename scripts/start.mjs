// @ts-check
// Serves a real VS Code with the extension in it:
//
//   npm start                the folder seeds/, with the sample page in front
//   npm start -- FOLDER      another folder
//   npm start -- --lang zh-cn
//
// Builds, packages, installs, and prints the address; opens the browser where there is a desktop. Ctrl+C ends all.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { packageExtension } from './package.mjs';
import { Session } from './vscode/processes.mjs';
import { inProject, SAMPLE_PAGE, say, VSIX } from './vscode/project.mjs';
import { folderAddress, remoteUri, startServer } from './vscode/server.mjs';
import { QUIET_SETTINGS } from './vscode/settings.mjs';

/** Shows an address in the desktop's browser; where there is no desktop, nothing. @param {string} address */
function openBrowser(address) {
  const { platform, env } = process;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return;
  const [command, ...args] =
    platform === 'darwin'
      ? ['open', address]
      : platform === 'win32'
        ? ['cmd', '/c', 'start', '""', address.replaceAll('&', '^&')]
        : ['xdg-open', address];
  const child = spawn(/** @type {string} */ (command), args, { stdio: 'ignore', detached: true });
  child.once('error', (error) => say(`no browser could be opened (${error.message})`));
  child.unref();
}

const session = new Session();
try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { lang: { type: 'string', default: 'en' } },
  });
  const folder =
    positionals[0] === undefined ? inProject('seeds') : resolve(process.env['INIT_CWD'] ?? '.', positionals[0]);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`not a folder: ${folder}`);
  say('building and packaging …');
  await packageExtension();
  const server = await startServer(session, { settings: QUIET_SETTINGS, language: values.lang, vsix: [VSIX] });
  const sample = remoteUri(server, inProject('seeds', SAMPLE_PAGE));
  const address = folderAddress(server, folder, positionals[0] === undefined ? [['openFile', sample]] : []);
  console.log(`\n  ${address}\n`);
  say(`VS Code shows ${folder} there. Ctrl+C ends it.`);
  openBrowser(address);
  const [code] = await once(server.process, 'close');
  if (!session.closing) throw new Error(`VS Code's server ended with ${code}:\n${server.log()}`);
} catch (error) {
  say(/** @type {Error} */ (error).message);
  process.exitCode = 1;
} finally {
  await session.close();
}
