import assert from 'node:assert/strict';

import type { BylineMatch } from '../../../src/core/structure/lines/byline.ts';
import { fixture, lexicons } from './helpers.ts';

interface Case {
  readonly form: string;
  readonly text: string;
  readonly byline?: string;
  readonly people?: readonly string[];
  readonly places?: readonly string[];
  readonly media?: readonly string[];
}

const { credits, leadIns, standing, trailing } = lexicons.lines;

const FINDERS: Readonly<Record<string, (text: string) => BylineMatch | undefined>> = {
  leadIn: (text) => leadIns.find(text),
  none: (text) => leadIns.find(text),
  standing: (text) => standing.find(text),
  notStanding: (text) => standing.find(text),
  trailing: (text) => trailing.find(text),
  notTrailing: (text) => trailing.find(text),
  credit: (text) => credits.line(text),
  notCredit: (text) => credits.line(text),
  inlineCredit: (text) => credits.trailing(text),
  notInlineCredit: (text) => credits.trailing(text),
};

describe('bylines and credits', () => {
  for (const { form, text, byline, people, places, media } of fixture<Case[]>('bylines.json')) {
    const words = (spans: readonly { start: number; end: number }[]): string[] =>
      spans.map(({ start, end }) => text.slice(start, end));
    if (form === 'none' || form.startsWith('not')) {
      it(`finds no ${form.replace(/^not|^none$/, '') || 'lead-in'} in ${text}`, () =>
        assert.equal(FINDERS[form]!(text), undefined));
      continue;
    }
    it(`reads ${text}`, () => {
      const found = FINDERS[form]!(text);
      assert.ok(found, 'found');
      assert.equal(text.slice(found.start, found.end), byline ?? text);
      assert.deepEqual(
        found.people.map(({ name }) => name),
        people,
      );
      for (const person of found.people)
        assert.equal(text.slice(person.start, person.end).replace(/\s+/g, ''), person.name);
      if (places) assert.deepEqual(words(found.places), places);
      if (media) assert.deepEqual(words(found.media), media);
    });
  }
});
