import assert from 'node:assert/strict';
import fc from 'fast-check';

import { Confidence } from '../../../../src/core/entities/tagger/calibration.ts';
import { LABELS, labelOf, mayFollow, BEGIN, END } from '../../../../src/core/entities/tagger/labels.ts';
import { Lattice, LatticeMemory, NEVER, StepWeights } from '../../../../src/core/entities/tagger/lattice.ts';
import { ModelFormatError, SLOTS, TaggerModel, type ModelRow } from '../../../../src/core/entities/tagger/model.ts';
import { Sentence } from '../../../../src/core/entities/tokens/sentence.ts';
import { FEATURES } from '../../../../src/core/entities/tagger/features.ts';
import { GATE_FEATURES, GATE_SLOTS, readGateFeatures, WordGate } from '../../../../src/core/entities/tagger/gate.ts';
import { HashedWords } from '../../../../src/core/entities/tagger/hashedWords.ts';
import { fakeSegmenter } from '../fakeSegmenter.ts';
import { decode } from '../../../../scripts/train/viterbi.ts';

const weight = fc.integer({ min: -40, max: 40 });
/** Which characters are open, and `LABELS` scores for each of these. */
const sentence = fc.array(fc.constantFrom(0, 1, 1), { minLength: 1, maxLength: 3 }).chain((open) => {
  const length = open.filter((one) => one === 1).length * LABELS;
  return fc.tuple(fc.constant(Uint8Array.from(open)), fc.array(weight, { minLength: length, maxLength: length }));
});
const steps = fc.array(weight, { minLength: LABELS * LABELS, maxLength: LABELS * LABELS });

/** All labellings that may be, with their scores. */
function labellings(
  open: Uint8Array,
  scores: readonly number[],
  transitions: readonly number[],
): { labels: number[]; score: number }[] {
  let all = [{ labels: [] as number[], score: 0 }];
  for (let i = 0, row = 0; i < open.length; row += open[i++]!) {
    all = all.flatMap(({ labels, score }) =>
      Array.from({ length: LABELS }, (_, label) => label)
        .filter((label) => (label === 0 || open[i] === 1) && mayFollow(labels.at(-1) ?? 0, label))
        .map((label) => ({
          labels: [...labels, label],
          score:
            score +
            (open[i] === 1 ? scores[row * LABELS + label]! : 0) +
            (i === 0 ? 0 : transitions[labels[i - 1]! * LABELS + label]!),
        })),
    );
  }
  return all.filter(({ labels }) => mayFollow(labels.at(-1)!, 0));
}

function hasName(
  labels: readonly number[],
  { start, end, type }: { start: number; end: number; type: number },
): boolean {
  if (end - start === 1) return labels[start] === labelOf(type, 3);
  return (
    labels[start] === labelOf(type, BEGIN) &&
    labels[end - 1] === labelOf(type, END) &&
    labels.slice(start + 1, end - 1).every((label) => label === labelOf(type, 1))
  );
}

