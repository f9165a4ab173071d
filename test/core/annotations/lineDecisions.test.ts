import assert from 'node:assert/strict';
import { isLineAnnotation, type LineAnnotation } from '../../../src/core/annotations/records/annotation.ts';
import type { Step } from '../../../src/core/annotations/decide.ts';
import { correctionsOf, LINE_ROLES, setLines, type LineChange } from '../../../src/core/annotations/lineDecisions.ts';
import { mergeAnnotations } from '../../../src/core/annotations/records/merge.ts';
import { placeAnnotations } from '../../../src/core/annotations/anchoring/place.ts';
import { formatSidecar, parseSidecar, type Sidecar } from '../../../src/core/annotations/records/sidecar.ts';
import { AnnotationTracker } from '../../../src/core/annotations/anchoring/tracker.ts';
import { LineIndex } from '../../../src/core/text/lineIndex.ts';
import { annotate, spanOf } from './helpers.ts';

const text = '要闻\n\n　　清河大桥通车 \n\n本报讯 清河大桥通车。\n';
const headline: LineChange = { kind: 'role', role: 'headline' };

/** Counts moments and ids. */
let made = 0;

function set(lines: number[], change: LineChange, before: readonly LineAnnotation[] = [], of = text): LineAnnotation[] {
  const created = `2026-03-0${(made += 1)}T08:00:00.000Z`;
  return carryOut(
    before,
    setLines(of, before, lines, change, { creator: '编辑甲', created, newId: () => `urn:uuid:${(made += 1)}` }),
  );
}

function carryOut(before: readonly LineAnnotation[], step: Step): LineAnnotation[] {
  const now = new Map(before.map((one) => [one.id, one]));
  for (const { id, after } of step) {
    if (after && isLineAnnotation(after)) now.set(id, after);
    else now.delete(id);
  }
  return [...now.values()];
}

const said = (annotations: readonly LineAnnotation[], of = text): unknown =>
  correctionsOf(new LineIndex(of), annotations);

function format(annotations: readonly LineAnnotation[], previous?: Sidecar): string {
  return formatSidecar({ source: '1版.txt', text, sha256: 'f00d', annotations, previous });
}

describe('setting lines', () => {
  beforeEach(() => (made = 0));

  it('says of each line what it is, but nothing of blank ones', () => {
    assert.deepEqual(said(set([2, 3, 0, 1], headline)), [
      { line: 0, role: 'headline' },
      { line: 2, role: 'headline' },
    ]);
  });

  it('stands on the words of the line, of a long one on its beginning', () => {
    const [one] = set([2], headline);
    assert.deepEqual(one?.span, spanOf(text, '清河大桥通车'));
    assert.equal(one.quote.exact, '清河大桥通车');
    const long = '𠮷'.repeat(500);
    const [cut] = set([0], headline, [], long);
    assert.ok(cut!.span!.end < 200 && cut!.quote.exact.isWellFormed());
  });

  it('keeps where an article begins when the role is set, and the other way round', () => {
    const both = set([2], { kind: 'startsArticle' }, set([2], headline));
    assert.deepEqual(said(both), [{ line: 2, role: 'headline', startsArticle: true }]);
    assert.deepEqual(said(set([2], { kind: 'role', role: 'deck' }, both)), [
      { line: 2, role: 'deck', startsArticle: true },
    ]);
    assert.equal(both.length, 1);
  });

  it('does nothing to a line that is set so already', () => {
    const standing = set([2], headline);
    assert.deepEqual(set([2], headline, standing), standing);
  });

  it('takes everything back', () => {
    const standing = set([2], { kind: 'startsArticle' }, set([0, 2], headline));
    assert.deepEqual(said(set([2], { kind: 'automatic' }, standing)), [{ line: 0, role: 'headline' }]);
    assert.deepEqual(set([4], { kind: 'automatic' }, standing), standing);
  });

  it('lets the last decision count where two lines were joined, and leaves one of them at the next', () => {
    const joined = text.replace('\n\n　　清河', '清河');
    const first = { ...set([0], headline)[0]!, span: spanOf(joined, '要闻') };
    const second = { ...set([2], { kind: 'role', role: 'column' })[0]!, span: spanOf(joined, '清河大桥通车') };
    assert.deepEqual(said([second, first], joined), [{ line: 0, role: 'column' }]);
    assert.deepEqual(said(set([0], { kind: 'role', role: 'deck' }, [first, second], joined), joined), [
      { line: 0, role: 'deck' },
    ]);
    assert.equal(set([0], { kind: 'role', role: 'deck' }, [first, second], joined).length, 1);
  });

  it('says nothing of a line that is gone', () => {
    assert.deepEqual(said(set([0], headline).map((one) => ({ ...one, span: null }))), []);
  });
});

