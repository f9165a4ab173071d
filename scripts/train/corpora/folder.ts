import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { EntityLexicons } from '../../../src/core/entities/gazetteers/entityLexicons.ts';
import { byGuide } from '../guide.ts';
import { readBio } from './bio.ts';
import type { Example, PartialExample } from './example.ts';
import { readMarked } from './marked.ts';
import { readBoson, readCluener, readResumes } from './otherTypes.ts';
import { readPartsOfSpeech } from './partsOfSpeech.ts';

/** What a folder of corpora gives. */
export interface Corpora {
  /** By the conventions of the annotation guide. */
  readonly labelled: readonly Example[];
  readonly partial: readonly PartialExample[];
  /** For scoring, by the conventions of its own. */
  readonly dev: readonly { readonly name: string; readonly examples: readonly Example[] }[];
}

/** Reads all corpora of a folder, each by the form that its file's name tells. */
export function readCorpora(folder: string, lexicons: EntityLexicons): Corpora {
  const files = readdirSync(folder).sort();
  const of = <T>(pattern: RegExp, read: (path: string) => readonly T[]) =>
    files.filter((file) => pattern.test(file)).flatMap((file) => read(join(folder, file)));
  return {
    labelled: [
      ...of(/train.*\.bio$/, readBio).map((example) => byGuide(example, lexicons)),
      ...of(/^(?!.*dev).*\.entities\.txt$/, readMarked),
    ],
    partial: [
      ...of(/\.pos\.txt$/, (path) => readPartsOfSpeech(path, lexicons.names)),
      ...of(/^cluener.*\.jsonl$/, readCluener),
      ...of(/^boson.*\.txt$/, readBoson),
      ...of(/^resume.*\.bmes$/, readResumes),
    ],
    dev: files
      .filter((file) => /dev.*\.(?:bio|entities\.txt)$/.test(file))
      .map((file) => ({
        name: file,
        examples: file.endsWith('.bio') ? readBio(join(folder, file)) : readMarked(join(folder, file)),
      })),
  };
}
