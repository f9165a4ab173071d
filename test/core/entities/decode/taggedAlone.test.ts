import assert from 'node:assert/strict';

import type { Candidate } from '../../../../src/core/entities/candidate.ts';
import { isUnsupported } from '../../../../src/core/entities/decode/taggedAlone.ts';

describe('names that the tagger alone proposes', () => {
  const tagged = (type: Candidate['type'], length: number, confidence: number): Candidate => ({
    type,
    start: 0,
    end: length,
    confidence,
    evidence: [{ kind: 'model' }],
  });

  it('are left out where it is not sure of a short person or a place', () => {
    assert.ok(isUnsupported(tagged('person', 1, 0.6)));
    assert.ok(isUnsupported(tagged('person', 2, 0.6)));
    assert.ok(isUnsupported(tagged('place', 1, 0.45)));
  });

  it('stay where it is, where a rule says so too, and where something else speaks for them', () => {
    assert.ok(!isUnsupported(tagged('person', 1, 0.8)));
    assert.ok(!isUnsupported(tagged('person', 3, 0.6)));
    assert.ok(!isUnsupported(tagged('organization', 2, 0.45)));
    assert.ok(!isUnsupported({ ...tagged('place', 2, 0.45), evidence: [{ kind: 'model' }, { kind: 'suffix' }] }));
    assert.ok(!isUnsupported({ ...tagged('place', 2, 0.45), atLeast: 0.45 }));
  });
});