describe('the tagger', () => {
  it('lets names only begin, go on and end in order', () => {
    assert.ok(mayFollow(0, labelOf(1, BEGIN)) && mayFollow(labelOf(1, BEGIN), labelOf(1, END)));
    assert.ok(
      !mayFollow(0, labelOf(1, END)) &&
        !mayFollow(labelOf(1, BEGIN), 0) &&
        !mayFollow(labelOf(1, BEGIN), labelOf(2, END)),
    );
  });

  it('finds the best labels of all that may be', () => {
    fc.assert(
      fc.property(sentence, steps, ([open, scores], transitions) => {
        const best = Math.max(...labellings(open, scores, transitions).map(({ score }) => score));
        const found = [...decode(open, Int32Array.from(scores), Int32Array.from(transitions))];
        const same = labellings(open, scores, transitions).find(({ labels }) => labels.join() === found.join());
        assert.equal(same?.score, best);
      }),
      { numRuns: 60 },
    );
  });

  it('knows by how much a name is better or worse than the best labels without or with it', () => {
    fc.assert(
      fc.property(sentence, steps, fc.nat(2), fc.nat(2), fc.nat(2), ([open, scores], transitions, from, size, type) => {
        const start = from % open.length;
        const name = { start, end: Math.min(open.length, start + 1 + size), type };
        const all = labellings(open, scores, transitions);
        const top = (some: typeof all): number => Math.max(...some.map(({ score }) => score));
        const withIt = top(all.filter(({ labels }) => hasName(labels, name)));
        const without = top(all.filter(({ labels }) => !hasName(labels, name)));
        const lattice = new Lattice(
          open,
          open.length,
          Int32Array.from(scores),
          new StepWeights(Int32Array.from(transitions)),
          new LatticeMemory(),
        );
        assert.equal(
          lattice.margin(name, name.type),
          open.subarray(start, name.end).includes(0) ? NEVER : withIt - without,
        );
        const names = lattice.names();
        if (withIt > without)
          assert.ok(names.some((found) => found.start === name.start && found.end === name.end && found.type === type));
      }),
      { numRuns: 60 },
    );
  });

  it('says how sure a name is that goes on beyond its sentence, though nothing is known for or against it', () => {
    const lattice = new Lattice(
      Uint8Array.of(1),
      1,
      new Int32Array(LABELS),
      new StepWeights(new Int32Array(LABELS * LABELS)),
      new LatticeMemory(),
    );
    const candidate = { type: 'person', start: 0, end: 2, confidence: 0.5, evidence: [{ kind: 'byline' }] } as const;
    assert.equal(new Confidence({ bias: 0, weights: {} }).of(candidate, lattice), 0.5);
    assert.ok(new Confidence({ bias: 0, weights: { 'person against': 1 } }).of(candidate, lattice) < 0.001);
  });

  it('reads back a model as it was written, and refuses one that is cut short or something else', () => {
    const rows: ModelRow[] = [-5, 0, 7, 2 ** 31 - 1].map((hash, index) => ({
      hash,
      weights: Int8Array.from({ length: LABELS }, (_, label) =>
        label === index ? -100 + index : label === 12 ? 127 : 0,
      ),
    }));
    const transitions = new Int32Array(LABELS * LABELS).fill(-300);
    const bytes = TaggerModel.format({ rows, transitions, gate: new Int8Array(GATE_SLOTS).fill(-100) });
    const model = TaggerModel.parse(bytes);
    assert.deepEqual(model.transitions, transitions);
    const sentence = new Sentence('李明出席会议', fakeSegmenter);
    const open = new Uint8Array(6).fill(2);
    model.gate.open(sentence, new HashedWords().read(sentence), new Array<number>(8).fill(0), open);
    assert.equal(open.join(''), '000000');
    for (const { hash, weights } of rows) {
      const scores = new Int32Array(LABELS);
      model.score(
        { open: Uint8Array.of(1), count: 1, hashes: new Int32Array(FEATURES).fill(123456).fill(hash, 0, 1) },
        scores,
      );
      assert.deepEqual([...scores], [...weights]);
    }
    assert.throws(() => TaggerModel.parse(bytes.subarray(0, bytes.length - 1)), ModelFormatError);
    assert.throws(() => TaggerModel.parse(new Uint8Array(2000)), ModelFormatError);
  });

  it('refuses to write two rows for one place of the table', () => {
    const rows = [7, 7 + SLOTS].map((hash) => ({ hash, weights: new Int8Array(LABELS).fill(1) }));
    assert.throws(
      () => TaggerModel.format({ rows, transitions: new Int32Array(LABELS * LABELS), gate: new Int8Array(GATE_SLOTS) }),
      RangeError,
    );
  });

  it('opens the words that may be in a name, less likely ones beside these, and what the rules propose', () => {
    const sentence = new Sentence('李明出席会议', fakeSegmenter);
    const words = new HashedWords().read(sentence);
    const slots = new Int32Array(GATE_FEATURES * sentence.words.length);
    const none = new Array<number>(8).fill(0);
    readGateFeatures(sentence, words, none, slots);
    const openWith = (odds: readonly number[], names: readonly number[] = none) => {
      const gate = new Int8Array(GATE_SLOTS);
      for (const [index, value] of odds.entries()) gate[slots[index * GATE_FEATURES]!] = value;
      const open = new Uint8Array(6);
      new WordGate(gate).open(sentence, words, names, open);
      return open.join('');
    };
    assert.deepEqual(
      sentence.words.map(({ word }) => word),
      ['李明', '出席', '会议'],
    );
    assert.equal(openWith([0, -127, -127]), '110000');
    assert.equal(openWith([0, -90, -90]), '111111');
    assert.equal(openWith([-127, -90, -90]), '000000');
    assert.equal(openWith([-127, -127, -127], [0, 0, 0, 21, 0, 0, 0, 0]), '001100');
  });
});
