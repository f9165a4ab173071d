// @ts-check
// Scores the built command line against hand-annotated pages and prints the figures.
//
//   npm run score                     the sample page, where its annotation lies beside the project
//   npm run score -- --check          … and fails below the floors
//   npm run score -- --verbose        … and prints what is missed and what is wrong
//   npm run score -- --shared DIR     the folder that holds tools/score.mjs, gold/ and the pages seeds/
//
// The annotation is no part of the project: without it there is nothing to measure, which is said and is no failure.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean' },
    verbose: { type: 'boolean' },
    shared: { type: 'string', default: join(ROOT, '../shared') },
  },
});

/** The least F1 of each figure. @type {Readonly<Record<string, number>>} */
const FLOORS = {
  'article start': 1,
  'article extent': 1,
  headline: 1,
  byline: 1,
  credit: 1,
  continuation: 1,
  'split paragraph': 1,
  'entities all': 0.9,
  'entities PER': 0.97,
  'person titles': 0.9,
};

const shared = resolve(options.shared);
const scorer = join(shared, 'tools/score.mjs');
const missing = [scorer, join(shared, 'gold'), join(shared, 'seeds')].find((path) => !existsSync(path));
if (missing) {
  console.log(`Not scored: the annotated pages are not on this machine (no ${missing}).`);
} else {
  process.exitCode = score();
}

/** Prints the figures; gives the exit status. */
function score() {
  /** @param {string[]} more */
  const run = (...more) =>
    execFileSync('node', [scorer, 'pages', join(shared, 'seeds'), join(shared, 'gold'), '--cli', 'node dist/cli.js', ...more], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  if (options.verbose) process.stdout.write(run('--verbose'));
  /** @type {Record<string, { precision: number, recall: number, f1: number, gold: number }>} */
  const figures = JSON.parse(run('--json'));
  const below = [];
  console.log('                       precision  recall     F1   floor   gold');
  for (const [name, { precision, recall, f1, gold }] of Object.entries(figures)) {
    const floor = FLOORS[name];
    const failed = floor !== undefined && f1 < floor;
    if (failed) below.push(name);
    const cells = [precision, recall, f1].map((figure) => figure.toFixed(3).padStart(7));
    const mark = failed ? '  below the floor' : '';
    console.log(`${name.padEnd(24)}${cells.join(' ')} ${floor?.toFixed(2).padStart(7) ?? ' '.repeat(7)} ${String(gold).padStart(6)}${mark}`);
  }
  const unknown = Object.keys(FLOORS).filter((name) => !(name in figures));
  for (const name of unknown) console.log(`${name}: not measured`);
  return options.check && below.length + unknown.length > 0 ? 1 : 0;
}
