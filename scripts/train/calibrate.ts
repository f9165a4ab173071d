// Fits how sure a name is, given what the tagger and the rules say of it: a logistic regression over the signs
// of `visitSigns`, by gradient descent in a fixed order. Writes models/calibration.json:
//
//   npm run calibrate -- FOLDER [--score PAGES …] [--model models/tagger.bin] [--out models/calibration.json]
//
// FOLDER is the one that the tagger was trained with: what is fitted are its files named `*dev*` and the lines of
// local text that were held out. The marked pages after `--score` are not fitted: how often what is said of them
// is right is printed beside the rest.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Candidate } from '../../src/core/entities/candidate.ts';
import { extractEntities } from '../../src/core/entities/extractEntities.ts';
import type { Sentence } from '../../src/core/entities/tokens/sentence.ts';
import { SIGN_NAMES, visitSigns, type Calibration } from '../../src/core/entities/tagger/calibration.ts';
import { TAGGED_TYPES } from '../../src/core/entities/tagger/labels.ts';
import type { Lattice } from '../../src/core/entities/tagger/lattice.ts';
import { TaggerModel } from '../../src/core/entities/tagger/model.ts';
import { Tagger } from '../../src/core/entities/tagger/tagger.ts';
import { parseIssue } from '../../src/core/structure/articles/parseIssue.ts';
import {
  dataDirectory,
  dictionaryDirectory,
  loadEntityLexicons,
  loadStructureLexicons,
} from '../../src/node/dataFiles.ts';
import { loadSegmenter } from '../../src/node/segmenter.ts';
import { namesOf, type Example } from './corpora/example.ts';
import { readCorpora } from './corpora/folder.ts';
import { readMarked } from './corpora/marked.ts';
import { byGuide } from './guide.ts';
import { heldExamples } from './local/localExamples.ts';
import { readSources } from './local/sources.ts';
import { Random } from './random.ts';

const ROOT = join(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    score: { type: 'string', multiple: true, default: [] },
    model: { type: 'string', default: join(ROOT, 'models/tagger.bin') },
    out: { type: 'string', default: join(ROOT, 'models/calibration.json') },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('usage: npm run calibrate -- FOLDER');

interface Sample {
  readonly signs: readonly (readonly [string, number])[];
  readonly right: boolean;
}

/** Texts of one kind with the names that they should give, as `type start-end`. */
interface Labelled {
  readonly kind: string;
  readonly fitted: boolean;
  readonly text: string;
  readonly names: ReadonlySet<string>;
}

const lexicons = loadEntityLexicons(dataDirectory(ROOT));
const structure = loadStructureLexicons(dataDirectory(ROOT));
const segmenter = loadSegmenter(dictionaryDirectory(ROOT));
const model = TaggerModel.parse(readFileSync(values.model));

/** A tagger that notes the signs of all that it weighs. */
class NotingTagger extends Tagger {
  readonly samples: Sample[] = [];
  readonly #gold: Labelled;
  readonly #offsets = new WeakMap<Lattice, number>();
  #from = 0;

  constructor(gold: Labelled, calibration: Calibration) {
    super(model, calibration, lexicons);
    this.#gold = gold;
  }

  override read(sentence: Sentence, candidates: readonly Candidate[]): Lattice {
    const lattice = super.read(sentence, candidates);
    const found = this.#gold.text.indexOf(sentence.text, this.#from);
    if (found >= 0) this.#from = found + sentence.text.length;
    this.#offsets.set(lattice, found);
    return lattice;
  }

  override weigh(candidates: readonly Candidate[], sentence: Sentence, lattice: Lattice): Candidate[] {
    const offset = this.#offsets.get(lattice) ?? -1;
    for (const candidate of offset < 0 ? [] : candidates) {
      if (candidate.settled) continue;
      const name = `${candidate.type} ${candidate.start + offset}-${candidate.end + offset}`;
      const signs: [string, number][] = [];
      visitSigns(candidate, lattice, (sign, value) => signs.push([SIGN_NAMES[sign]!, value]));
      this.samples.push({ signs, right: this.#gold.names.has(name) });
    }
    return super.weigh(candidates, sentence, lattice);
  }
}

function joined(kind: string, fitted: boolean, examples: readonly Example[], between: string): Labelled {
  let text = '';
  const names = new Set<string>();
  for (const example of examples) {
    for (const { start, end, type } of namesOf(example.labels))
      names.add(`${TAGGED_TYPES[type]} ${start + text.length}-${end + text.length}`);
    text += example.text + between;
  }
  return { kind, fitted, text, names };
}

/** As many steps learn from each kind of text, however little there is of it. */
function fit(kinds: readonly (readonly Sample[])[]): Calibration {
  const total = kinds.reduce((sum, { length }) => sum + length, 0);
  const weights = new Map<string, number>();
  const random = new Random(2026);
  let bias = 0;
  for (let round = 0; round < 30; round++) {
    const rate = 0.02 / (1 + round);
    for (let step = 0; step < total; step++) {
      const { signs, right } = random.oneOf(random.oneOf(kinds));
      const odds = signs.reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), bias);
      const error = (right ? 1 : 0) - 1 / (1 + Math.exp(-odds));
      bias += rate * error;
      for (const [name, value] of signs)
        weights.set(name, (weights.get(name) ?? 0) * (1 - rate * 1e-4) + rate * error * value);
    }
  }
  const entries = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, Number(value.toFixed(4))] as const);
  return { bias: Number(bias.toFixed(4)), weights: Object.fromEntries(entries) };
}

