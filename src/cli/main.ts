import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Installation } from './command.ts';
import { runCli } from './run.ts';

/** The package around this file, which is dist/cli.js, or src/cli/main.ts where Node runs TypeScript. */
function installationOf(file: string): Installation {
  let root = dirname(file);
  while (!existsSync(join(root, 'package.json')) && dirname(root) !== root) root = dirname(root);
  const source = file.endsWith('.ts');
  return { root, workerPath: join(root, source ? 'src/node/worker.ts' : 'dist/worker.cjs') };
}

const { argv, env, stdin, stdout, stderr } = process;
process.exitCode = await runCli(argv.slice(2), {
  installation: installationOf(fileURLToPath(import.meta.url)),
  environment: env,
  stdin,
  stdout,
  stderr,
});
