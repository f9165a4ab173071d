// Trains the sequence tagger and writes models/tagger.bin:
//
//   npm run train -- FOLDER [--rounds 8] [--rows 260000] [--out models/tagger.bin]
//
// FOLDER holds BIO files (`*train*.bio`; one character and its tag a line) and, if at hand, text with parts of
// speech (`*.pos.txt`). Files named `*dev*.bio` are for scoring and not learnt from. The same folder and
// options give the same file to the byte.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { Sentence } from '../../src/core/entities/sentence.ts';
import { FeatureReader, FEATURES } from '../../src/core/entities/tagger/features.ts';
import { LABELS } from '../../src/core/entities/tagger/labels.ts';
import type { TaggerModel } from '../../src/core/entities/tagger/model.ts';
import { decode } from './viterbi.ts';
import { dataDirectory, dictionaryDirectory, loadEntityLexicons } from '../../src/node/dataFiles.ts';
import { loadSegmenter } from '../../src/node/segmenter.ts';
import { namesOf, readBio, readPartsOfSpeech, type Example } from './corpora.ts';
import { FeatureNumbers, Perceptron, seeded, type Encoded } from './perceptron.ts';

const ROOT = join(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '8' },
    rows: { type: 'string', default: '260000' },
    least: { type: 'string', default: '3' },
    out: { type: 'string', default: join(ROOT, 'models/tagger.bin') },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('usage: npm run train -- FOLDER');

const lexicons = loadEntityLexicons(dataDirectory(ROOT));
const segmenter = loadSegmenter(dictionaryDirectory(ROOT));
const reader = new FeatureReader(lexicons);
const began = performance.now();
const say = (what: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}`);

function features(text: string): Int32Array {
  const out = new Int32Array(text.length * FEATURES);
  reader.read(new Sentence(text, segmenter), out);
  return out;
}

function tag(model: TaggerModel, text: string, allowed?: Uint16Array): Uint8Array {
  const scores = new Float64Array(text.length * LABELS);
  model.score(features(text), text.length, scores);
  return decode(scores, model.transitions, text.length, allowed);
}

function score(model: TaggerModel, examples: readonly Example[]): string {
  const counts = new Map<string, { gold: number; found: number; hit: number }>();
  for (const { text, labels } of examples) {
    const gold = new Set(namesOf(labels));
    const found = new Set(namesOf(tag(model, text)));
    for (const name of new Set([...gold, ...found]))
      for (const key of ['all', name.slice(0, name.indexOf(' '))]) {
        const count = counts.get(key) ?? { gold: 0, found: 0, hit: 0 };
        counts.set(key, count);
        if (gold.has(name)) count.gold++;
        if (found.has(name)) count.found++;
        if (gold.has(name) && found.has(name)) count.hit++;
      }
  }
  return ['all', 'person', 'place', 'organization']
    .map((key) => {
      const { gold, found, hit } = counts.get(key) ?? { gold: 0, found: 0, hit: 0 };
      return `${key} ${((2 * hit) / (gold + found)).toFixed(4)}`;
    })
    .join('  ');
}

function train(examples: readonly Example[], rounds: number): { model: TaggerModel; bytes: Uint8Array } {
  const raw = examples.map(({ text }) => features(text));
  const numbers = new FeatureNumbers(raw, Number(values.least));
  say(`${examples.length} sentences, ${numbers.hashes.length} features`);
  const encoded: Encoded[] = examples.map(({ labels }, index) => ({ features: numbers.encode(raw[index]!), labels }));
  const perceptron = new Perceptron(numbers.hashes.length);
  const random = seeded(1998);
  for (let round = 1; round <= rounds; round++) say(`round ${round}: ${perceptron.pass(encoded, random)} characters wrong`);
  return perceptron.model(numbers.hashes, Number(values.rows));
}

const files = readdirSync(folder).sort();
const rounds = Number(values.rounds);
const labelled = files.filter((file) => /train.*\.bio$/.test(file)).flatMap((file) => readBio(join(folder, file)));
const dev = files.filter((file) => /dev.*\.bio$/.test(file)).map((file) => ({ file, examples: readBio(join(folder, file)) }));
const partial = files.filter((file) => file.endsWith('.pos.txt')).flatMap((file) => readPartsOfSpeech(join(folder, file), lexicons.names));
say(`${labelled.length} sentences labelled, ${partial.length} in part`);

let trained = train(labelled, partial.length > 0 ? Math.min(5, rounds) : rounds);
for (const { file, examples } of dev) say(`${file}: ${score(trained.model, examples)}`);
if (partial.length > 0) {
  const { model } = trained;
  const completed = partial.map(({ text, allowed }) => ({ text, labels: tag(model, text, allowed) }));
  trained = train([...labelled, ...completed], rounds);
  for (const { file, examples } of dev) say(`${file}: ${score(trained.model, examples)}`);
}
writeFileSync(values.out, trained.bytes);
say(`${values.out}: ${trained.bytes.length} bytes`);
