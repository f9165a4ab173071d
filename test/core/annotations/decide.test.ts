import assert from 'node:assert/strict';
import { isTagAnnotation, type TagAnnotation } from '../../../src/core/annotations/records/annotation.ts';
import { reject, remove, tag, untag, type Decided, type Step } from '../../../src/core/annotations/decide.ts';
import { DecisionHistory } from '../../../src/core/annotations/decisionHistory.ts';
import { mergeAnnotations } from '../../../src/core/annotations/records/merge.ts';
import { overlay } from '../../../src/core/annotations/overlay.ts';
import { annotate, mention, spanOf } from './helpers.ts';

const text = '乙县县委书记沈北川说，乙县人民医院建成。';
const mentions = [
  mention(text, 'place', '乙县'),
  mention(text, 'person', '沈北川'),
  mention(text, 'place', '乙县', 'l1', 10),
];

function decided(annotations: readonly TagAnnotation[] = []): Decided {
  return { text, annotations, tags: overlay(text, mentions, annotations) };
}

function by(): { creator: string; created: string; newId: () => string } {
  let count = 0;
  return { creator: '编辑乙', created: '2026-03-02T08:00:00.000Z', newId: () => `urn:uuid:new${(count += 1)}` };
}

function after(before: readonly TagAnnotation[], step: Step): string[] {
  const now = new Map(before.map((annotation) => [annotation.id, annotation]));
  for (const { id, after: made } of step) {
    if (made && isTagAnnotation(made)) now.set(id, made);
    else now.delete(id);
  }
  return [...now.values()].map(
    ({ type, decision, span }) => `${decision} ${type} ${span && text.slice(span.start, span.end)}`,
  );
}

describe('tagging', () => {
  const person = spanOf(text, '沈北川');
  const hospital = spanOf(text, '乙县人民医院');

  it('accepts a suggestion of that span and type, changes one of another type, else makes a tag', () => {
    assert.deepEqual(after([], tag(decided(), [{ span: person, type: 'person' }], by())), ['accepted person 沈北川']);
    assert.deepEqual(after([], tag(decided(), [{ span: person, type: 'place' }], by())), ['changed place 沈北川']);
    assert.deepEqual(after([], tag(decided(), [{ span: hospital, type: 'organization' }], by())), [
      'tagged organization 乙县人民医院',
    ]);
  });

  it('records who, when and the quote', () => {
    const [made] = tag(decided(), [{ span: person, type: 'person' }], by());
    assert.equal(made?.before, null);
    assert.deepEqual(made?.after, {
      id: 'urn:uuid:new1',
      type: 'person',
      decision: 'accepted',
      span: person,
      quote: { exact: '沈北川', prefix: '乙县县委书记', suffix: '说，乙县人民医院建成。' },
      created: '2026-03-02T08:00:00.000Z',
      creator: '编辑乙',
    });
  });

  it('does nothing where it is tagged so already', () => {
    const standing = annotate(text, person);
    assert.deepEqual(tag(decided([standing]), [{ span: person, type: 'person' }], by()), []);
  });

  it('changes the type, or the extent, of the tag that stands there, which keeps its identity', () => {
    const standing = annotate(text, spanOf(text, '人民医院'), 'h', 'organization');
    const retyped = tag(decided([standing]), [{ span: standing.span!, type: 'place' }], by());
    assert.deepEqual(
      retyped.map(({ id, after: made }) => [id, made && isTagAnnotation(made) && made.type, made?.decision]),
      [[standing.id, 'place', 'changed']],
    );
    const widened = tag(decided([standing]), [{ span: hospital, type: 'organization' }], by());
    assert.deepEqual(
      widened.map(({ id, after: made }) => [id, made?.span]),
      [[standing.id, hospital]],
    );
  });

  it('replaces tags that it clashes with, and leaves a name inside a title', () => {
    const place = annotate(text, spanOf(text, '乙县', 10), 'l', 'place');
    assert.deepEqual(after([place], tag(decided([place]), [{ span: hospital, type: 'organization' }], by())), [
      'tagged organization 乙县人民医院',
    ]);
    const body = annotate(text, spanOf(text, '县委'), 'o', 'organization');
    const title = { span: spanOf(text, '县委书记'), type: 'title' as const };
    assert.deepEqual(after([body], tag(decided([body]), [title], by())), [
      'tagged organization 县委',
      'tagged title 县委书记',
    ]);
  });

  it('takes back the rejection of that span', () => {
    const rejected = annotate(text, person, 'r', 'person', 'rejected');
    assert.deepEqual(after([rejected], tag(decided([rejected]), [{ span: person, type: 'person' }], by())), [
      'accepted person 沈北川',
    ]);
  });

  it('tags many targets in one step', () => {
    const targets = [
      { span: person, type: 'person' as const },
      { span: hospital, type: 'organization' as const },
    ];
    assert.equal(tag(decided(), targets, by()).length, 2);
  });
});

