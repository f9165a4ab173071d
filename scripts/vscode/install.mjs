// @ts-check
// VS Code's own server and web workbench, from the npm package code-server, in `.cache/vscode-VERSION/`.
// That package's own install wants Kerberos headers and compiles what is not needed here, hence the three steps.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

import { cached, inProject, say } from './project.mjs';
import { run } from './processes.mjs';

/** The version of code-server; 4.139.1 is VS Code 1.139. */
export const SERVER_VERSION = '4.139.1';

/** The native modules without which the server does not start. */
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];

/** Where VS Code lies inside the installation. */
const VSCODE = 'node_modules/code-server/lib/vscode';

/** The Node that the server runs with: it wants version 24, which the project has as a development dependency. */
export const NODE = existsSync(inProject('node_modules/node/bin/node'))
  ? inProject('node_modules/node/bin/node')
  : process.execPath;

/**
 * Installs the server where it is not there yet (about half a minute) and returns the path of its main file.
 * @returns {Promise<string>}
 */
export async function installServer() {
  const folder = await cached(`vscode-${SERVER_VERSION}`, async (draft) => {
    say(`fetching VS Code (code-server ${SERVER_VERSION}) from npm into .cache/, once, about half a minute …`);
    const began = performance.now();
    await writeFile(join(draft, 'package.json'), JSON.stringify({ private: true }));
    const env = npmEnvironment();
    const npm = (/** @type {string} */ cwd, /** @type {string[]} */ ...args) => run('npm', args, { cwd, env });
    const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts'];
    await npm(draft, 'install', `code-server@${SERVER_VERSION}`, ...quiet);
    await npm(join(draft, VSCODE), 'install', '--omit=dev', ...quiet);
    await npm(join(draft, VSCODE), 'rebuild', ...NATIVE_MODULES);
    say(`VS Code is there (${Math.round((performance.now() - began) / 1000)} s)`);
  });
  return join(folder, VSCODE, 'out/server-main.js');
}

/**
 * The environment for npm: Node 24 comes first, and its own headers are used for what is compiled, so that
 * none need be downloaded. What `npm run` sets for this project is not for the other one.
 * @returns {NodeJS.ProcessEnv}
 */
function npmEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(cache|registry|userconfig)$)/i.test(name));
  /** @type {NodeJS.ProcessEnv} */
  const env = Object.fromEntries(kept);
  env['PATH'] = [dirname(NODE), env['PATH'] ?? ''].join(delimiter);
  const headers = inProject(`node_modules/node/node_modules/node-${process.platform}-${process.arch}`);
  if (existsSync(join(headers, 'include/node/node_api.h'))) env['npm_config_nodedir'] = headers;
  return env;
}
