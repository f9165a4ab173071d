// @ts-check
// What the two runners of the host tests share: the workspace that the tests may write into, and what they say.
import { existsSync, readFileSync, watch } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { inProject } from './project.mjs';

/** @import { Session } from './processes.mjs' */

/** The built suite, as VS Code wants it named. */
export const HOST_SUITE = inProject('out/test/host/index.cjs');
const BUILT_NAME = 'out/test/host/index.cjs:';

/** Text in which places in the built suite are replaced by those in its sources. @param {string} text */
function withSources(text) {
  if (!text.includes(BUILT_NAME)) return text;
  const map = new SourceMap(JSON.parse(readFileSync(`${HOST_SUITE}.map`, 'utf8')));
  return text.replace(/[^\s(]*out\/test\/host\/index\.cjs:(\d+):(\d+)/g, (place, line, column) => {
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) return place;
    return `${join('out/test/host', entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/**
 * A copy of the fixture workspace, with the sample page in it, that goes with the session.
 * @param {Session} session
 * @param {Readonly<Record<string, string | Uint8Array>>} [files] more files, by their path in it
 */
export async function temporaryWorkspace(session, files = {}) {
  const folder = join(await session.folder('galley-ws-'), 'issues');
  await copyWorkspace(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Fills a folder with what the tests work on. @param {string} folder */
export async function copyWorkspace(folder) {
  await mkdir(folder, { recursive: true });
  for (const source of ['seeds', 'test/fixtures/workspace']) {
    if (existsSync(inProject(source))) await cp(inProject(source), folder, { recursive: true });
  }
}

/**
 * The environment that the suite reads, and the file that it prints to, shown here as it grows.
 * @param {Session} session
 */
export async function hostEnvironment(session) {
  const { values } = parseArgs({ options: { grep: { type: 'string', short: 'g' } } });
  const output = join(await session.folder('galley-out-'), 'output.txt');
  await writeFile(output, '');
  let shown = 0;
  const show = () => {
    const bytes = readFileSync(output).subarray(shown);
    shown += bytes.length;
    process.stdout.write(withSources(bytes.toString()));
  };
  const watcher = watch(output, show);
  session.defer(async () => {
    watcher.close();
    show();
  });
  /** @type {NodeJS.ProcessEnv} */
  const env = { GALLEY_TEST_OUTPUT: output };
  if (values.grep) env['GALLEY_TEST_GREP'] = values.grep;
  if (process.env['GALLEY_TEST_REPORT']) env['GALLEY_TEST_REPORT'] = process.env['GALLEY_TEST_REPORT'];
  if (process.stdout.isTTY) env['MOCHA_COLORS'] = '1';
  return env;
}
