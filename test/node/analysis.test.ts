import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Analysis } from '../../src/node/analysis.ts';
import { builtDictionary, ROOT } from './dictionary.ts';

describe('the analysis', function () {
  this.timeout(60_000);

  let analysis: Analysis;
  before(() => {
    builtDictionary();
    analysis = new Analysis(ROOT);
  });
  const page = readFileSync(join(ROOT, 'seeds/datong-daily-2022-08-10-p1.txt'), 'utf8');

  /** How many code units are asked of the segmenter for an extraction. */
  function segmented(text: string, document: string): number {
    let done = 0;
    analysis.extract(text, { document, watch: { cancelled: () => false, progress: (now) => (done = now) } });
    return done;
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

  it('remembers the last texts only, and none that is very long', () => {
    for (const document of ['b', 'c', 'd', 'e', 'f']) segmented(page, document);
    assert.equal(segmented(page, 'c'), 0);
    assert.ok(segmented(page, 'b') > 0);
    const long = page.repeat(Math.ceil(250_000 / page.length));
    assert.equal(segmented(long, 'long'), segmented(long, 'long'));
  });
});
