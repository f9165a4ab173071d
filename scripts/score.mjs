// @ts-check
// Scores the built command line against hand-annotated text and prints the figures.
//
//   npm run score                     the sample page, where its annotation lies beside the project, and the
//                                     development parts of the corpora
//   npm run score -- --check          the sample page alone; fails below the floors
//   npm run score -- --verbose        … and prints what is missed and what is wrong
//   npm run score -- --shared DIR     the folder that holds tools/score.mjs, gold/, the pages seeds/ and corpora/
//
// The annotation is no part of the project: without it there is nothing to measure, which is said and is no failure.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
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
  const missed = score('sample page', FLOORS, 'pages', join(shared, 'seeds'), join(shared, 'gold'));
  const corpora = join(shared, 'corpora');
  if (options.check) process.exitCode = missed ? 1 : 0;
  else if (existsSync(corpora))
    for (const file of readdirSync(corpora).filter((name) => name.endsWith('-dev.bio')))
      score(file, {}, 'corpus', join(corpora, file));
}

/**
 * Prints the figures of what the scorer is run with; gives whether one is below its floor or was not measured.
 * @param {string} title @param {Readonly<Record<string, number>>} floors @param {string[]} what
 */
function score(title, floors, ...what) {
  /** @param {string[]} more */
  const run = (...more) =>
    execFileSync('node', [scorer, ...what, '--cli', 'node dist/cli.js', ...more], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  if (options.verbose) process.stdout.write(run('--verbose'));
  /** @type {Record<string, { precision: number, recall: number, f1: number, gold: number }>} */
  const figures = JSON.parse(run('--json'));
  const below = [];
  console.log(`${title.padEnd(23)}precision  recall     F1   floor   gold`);
  for (const [name, { precision, recall, f1, gold }] of Object.entries(figures)) {
    const floor = floors[name];
    const failed = floor !== undefined && f1 < floor;
    if (failed) below.push(name);
    const cells = [precision, recall, f1].map((figure) => figure.toFixed(3).padStart(7));
    const mark = failed ? '  below the floor' : '';
    console.log(
      `${name.padEnd(24)}${cells.join(' ')} ${floor?.toFixed(2).padStart(7) ?? ' '.repeat(7)} ${String(gold).padStart(6)}${mark}`,
    );
  }
  const unknown = Object.keys(floors).filter((name) => !(name in figures));
  for (const name of unknown) console.log(`${name}: not measured`);
  return below.length + unknown.length > 0;
}
