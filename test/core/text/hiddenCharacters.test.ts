import assert from 'node:assert/strict';

import { findHiddenCharacters } from '../../../src/core/text/hiddenCharacters.ts';

describe('hidden characters', () => {
  const hidden = (text: string): string[] => findHiddenCharacters(text).map(({ codePoint }) => codePoint.toString(16));

  it('are found with their places, in Han text and at its edges', () => {
    assert.deepEqual(findHiddenCharacters('\ufeff周\u200b启明\u00ad'), [
      { start: 0, end: 1, codePoint: 0xfeff },
      { start: 2, end: 3, codePoint: 0x200b },
      { start: 5, end: 6, codePoint: 0xad },
    ]);
  });

  it('are direction marks and fillers too, and those beyond the basic plane', () => {
    assert.deepEqual(hidden('\u200e\u202e\u2060\u3164\u{e0041}'), ['200e', '202e', '2060', '3164', 'e0041']);
  });

  it('are neither blanks nor marks nor lone surrogates', () => {
    assert.deepEqual(hidden('　 \t\u00a0，。“”（）《》…—·\ud800全市'), []);
  });

  it('do not include what chooses the form of a Han character or joins an emoji', () => {
    assert.deepEqual(hidden('葛\u{e0100}城 👨\u200d👩 ❤\ufe0f\u200d🔥'), []);
    assert.deepEqual(hidden('全\u200d市'), ['200d']);
  });

  it('are found in a line of a megabyte', () => {
    assert.equal(findHiddenCharacters('\u200b'.repeat(1 << 20)).length, 1 << 20);
    assert.deepEqual(hidden('👨'.repeat(1 << 19)), []);
  });
});
