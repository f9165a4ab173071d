// @ts-check
// VS Code's own server and web workbench, from the npm package code-server, in `.cache/vscode-VERSION/`.
// That package's own install wants Kerberos headers and compiles what is not needed here, hence the three steps.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { npmEnvironment } from '../native.mjs';
import { run } from './processes.mjs';
import { cached, say } from './project.mjs';

/** The version of code-server; 4.139.1 is VS Code 1.139. */
export const SERVER_VERSION = '4.139.1';

/** The native modules without which the server does not start. */
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];

/** Where VS Code lies inside the installation. */
const VSCODE = 'node_modules/code-server/lib/vscode';

/**
 * Installs the server where it is not there yet (about half a minute) and returns the path of its main file.
 * @returns {Promise<string>}
 */
export async function installServer() {
  const folder = await cached(`vscode-${SERVER_VERSION}`, async (draft) => {
    say(`fetching VS Code (code-server ${SERVER_VERSION}) from npm into .cache/, once, about half a minute …`);
    const began = performance.now();
    await writeFile(join(draft, 'package.json'), JSON.stringify({ private: true }));
    const env = await npmEnvironment({ headers: true });
    const npm = (/** @type {string} */ cwd, /** @type {string[]} */ ...args) => run('npm', args, { cwd, env });
    const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts'];
    await npm(draft, 'install', `code-server@${SERVER_VERSION}`, ...quiet);
    await npm(join(draft, VSCODE), 'install', '--omit=dev', ...quiet);
    await npm(join(draft, VSCODE), 'rebuild', ...NATIVE_MODULES);
    say(`VS Code is there (${Math.round((performance.now() - began) / 1000)} s)`);
  });
  return join(folder, VSCODE, 'out/server-main.js');
}
