// @ts-check
// Measures the core on this machine and prints the figures:
//
//   npm run bench              everything
//   npm run bench -- --quick   without the texts of megabytes
//
// Times are the median of many runs and, in brackets, the fastest: on a busy machine the second is nearer to the
// cost of the work itself. What does not depend on the machine are the ratios, each within one run.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { EntityExtractor, extractEntities } from '../src/core/entities/extractEntities.ts';
import { IssueParser } from '../src/core/structure/articles/issueParser.ts';
import { lineTokensOf } from '../src/core/structure/readers/lineTokens.ts';
import { outlineOf } from '../src/core/structure/readers/outline.ts';
import { parseIssue } from '../src/core/structure/articles/parseIssue.ts';
import {
  dataDirectory,
  dictionaryDirectory,
  loadEntityLexicons,
  loadStructureLexicons,
  loadTagger,
} from '../src/node/dataFiles.ts';
import { WORKER_LIMITS } from '../src/node/analysisClient.ts';
import { loadSegmenter } from '../src/node/segmenter.ts';

const ROOT = join(import.meta.dirname, '..');
const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });

/** Characters of an issue, and its pages. */
const ISSUE = 60_000;
const PAGES = 8;
/** How often nodejieba’s dictionary is changed for Galley’s, and how often each work is measured with either. */
const ROUNDS = 12;
const TURNS = 2;
/** Characters of a full page. */
const PAGE = 7_000;

/**
 * The least throughput of extraction against `nodejieba.tag`; milliseconds of a page; the worker's start in nodejieba's
 * own, which took a second where the goal was set; its megabytes.
 */
const GOALS = { throughput: 0.3, page: 40, ready: 0.4, resident: 180 };

const structure = loadStructureLexicons(dataDirectory(ROOT));
const LINE = /^(.{6,})$/gmu;
const SENTENCE = /[^。！？；\n]{6,}/gu;
const issue = anIssue(LINE);

parsing();
if (!options.quick) size();
extraction();
startOfWorker();

/**
 * Eight pages with folios, of the sample page and the fixtures in turn. What stands on several is not the same there:
 * each longer `part` of a page, a line or a sentence, has a character of its own in its middle.
 * @param {RegExp} part
 */
function anIssue(part) {
  const fixtures = join(ROOT, 'test/fixtures/structure/pages');
  const sample = readFileSync(join(ROOT, 'seeds/datong-daily-2022-08-10-p1.txt'), 'utf8');
  const others = readdirSync(fixtures)
    .filter((name) => name.endsWith('.txt'))
    .map((name) =>
      readFileSync(join(fixtures, name), 'utf8')
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n'),
    );
  let text = '';
  for (let page = 1; page <= PAGES; page++) {
    const body = [others[page % others.length], sample, ...others].join('\n\n');
    text += `第${page}版 要闻\n\n${distinct(body, page, part).slice(0, ISSUE / PAGES - 9)}\n`;
  }
  return text.slice(0, ISSUE);
}

/**
 * The text with the character of `copy` in the middle of each `part`: what is remembered of one copy helps no other.
 * @param {string} text @param {number} copy @param {RegExp} part
 */
function distinct(text, copy, part) {
  return text.replace(
    part,
    (one) => `${one.slice(0, one.length >> 1)}${String.fromCharCode(0x4e00 + copy)}${one.slice(one.length >> 1)}`,
  );
}

function parsing() {
  const { lines, pages, articles } = parseIssue(issue, structure);
  console.log(
    `issue: ${issue.length} characters, ${lines.length} lines, ${pages.length} pages, ${articles.length} articles`,
  );
  const full = measure('full parse', 60, () => parseIssue(issue, structure));
  const parser = new IssueParser(structure);
  parser.parse(issue);
  const middle = issue.indexOf('。', issue.length / 2);
  let keys = 0;
  const key = measure('one key in its middle: parse, symbols and tokens', 200, () => {
    const again = parser.parse(issue.slice(0, middle) + '字'.repeat(1 + (keys++ % 20)) + issue.slice(middle));
    outlineOf(again);
    lineTokensOf(again);
  });
  ratio('one key to a full parse', key, full);
}

