import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { dictionaryDirectory } from '../../src/node/dataFiles.ts';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of the slim dictionary, built first where no build has been. */
export function builtDictionary(): string {
  const folder = dictionaryDirectory(ROOT);
  if (!existsSync(join(folder, 'stop_words.utf8'))) {
    execFileSync(process.execPath, [join(ROOT, 'scripts/data/buildDictionary.mjs')]);
  }
  return folder;
}
