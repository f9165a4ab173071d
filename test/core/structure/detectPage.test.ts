import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { isNewspaperPage } from '../../../src/core/structure/detectPage.ts';
import { lexicons } from './helpers.ts';

const ROOT = new URL('../../../', import.meta.url);
const isPage = (text: string): boolean => isNewspaperPage(text, lexicons);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

describe('telling newspaper pages from ordinary text', () => {
  for (const name of readdirSync(new URL('test/fixtures/ordinary/', ROOT))) {
    it(`leaves ${name} alone`, () => assert.equal(isPage(read(`test/fixtures/ordinary/${name}`)), false));
  }

  for (const name of [
    'agency-page',
    'crlf-bom',
    'hard-wrapped',
    'metro-indented',
    'party-daily-no-blank',
    'two-pages',
    'year-1957',
  ]) {
    it(`claims the page ${name}`, () => assert.equal(isPage(read(`test/fixtures/structure/pages/${name}.txt`)), true));
  }

  it('claims the sample page, and not a single article of it', () => {
    const page = read('seeds/datong-daily-2022-08-10-p1.txt');
    assert.equal(isPage(page), true);
    assert.equal(isPage(page.trim().split('\n').slice(0, 2).join('\n')), false);
  });

  it('looks at the beginning only', () => {
    const page = read('seeds/datong-daily-2022-08-10-p1.txt');
    assert.equal(isPage(`${'一行普通的文字。\n'.repeat(40_000)}${page}`), false);
    assert.equal(isPage('字'.repeat(1_000_000)), false);
  });
});
