import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation, TagDecision } from '../../../src/core/annotations/records/annotation.ts';
import { placeAnnotations } from '../../../src/core/annotations/anchoring/place.ts';
import { makeQuote } from '../../../src/core/annotations/anchoring/quote.ts';
import {
  formatSidecar,
  parseSidecar,
  SidecarError,
  type Sidecar,
} from '../../../src/core/annotations/records/sidecar.ts';
import { ENTITY_TYPES } from '../../../src/core/entities/mention.ts';
import { annotate, spanOf } from './helpers.ts';

const text = '记者李小明、𠮷田茂11月3日从北京大学获悉\r\n《红楼梦》研讨会举行。';

function format(annotations: readonly Annotation[], options: { text?: string; previous?: Sidecar } = {}): string {
  return formatSidecar({ source: 'A1 版.txt', text, sha256: 'f00d', annotations, ...options });
}

function reread(annotations: readonly Annotation[], of = text): Annotation[] {
  return placeAnnotations(of, parseSidecar(format(annotations, { text: of })).annotations);
}

describe('a sidecar', () => {
  const annotations = [
    annotate(text, spanOf(text, '𠮷田茂'), '2'),
    annotate(text, spanOf(text, '红楼梦'), '3', 'work', 'accepted'),
    annotate(text, spanOf(text, '李小明'), '1', 'person', 'rejected'),
  ];

  it('gives the annotations back as they were, in the order of the text', () => {
    assert.deepEqual(reread(annotations), [annotations[2], annotations[0], annotations[1]]);
  });

  it('is a Web Annotation page with positions in code points of LF lines', () => {
    const page = JSON.parse(format(annotations)) as { items: { target: unknown; body: unknown; motivation: string }[] };
    assert.deepEqual(
      { ...page, items: page.items.length },
      {
        '@context': [
          'http://www.w3.org/ns/anno.jsonld',
          { galley: 'urn:galley:annotations#', sha256: 'galley:sha256', decision: 'galley:decision' },
        ],
        id: 'A1%20版.txt.annotations.json',
        type: 'AnnotationPage',
        sha256: 'f00d',
        items: 3,
      },
    );
    assert.deepEqual(
      page.items.map(({ motivation }) => motivation),
      ['assessing', 'classifying', 'classifying'],
    );
    assert.deepEqual(page.items[2]?.body, { type: 'TextualBody', purpose: 'classifying', value: 'work' });
    assert.deepEqual(page.items[2]?.target, {
      source: 'A1%20版.txt',
      selector: [
        { type: 'TextPositionSelector', start: 23, end: 26 },
        {
          type: 'TextQuoteSelector',
          exact: '红楼梦',
          prefix: '记者李小明、𠮷田茂11月3日从北京大学获悉\n《',
          suffix: '》研讨会举行。',
        },
      ],
    });
  });

  it('is the same to the letter for the same decisions in any order, and one decision is a few lines of it', () => {
    assert.equal(format(annotations), format(annotations.toReversed()));
    const without = format(annotations.slice(1)).split('\n');
    const added = format(annotations)
      .split('\n')
      .filter((line) => !without.includes(line));
    assert.ok(added.length > 1 && added.length <= 8, `${added.length} lines`);
    assert.ok(format(annotations).endsWith('}\n'));
  });

  it('reads the same positions from a text with other line breaks', () => {
    const converted = text.replace('\r\n', '\n');
    const placed = placeAnnotations(converted, parseSidecar(format(annotations)).annotations);
    assert.deepEqual(
      placed.map(({ span }) => span && converted.slice(span.start, span.end)),
      ['李小明', '𠮷田茂', '红楼梦'],
    );
  });

  it('keeps members and items that Galley does not know', () => {
    const page = JSON.parse(format(annotations)) as Record<string, unknown> & { items: Record<string, unknown>[] };
    page['label'] = 'A 叠';
    page.items[0]!['rights'] = 'CC0';
    (page.items[0]!['target'] as { selector: unknown[] }).selector.push({
      type: 'FragmentSelector',
      value: 'char=2,5',
    });
    page.items[1]!['body'] = [{ type: 'TextualBody', purpose: 'commenting', value: '生僻字' }, page.items[1]!['body']];
    page.items.splice(1, 0, { id: 'urn:x', type: 'Annotation', motivation: 'commenting', body: 'ok', target: 'a.txt' });
    const previous = parseSidecar(JSON.stringify(page));
    assert.equal(previous.annotations.length, 3);
    const rewritten = JSON.parse(format(reread(annotations), { previous })) as typeof page;
    assert.deepEqual(rewritten, { ...page, items: [page.items[0], page.items[2], page.items[3], page.items[1]] });
  });

  it('keeps an orphan with its quote, after the others', () => {
    const orphan = { ...annotations[0]!, span: null };
    const reread = parseSidecar(format([orphan, annotations[1]!]));
    assert.deepEqual(reread.annotations[1]?.position, null);
    assert.deepEqual(reread.annotations[1]?.quote, orphan.quote);
  });

  it('does not take the same id twice', () => {
    const page = JSON.parse(format(annotations.slice(0, 1))) as { items: unknown[] };
    page.items.push(page.items[0]);
    const sidecar = parseSidecar(JSON.stringify(page));
    assert.equal(sidecar.annotations.length, 1);
    assert.equal(sidecar.others.length, 1);
  });

  it('is not read from what is none', () => {
    const code = (json: string): string => {
      try {
        parseSidecar(json);
      } catch (error) {
        if (error instanceof SidecarError) return error.code;
        throw error;
      }
      return 'read';
    };
    assert.equal(code('{"type": "AnnotationPage", "items": ['), 'syntax');
    assert.equal(code('<<<<<<< HEAD\n{}'), 'syntax');
    assert.equal(code(''), 'syntax');
    assert.equal(code('[]'), 'foreign');
    assert.equal(code('{"annotations": []}'), 'foreign');
    assert.equal(code('{"type": "AnnotationPage", "items": 3}'), 'foreign');
    assert.equal(code('\ufeff{"type": "AnnotationPage"}'), 'read');
  });

  it('reads any JSON whatever without an exception but its own', () => {
    const item = fc.jsonValue();
    fc.assert(
      fc.property(fc.array(item), fc.jsonValue(), (items, other) => {
        const sidecar = parseSidecar(JSON.stringify({ type: 'AnnotationPage', items, other }));
        assert.deepEqual(sidecar.others.length, items.length);
        assert.throws(() => parseSidecar(JSON.stringify(other)), SidecarError);
      }),
    );
  });

  it('gives any annotations of any text back, rare and broken characters and CRLF among them', () => {
    const part = fc.constantFrom('张', '三', 'a', '𠮷', '\r\n', '\ud842', '"', '\u2028', '，');
    const anyText = fc.array(part, { minLength: 1, maxLength: 60 });
    const pick = fc.record({
      from: fc.nat(59),
      length: fc.integer({ min: 1, max: 5 }),
      type: fc.constantFrom(...ENTITY_TYPES),
      decision: fc.constantFrom<TagDecision>('tagged', 'accepted', 'changed', 'rejected'),
    });
    fc.assert(
      fc.property(anyText, fc.array(pick, { maxLength: 8 }), (parts, picks) => {
        const any = parts.join('');
        const made = picks.map(({ from, length, type, decision }, index) => {
          const first = from % parts.length;
          const start = parts.slice(0, first).join('').length;
          const end = start + parts.slice(first, first + length).join('').length;
          return annotate(any, { start, end }, `${index}`, type, decision);
        });
        const byId = (a: Annotation, b: Annotation): number => (a.id < b.id ? -1 : 1);
        assert.deepEqual(reread(made, any).toSorted(byId), made.toSorted(byId));
      }),
    );
  });
});

