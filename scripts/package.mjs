// @ts-check
// Packages the extension for this machine's platform as galley-PLATFORM.vsix. The VSIX holds nodejieba's native
// part, so that there is one for each platform, made on that platform. What goes in is listed in .vscodeignore.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { run } from './vscode/processes.mjs';
import { inProject, PLATFORM, ROOT, VSIX } from './vscode/project.mjs';

/** The README that goes into the VSIX, by its path in the project. */
const README = 'out/package/README.md';

/** Builds for production and writes the VSIX; returns the list of what it holds. Throws with the build's errors. */
export async function packageExtension() {
  const vsce = inProject('node_modules/@vscode/vsce/vsce');
  await writeReadme();
  const options = ['--target', PLATFORM, '--out', VSIX, '--readme-path', README];
  const links = ['--allow-missing-repository', '--no-rewrite-relative-links'];
  return (await run(process.execPath, [vsce, 'package', ...options, ...links], { cwd: ROOT })).trim();
}

/**
 * The project's README without its pictures. VS Code shows those of an extension's page from the web only, never from
 * the VSIX, so that they would be a megabyte of broken pictures.
 */
async function writeReadme() {
  const readme = await readFile(inProject('README.md'), 'utf8');
  await mkdir(dirname(inProject(README)), { recursive: true });
  await writeFile(inProject(README), readme.replaceAll(/^!\[.*\]\(media\/.*\)\n\n?/gm, ''));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await packageExtension());
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