function size() {
  const cost = [1, 10].map((megabytes) => {
    const copies = Array.from({ length: Math.ceil((megabytes * 1e6) / issue.length) }, (_, copy) =>
      distinct(issue, PAGES + 1 + copy, LINE),
    );
    const text = copies.join('\n').slice(0, megabytes * 1e6);
    const time = measure(`${megabytes} million characters: parse and outline`, 5, () =>
      outlineOf(parseIssue(text, structure)),
    );
    return { median: time.median / megabytes, least: time.least / megabytes };
  });
  ratio('cost of a character at ten million to one at one million', cost[1], cost[0]);
  measure('300,000 lines of one character: parse and outline', 3, () =>
    outlineOf(parseIssue('字\n王\n。\n'.repeat(100_000), structure)),
  );
}

function extraction() {
  const dictionary = dictionaryDirectory(ROOT);
  if (!existsSync(dictionary)) {
    console.log('extraction: not measured, since there is no dist/dict; npm run build makes it');
    return;
  }
  const nodejieba = createRequire(import.meta.url)('nodejieba');
  let segmenter = loadSegmenter(dictionary);
  const lexicons = loadEntityLexicons(dataDirectory(ROOT));
  const tagger = loadTagger(ROOT, lexicons);
  const parsed = parseIssue(issue, structure);
  // As a paper prints them: the other sentences of the issue’s lines stand on several of its pages.
  const once = parseIssue(anIssue(SENTENCE), structure);
  /** @param {string} name @param {() => unknown} work */
  const measured = (name, work) => ({ name, work, times: /** @type {number[]} */ ([]) });
  const asItComes = measured('nodejieba.tag on the issue’s text', () => nodejieba.tag(issue));
  const works = /** @type {const} */ ([
    measured('the same with Galley’s dictionary', () => nodejieba.tag(issue)),
    measured('extraction from the issue without the tagger', () =>
      extractEntities({ issue: parsed, segmenter }, lexicons),
    ),
    measured('extraction from the issue', () => extractEntities({ issue: parsed, segmenter }, lexicons, tagger)),
    measured('extraction where no sentence stands twice', () =>
      extractEntities({ issue: once, segmenter }, lexicons, tagger),
    ),
  ]);
  const [tagging, withRules, extracting, extractingOnce] = works;
  measureInTurn(
    10,
    works.map((work) => ({ ...work, times: [] })),
  );
  // nodejieba holds one dictionary at a time: the one that it brings and Galley's, in turn.
  for (let round = 0; round < ROUNDS; round++) {
    nodejieba.load();
    measureInTurn(TURNS, [asItComes]);
    segmenter = loadSegmenter(dictionary);
    measureInTurn(TURNS, works);
  }
  const whole = roundByRound(extracting, asItComes);
  for (const work of [asItComes, ...works]) told(work);
  console.log(`  extraction without the tagger to nodejieba.tag: ${roundByRound(withRules, asItComes).toFixed(2)}`);
  console.log(`  extraction to nodejieba.tag with Galley’s dictionary: ${turnByTurn(extracting, tagging).toFixed(2)}`);
  console.log(`  extraction to nodejieba.tag: ${whole.toFixed(2)}`);
  goal('throughput of extraction in that of nodejieba.tag', 1 / whole, GOALS.throughput, true);
  console.log(`  … where no sentence stands twice: ${(1 / roundByRound(extractingOnce, asItComes)).toFixed(2)}`);

  const page = issue.slice(0, PAGE);
  const warm = measure(`a page of ${PAGE} characters from text to entities`, 40, () =>
    extractEntities({ issue: parseIssue(page, structure), segmenter }, lexicons, tagger),
  );
  goal('milliseconds for a page', warm.least, GOALS.page, false);

  let asked = 0;
  const counting = { tag: (/** @type {string} */ text) => ((asked += text.length), segmenter.tag(text)) };
  const parser = new IssueParser(structure);
  const extractor = new EntityExtractor(lexicons, tagger);
  extractor.extract({ issue: parser.parse(issue), segmenter });
  const middle = issue.indexOf('。', issue.length / 2);
  let edits = 0;
  const again = measure('the issue again after an edit in one sentence: parse and extraction', 40, () => {
    asked = 0;
    const edited = issue.slice(0, middle) + '字'.repeat(1 + (edits++ % 20)) + issue.slice(middle);
    extractor.extract({ issue: parser.parse(edited), segmenter: counting });
  });
  console.log(`  characters read again: ${asked} of ${issue.length}`);
  ratio('extraction again to extraction', again, timeOf(extracting));
}

