import assert from 'node:assert/strict';

import fc from 'fast-check';

import { EntityExtractor, extractEntities } from '../../../src/core/entities/extractEntities.ts';
import type { Segmenter } from '../../../src/core/entities/tokens/segmenter.ts';
import { RosterIndex } from '../../../src/core/roster/rosterIndex.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { pageTexts, piece } from '../structure/anyText.ts';
import { fileText } from '../structure/helpers.ts';
import { fakeSegmenter } from './fakeSegmenter.ts';
import { lexicons, structure } from './helpers.ts';

/** Edits as an editor makes them: a key, a name put in, a passage cut out. */
const edit = fc.record({
  at: fc.nat(9000),
  length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(200)),
  put: fc.oneof(fc.constantFrom('', '字', '\n', '。', '局长张小明说，', '赴并', '大荔', '《光明》'), piece),
});

const roster = new RosterIndex(
  [{ name: '王小川', type: 'person', titles: ['记者'], aliases: ['小川'], note: '' }],
  lexicons.ordinaryWords,
);

/** The segmenter of the tests, with what it was asked. */
function watched(): { segmenter: Segmenter; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    segmenter: {
      tag: (text) => {
        asked.push(text);
        return fakeSegmenter.tag(text);
      },
    },
  };
}

describe('extracting from a text again as it is edited', function () {
  this.timeout(60_000);

  it('gives what extracting from it anew gives, whatever is edited, with the roster and home region of the moment', () => {
    const step = fc.record({
      edit,
      roster: fc.constantFrom(undefined, undefined, roster),
      home: fc.constantFrom('', '', '陕西省渭南市'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...pageTexts), fc.array(step, { minLength: 1, maxLength: 5 }), (page, steps) => {
        const extractor = new EntityExtractor(lexicons);
        let text = page;
        extractor.extract({ issue: parseIssue(text, structure), segmenter: fakeSegmenter });
        for (const {
          edit: { at, length, put },
          roster,
          home,
        } of steps) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + put + text.slice(from + length);
          const issue = parseIssue(text, structure);
          const request = { issue, segmenter: fakeSegmenter, certainNames: roster, homeRegion: home };
          assert.deepEqual(extractor.extract(request), extractEntities(request, lexicons));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('reads only the sentence again in which something changed, also in a paragraph that was not edited last', () => {
    const page = fileText('seeds/datong-daily-2022-08-10-p1.txt');
    const { segmenter, asked } = watched();
    const extractor = new EntityExtractor(lexicons);
    extractor.extract({ issue: parseIssue(page, structure), segmenter });
    assert.ok(asked.length > 50);
    let text = page;
    for (const part of [0.3, 0.6, 0.3]) {
      const at = text.indexOf('，', text.length * part);
      text = `${text.slice(0, at)}的${text.slice(at)}`;
      asked.length = 0;
      extractor.extract({ issue: parseIssue(text, structure), segmenter });
      assert.equal(asked.length, 1);
    }
  });

  it('decides again on a name elsewhere when the place that told it is gone', () => {
    const text = '局长张小明说，今天开会。\n\n张小明出席。\n';
    const extractor = new EntityExtractor(lexicons);
    for (const version of [text, text.replace('局长张小明', '他'), text]) {
      const request = { issue: parseIssue(version, structure), segmenter: fakeSegmenter };
      assert.deepEqual(extractor.extract(request), extractEntities(request, lexicons));
    }
  });

  it('goes on where a text was given up midway', () => {
    const page = fileText('seeds/datong-daily-2022-08-10-p1.txt');
    const issue = parseIssue(page, structure);
    const extractor = new EntityExtractor(lexicons);
    let left = 40;
    const broken: Segmenter = {
      tag(text) {
        if (left-- === 0) throw new Error('given up');
        return fakeSegmenter.tag(text);
      },
    };
    assert.throws(() => extractor.extract({ issue, segmenter: broken }), /given up/);
    const { segmenter, asked } = watched();
    assert.deepEqual(
      extractor.extract({ issue, segmenter }),
      extractEntities({ issue, segmenter: fakeSegmenter }, lexicons),
    );
    const whole = watched();
    extractEntities({ issue, segmenter: whole.segmenter }, lexicons);
    assert.equal(asked.length, whole.asked.length - 40);
  });
});
