import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normalizeText, PositionMap, snapToCodePoint } from '../../../src/core/annotations/anchoring/codePoints.ts';

const anyText = fc
  .array(fc.constantFrom('张', 'a', '𠮷', '\r\n', '\n', '\r', '\ud842', '\udfb7', '，'))
  .map((parts) => parts.join(''));
const withMark = fc.tuple(fc.boolean(), anyText).map(([mark, text]) => (mark ? '\ufeff' : '') + text);

describe('code points', () => {
  const text = '\ufeff记者𠮷田茂\r\n从北京';

  it('count a rare character once, CRLF once and the byte order mark not at all', () => {
    const map = new PositionMap(text, 'codePoint');
    assert.equal(map.toPosition(text.indexOf('𠮷')), 2);
    assert.equal(map.toPosition(text.indexOf('田')), 3);
    assert.equal(map.toPosition(text.indexOf('从')), 6);
    assert.equal(map.length, 9);
  });

  it('are counted in code units where those are asked for', () => {
    const map = new PositionMap(text, 'codeUnit');
    assert.equal(map.toPosition(text.indexOf('从')), 7);
    assert.equal(map.toOffset(7), text.indexOf('从'));
  });

  it('agree with walking the normalised text, whatever the text', () => {
    fc.assert(
      fc.property(withMark, (any) => {
        const map = new PositionMap(any, 'codePoint');
        const points = [...normalizeText(any)];
        assert.equal(map.length, points.length);
        for (let position = 0; position < points.length; position += 1) {
          const from = map.toOffset(position);
          const to = map.toOffset(position + 1);
          assert.equal(normalizeText(`x${any.slice(from, to)}`), `x${points[position]}`);
          assert.equal(map.toPosition(from), position);
        }
        assert.equal(map.toOffset(points.length), any.length);
      }),
    );
  });

  it('are not cut in two by a snapped offset', () => {
    assert.equal(snapToCodePoint('a𠮷b', 2, 'start'), 1);
    assert.equal(snapToCodePoint('a𠮷b', 2, 'end'), 3);
    assert.equal(snapToCodePoint('a\udfb7b', 1, 'start'), 1);
    assert.equal(snapToCodePoint('𠮷', 2, 'end'), 2);
  });
});
