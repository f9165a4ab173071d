import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';

import {
  outlineJson,
  type ArticleJson,
  type ContinuesJson,
  type StructureJson,
} from '../../../src/core/structure/readers/outlineJson.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { fileText, lexicons } from './helpers.ts';

const FOLDER = 'test/fixtures/structure/pages/';
const ROLES = ['column', 'kicker', 'headline', 'deck', 'subheads', 'caption'] as const;

function continuesOf({ continues }: ArticleJson): ContinuesJson[] {
  return continues === null ? [] : [continues].flat();
}

/** A page's structure without what the fixtures leave open: byline texts, titles, counts. */
function comparable({ articles, furniture }: StructureJson): unknown {
  return {
    articles: articles.map((article) => ({
      extent: `${article.start}-${article.end}`,
      ...Object.fromEntries(ROLES.map((role) => [role, article[role]])),
      byline: article.byline.map(({ line, people }) => ({ line, people })),
      credit: article.credit.map(({ line, people }) => ({ line, people })),
      continues: continuesOf(article),
      joins: article.joins,
    })),
    furniture,
  };
}

describe('structure of whole pages', () => {
  const pages = readdirSync(new URL(`../../../${FOLDER}`, import.meta.url)).filter((name) => name.endsWith('.txt'));

  it('has pages of at least twelve styles', () => assert.ok(pages.length >= 12));

  for (const page of pages) {
    it(page.replace('.txt', ''), () => {
      const expected = JSON.parse(fileText(FOLDER + page.replace('.txt', '.structure.json'))) as StructureJson;
      assert.deepEqual(comparable(outlineJson(parseIssue(fileText(FOLDER + page), lexicons))), comparable(expected));
    });
  }

  it('reads paragraphs the same where invisible characters stand before lines that begin none', () => {
    const joins = (text: string) => outlineJson(parseIssue(text, lexicons)).articles.map(({ joins: own }) => own);
    const page = fileText(`${FOLDER}hard-wrapped.txt`);
    for (const invisible of ['\u200b', '\ufeff'])
      assert.deepEqual(joins(page.replace(/^(?=[^\s\u3000])/gmu, invisible)), joins(page));
  });
});
