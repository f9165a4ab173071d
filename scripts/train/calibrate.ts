// Fits how sure a person is, given what the tagger and the rules say of it: a logistic regression over the
// signs of `signsOf`, by gradient descent in a fixed order. Writes models/calibration.json:
//
//   node scripts/train/calibrate.ts FOLDER [--model models/tagger.bin] [--out models/calibration.json]
//
// FOLDER holds labelled text that the tagger was not trained on: `*dev*.bio`, and pages marked as the
// annotation guide says (`*.entities.txt`).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Candidate } from '../../src/core/entities/candidate.ts';
import { extractEntities } from '../../src/core/entities/extractEntities.ts';
import type { Sentence } from '../../src/core/entities/sentence.ts';
import type { Lattice } from '../../src/core/entities/tagger/lattice.ts';
import { TaggerModel } from '../../src/core/entities/tagger/model.ts';
import { signsOf, Tagger, type Calibration } from '../../src/core/entities/tagger/tagger.ts';
import { parseIssue } from '../../src/core/structure/parseIssue.ts';
import { dataDirectory, dictionaryDirectory, loadEntityLexicons } from '../../src/node/dataFiles.ts';
import { loadSegmenter } from '../../src/node/segmenter.ts';
import { namesOf, readBio } from './corpora.ts';
import { seeded } from './perceptron.ts';

const ROOT = join(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'string', default: join(ROOT, 'models/tagger.bin') },
    out: { type: 'string', default: join(ROOT, 'models/calibration.json') },
  },
});
if (positionals.length === 0) throw new Error('usage: calibrate.ts FOLDER …');

interface Sample {
  readonly signs: readonly (readonly [string, number])[];
  readonly right: boolean;
}

/** A text with the names that it should give, as `type start-end`. */
interface Labelled {
  /** Whether it is a newspaper's page, what the confidence is for, or running text of a corpus. */
  readonly page: boolean;
  readonly text: string;
  readonly names: ReadonlySet<string>;
}

const lexicons = loadEntityLexicons(dataDirectory(ROOT));
const segmenter = loadSegmenter(dictionaryDirectory(ROOT));
const model = TaggerModel.parse(readFileSync(values.model));

/** A tagger that notes the signs of all that it weighs; it starts out by trusting both the margin and the rules. */
class NotingTagger extends Tagger {
  readonly samples: Sample[] = [];
  readonly #gold: Labelled;
  readonly #offsets = new WeakMap<Lattice, number>();
  #from = 0;

  constructor(gold: Labelled, calibration: Calibration) {
    super(model, calibration, lexicons);
    this.#gold = gold;
  }

  override read(sentence: Sentence): Lattice {
    const lattice = super.read(sentence);
    const found = this.#gold.text.indexOf(sentence.text, this.#from);
    if (found >= 0) this.#from = found + sentence.text.length;
    this.#offsets.set(lattice, found);
    return lattice;
  }

  override weigh(candidates: readonly Candidate[], sentence: Sentence, lattice: Lattice): Candidate[] {
    const offset = this.#offsets.get(lattice) ?? -1;
    for (const candidate of offset < 0 ? [] : candidates) {
      if (candidate.type !== 'person') continue;
      const name = `${candidate.type} ${candidate.start + offset}-${candidate.end + offset}`;
      this.samples.push({ signs: signsOf(candidate, lattice), right: this.#gold.names.has(name) });
    }
    return super.weigh(candidates, sentence, lattice);
  }
}

function labelled(folder: string): Labelled[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const path = join(folder, file);
      if (/dev.*\.bio$/.test(file)) return [joined(path)];
      return file.endsWith('.entities.txt') ? [marked(readFileSync(path, 'utf8'))] : [];
    });
}

function joined(path: string): Labelled {
  let text = '';
  const names = new Set<string>();
  for (const example of readBio(path)) {
    for (const name of namesOf(example.labels)) {
      const [, type, start, end] = /^(\S+) (\d+)-(\d+)$/.exec(name)!;
      names.add(`${type} ${Number(start) + text.length}-${Number(end) + text.length}`);
    }
    text += `${example.text}\n\n`;
  }
  return { page: false, text, names };
}

function marked(source: string): Labelled {
  const types = { PER: 'person', LOC: 'place', ORG: 'organization' };
  let text = '';
  const names = new Set<string>();
  let last = 0;
  for (const found of source.matchAll(/\[(PER|LOC|ORG) ([^[\]]+)\]/g)) {
    text += source.slice(last, found.index);
    names.add(`${types[found[1] as keyof typeof types]} ${text.length}-${text.length + found[2]!.length}`);
    text += found[2];
    last = found.index + found[0].length;
  }
  return { page: true, text: text + source.slice(last), names };
}

/** Half of the steps learn from pages, however few there are: the corpora are of one paper and year. */
function fit(corpora: readonly Sample[], pages: readonly Sample[]): Calibration {
  const total = corpora.length + pages.length;
  const weights = new Map<string, number>();
  const random = seeded(2026);
  let bias = 0;
  for (let round = 0; round < 30; round++) {
    const rate = 0.02 / (1 + round);
    for (let step = 0; step < total; step++) {
      const samples = corpora.length === 0 || (pages.length > 0 && random() < 0.5) ? pages : corpora;
      const { signs, right } = samples[Math.floor(random() * samples.length)]!;
      const odds = signs.reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), bias);
      const error = (right ? 1 : 0) - 1 / (1 + Math.exp(-odds));
      bias += rate * error;
      for (const [name, value] of signs) weights.set(name, (weights.get(name) ?? 0) * (1 - rate * 1e-4) + rate * error * value);
    }
  }
  const entries = [...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, Number(value.toFixed(4))] as const);
  return { bias: Number(bias.toFixed(4)), weights: Object.fromEntries(entries) };
}

function report(samples: readonly Sample[], { bias, weights }: Calibration): void {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  for (const { signs, right } of samples) {
    const p = 1 / (1 + Math.exp(-signs.reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), bias)));
    const bin = bins[Math.min(9, Math.floor(p * 10))]!;
    bin.count++;
    bin.sum += p;
    if (right) bin.right++;
  }
  for (const [index, { count, right, sum }] of bins.entries())
    console.log(`${index / 10}  ${count} candidates, said ${(sum / count).toFixed(3)}, right ${(right / count).toFixed(3)}`);
}

const start: Calibration = {
  bias: -1,
  weights: Object.fromEntries(
    ['for', 'against', 'rule', 'odds'].map((sign) => [`person ${sign}`, 0.5]),
  ),
};
const texts = positionals.flatMap(labelled);
let calibration = start;
// The second time the memory has learnt from what the first calibration holds to be sure.
for (let time = 1; time <= 2; time++) {
  const samplesOf = (page: boolean) =>
    texts
      .filter((gold) => gold.page === page)
      .flatMap((gold) => {
        const tagger = new NotingTagger(gold, calibration);
        extractEntities(parseIssue(gold.text, lexicons.names), segmenter, lexicons, tagger);
        return tagger.samples;
      });
  const corpora = samplesOf(false);
  const pages = samplesOf(true);
  calibration = fit(corpora, pages);
  for (const [name, samples] of Object.entries({ corpora, pages })) {
    if (samples.length === 0) continue;
    console.log(`${basename(values.model)}, ${name}: ${samples.length} candidates`);
    report(samples, calibration);
  }
}
writeFileSync(values.out, `${JSON.stringify(calibration, undefined, 2)}\n`);
