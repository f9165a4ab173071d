// @ts-check
// A running VS Code server on loopback, and what is installed into it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { NODE } from '../native.mjs';
import { installServer } from './install.mjs';
import { run } from './processes.mjs';

/** @import { ChildProcess } from 'node:child_process' */
/** @import { Session } from './processes.mjs' */

/** How long the server may take to answer, in milliseconds; it takes a third of a second. */
const START_LIMIT = 30_000;

/** What has code-server know no marketplace, which the workbench otherwise asks at each start. No setting does that. */
const NO_GALLERY = { EXTENSIONS_GALLERY: '{}' };

/**
 * @typedef {object} ServerOptions
 * @property {Readonly<Record<string, unknown>>} settings user settings
 * @property {string} [language] the display language, such as `zh-cn`: that of extensions; VS Code's own words stay
 *   English, for want of its language pack
 * @property {string[]} [vsix] extension files to install
 * @property {boolean} [testDriver] let a page bring a test payload
 * @property {NodeJS.ProcessEnv} [env] added to the environment of the extension host
 */

/**
 * @typedef {object} Server
 * @property {string} url without a slash at its end
 * @property {string} authority host and port, as in `vscode-remote://AUTHORITY/…`
 * @property {string} dataFolder all the server keeps
 * @property {ChildProcess} process
 * @property {() => string} log what it has printed
 */

/**
 * Starts a server with data and extension folders of its own, on a port that the system picks. It ends, and its
 * data goes, with the session.
 * @param {Session} session
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(session, { settings, language, vsix = [], testDriver = false, env = {} }) {
  const main = await installServer();
  const dataFolder = await session.folder('galley-');
  const userFolder = join(dataFolder, 'data/User');
  await mkdir(userFolder, { recursive: true });
  await writeFile(join(userFolder, 'settings.json'), JSON.stringify(settings, null, 2));
  if (language) await setLanguage(dataFolder, language);
  const folders = ['--server-data-dir', dataFolder, '--extensions-dir', join(dataFolder, 'extensions')];
  const terms = ['--accept-server-license-terms', '--telemetry-level', 'off'];
  for (const file of vsix) {
    await run(NODE, [main, '--install-extension', file, '--force', ...folders, ...terms], {
      env: cleanEnvironment(NO_GALLERY),
    });
  }
  const child = session.start(
    NODE,
    [
      main,
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--without-connection-token',
      ...folders,
      ...terms,
      ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: cleanEnvironment({ ...NO_GALLERY, ...env }) },
  );
  let printed = '';
  const port = await new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ bytes) => {
      printed += bytes.toString();
      const found = /Extension host agent listening on (\d+)/.exec(printed);
      if (found) resolve(Number(found[1]));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`VS Code's server ended with ${code}:\n${printed}`)));
    setTimeout(() => reject(new Error(`VS Code's server does not start:\n${printed}`)), START_LIMIT).unref();
  });
  const url = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${url}/version`, { signal: AbortSignal.timeout(START_LIMIT) });
  if (!answer.ok) throw new Error(`VS Code's server answers ${answer.status} to ${url}/version`);
  return { url, authority: `127.0.0.1:${port}`, dataFolder, process: child, log: () => printed };
}

/**
 * Has the workbench take a display language: with a language pack of no words, as if one were installed.
 * @param {string} dataFolder
 * @param {string} language
 */
async function setLanguage(dataFolder, language) {
  const pack = join(dataFolder, 'language.json');
  await writeFile(pack, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'test.language-pack' }, version: '1.0.0' }];
  const packs = { [language]: { hash: 'empty', label: language, extensions, translations: { vscode: pack } } };
  await writeFile(join(dataFolder, 'data/languagepacks.json'), JSON.stringify(packs));
  await writeFile(join(dataFolder, 'data/User/argv.json'), JSON.stringify({ locale: language }));
}

/**
 * An environment in which the server does not take itself for a part of another VS Code or of an npm script.
 * @param {NodeJS.ProcessEnv} added
 */
function cleanEnvironment(added) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_|ELECTRON_)/i.test(name));
  return { ...Object.fromEntries(kept), ...added };
}

/**
 * The address of a folder in the served workbench.
 * @param {Server} server
 * @param {string} folder absolute
 * @param {[string, string][]} [payload] what the workbench is told at its start
 */
export function folderAddress(server, folder, payload = []) {
  const path = folder.split(/[\\/]/).map(encodeURIComponent).join('/');
  const query = `folder=${path}`;
  return `${server.url}/?${query}${payload.length ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : ''}`;
}

/** A file or folder of this machine as the served workbench names it. @param {Server} server @param {string} path */
export function remoteUri(server, path) {
  return `vscode-remote://${server.authority}${path.split(/[\\/]/).map(encodeURIComponent).join('/')}`;
}
