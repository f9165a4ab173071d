// @ts-check
// Packages the extension for this machine's platform as galley-PLATFORM.vsix. The VSIX holds nodejieba's native
// part, so that there is one for each platform, made on that platform. What goes in is listed in .vscodeignore.
import { fileURLToPath } from 'node:url';

import { run } from './vscode/processes.mjs';
import { inProject, PLATFORM, ROOT, VSIX } from './vscode/project.mjs';

/** Builds for production and writes the VSIX; returns the list of what it holds. Throws with the build's errors. */
export async function packageExtension() {
  const vsce = inProject('node_modules/@vscode/vsce/vsce');
  const options = ['--target', PLATFORM, '--out', VSIX, '--allow-missing-repository', '--no-rewrite-relative-links'];
  return (await run(process.execPath, [vsce, 'package', ...options], { cwd: ROOT })).trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await packageExtension());
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
