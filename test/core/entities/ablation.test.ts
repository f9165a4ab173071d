import assert from 'node:assert/strict';

import { aligned, changeOf, countsByBlock, f1, more } from '../../../scripts/ablate/figures.ts';
import { blockAt, nameKey, offsetOf } from '../../../scripts/ablate/texts.ts';
import { EntityExtractor } from '../../../src/core/entities/extractEntities.ts';
import { Parts } from '../../../src/core/entities/parts.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { fakeSegmenter } from './fakeSegmenter.ts';
import { lexicons, structure } from './helpers.ts';

const block = (gold: number, found: number, right: number) => ({ gold, found, right });

describe('Ablation: figures', () => {
  it('counts what is found in the block of text that it lies in', () => {
    const blocks = [0, 100, 200];
    const gold = new Set([nameKey('person', 5, 8), nameKey('place', 100, 102), nameKey('place', 250, 252)]);
    const found = new Set([nameKey('person', 5, 8), nameKey('person', 99, 102), nameKey('place', 250, 253)]);
    const counts = countsByBlock(gold, found, blocks.length, (key) => blockAt(blocks, key));
    assert.deepEqual(counts, [block(1, 2, 1), block(1, 0, 0), block(1, 1, 0)]);
    assert.equal(offsetOf(nameKey('person', 99, 102)), 99);
  });

  it('gives F1 over all blocks together', () => {
    assert.equal(f1([block(3, 2, 2), block(1, 2, 1)]), 0.75);
    assert.equal(f1([]), 1);
  });

  it('gives the same interval each time, with the change in it', () => {
    const one = Array.from({ length: 30 }, (_, at) => block(10, 10, 8 + (at % 2)));
    const other = Array.from({ length: 30 }, (_, at) => block(10, 10, 7 + (at % 4)));
    const { change, interval = [] } = changeOf(one, other);
    const [low = NaN, high = NaN] = interval;
    assert.ok(low < change && change < high && low < 0 && high > 0);
    assert.deepEqual(changeOf(one, other), { change, interval });
  });

  it('holds a change that all blocks show to be one', () => {
    const one = Array.from({ length: 20 }, (_, at) => block(10, 10, 7 + (at % 3)));
    const other = one.map(({ gold, found, right }) => block(gold, found, right - 1));
    assert.ok(changeOf(one, other).interval![0] > 0);
    assert.ok(changeOf(other, one).interval![1] < 0);
    assert.deepEqual(changeOf(one, one), { change: 0, interval: [0, 0] });
  });

  it('gives no interval of a single block, of which nothing can be drawn', () => {
    assert.deepEqual(changeOf([block(4, 4, 4)], [block(4, 4, 2)]), { change: 0.5 });
  });

  it('tells what one run has more than another, right and wrong', () => {
    assert.deepEqual(more(new Set(['a', 'b', 'c']), new Set(['a']), new Set(['a', 'b'])), { right: 1, wrong: 1 });
  });

  it('sets columns below one another', () => {
    assert.deepEqual(
      aligned([
        ['part', '+'],
        ['a', '10'],
      ]),
      ['part   +', 'a     10'],
    );
  });
});

describe('Ablation: parts', () => {
  const issue = parseIssue('局长王建国在石城说，他在北京读书。', structure);
  const found = (parts?: Parts) =>
    new EntityExtractor(lexicons, undefined, parts)
      .extract({ issue, segmenter: fakeSegmenter })
      .mentions.map(({ text }) => text);

  it('leaves out what a part proposes, and all that the part is made of', () => {
    assert.ok(found().includes('王建国'));
    assert.ok(!found(new Parts(['persons'])).includes('王建国'));
    assert.ok(new Parts(['places']).has('persons.byTitle'));
    assert.ok(!new Parts(['persons']).has('persons.byTitle'));
  });

  it('tells what the parts propose that take part', () => {
    const told = new Set<string>();
    found(new Parts(['places'], (part) => told.add(part)));
    assert.ok(told.has('persons') && !told.has('places'));
  });
});
