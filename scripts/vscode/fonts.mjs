// @ts-check
// Chinese fonts for a browser on a machine that has none: Noto Sans SC (OFL), which the npm package brings as a
// hundred WOFF2 slices. The browser takes system fonts as TrueType only, so they are unpacked once.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { run } from './processes.mjs';
import { cached, inProject } from './project.mjs';

const require = createRequire(import.meta.url);
const PACKAGE = '@fontsource-variable/noto-sans-sc';

/**
 * What to add to the browser's environment so that it can write Chinese; empty where the system can.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function fontEnvironment() {
  if (process.platform !== 'linux' || (await systemHasChinese())) return {};
  const packageFile = require.resolve(`${PACKAGE}/package.json`);
  const { version } = JSON.parse(await readFile(packageFile, 'utf8'));
  const folder = await cached(`fonts-${version}`, (draft) => unpack(join(dirname(packageFile), 'files'), draft));
  const config = inProject('.cache', `fonts-${version}.conf`);
  await writeFile(config, fontConfig(folder));
  return { FONTCONFIG_FILE: config };
}

async function systemHasChinese() {
  try {
    return (await run('fc-list', [':lang=zh', 'file'])).trim() !== '';
  } catch {
    // No fontconfig on this machine: then it has no font that it would find either.
    return false;
  }
}

/** @param {string} source @param {string} target */
async function unpack(source, target) {
  const decompress = /** @type {(font: Buffer) => Promise<Uint8Array>} */ (require('wawoff2').decompress);
  for (const name of await readdir(source)) {
    if (!name.endsWith('.woff2')) continue;
    await writeFile(join(target, name.replace('.woff2', '.ttf')), await decompress(await readFile(join(source, name))));
  }
}

/** @param {string} folder */
function fontConfig(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`;
}
