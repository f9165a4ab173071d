// @ts-check
// What must be compiled. npm compiles nodejieba where no prebuilt file can be downloaded, and for that wants Node's
// headers from nodejs.org. Where that cannot be reached either, npm leaves nodejieba out (it is an optional
// dependency): then it is installed here, with the headers that the npm package of Node itself brings.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

import { run } from './vscode/processes.mjs';
import { cached, inProject, ROOT, say } from './vscode/project.mjs';

const OWN_NODE = inProject('node_modules/node/bin/node');

/** The Node that the project's scripts and the served VS Code run with: version 24, a development dependency. */
export const NODE = existsSync(OWN_NODE) ? OWN_NODE : process.execPath;

/** Installs nodejieba where `npm ci` could not. Throws, with the compiler's words, where that fails as well. */
export async function ensureSegmenter() {
  const built = inProject('node_modules/nodejieba/build/Release/nodejieba.node');
  if (existsSync(built)) return;
  say('nodejieba is not there: installing it again, with the headers of Node that npm has …');
  const env = await npmEnvironment({ headers: true });
  // npm says nothing of an optional dependency that fails, but shows what its script prints.
  const printed = await run('npm', ['install', '--no-save', '--foreground-scripts', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    env,
  });
  if (!existsSync(built)) throw new Error(`nodejieba cannot be installed:\n${printed}`);
}

/**
 * The environment for npm in a folder of its own: Node 24 comes first, and what `npm run` sets for this project is
 * left out. With `headers`, those that npm has for this Node, unless the user's configuration names some.
 * @param {{ headers: boolean }} wanted
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function npmEnvironment({ headers }) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?!config_(cache|registry|userconfig)$)/i.test(name),
  );
  /** @type {NodeJS.ProcessEnv} */
  const env = Object.fromEntries(kept);
  env['PATH'] = [dirname(NODE), env['PATH'] ?? ''].join(delimiter);
  // Windows needs a library to link with beside the headers, which that package does not bring.
  if (!headers || process.platform === 'win32') return env;
  const configured = (await run('npm', ['config', 'get', 'nodedir'], { env })).trim();
  if (!existsSync(configured)) env['npm_config_nodedir'] = await nodeHeaders(env);
  return env;
}

/** @param {NodeJS.ProcessEnv} env */
async function nodeHeaders(env) {
  const { version } = JSON.parse(await readFile(inProject('node_modules/node/package.json'), 'utf8'));
  const name = `node-${process.platform}-${process.arch}`;
  const folder = await cached(`node-headers-${version}`, async (draft) => {
    await writeFile(join(draft, 'package.json'), JSON.stringify({ private: true }));
    await run('npm', ['install', `${name}@${version}`, '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: draft,
      env,
    });
  });
  return join(folder, 'node_modules', name);
}
