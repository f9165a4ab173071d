import Mocha from 'mocha';
import { appendFileSync } from 'node:fs';
import { format } from 'node:util';

import Reporter from '../../scripts/reporter.mjs';

/**
 * Runs every host test inside the extension host of VS Code, which calls it. What the reporter prints goes to the
 * file that GALLEY_TEST_OUTPUT names: the process that started VS Code shows it. GALLEY_TEST_GREP chooses some
 * of the tests. Rejects when a test fails or none ran.
 */
export async function run(): Promise<void> {
  const { GALLEY_TEST_OUTPUT: output, GALLEY_TEST_GREP: grep } = process.env;
  const print = (...args: unknown[]): void => {
    if (output) appendFileSync(output, `${format(...args)}\n`);
    else console.log(...args);
  };
  Mocha.reporters.Base.consoleLog = print;
  const strict = { forbidOnly: true, forbidPending: true, failZero: true };
  const options: Mocha.MochaOptions = { ui: 'bdd', timeout: 20_000, reporter: Reporter, ...strict };
  const mocha = new Mocha(grep ? { ...options, grep } : options);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  try {
    await import('galley:tests');
  } catch (error) {
    print('The host tests cannot be loaded.', error);
    throw error;
  }
  const failures = await new Promise<number>((resolve) => void mocha.run(resolve));
  if (failures > 0) throw new Error('A host test failed, or there was none.');
}
