// @ts-check
// `npm test`: every part of the tests, two at a time, each with its failures in full; then one table and the line
// `N passed, N failed`. Fails when a part fails or ran no test.
//
//   node scripts/test.mjs [PART …]    some parts, and what they need
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { browserReady } from './vscode/browser.mjs';
import { installServer } from './vscode/install.mjs';
import { Session } from './vscode/processes.mjs';
import { inProject, ROOT } from './vscode/project.mjs';

/** How many parts run at once. */
const LANES = 2;
/** When a part is given up, in milliseconds. */
const LIMIT = 900_000;

/** @typedef {import('./reporter.mjs').TestReport} TestReport */
/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[][]} [commands] what the project's Node runs, one after the other
 * @property {() => Promise<unknown>} [prepare] instead of commands: something that other parts need and that is no test
 * @property {boolean} [mocha] whether it counts its tests; a part that does not is one test
 * @property {string[]} [needs] parts that must have passed before
 * @property {boolean} [browser] whether it draws in a browser: two such parts at once take each other's time
 * @property {RegExp} [idle] what it prints where there is nothing for it to test
 */
/** @typedef {{ part: Part, passed: number, failed: number, seconds: number }} Outcome */

const MOCHA = inProject('node_modules/mocha/bin/mocha.js');
/** @param {string} folder @param {string[]} options */
const mocha = (folder, ...options) => [[MOCHA, ...options, `test/${folder}/**/*.test.ts`]];
const TSC = inProject('node_modules/typescript/bin/tsc');

/** Longest first, so that the lanes end together. @type {Part[]} */
const PARTS = [
  { name: 'build', commands: [['scripts/package.mjs'], ['esbuild.mjs', '--tests']] },
  { name: 'vscode', prepare: async () => Promise.all([installServer(), browserReady()]) },
  { name: 'ui', commands: mocha('ui', '--timeout', '60000'), mocha: true, browser: true, needs: ['build', 'vscode'] },
  { name: 'host', commands: [['scripts/testHost.mjs']], mocha: true, browser: true, needs: ['build', 'vscode'] },
  {
    name: 'lint',
    commands: [
      [inProject('node_modules/eslint/bin/eslint.js'), '.'],
      [
        inProject('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.mjs',
        'src',
      ],
    ],
  },
  { name: 'format', commands: [[inProject('node_modules/prettier/bin/prettier.cjs'), '--check', '.']] },
  { name: 'types', commands: [[TSC], [TSC, '-p', 'test/ui']] },
  { name: 'node', commands: mocha('node'), mocha: true, needs: ['build'] },
  { name: 'cli', commands: mocha('cli'), mocha: true, needs: ['build'] },
  { name: 'core', commands: mocha('core'), mocha: true },
  { name: 'grammar', commands: mocha('grammar'), mocha: true },
  { name: 'score', commands: [['scripts/score.mjs', '--check']], needs: ['build'], idle: /^Not scored: .*/m },
];

const session = new Session();

/** Runs one part to its end. @param {Part} part @returns {Promise<Outcome>} */
async function runPart(part) {
  const began = performance.now();
  let output = '';
  let ok = true;
  const report = join(await reports, `${part.name}.json`);
  try {
    await part.prepare?.();
    for (const command of part.commands ?? []) {
      const { code, text } = await runCommand(command, { GALLEY_TEST_REPORT: report });
      output += text;
      ok = code === 0;
      if (!ok) break;
    }
  } catch (error) {
    output += /** @type {Error} */ (error).stack;
    ok = false;
  }
  const idle = part.idle?.exec(output)?.[0];
  const counts = part.commands !== undefined && !idle;
  const counted = part.mocha ? await readReport(report) : { passed: ok && counts ? 1 : 0, failed: 0 };
  // Nothing counted, or no failure counted though the process failed: that is a failure of its own.
  const failed = Math.max(counted.failed, ok && (counted.passed > 0 || !counts) ? 0 : 1);
  const outcome = { part, passed: counted.passed, failed, seconds: (performance.now() - began) / 1000 };
  if (session.closing) return outcome;
  console.log(`${failed ? '✘' : '✔'} ${part.name} (${outcome.seconds.toFixed(1)} s)${idle ? `: ${idle}` : ''}`);
  if (failed) console.log(`\n${output.trim() || `${part.name} ran no test`}\n`);
  return outcome;
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env */
async function runCommand(args, env) {
  const child = session.start(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } });
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (more) => (text += more));
  child.stderr?.setEncoding('utf8').on('data', (more) => (text += more));
  const timer = setTimeout(() => {
    text += `\ngiven up after ${LIMIT / 1000} s\n`;
    void session.stop(child);
  }, LIMIT);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearTimeout(timer);
  return { code: /** @type {number | null} */ (code), text };
}

