// Trains the sequence tagger and writes models/tagger.bin:
//
//   npm run train -- FOLDER [--rounds 3] [--orders 3] [--rows 180000] [--local 20] [--score PAGES …] [--hold]
//     [--out models/tagger.bin]
//
// FOLDER holds, as far as at hand: BIO files (`*train*.bio`; one character and its tag a line), pages marked by
// hand (`*.entities.txt`), text with parts of speech (`*.pos.txt`), and corpora of other types (`cluener*.jsonl`,
// `boson*.txt`, `resume*.bmes`). Files named `*dev*` are for scoring and not learnt from, as are the marked pages
// of the folders after `--score`. The local text of scripts/train/local is filled `--local` times. What `--orders`
// orders of the examples teach is averaged. `--hold` leaves blocks of stories out of the labelled text and scores on
// them: for trying things out, since the other development files share stories with what is learnt. The same folder and options give the same file to the byte.
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import { dataDirectory, dictionaryDirectory, loadEntityLexicons } from '../../src/node/dataFiles.ts';
import { loadSegmenter } from '../../src/node/segmenter.ts';
import { WordGate } from '../../src/core/entities/tagger/gate.ts';
import { TaggerModel } from '../../src/core/entities/tagger/model.ts';
import { readCorpora } from './corpora/folder.ts';
import { readMarked } from './corpora/marked.ts';
import type { Example } from './corpora/example.ts';
import { partByBlocks } from './corpora/storyBlocks.ts';
import { Encoder, gateSentence } from './encoder.ts';
import { heldExamples, localExamples } from './local/localExamples.ts';
import { withOtherNames } from './local/replace.ts';
import { readSources } from './local/sources.ts';
import { trainGate } from './gate.ts';
import { FeatureNumbers, meanOf, Perceptron, type Encoded } from './perceptron.ts';
import { quantise } from './quantise.ts';
import { Random } from './random.ts';
import { scoreLine } from './scores.ts';

const ROOT = join(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    orders: { type: 'string', default: '3' },
    rows: { type: 'string', default: '180000' },
    least: { type: 'string', default: '3' },
    local: { type: 'string', default: '20' },
    score: { type: 'string', multiple: true, default: [] },
    hold: { type: 'boolean', default: false },
    out: { type: 'string', default: join(ROOT, 'models/tagger.bin') },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('usage: npm run train -- FOLDER');
const rounds = Number(values.rounds);
const orders = Number(values.orders);
const began = performance.now();
const say = (what: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}`);

const lexicons = loadEntityLexicons(dataDirectory(ROOT));
const encoder = new Encoder(loadSegmenter(dictionaryDirectory(ROOT)), lexicons);

function train(examples: readonly Example[], orders: number): { model: TaggerModel; bytes: Uint8Array } {
  const random = new Random(1998);
  const read = examples.map(({ text }) => encoder.read(text));
  const weights = trainGate(
    read.map((sentence, index) => gateSentence(sentence, examples[index]!.labels)),
    random,
  );
  const gate = new WordGate(weights);
  const raw = read.map((sentence) => encoder.features(sentence, gate));
  const numbers = new FeatureNumbers(
    raw.map(({ hashes }) => hashes),
    Number(values.least),
  );
  const characters = examples.reduce((sum, { text }) => sum + text.length, 0);
  const open = raw.reduce((sum, { count }) => sum + count, 0);
  say(
    `${examples.length} sentences, ${numbers.hashes.length} features, ${((100 * open) / characters).toFixed(0)} % of the characters open`,
  );
  const encoded: Encoded[] = raw.map(({ open, hashes }, index) => ({
    open,
    features: numbers.encode(hashes),
    labels: examples[index]!.labels,
  }));
  const learnt = Array.from({ length: orders }, () => {
    const perceptron = new Perceptron(numbers.hashes.length);
    for (let round = 1; round <= rounds; round++)
      say(`round ${round}: ${perceptron.pass(encoded, random)} characters wrong`);
    return perceptron.averages();
  });
  const bytes = quantise(meanOf(learnt), numbers, weights, Number(values.rows));
  return { model: TaggerModel.parse(bytes), bytes };
}

const corpora = readCorpora(folder, lexicons);
const { partial, dev } = corpora;
const { learnt: labelled, held: blocks } = values.hold
  ? partByBlocks(corpora.labelled)
  : { learnt: corpora.labelled, held: [] };
const sources = readSources(ROOT, lexicons, labelled);
const made = [...localExamples(ROOT, sources, Number(values.local)), ...withOtherNames(labelled, lexicons, sources)];
const pages = values.score.map((from) => ({
  name: basename(from),
  examples: readdirSync(from)
    .sort()
    .filter((file) => file.endsWith('.entities.txt'))
    .flatMap((file) => readMarked(join(from, file))),
}));
const held = [
  ...dev,
  ...(values.hold ? [{ name: 'blocks of stories held out', examples: blocks }] : []),
  { name: 'local text held out', examples: heldExamples(ROOT, sources) },
  ...pages,
];
const score = (model: TaggerModel) => {
  for (const { name, examples } of held) say(`${name}: ${scoreLine(examples, (text) => encoder.tag(model, text))}`);
};
say(`${labelled.length} sentences labelled, ${partial.length} in part, ${made.length} made`);

const known = [...labelled, ...made];
let trained = train(known, partial.length > 0 ? 1 : orders);
score(trained.model);
if (partial.length > 0) {
  const { model } = trained;
  const completed = partial.map(({ text, allowed }) => ({ text, labels: encoder.tag(model, text, allowed) }));
  trained = train([...known, ...completed], orders);
  score(trained.model);
}
writeFileSync(values.out, trained.bytes);
say(`${values.out}: ${trained.bytes.length} bytes`);
