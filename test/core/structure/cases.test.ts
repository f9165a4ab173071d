import assert from 'node:assert/strict';

import {
  outlineJson,
  type ContinuesJson,
  type StructureJson,
} from '../../../src/core/structure/readers/outlineJson.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { fixture, lexicons } from './helpers.ts';

interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  /** What the structure must say; line numbers from 1, of all articles together. */
  readonly expect: Readonly<Record<string, unknown>>;
}

/** The facts of a structure under the words of the fixtures. */
function facts({ articles, furniture }: StructureJson): Record<string, unknown> {
  const lines = (role: 'column' | 'kicker' | 'headline' | 'deck' | 'subheads' | 'caption'): readonly number[] =>
    articles.flatMap((article) => article[role]);
  const signed = (role: 'byline' | 'credit'): string[] =>
    articles.flatMap((article) => article[role].map(({ line, people }) => `${line} ${people.join('、')}`));
  const continues = articles.flatMap(({ continues: markers }): ContinuesJson[] =>
    markers === null ? [] : [markers].flat(),
  );
  return {
    start: articles.map(({ start }) => start),
    end: articles.map(({ end }) => end),
    kind: articles[0]?.kind,
    column: lines('column'),
    kicker: lines('kicker'),
    headline: lines('headline'),
    deck: lines('deck'),
    subheads: lines('subheads'),
    caption: lines('caption'),
    byline: signed('byline'),
    credit: signed('credit'),
    continues: continues.map((marker) =>
      'to' in marker ? `${marker.line} to ${marker.to}` : `${marker.line} from ${marker.from}`,
    ),
    joins: articles.flatMap(({ joins }) => joins.map((join) => join.join('+'))),
    furniture,
  };
}

describe('structure of small pieces', () => {
  const cases = fixture<Case[]>('cases.json');
  for (const { name, lines, expect } of cases) {
    it(name, () => {
      const found = facts(outlineJson(parseIssue(lines.join('\n'), lexicons)));
      assert.deepEqual(Object.fromEntries(Object.keys(expect).map((key) => [key, found[key]])), expect);
    });
  }
});
