import assert from 'node:assert/strict';

import { choicesOn } from '../../../src/core/annotations/choices.ts';

describe('what can be done with tags', () => {
  it('is to accept or reject as long as one is open', () => {
    for (const statuses of [['suggestion'], ['suggestion', 'annotation'], ['rejected', 'suggestion']] as const)
      assert.deepEqual(choicesOn(statuses).slice(0, 2), ['acceptSuggestion', 'rejectSuggestion']);
  });

  it('is to change or remove what is settled, not to accept or reject it again', () => {
    assert.deepEqual(choicesOn(['annotation', 'rejected']), ['changeType', 'untag', 'addToRoster']);
  });

  it('is to accept after all what was rejected', () => {
    assert.deepEqual(choicesOn(['rejected', 'rejected']), ['acceptSuggestion']);
  });
});
