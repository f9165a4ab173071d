import assert from 'node:assert/strict';

import {
  findLeadIn,
  findStandingByline,
  findTrailingByline,
  type BylineMatch,
} from '../../../src/core/structure/lines/bylines.ts';
import { findCreditLine, findTrailingCredit } from '../../../src/core/structure/lines/credits.ts';
import { fixture, names } from './helpers.ts';

interface Case {
  readonly form: string;
  readonly text: string;
  readonly byline?: string;
  readonly people?: readonly string[];
  readonly places?: readonly string[];
  readonly media?: readonly string[];
}

const FINDERS: Readonly<Record<string, (text: string) => BylineMatch | undefined>> = {
  leadIn: (text) => findLeadIn(text, names),
  none: (text) => findLeadIn(text, names),
  standing: (text) => findStandingByline(text, names),
  notStanding: (text) => findStandingByline(text, names),
  trailing: (text) => findTrailingByline(text, names),
  notTrailing: (text) => findTrailingByline(text, names),
  credit: (text) => findCreditLine(text, names),
  notCredit: (text) => findCreditLine(text, names),
  inlineCredit: (text) => findTrailingCredit(text, names),
  notInlineCredit: (text) => findTrailingCredit(text, names),
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
