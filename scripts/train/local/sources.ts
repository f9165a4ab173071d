import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { EntityLexicons } from '../../../src/core/entities/gazetteers/entityLexicons.ts';
import { parseLexicon } from '../../../src/core/lexicons/lexicon.ts';
import { namesOf, PERSON, type Example } from '../corpora/example.ts';
import { PersonNames } from './persons.ts';
import { Regions } from './region.ts';
import type { Words } from './slots.ts';

/** Where the names of training text come from. */
export interface Sources {
  readonly regions: Regions;
  readonly words: Words;
  readonly persons: PersonNames;
}

/** Reads `words.txt`: kind, a tab, words. */
export function parseWords(text: string): Words {
  return new Map(parseLexicon(text).map(({ word, columns: [words = ''] }) => [word, words.split(' ')]));
}

/** The sources of the project at `root`; given names are also taken from labelled text. */
export function readSources(root: string, lexicons: EntityLexicons, labelled: readonly Example[]): Sources {
  const here = (name: string) => readFileSync(join(root, 'scripts/train/local', name), 'utf8');
  const data = (name: string) => readFileSync(join(root, 'data', name), 'utf8');
  const elements = parseLexicon(data('nameElements.txt')).map(({ word }) => word);
  return {
    regions: new Regions(data('divisions.txt'), here('settlements.txt')),
    words: parseWords(here('words.txt')),
    persons: new PersonNames(lexicons, elements, givenNames(labelled, lexicons)),
  };
}

/** The given names of the Chinese persons of labelled text. */
function givenNames(labelled: readonly Example[], { names }: EntityLexicons): string[] {
  const given: string[] = [];
  for (const { text, labels } of labelled)
    for (const { start, end, type } of namesOf(labels)) {
      if (type !== PERSON || end - start < 2 || end - start > 3) continue;
      if (names.surnameClass(text.slice(start, start + 1))) given.push(text.slice(start + 1, end));
    }
  return given;
}
