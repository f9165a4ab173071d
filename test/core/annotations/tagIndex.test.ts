import assert from 'node:assert/strict';

import { overlay } from '../../../src/core/annotations/overlay.ts';
import { TagIndex } from '../../../src/core/annotations/tagIndex.ts';
import { annotate, mention, spanOf } from './helpers.ts';

const TEXT = '骆大江到清河镇。尤海平到场。';
const found = [mention(TEXT, 'person', '骆大江'), mention(TEXT, 'place', '清河镇'), mention(TEXT, 'person', '尤海平')];
const accepted = annotate(TEXT, spanOf(TEXT, '清河镇'), 'a', 'place', 'accepted');
const rejected = annotate(TEXT, spanOf(TEXT, '尤海平'), 'b', 'person', 'rejected');

describe('the index of the tags of a page', () => {
  const index = new TagIndex(overlay(TEXT, found, [accepted, rejected]));
  const at = (part: string, after = 0): string => said(index.atCursor(spanOf(TEXT, part).start + after));
  const within = (part: string): string => said(index.within(spanOf(TEXT, part)));

  it('says what there is to decide on at the cursor, also behind the name', () => {
    assert.deepEqual([at('骆大江'), at('骆大江', 3), at('清河镇', 1)], ['suggestion', 'suggestion', 'tag']);
    assert.deepEqual([at('。尤'), at('场', 1)], ['tag', '']);
  });

  it('takes what was rejected for nothing at the cursor, and for something to accept where it is selected', () => {
    assert.deepEqual([at('尤海平', 1), within('尤海平')], ['', 'suggestion']);
  });

  it('says what there is in a selection', () => {
    assert.deepEqual([within(TEXT), within('到清河镇'), within('大江到清河')], ['suggestion tag', 'tag', '']);
  });

  it('says what there is in the page', () => {
    assert.equal(said(index.inPage), 'suggestion tag');
    assert.equal(said(new TagIndex([]).inPage), '');
  });
});

function said(decidable: { readonly suggestion: boolean; readonly tag: boolean }): string {
  return (['suggestion', 'tag'] as const).filter((name) => decidable[name]).join(' ');
}
