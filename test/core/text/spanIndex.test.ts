import assert from 'node:assert/strict';
import fc from 'fast-check';

import type { Span } from '../../../src/core/text/span.ts';
import { SpanIndex } from '../../../src/core/text/spanIndex.ts';

const things = fc
  .array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 30 })
  .map((all) => all.map(([start, length]) => ({ span: { start, end: start + length } })))
  .map((all) => all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));

describe('the index of spans', () => {
  it('finds at a place what a look at each finds', () => {
    fc.assert(
      fc.property(things, fc.nat(55), (all, offset) => {
        const plainly = all.filter(({ span }) => span.start <= offset && offset <= span.end);
        assert.deepEqual(new SpanIndex(all).at(offset), plainly);
      }),
    );
  });

  it('knows whether a thing lies wholly in a span', () => {
    fc.assert(
      fc.property(things, fc.nat(50), fc.integer({ min: 1, max: 20 }), (all, start, length) => {
        const selected: Span = { start, end: start + length };
        const plainly = all.some(
          ({ span }) => start <= span.start && span.start < selected.end && span.end <= selected.end,
        );
        assert.equal(new SpanIndex(all).anyIn(selected), plainly);
      }),
    );
  });

  it('looks at few of many', () => {
    let looks = 0;
    const all = Array.from({ length: 4096 }, (_, index) => ({ span: { start: 3 * index, end: 3 * index + 2 } }));
    const counted = new SpanIndex(all.map(({ span }) => ({ span: counting(span, () => looks++) })));
    looks = 0;
    assert.equal(counted.at(6001).length, 1);
    assert.ok(counted.anyIn({ start: 5000, end: 9000 }));
    assert.ok(looks < 60, `${looks}`);
  });
});

function counting({ start, end }: Span, look: () => void): Span {
  return {
    get start() {
      look();
      return start;
    },
    get end() {
      look();
      return end;
    },
  };
}
