// @ts-check
// Runs the host tests inside the extension host of a real VS Code, which a browser opens:
//
//   node scripts/testHost.mjs [--grep WORDS]
//
// The built bundles are tested: `npm run test:host` builds them first.
import { launchBrowser } from './vscode/browser.mjs';
import { HOST_SUITE, hostEnvironment, temporaryWorkspace } from './vscode/hostRun.mjs';
import { Session } from './vscode/processes.mjs';
import { ROOT } from './vscode/project.mjs';
import { folderAddress, remoteUri, startServer } from './vscode/server.mjs';
import { TEST_SETTINGS } from './vscode/settings.mjs';

/** When a run is given up, in milliseconds. */
const LIMIT = 600_000;

const session = new Session();
try {
  const env = await hostEnvironment(session);
  const workspace = await temporaryWorkspace(session);
  const server = await startServer(session, { settings: TEST_SETTINGS, testDriver: true, env });
  const page = await (await launchBrowser(session)).newPage();
  /** @type {string[]} */
  const said = [];
  page.on('console', (message) => said.push(`[${message.type()}] ${message.text()}`));

  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => reject(new Error('The browser page crashed.')));
    setTimeout(() => reject(new Error(`The host tests did not end within ${LIMIT / 1000} s.`)), LIMIT).unref();
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    said.push(`[${type}] ${args.join(' ')}`);
  });
  await page.goto(
    folderAddress(server, workspace, [
      ['extensionDevelopmentPath', remoteUri(server, ROOT.replace(/[\\/]$/, ''))],
      ['extensionTestsPath', remoteUri(server, HOST_SUITE)],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ]),
  );
  const code = await ended.catch((error) => {
    console.error(`${error.message}\n${server.log()}\n${said.join('\n')}`);
    return 1;
  });
  if (code !== 0) process.exitCode = 1;
} finally {
  await session.close();
}
