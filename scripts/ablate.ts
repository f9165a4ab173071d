// Leaves out one part of the extraction at a time and prints what that changes:
//
//   npm run ablate                       all parts of src/core/entities/parts.ts
//   npm run ablate -- --only NAME …      the named ones and what they are made of
//   npm run ablate -- --without NAME …   compares with an extraction that these are left out of already
//   npm run ablate -- --json             the same figures as JSON
//   npm run ablate -- --shared DIR       the folder that holds pages/, gold/ and corpora/
//
// The annotated text is no part of the project: without it there is nothing to measure, which is said and is no failure.
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';

import { PARTS, type Part } from '../src/core/entities/parts.ts';
import {
  aligned,
  changeOf,
  countsByBlock,
  f1,
  more,
  type Change,
  type Counts,
  type Difference,
} from './ablate/figures.ts';
import type { Found } from './ablate/runner.ts';
import { blockAt, readMaterial, type AnnotatedText, type TextSet } from './ablate/texts.ts';

const ROOT = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    without: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
    shared: { type: 'string', default: join(ROOT, '../shared') },
  },
});

/** What was found in all texts. */
type Run = readonly Found[];

/** The figures of a part in a set of texts. */
interface SetFigures {
  /** What the part proposed itself, where it is one that proposes. */
  readonly proposed?: Difference;
  /** What is found with the part and not without it, and the other way round. */
  readonly gained: Difference;
  readonly lost: Difference;
  /** F1 with the part less F1 without it. */
  readonly names: Change;
  readonly titles?: Change;
}

interface PartFigures {
  readonly part: Part;
  readonly sets: Readonly<Record<string, SetFigures>>;
}

const began = performance.now();
const { texts, sets } = readMaterial(resolve(options.shared));
if (texts.length === 0) {
  console.log(`Not measured: there is no annotated text on this machine (in ${resolve(options.shared)}).`);
} else {
  const without = options.without.map(partNamed);
  const wanted = options.only.map(partNamed);
  const parts = PARTS.filter(
    (part) =>
      (wanted.length === 0 || wanted.some((name) => isIn(part, name))) && !without.some((name) => isIn(part, name)),
  );
  const runs = await runAll([without, ...parts.map((part) => [...without, part])]);
  const whole = runs[0]!;
  const figures = parts.map((part, at) => figuresOf(part, whole, runs[at + 1]!));
  const base = Object.fromEntries(sets.map((set) => [set.name, baseOf(set, whole)]));
  if (options.json) console.log(JSON.stringify({ base, parts: figures }));
  else print(base, figures);
}

/** Names a part, or ends with what is wrong with the name. */
function partNamed(name: string): Part {
  const part = PARTS.find((known) => known === name);
  if (part) return part;
  console.error(`There is no part ${name}. The parts are: ${PARTS.join(', ')}.`);
  process.exit(2);
}

function isIn(part: Part, whole: Part): boolean {
  return part === whole || part.startsWith(`${whole}.`);
}

/** Runs the extraction without each list of parts, shared out to threads. */
async function runAll(lists: readonly (readonly Part[])[]): Promise<Run[]> {
  const runs: Run[] = [];
  let next = 0;
  const serve = () =>
    new Promise<void>((done, failed) => {
      const worker = new Worker(new URL('./ablate/runner.ts', import.meta.url), {
        workerData: { root: ROOT, shared: resolve(options.shared) },
      });
      let at = -1;
      const give = () => {
        at = next++;
        if (at < lists.length) worker.postMessage(lists[at]);
        else void worker.terminate().then(() => done());
      };
      worker.on('message', (run: Run) => {
        runs[at] = run;
        if (!options.json)
          process.stderr.write(process.stderr.isTTY ? `\r${runs.filter(Boolean).length}/${lists.length}` : '');
        give();
      });
      worker.on('error', failed);
      give();
    });
  await Promise.all(Array.from({ length: Math.min(lists.length, availableParallelism()) }, serve));
  if (process.stderr.isTTY && !options.json) process.stderr.write('\r');
  return runs;
}

/** The counts of each block of a set. */
function countsOf({ parts }: TextSet, run: Run): Counts[] {
  return parts.flatMap(({ text, firstBlock, endBlock }) => {
    const { gold, blocks } = texts[text]!;
    const all = countsByBlock(gold, new Set(run[text]!.names), blocks.length, (key) => blockAt(blocks, key));
    return all.slice(firstBlock, endBlock);
  });
}

/** The counts of the titles of each text of a set that has them annotated. */
function titleCountsOf({ parts }: TextSet, run: Run): Counts[] {
  return parts.flatMap(({ text }) => {
    const { titles } = texts[text]!;
    return titles ? countsByBlock(titles, new Set(run[text]!.titles), 1, () => 0) : [];
  });
}

function baseOf(set: TextSet, run: Run): { names: number; titles?: number; blocks: number; gold: number } {
  const counts = countsOf(set, run);
  const titles = titleCountsOf(set, run);
  const gold = counts.reduce((sum, block) => sum + block.gold, 0);
  return { names: f1(counts), ...(titles.length > 0 && { titles: f1(titles) }), blocks: counts.length, gold };
}

