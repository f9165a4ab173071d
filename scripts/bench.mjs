// @ts-check
// Measures the core on this machine and prints the figures:
//
//   npm run bench              everything
//   npm run bench -- --quick   without the texts of megabytes
//
// Times are the median of many runs and, in brackets, the fastest: on a busy machine the second is nearer to the
// cost of the work itself. What does not depend on the machine are the ratios, each within one run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { extractEntities } from '../src/core/entities/extractEntities.ts';
import { IssueParser } from '../src/core/structure/issueParser.ts';
import { lineTokensOf } from '../src/core/structure/lineTokens.ts';
import { outlineOf } from '../src/core/structure/outline.ts';
import { parseIssue } from '../src/core/structure/parseIssue.ts';
import { dataDirectory, dictionaryDirectory, loadEntityLexicons, loadNameLexicon, loadTagger } from '../src/node/dataFiles.ts';
import { loadSegmenter } from '../src/node/segmenter.ts';

const ROOT = join(import.meta.dirname, '..');
const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });

/** Characters of an issue, and its pages. */
const ISSUE = 60_000;
const PAGES = 8;

const names = loadNameLexicon(dataDirectory(ROOT));
const issue = anIssue();

parsing();
if (!options.quick) size();
await extraction();

/** Eight pages with folios, of the sample page and the fixtures in turn. */
function anIssue() {
  const fixtures = join(ROOT, 'test/fixtures/structure/pages');
  const sample = readFileSync(join(ROOT, 'seeds/datong-daily-2022-08-10-p1.txt'), 'utf8');
  const others = readdirSync(fixtures).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(fixtures, name), 'utf8').replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  let text = '';
  for (let page = 1; page <= PAGES; page++) {
    const body = [others[page % others.length], sample, ...others].join('\n\n');
    text += `第${page}版 要闻\n\n${distinct(body, page).slice(0, ISSUE / PAGES - 9)}\n`;
  }
  return text.slice(0, ISSUE);
}

/**
 * The text with a character of its own in the middle of each longer line: what is remembered of one copy helps no other.
 * @param {string} text @param {number} copy
 */
function distinct(text, copy) {
  return text.replace(/^(.{6,})$/gmu, (line) => `${line.slice(0, line.length >> 1)}${String.fromCharCode(0x4e00 + copy)}${line.slice(line.length >> 1)}`);
}

function parsing() {
  const { lines, pages, articles } = parseIssue(issue, names);
  console.log(`issue: ${issue.length} characters, ${lines.length} lines, ${pages.length} pages, ${articles.length} articles`);
  const full = measure('full parse', 60, () => parseIssue(issue, names));
  const parser = new IssueParser(names);
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
    const copies = Array.from({ length: Math.ceil((megabytes * 1e6) / issue.length) }, (_, copy) => distinct(issue, PAGES + 1 + copy));
    const text = copies.join('\n').slice(0, megabytes * 1e6);
    const time = measure(`${megabytes} million characters: parse and outline`, 5, () => outlineOf(parseIssue(text, names)));
    return { median: time.median / megabytes, least: time.least / megabytes };
  });
  ratio('cost of a character at ten million to one at one million', cost[1], cost[0]);
  measure('300,000 lines of one character: parse and outline', 3, () => outlineOf(parseIssue('字\n王\n。\n'.repeat(100_000), names)));
}

async function extraction() {
  const dictionary = dictionaryDirectory(ROOT);
  if (!existsSync(dictionary)) {
    console.log('extraction: not measured, since there is no dist/dict; npm run build makes it');
    return;
  }
  const segmenter = loadSegmenter(dictionary);
  // With the same dictionary, which that has loaded.
  const nodejieba = createRequire(import.meta.url)('nodejieba');
  const lexicons = loadEntityLexicons(dataDirectory(ROOT));
  const parsed = parseIssue(issue, names);
  const raw = measure('nodejieba.tag on the issue’s text', 8, () => nodejieba.tag(issue));
  const tagger = loadTagger(ROOT, lexicons);
  const whole = measure('extraction from the issue', 8, () => extractEntities(parsed, segmenter, lexicons, tagger));
  ratio('extraction to nodejieba.tag', whole, raw);
}

/**
 * Runs `work` some times to warm up and `runs` times to measure; milliseconds.
 * @param {string} name @param {number} runs @param {() => unknown} work
 */
function measure(name, runs, work) {
  for (let i = 0; i < Math.min(10, runs); i++) work();
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  const time = { median: times[times.length >> 1] ?? 0, least: times[0] ?? 0 };
  console.log(`${name}: ${time.median.toFixed(2)} ms (${time.least.toFixed(2)})`);
  return time;
}

/** @typedef {{ median: number, least: number }} Time */

/** @param {string} name @param {Time | undefined} a @param {Time | undefined} b */
function ratio(name, a, b) {
  if (a && b) console.log(`  ${name}: ${(a.median / b.median).toFixed(2)} (${(a.least / b.least).toFixed(2)})`);
}
