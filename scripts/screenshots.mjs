// @ts-check
// Takes the README's pictures again, from the packaged extension in a real VS Code, into media/screenshots/:
//
//   npm run screenshots
//
// It runs the test that takes them; in `npm test` they go to out/screenshots/.
import { packageExtension } from './package.mjs';
import { run } from './vscode/processes.mjs';
import { inProject, ROOT } from './vscode/project.mjs';

await packageExtension();
await run(
  process.execPath,
  [inProject('node_modules/mocha/bin/mocha.js'), '--timeout', '60000', 'test/ui/pictures.test.ts'],
  {
    cwd: ROOT,
    env: { ...process.env, GALLEY_SCREENSHOTS: 'media/screenshots' },
    show: true,
  },
);
