// @ts-check
// A Chromium for the workbench: the one that CHROME_PATH names, else one that is installed, else the one that
// the npm package @sparticuz/chromium brings (Linux; with the libraries that a bare machine lacks).
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

import { fontEnvironment } from './fonts.mjs';
import { run } from './processes.mjs';
import { cached } from './project.mjs';

/** @import { Browser } from 'playwright-core' */
/** @import { Session } from './processes.mjs' */

const require = createRequire(import.meta.url);

/**
 * A headless Chromium that ends with the session.
 * @param {Session} session
 * @returns {Promise<Browser>}
 */
export async function launchBrowser(session) {
  const { path, env } = await browserReady();
  const browser = await chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  session.defer(() => browser.close());
  return browser;
}

/**
 * The browser's program and what it needs in its environment, all unpacked.
 * @returns {Promise<{ path: string, env: NodeJS.ProcessEnv }>}
 */
export async function browserReady() {
  const [{ path, env }, fonts] = await Promise.all([findBrowser(), fontEnvironment()]);
  return { path, env: { ...env, ...fonts } };
}

/** @returns {Promise<{ path: string, env: NodeJS.ProcessEnv }>} */
async function findBrowser() {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
    return { path: named, env: {} };
  }
  const installed = usualPlaces().find((path) => existsSync(path));
  if (installed) return { path: installed, env: {} };
  if (process.platform !== 'linux') throw new Error('No Chrome, Chromium or Edge found: set CHROME_PATH to one.');
  return unpackBrowser();
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']];
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.flatMap((root) => (root ? programs.map((program) => join(root, program)) : []));
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @returns {Promise<{ path: string, env: NodeJS.ProcessEnv }>} */
async function unpackBrowser() {
  const main = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(join(main, '../../../package.json'), 'utf8'));
  const folder = await cached(`chromium-${version}`, async (draft) => {
    // The package unpacks into the system's folder for temporary files, where others may write as well; a
    // process of its own gets another one. Named as the cloud it is made for, it unpacks the libraries too.
    const script = `require(${JSON.stringify(main)}).executablePath();`;
    await run(process.execPath, ['-e', script], {
      env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
  });
  const path = join(folder, 'chromium');
  const linked = await run('ldd', [path]).catch(() => '');
  return {
    path,
    env: linked.includes('not found') ? { LD_LIBRARY_PATH: libraryPath(join(folder, 'al2023/lib')) } : {},
  };
}

/** @param {string} folder */
function libraryPath(folder) {
  return [folder, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
}
