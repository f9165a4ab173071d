import { readFileSync } from 'node:fs';

import { NameLexicon } from '../../../src/core/lexicons/surnames.ts';

const root = new URL('../../../', import.meta.url);

/** The text of a file of the repository. */
export function fileText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** The surnames as shipped. */
export const names = new NameLexicon(fileText('data/surnames.txt'));

/** A fixture of test/fixtures/structure. */
export function fixture<T>(name: string): T {
  return JSON.parse(fileText(`test/fixtures/structure/${name}`)) as T;
}