describe('a stored annotation', () => {
  const stored = (of: string, part: string): ReturnType<typeof parseSidecar>['annotations'] =>
    parseSidecar(format([annotate(of, spanOf(of, part))], { text: of })).annotations;
  const page = '一版\n书记何大海到会。\n县长何大海发言。\n';

  it('has its place where its quote stands', () => {
    assert.deepEqual(placeAnnotations(page, stored(page, '何大海'))[0]?.span, spanOf(page, '何大海'));
  });

  it('is found by its context where the text before it has changed', () => {
    const changed = `头条\n${page}`;
    const placed = placeAnnotations(
      changed,
      stored(changed.slice(3), '何大海').map((one) => ({ ...one, quote: { ...one.quote, prefix: '书记' } })),
    );
    assert.deepEqual(placed[0]?.span, spanOf(changed, '何大海'));
  });

  it('is an orphan, quote and all, where its context stands nowhere or more than once', () => {
    const gone = placeAnnotations(page.replace('书记何大海', '书记'), stored(page, '何大海'));
    assert.equal(gone[0]?.span, null);
    assert.equal(gone[0]?.quote.exact, '何大海');
    const bare = stored(page, '何大海').map((one) => ({
      ...one,
      position: null,
      quote: { ...one.quote, prefix: '', suffix: '' },
    }));
    assert.equal(placeAnnotations(page, bare)[0]?.span, null);
  });

  it('keeps no half characters in its context', () => {
    const long = `${'𠮷'.repeat(40)}何大海${'𠮷'.repeat(40)}`;
    for (const shift of ['', 'a']) {
      const { prefix, suffix } = makeQuote(shift + long + shift, spanOf(shift + long, '何大海'));
      assert.ok(prefix.isWellFormed() && suffix.isWellFormed());
    }
  });
});
