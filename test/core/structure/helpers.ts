import { readFileSync } from 'node:fs';

import { StructureLexicons } from '../../../src/core/structure/lexicons.ts';

const root = new URL('../../../', import.meta.url);

/** The text of a file of the repository. */
export function fileText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** The words that pages are read by, as shipped. */
export const lexicons = StructureLexicons.from((name) => fileText(`data/${name}`));

/** A fixture of test/fixtures/structure. */
export function fixture<T>(name: string): T {
  return JSON.parse(fileText(`test/fixtures/structure/${name}`)) as T;
}