describe('a set line', () => {
  beforeEach(() => (made = 0));

  it('comes back from the sidecar as it was, whatever it is set as', () => {
    for (const role of LINE_ROLES) {
      const standing = set([4], { kind: 'startsArticle' }, set([2, 4], { kind: 'role', role }));
      assert.deepEqual(placeAnnotations(text, parseSidecar(format(standing)).annotations), standing);
    }
    const start = set([2], { kind: 'startsArticle' });
    assert.deepEqual(placeAnnotations(text, parseSidecar(format(start)).annotations), start);
  });

  it('is a Web Annotation that classifies the line', () => {
    const { items } = JSON.parse(format(set([2], { kind: 'startsArticle' }, set([2], headline)))) as {
      items: Record<string, unknown>[];
    };
    assert.equal(items[0]!['decision'], 'lineRole');
    assert.equal(items[0]!['motivation'], 'classifying');
    assert.deepEqual(items[0]!['body'], [
      { type: 'TextualBody', purpose: 'classifying', value: 'headline' },
      { type: 'TextualBody', purpose: 'classifying', value: 'articleStart' },
    ]);
  });

  it('keeps what others wrote beside it when it is set as something else', () => {
    const page = JSON.parse(format(set([2], headline))) as { items: Record<string, unknown>[] };
    const remark = { type: 'TextualBody', purpose: 'commenting', value: '两行题' };
    page.items[0]!['body'] = [remark, page.items[0]!['body']];
    const previous = parseSidecar(JSON.stringify(page));
    const now = set(
      [2],
      { kind: 'role', role: 'deck' },
      placeAnnotations(text, previous.annotations).filter(isLineAnnotation),
    );
    const { items } = JSON.parse(format(now, previous)) as typeof page;
    assert.deepEqual(items[0]!['body'], [remark, { type: 'TextualBody', purpose: 'classifying', value: 'deck' }]);
  });

  it('is none of ours where it says nothing that we know', () => {
    const unknown = format(set([2], headline)).replace('"headline"', '"verse"');
    assert.deepEqual([parseSidecar(unknown).annotations.length, parseSidecar(unknown).others.length], [0, 1]);
  });

  it('follows edits of the text like a tag', () => {
    const [one] = set([2], headline);
    const tracker = new AnnotationTracker(text, [one!]);
    const pushed = `清晨\n${text}`;
    tracker.apply([{ span: { start: 0, end: 0 }, text: '清晨\n' }], pushed, 'edit');
    const edited = pushed.replace('河大桥通车 ', '河二桥通车 ');
    tracker.apply([{ span: spanOf(pushed, '大桥通车 '), text: '二桥通车 ' }], edited, 'edit');
    assert.deepEqual(tracker.spanOf(one!.id), spanOf(edited, '清河二桥通车'));
  });

  it('is merged with what another editor set', () => {
    const base = set([2], headline);
    const ours = set([2], { kind: 'role', role: 'deck' }, base);
    const theirs = [...base, annotate(text, spanOf(text, '清河'), 'other', 'place')];
    assert.deepEqual(mergeAnnotations(base, ours, theirs), [ours[0], theirs[1]]);
    assert.deepEqual(mergeAnnotations(base, base, []), []);
  });
});
