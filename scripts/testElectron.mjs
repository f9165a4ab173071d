// @ts-check
// Runs the host tests in desktop VS Code, which @vscode/test-electron downloads into .vscode-test/:
//
//   npm run test:electron -- [--grep WORDS]
//   VSCODE_VERSION=1.101.0 npm run test:electron     another version than the newest
//   VSCODE_PATH=/usr/bin/code npm run test:electron  one that is installed: no download
//
// On Linux without a desktop, put `xvfb-run -a` in front.
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { HOST_SUITE, hostEnvironment, temporaryWorkspace } from './vscode/hostRun.mjs';
import { Session } from './vscode/processes.mjs';
import { ROOT, say } from './vscode/project.mjs';
import { TEST_SETTINGS } from './vscode/settings.mjs';

/** The program to run, or undefined, said plainly, where it cannot be had. */
async function desktopProgram() {
  const installed = process.env['VSCODE_PATH'];
  if (installed) return installed;
  try {
    return await downloadAndUnzipVSCode({ version: process.env['VSCODE_VERSION'] ?? 'stable' });
  } catch (error) {
    say(`desktop VS Code cannot be downloaded here: ${/** @type {Error} */ (error).message}`);
    say('no test was run. `npm run test:host` runs the same suite in the VS Code that npm brings.');
    return undefined;
  }
}

const session = new Session();
try {
  const vscodeExecutablePath = await desktopProgram();
  if (vscodeExecutablePath) {
    const userData = await session.folder('galley-');
    await mkdir(join(userData, 'User'));
    await writeFile(join(userData, 'User/settings.json'), JSON.stringify(TEST_SETTINGS));
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: HOST_SUITE,
      extensionTestsEnv: await hostEnvironment(session),
      launchArgs: [
        await temporaryWorkspace(session),
        '--user-data-dir',
        userData,
        '--disable-extensions',
        '--no-sandbox',
      ],
    });
  } else {
    process.exitCode = 1;
  }
} catch (error) {
  say(/** @type {Error} */ (error).message);
  process.exitCode = 1;
} finally {
  await session.close();
}