/** The worker as it is built, and nodejieba with the dictionary that it brings, in turn and each time in a process of its own. */
function startOfWorker() {
  if (!existsSync(join(ROOT, 'dist/worker.cjs'))) {
    console.log('worker: not measured, since there is no dist/worker.cjs; npm run build makes it');
    return;
  }
  const inProcess = (/** @type {string} */ script, /** @type {string[]} */ ...args) =>
    JSON.parse(execFileSync(process.execPath, [join(ROOT, 'scripts', script), ...args], { encoding: 'utf8' }));
  const starts = Array.from({ length: 5 }, () => ({
    worker: inProcess('benchWorker.mjs', JSON.stringify(WORKER_LIMITS)),
    nodejieba: inProcess('benchNodejieba.mjs'),
  }));
  const own = toldStart(
    'nodejieba loaded with its own dictionary',
    starts.map(({ nodejieba }) => nodejieba),
  );
  const worker = toldStart(
    'worker ready',
    starts.map((start) => start.worker),
  );
  goal('start of the worker in that of nodejieba', worker.least / own.least, GOALS.ready, false);
  goal('megabytes resident with the worker', worker.megabytes, GOALS.resident, false);
}

/** @param {string} name @param {{ milliseconds: number, before: number, resident: number }[]} starts */
function toldStart(name, starts) {
  starts.sort((a, b) => a.milliseconds - b.milliseconds);
  const median = starts[starts.length >> 1];
  const least = starts[0]?.milliseconds ?? 0;
  const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 1e6);
  console.log(
    `${name}: ${median?.milliseconds.toFixed(0)} ms (${least.toFixed(0)}), ${megabytes(median?.resident ?? 0)} MB resident in a process of ${megabytes(median?.before ?? 0)} MB`,
  );
  return { least, megabytes: megabytes(median?.resident ?? 0) };
}

/**
 * Runs `work` some times to warm up and `runs` times to measure; milliseconds.
 * @param {string} name @param {number} runs @param {() => unknown} work
 */
function measure(name, runs, work) {
  const measured = { name, work, times: [] };
  measureInTurn(runs, [measured]);
  return told(measured);
}

/**
 * Runs several works, each in turn with the others, so that all meet the machine in the same state.
 * @param {number} runs @param {readonly Measured[]} works
 */
function measureInTurn(runs, works) {
  for (let run = -Math.min(10, runs); run < runs; run++) {
    for (const { work, times } of works) {
      const from = performance.now();
      work();
      if (run >= 0) times.push(performance.now() - from);
    }
  }
}

/**
 * What a work takes in what another takes that was measured just before it: the median of the ratios of all rounds.
 * @param {Measured} one @param {Measured} other
 */
function roundByRound(one, other) {
  const ofRound = (/** @type {Measured} */ { times }, /** @type {number} */ round) =>
    median(times.slice(round * TURNS, (round + 1) * TURNS));
  return median(Array.from({ length: ROUNDS }, (_, round) => ofRound(one, round) / ofRound(other, round)));
}

/**
 * What a work takes in what another takes, the median over all turns: a machine that others use too is slower in one
 * turn than in the next, but hardly within one.
 * @param {Measured} one @param {Measured} other
 */
function turnByTurn(one, other) {
  return median(one.times.map((time, turn) => time / (other.times[turn] ?? time)));
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** @param {Measured} measured @returns {Time} */
function timeOf({ times }) {
  return { median: median(times), least: Math.min(...times) };
}

/** Prints what was measured. @param {Measured} measured @returns {Time} */
function told(measured) {
  const time = timeOf(measured);
  console.log(`${measured.name}: ${time.median.toFixed(2)} ms (${time.least.toFixed(2)})`);
  return time;
}

/**
 * Says whether a figure is as wanted: at least `wanted`, or at most.
 * @param {string} name @param {number} figure @param {number} wanted @param {boolean} atLeast
 */
function goal(name, figure, wanted, atLeast) {
  const reached = atLeast ? figure >= wanted : figure <= wanted;
  console.log(
    `  ${name}: ${figure.toFixed(2)}, wanted at ${atLeast ? 'least' : 'most'} ${wanted}: ${reached ? 'reached' : 'MISSED'}`,
  );
}

/** @typedef {{ median: number, least: number }} Time */
/** @typedef {{ name: string, work: () => unknown, times: number[] }} Measured */

/** @param {string} name @param {Time | undefined} a @param {Time | undefined} b */
function ratio(name, a, b) {
  if (a && b) console.log(`  ${name}: ${(a.median / b.median).toFixed(2)} (${(a.least / b.least).toFixed(2)})`);
}
