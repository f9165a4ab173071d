import assert from 'node:assert/strict';
import fc from 'fast-check';

import { LABELS, labelOf, mayFollow, BEGIN, END } from '../../../src/core/entities/tagger/labels.ts';
import { Lattice } from '../../../src/core/entities/tagger/lattice.ts';
import { ModelFormatError, TaggerModel, type ModelRow } from '../../../src/core/entities/tagger/model.ts';
import type { Candidate } from '../../../src/core/entities/candidate.ts';
import { Sentence } from '../../../src/core/entities/sentence.ts';
import { FeatureReader, FEATURES } from '../../../src/core/entities/tagger/features.ts';
import { hashOf } from '../../../src/core/entities/tagger/hashing.ts';
import { ruleMarks } from '../../../src/core/entities/tagger/ruleMarks.ts';
import { fakeSegmenter } from './fakeSegmenter.ts';
import { lexicons } from './helpers.ts';
import { decode } from '../../../scripts/train/viterbi.ts';

const weight = fc.integer({ min: -40, max: 40 });
const sentence = fc
  .integer({ min: 1, max: 3 })
  .chain((length) => fc.tuple(fc.constant(length), fc.array(weight, { minLength: length * LABELS, maxLength: length * LABELS })));
const steps = fc.array(weight, { minLength: LABELS * LABELS, maxLength: LABELS * LABELS });

/** All labellings that may be, with their scores. */
function labellings(length: number, scores: readonly number[], transitions: readonly number[]): { labels: number[]; score: number }[] {
  let all = [{ labels: [] as number[], score: 0 }];
  for (let i = 0; i < length; i++) {
    all = all.flatMap(({ labels, score }) =>
      Array.from({ length: LABELS }, (_, label) => label)
        .filter((label) => mayFollow(labels.at(-1) ?? 0, label))
        .map((label) => ({
          labels: [...labels, label],
          score: score + scores[i * LABELS + label]! + (i === 0 ? 0 : transitions[labels[i - 1]! * LABELS + label]!),
        })),
    );
  }
  return all.filter(({ labels }) => mayFollow(labels.at(-1)!, 0));
}

function hasName(labels: readonly number[], { start, end, type }: { start: number; end: number; type: number }): boolean {
  if (end - start === 1) return labels[start] === labelOf(type, 3);
  return labels[start] === labelOf(type, BEGIN) && labels[end - 1] === labelOf(type, END) && labels.slice(start + 1, end - 1).every((label) => label === labelOf(type, 1));
}

describe('the tagger', () => {
  it('lets names only begin, go on and end in order', () => {
    assert.ok(mayFollow(0, labelOf(1, BEGIN)) && mayFollow(labelOf(1, BEGIN), labelOf(1, END)));
    assert.ok(!mayFollow(0, labelOf(1, END)) && !mayFollow(labelOf(1, BEGIN), 0) && !mayFollow(labelOf(1, BEGIN), labelOf(2, END)));
  });

  it('finds the best labels of all that may be', () => {
    fc.assert(
      fc.property(sentence, steps, ([length, scores], transitions) => {
        const best = Math.max(...labellings(length, scores, transitions).map(({ score }) => score));
        const found = [...decode(Int32Array.from(scores), Int32Array.from(transitions), length)];
        const same = labellings(length, scores, transitions).find(({ labels }) => labels.join() === found.join());
        assert.equal(same?.score, best);
      }),
      { numRuns: 60 },
    );
  });

  it('knows by how much a name is better or worse than the best labels without or with it', () => {
    fc.assert(
      fc.property(sentence, steps, fc.nat(2), fc.nat(2), fc.nat(2), ([length, scores], transitions, from, size, type) => {
        const start = from % length;
        const name = { start, end: Math.min(length, start + 1 + size), type };
        const all = labellings(length, scores, transitions);
        const top = (some: typeof all): number => Math.max(...some.map(({ score }) => score));
        const withIt = top(all.filter(({ labels }) => hasName(labels, name)));
        const without = top(all.filter(({ labels }) => !hasName(labels, name)));
        const lattice = new Lattice(Int32Array.from(scores), Int32Array.from(transitions), length);
        assert.equal(lattice.margin(name), withIt - without);
        const names = lattice.names();
        if (withIt > without) assert.ok(names.some((found) => found.start === name.start && found.end === name.end && found.type === type));
      }),
      { numRuns: 60 },
    );
  });

  it('reads back a model as it was written, and refuses one that is cut short or something else', () => {
    const rows: ModelRow[] = [-5, 0, 7, 2 ** 31 - 1].map((hash, index) => ({
      hash,
      weights: Int8Array.from({ length: LABELS }, (_, label) => (label === index ? -100 + index : label === 12 ? 127 : 0)),
    }));
    const transitions = new Int32Array(LABELS * LABELS).fill(-300);
    const bytes = TaggerModel.format({ rows, transitions, closedWords: [9, -9] });
    const model = TaggerModel.parse(bytes);
    assert.deepEqual(model.transitions, transitions);
    assert.deepEqual([...model.closedWords].sort((a, b) => a - b), [-9, 9]);
    for (const { hash, weights } of rows) {
      const scores = new Int32Array(LABELS);
      model.score({ open: Uint8Array.of(1), hashes: new Int32Array(FEATURES).fill(123456).fill(hash, 0, 1) }, scores);
      assert.deepEqual([...scores], [...weights]);
    }
    assert.throws(() => TaggerModel.parse(bytes.subarray(0, bytes.length - 1)), ModelFormatError);
    assert.throws(() => TaggerModel.parse(new Uint8Array(2000)), ModelFormatError);
  });

  it('leaves out the characters of words that stand in no name, unless a rule says that they do', () => {
    const sentence = new Sentence('李明出席会议', fakeSegmenter);
    const reader = new FeatureReader(lexicons);
    const openAt = (candidates: readonly Candidate[]) =>
      [...reader.read(sentence, ruleMarks(candidates, sentence.text.length), new Set([hashOf('出席')])).open].join('');
    assert.equal(openAt([]), '110011');
    const name: Candidate = { type: 'person', start: 0, end: 3, confidence: 0.9, evidence: [{ kind: 'title' }] };
    assert.equal(openAt([name]), '111011');
  });

  it('gives a character that is left out no label', () => {
    const model = TaggerModel.parse(TaggerModel.format({ rows: [], transitions: new Int32Array(LABELS * LABELS), closedWords: [] }));
    const scores = new Int32Array(2 * LABELS).fill(7);
    model.score({ open: Uint8Array.of(0, 1), hashes: new Int32Array(FEATURES) }, scores);
    const lattice = new Lattice(scores, model.transitions, 2);
    assert.ok(lattice.margin({ start: 0, end: 1, type: 0 }) < -1e6);
    assert.ok(lattice.margin({ start: 1, end: 2, type: 0 }) > -1e6);
  });
});