describe('untagging', () => {
  const standing = annotate(text, spanOf(text, '沈北川'), 'p', 'person', 'accepted');

  it('gives the suggestion back, or rejects it where there is no tag', () => {
    const state = decided([standing]);
    assert.deepEqual(
      after(
        [standing],
        untag(
          state,
          state.tags.filter(({ text: name }) => name === '沈北川'),
          by(),
        ),
      ),
      [],
    );
    const bare = decided();
    assert.deepEqual(after([], untag(bare, bare.tags.slice(1, 2), by())), ['rejected person 沈北川']);
  });

  it('rejects a suggestion and what was accepted, and takes back what only the editor had tagged', () => {
    const own = annotate(text, spanOf(text, '乙县人民医院'), 'o', 'organization');
    const state = decided([standing, own]);
    const step = reject(
      state,
      state.tags.filter(({ annotation }) => annotation),
      by(),
    );
    assert.deepEqual(after([standing, own], step), ['rejected person 沈北川']);
    assert.deepEqual(
      reject(
        decided([{ ...standing, decision: 'rejected' }]),
        decided([{ ...standing, decision: 'rejected' }]).tags.filter(({ status }) => status === 'rejected'),
        by(),
      ),
      [],
    );
  });

  it('removes orphans', () => {
    const orphan = { ...standing, span: null };
    assert.deepEqual(remove([orphan]), [{ id: orphan.id, before: orphan, after: null }]);
  });
});

describe('undoing decisions among edits', () => {
  const step = (name: string): Step => [{ id: name, before: null, after: annotate(text, { start: 0, end: 2 }, name) }];
  const ids = (steps: readonly (Step | null)[]): string[] =>
    steps.map((one) => `${one?.[0]?.after ? '+' : '-'}${one?.[0]?.id}`);

  it('takes back the last one first, and only in the state in which it was made', () => {
    const history = new DecisionHistory();
    history.record(step('a'), 1);
    history.record(step('b'), 1);
    assert.equal(history.canUndo(2), false);
    assert.equal(history.undo(2), null);
    assert.deepEqual(ids([history.undo(1), history.undo(1)]), ['-b', '-a']);
    assert.equal(history.canUndo(1), false);
    assert.deepEqual(ids([history.redo(1), history.redo(1)]), ['+a', '+b']);
  });

  it('lets edits made later be undone first', () => {
    const history = new DecisionHistory();
    history.record(step('a'), 1);
    assert.equal(history.canUndo(2), false);
    assert.deepEqual(history.textUndone(1), []);
    assert.deepEqual(ids([history.undo(1)]), ['-a']);
    assert.equal(history.canRedo(0), false);
    assert.equal(history.canRedo(1), true);
  });

  it('takes back what an undo of the text leapt over, and does it again with the text', () => {
    const history = new DecisionHistory();
    history.record(step('a'), 1);
    history.record(step('b'), 3);
    assert.deepEqual(ids(history.textUndone(0)), ['-b', '-a']);
    assert.deepEqual(ids(history.textRedone(2)), ['+a']);
    assert.deepEqual(ids(history.textRedone(4)), ['+b']);
  });

  it('forgets what was undone once there is a new edit or decision', () => {
    const history = new DecisionHistory();
    history.record(step('a'), 1);
    history.undo(1);
    history.edited();
    assert.equal(history.canRedo(1), false);
    history.record(step('b'), 1);
    history.undo(1);
    history.record(step('c'), 1);
    assert.equal(history.canRedo(1), false);
  });
});

describe('decisions of two windows', () => {
  const a = annotate(text, spanOf(text, '乙县'), 'a', 'place');
  const b = annotate(text, spanOf(text, '沈北川'), 'b');
  const c = annotate(text, spanOf(text, '医院'), 'c', 'organization');

  it('are joined: ours where we decided, theirs elsewhere', () => {
    const changed = { ...a, type: 'organization' as const };
    assert.deepEqual(mergeAnnotations([a], [a, b], [a, c]), [a, c, b]);
    assert.deepEqual(mergeAnnotations([a, b], [b], [a, b, c]), [b, c]);
    assert.deepEqual(mergeAnnotations([a, b], [a, b], [b]), [b]);
    assert.deepEqual(mergeAnnotations([a], [changed], [a]), [changed]);
    assert.deepEqual(mergeAnnotations([a], [a], [changed]), [changed]);
    assert.deepEqual(mergeAnnotations([a], [changed], []), [changed]);
  });
});