/** Prints a row of the reliability table for each type and tenth. */
function report(kind: string, samples: readonly Sample[], { bias, weights }: Calibration): void {
  for (const type of ['', ...TAGGED_TYPES]) {
    const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
    for (const { signs, right } of samples) {
      if (!signs[0]![0].startsWith(type)) continue;
      const p = 1 / (1 + Math.exp(-signs.reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), bias)));
      const bin = bins[Math.min(9, Math.floor(p * 10))]!;
      bin.count++;
      bin.sum += p;
      if (right) bin.right++;
    }
    const row = bins.map(({ count, right, sum }) =>
      count === 0 ? '–' : `${count}, ${(sum / count).toFixed(2)}, ${(right / count).toFixed(2)}`,
    );
    console.log(`| ${kind} ${type || 'all'} | ${row.join(' | ')} |`);
  }
}

const { labelled, dev } = readCorpora(folder, lexicons);
const texts = [
  ...dev.map(({ examples }) =>
    joined(
      'corpora',
      true,
      examples.map((example) => byGuide(example, lexicons)),
      '\n\n',
    ),
  ),
  joined('local text', true, heldExamples(ROOT, readSources(ROOT, lexicons, labelled)), '\n\n'),
  ...values.score.flatMap((from) =>
    readdirSync(from)
      .sort()
      .filter((file) => file.endsWith('.entities.txt'))
      .map((file) => joined(basename(from), false, readMarked(join(from, file)), '\n')),
  ),
];
let calibration: Calibration = {
  bias: -1,
  weights: Object.fromEntries(
    TAGGED_TYPES.flatMap((type) => ['for', 'against', 'rule', 'odds'].map((sign) => [`${type} ${sign}`, 0.8])),
  ),
};
// The second time the memory has learnt from what the first calibration holds to be sure.
for (let time = 1; time <= 2; time++) {
  const samples = new Map<string, Sample[]>();
  for (const gold of texts) {
    const tagger = new NotingTagger(gold, calibration);
    extractEntities({ issue: parseIssue(gold.text, structure), segmenter }, lexicons, tagger);
    const known = samples.get(gold.kind) ?? [];
    samples.set(gold.kind, known);
    for (const sample of tagger.samples) known.push(sample);
  }
  calibration = fit(
    [...new Set(texts.filter(({ fitted }) => fitted).map(({ kind }) => kind))].map((kind) => samples.get(kind) ?? []),
  );
  if (time === 2) for (const [kind, found] of samples) report(kind, found, calibration);
}
writeFileSync(values.out, `${JSON.stringify(calibration, undefined, 2)}\n`);