function figuresOf(part: Part, whole: Run, less: Run): PartFigures {
  const of = (set: TextSet): SetFigures => {
    const differences = set.parts.map((one) => {
      const gold = texts[one.text]!.gold;
      const [all, rest] = [within(one, whole[one.text]!.names), within(one, less[one.text]!.names)];
      const proposals = proposedBy(part, whole[one.text]!);
      return {
        gained: more(all, rest, gold),
        lost: more(rest, all, gold),
        ...(proposals && { proposed: more(within(one, proposals), new Set(), gold) }),
      };
    });
    const proposed = differences.flatMap((one) => one.proposed ?? []);
    const titles = titleCountsOf(set, whole);
    return {
      ...(proposed.length > 0 && { proposed: sum(proposed) }),
      gained: sum(differences.map(({ gained }) => gained)),
      lost: sum(differences.map(({ lost }) => lost)),
      names: changeOf(countsOf(set, whole), countsOf(set, less)),
      ...(titles.length > 0 && { titles: changeOf(titles, titleCountsOf(set, less)) }),
    };
  };
  return { part, sets: Object.fromEntries(sets.map((set) => [set.name, of(set)])) };
}

/** What a part proposed, or what the parts proposed that it is made of; nothing of one that does not propose. */
function proposedBy(part: Part, { proposed }: Found): readonly string[] | undefined {
  const own = proposed[part];
  if (own) return own;
  const inner = Object.entries(proposed).filter(([name]) => name.startsWith(`${part}.`));
  return inner.length > 0 ? [...new Set(inner.flatMap(([, keys]) => keys))] : undefined;
}

/** Those of the keys that lie in some of the blocks of their text. */
function within({ text, firstBlock, endBlock }: TextSet['parts'][number], keys: readonly string[]): Set<string> {
  const { blocks }: AnnotatedText = texts[text]!;
  if (firstBlock === 0 && endBlock === blocks.length) return new Set(keys);
  return new Set(
    keys.filter((key) => {
      const block = blockAt(blocks, key);
      return firstBlock <= block && block < endBlock;
    }),
  );
}

function sum(all: readonly Difference[]): Difference {
  return all.reduce((one, other) => ({ right: one.right + other.right, wrong: one.wrong + other.wrong }), {
    right: 0,
    wrong: 0,
  });
}

function print(base: Readonly<Record<string, ReturnType<typeof baseOf>>>, figures: readonly PartFigures[]): void {
  console.log('What each part of the extraction adds: figures with it less figures without it. A name is right if its');
  console.log('span and type are those of the annotation. F1 in thousandths, in brackets the interval of a paired');
  console.log('bootstrap that holds 95 %; * where it does not hold 0. The pages are what matters.');
  console.log('');
  const names = sets.map(({ name }) => name);
  const titled = names.filter((name) => base[name]!.titles !== undefined);
  for (const line of aligned([
    ['set', 'names', 'F1', 'titles F1', 'drawn'],
    ...sets.map(({ name }) => {
      const { names: score, titles, blocks, gold } = base[name]!;
      return [name, String(gold), score.toFixed(4), titles?.toFixed(4) ?? '–', String(blocks)];
    }),
  ]))
    console.log(line);
  for (const note of new Set(sets.map((set) => set.note))) {
    const named = sets.filter((set) => set.note === note).map(({ name }) => name);
    console.log(`${named.join(', ')}: ${note}`);
  }
  console.log('');
  console.log(
    'Proposed: by the part itself, right and wrong. Decided: names that are found with the part only (+) and',
  );
  console.log('without it only (−), right and wrong.');
  console.log('');
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['pages', names.filter((name) => name === 'pages')],
    ['known', names.filter((name) => name === 'known')],
    ['corpora', names.filter((name) => / [ab]$/.test(name))],
  ];
  const counts = ({ sets: all }: PartFigures, from: readonly string[]): string[] => {
    const chosen = from.map((name) => all[name]!);
    const proposed = chosen.flatMap((one) => one.proposed ?? []);
    const { right, wrong } = sum(proposed);
    const gained = sum(chosen.map((one) => one.gained));
    const lost = sum(chosen.map((one) => one.lost));
    return [
      proposed.length > 0 ? `${right}/${wrong}` : '–',
      `+${gained.right}/${gained.wrong}`,
      `−${lost.right}/${lost.wrong}`,
    ];
  };
  for (const line of aligned([
    ['part', ...groups.flatMap(([name]) => [`${name}: proposed`, '+', '−'])],
    ...figures.map((one) => [one.part, ...groups.flatMap(([, from]) => counts(one, from))]),
  ]))
    console.log(line);
  console.log('');
  for (const line of aligned([
    ['F1', ...names, ...titled.map((name) => `titles: ${name}`)],
    ...figures.map(({ part, sets: all }) => [
      part,
      ...names.map((name) => changeText(all[name]!.names)),
      ...titled.map((name) => changeText(all[name]!.titles!)),
    ]),
  ]))
    console.log(line);
  console.log('');
  console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);
}

function changeText({ change, interval }: Change): string {
  const say = (value: number) => {
    const text = (value * 1000).toFixed(1);
    return Number(text) === 0 ? '0' : value > 0 ? `+${text}` : text.replace('-', '−');
  };
  if (!interval) return change === 0 ? '=' : `${say(change)} `;
  const [low, high] = interval;
  if (change === 0 && low === 0 && high === 0) return '=';
  return `${say(change)} (${say(low)} ${say(high)})${low > 0 || high < 0 ? '*' : ' '}`;
}
