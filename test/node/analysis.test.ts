import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Analysis } from '../../src/node/analysis.ts';
import { loadSegmenter } from '../../src/node/segmenter.ts';
import { builtDictionary, ROOT } from './dictionary.ts';

describe('the analysis', function () {
  this.timeout(60_000);

  let analysis: Analysis;
  /** Code units that the segmenter was asked for. */
  let asked = 0;
  before(() => {
    builtDictionary();
    analysis = new Analysis(ROOT, (dictionary) => {
      const segmenter = loadSegmenter(dictionary);
      return {
        tag: (text) => {
          asked += text.length;
          return segmenter.tag(text);
        },
      };
    });
  });
  const page = readFileSync(join(ROOT, 'seeds/datong-daily-2022-08-10-p1.txt'), 'utf8');

  /** How many code units are asked of the segmenter for an extraction. */
  function segmented(text: string, document: string): number {
    asked = 0;
    analysis.extract(text, { document });
    return asked;
  }

  it('finds the same in a text that it remembers', () => {
    const edited = page.replace('。', '，局长张小明说。');
    for (const text of [page, edited, page, ''])
      assert.deepEqual(analysis.extract(text, { document: 'a' }), analysis.extract(text));
  });

  it('segments of a text that it remembers only the sentence that was edited', () => {
    const whole = segmented(page, 'b');
    assert.ok(whole > page.length / 2);
    assert.equal(segmented(page, 'b'), 0);
    const part = segmented(page.replace('。', '了。'), 'b');
    assert.ok(part > 0 && part < 300);
  });

  /** How far a text was each time that the work told it. */
  function told(text: string, document: string, cancelled = (): boolean => false): number[] {
    const fractions: number[] = [];
    analysis.extract(text, { document, watch: { cancelled, progress: (fraction) => fractions.push(fraction) } });
    return fractions;
  }

  for (const [name, document] of [
    ['read for the first time', 'progress'],
    ['remembered to the letter', 'progress'],
  ] as const)
    it(`tells its progress without a leap from the start to the end of a text that is ${name}`, () => {
      const fractions = told(page, document);
      assert.deepEqual(
        fractions,
        fractions.toSorted((a, b) => a - b),
      );
      const leaps = fractions.map((fraction, index) => fraction - (fractions[index - 1] ?? 0));
      assert.ok(Math.max(...leaps) < 0.05, `${Math.max(...leaps)}`);
      assert.equal(fractions.at(-1), 1);
    });

  it('gives up at whichever step nobody waits any more, also in a text that it remembers', () => {
    const whole = analysis.extract(page);
    let steps = 0;
    told(page, 'steps');
    told(page, 'steps', () => (steps++, false));
    for (const part of [0.01, 0.2, 0.4, 0.6, 0.8, 0.9, 0.99]) {
      let asked = 0;
      const last = Math.floor(steps * part);
      assert.throws(() => told(page, 'steps', () => asked++ === last), { name: 'CancelledError' });
      assert.equal(asked, last + 1);
      assert.deepEqual(analysis.extract(page, { document: 'steps' }), whole);
    }
  });

  it('remembers the last texts only, and none that is very long', () => {
    for (const document of ['b', 'c', 'd', 'e', 'f']) segmented(page, document);
    assert.equal(segmented(page, 'c'), 0);
    assert.ok(segmented(page, 'b') > 0);
    const long = page.repeat(Math.ceil(250_000 / page.length));
    assert.equal(segmented(long, 'long'), segmented(long, 'long'));
  });
});
