import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Divisions } from '../core/entities/gazetteers/divisions.ts';
import { EntityLexicons } from '../core/entities/gazetteers/entityLexicons.ts';
import { TaggerModel } from '../core/entities/tagger/model.ts';
import type { Calibration } from '../core/entities/tagger/calibration.ts';
import { Tagger } from '../core/entities/tagger/tagger.ts';
import { StructureLexicons } from '../core/structure/lexicons.ts';

/** A data file of the package is missing or cannot be read: the installation is broken. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';
  readonly code = 'data-missing';
}

/** The folder of the lexicons, under the package's folder. */
export function dataDirectory(root: string): string {
  return join(root, 'data');
}

/** The folder of the segmenter's dictionary, under the package's folder. */
export function dictionaryDirectory(root: string): string {
  return join(root, 'dist', 'dict');
}

/** The text of the data file `name`. Throws a `DataFileError`. */
export function readLexicon(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new DataFileError(`cannot read the data file ${path}`, { cause: error });
  }
}

/** All that the structure needs. Throws a `DataFileError`. */
export function loadStructureLexicons(dataDir: string): StructureLexicons {
  return StructureLexicons.from((name) => readLexicon(dataDir, name));
}

/** The administrative divisions alone. Throws a `DataFileError`. */
export function loadDivisions(dataDir: string): Divisions {
  return new Divisions(readLexicon(dataDir, 'divisions.txt'), readLexicon(dataDir, 'formerDivisions.txt'));
}

/** All that the entities need. Throws a `DataFileError`. */
export function loadEntityLexicons(dataDir: string): EntityLexicons {
  return EntityLexicons.from((name) => readLexicon(dataDir, name));
}

/** The trained tagger of the folder `models`, under the package's folder. Throws a `DataFileError`. */
export function loadTagger(root: string, lexicons: EntityLexicons): Tagger {
  const folder = join(root, 'models');
  try {
    const model = TaggerModel.parse(readFileSync(join(folder, 'tagger.bin')));
    const calibration = JSON.parse(readFileSync(join(folder, 'calibration.json'), 'utf8')) as Calibration;
    return new Tagger(model, calibration, lexicons);
  } catch (error) {
    throw new DataFileError(`cannot read the tagger in ${folder}`, { cause: error });
  }
}
