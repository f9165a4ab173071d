// @ts-check
// The reporter of every test part: mocha's own lines for people, and beside them, where GALLEY_TEST_REPORT names
// a file, the outcome as JSON for scripts/test.mjs.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/**
 * @typedef {object} TestReport
 * @property {number} passed
 * @property {number} failed tests and hooks
 */

export default class Reporter extends Mocha.reporters.Spec {
  /** @param {Mocha.Runner} runner @param {Mocha.MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    const path = process.env['GALLEY_TEST_REPORT'];
    if (!path) return;
    runner.once('end', () => {
      const { passes: passed, failures: failed } = this.stats;
      writeFileSync(path, JSON.stringify(/** @type {TestReport} */ ({ passed, failed })));
    });
  }
}