/** @param {string} path @returns {Promise<TestReport>} */
async function readReport(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // The process ended before its tests did; the caller makes a failure of it.
    return { passed: 0, failed: 0 };
  }
}

/** The parts with these names and what they need. @param {string[]} names */
function choose(names) {
  if (names.length === 0) return PARTS;
  const chosen = new Set(names);
  for (const name of chosen) {
    const part = PARTS.find((each) => each.name === name);
    if (!part) throw new Error(`no part ${name}: ${PARTS.map((each) => each.name).join(' ')}`);
    for (const needed of part.needs ?? []) chosen.add(needed);
  }
  return PARTS.filter(({ name }) => chosen.has(name));
}

/** Runs parts in their order, each when what it needs is there. @param {Part[]} parts @returns {Promise<Outcome[]>} */
async function runAll(parts) {
  /** @type {Outcome[]} */
  const outcomes = [];
  const waiting = [...parts];
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  let inBrowser = false;
  const outcomeOf = (/** @type {string} */ name) => outcomes.find(({ part }) => part.name === name);
  while ((waiting.length > 0 && !session.closing) || running.size > 0) {
    const next = waiting.findIndex(
      ({ browser, needs = [] }) => needs.every((name) => outcomeOf(name)) && !(browser && inBrowser),
    );
    if (next >= 0 && running.size < LANES && !session.closing) {
      const [part] = /** @type {[Part]} */ (waiting.splice(next, 1));
      const missing = part.needs?.find((name) => outcomeOf(name)?.failed);
      if (missing) {
        console.log(`✘ ${part.name} (cannot run: ${missing} failed)`);
        outcomes.push({ part, passed: 0, failed: 1, seconds: 0 });
        continue;
      }
      if (part.browser) inBrowser = true;
      const run = runPart(part).then((outcome) => {
        outcomes.push(outcome);
        if (part.browser) inBrowser = false;
        running.delete(run);
      });
      running.add(run);
    } else {
      await Promise.race(running);
    }
  }
  return parts.flatMap(({ name }) => outcomeOf(name) ?? []);
}

/** @param {Outcome[]} outcomes @param {number} seconds */
function printTable(outcomes, seconds) {
  const width = Math.max(...outcomes.map(({ part }) => part.name.length));
  console.log(`\n${'part'.padEnd(width)}  passed  failed  seconds`);
  for (const outcome of outcomes) {
    const cells = [
      String(outcome.passed).padStart(6),
      String(outcome.failed).padStart(6),
      outcome.seconds.toFixed(1).padStart(7),
    ];
    console.log(`${outcome.part.name.padEnd(width)}  ${cells.join('  ')}`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\nin ${seconds.toFixed(0)} s`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}

const reports = session.folder('galley-reports-');
try {
  const began = performance.now();
  const outcomes = await runAll(choose(process.argv.slice(2)));
  if (!session.closing) printTable(outcomes, (performance.now() - began) / 1000);
  if (outcomes.some(({ failed }) => failed > 0)) process.exitCode = 1;
} finally {
  await session.close();
}
