import assert from 'node:assert/strict';
import fc from 'fast-check';

import { PhraseIndex } from '../../../src/core/lexicons/phraseIndex.ts';
import { SuffixIndex } from '../../../src/core/lexicons/suffixIndex.ts';

/** Few characters, so that phrases meet: Han of the table and beyond it, a letter, halves of a pair. */
const text = (most: number) =>
  fc
    .array(fc.constantFrom('山', '西', '省', '大', '㐂', 'A', '\ud842', '\udfb7'), { maxLength: most })
    .map((all) => all.join(''));
const phrases = fc.array(text(4), { maxLength: 12 });

/** Every phrase in a text by where it starts, the shortest first, found by looking everywhere. */
function everywhere(all: readonly string[], within: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < within.length; start++)
    for (let end = start + 1; end <= within.length; end++)
      if (all.includes(within.slice(start, end))) found.push(`${start}-${end}`);
  return found;
}

function indexOf(all: readonly string[]): PhraseIndex<string> {
  const index = new PhraseIndex<string>();
  for (const phrase of all) index.add(phrase, phrase);
  return index;
}

describe('phrases in a text', () => {
  it('are all found, each with its value', () => {
    fc.assert(
      fc.property(phrases, text(20), (all, within) => {
        const found = indexOf(all).allIn(within);
        assert.deepEqual(
          found.map(({ start, end }) => `${start}-${end}`),
          everywhere(all, within),
        );
        for (const { start, end, value } of found) assert.equal(value, within.slice(start, end));
      }),
    );
  });

  it('are the same at one place as in the whole text', () => {
    fc.assert(
      fc.property(phrases, text(20), fc.nat(19), (all, within, start) => {
        const index = indexOf(all);
        const ends = index
          .allIn(within)
          .filter((one) => one.start === start)
          .map(({ end }) => end);
        assert.deepEqual(
          index.allAt(within, start).map(({ end }) => end),
          ends,
        );
        assert.equal(index.longestAt(within, start)?.end, ends.at(-1));
      }),
    );
  });

  it('are found though they come when the text was read before', () => {
    fc.assert(
      fc.property(phrases, phrases, text(20), (early, late, within) => {
        const index = indexOf(early);
        index.allIn(within);
        for (const phrase of late) index.add(phrase, phrase);
        assert.deepEqual(
          index.allIn(within).map(({ start, end }) => `${start}-${end}`),
          everywhere([...early, ...late], within),
        );
      }),
    );
  });

  it('are the longest that end at a place, and begin no earlier than asked', () => {
    fc.assert(
      fc.property(phrases, text(12), fc.nat(12), fc.nat(12), (all, within, place, from) => {
        const end = Math.min(place, within.length);
        const index = new SuffixIndex<string>();
        for (const phrase of all) index.add(phrase, phrase);
        const starts = Array.from({ length: end }, (_, start) => start).filter(
          (start) => start >= from && all.includes(within.slice(start, end)),
        );
        assert.equal(index.longestBefore(within, end, from)?.start, starts[0]);
      }),
    );
  });
});
