import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { EntityLexicons } from '../../../src/core/entities/entityLexicons.ts';
import { parseLexicon } from '../../../src/core/lexicons/lexicon.ts';
import { splitSentences } from '../../../src/core/text/sentences.ts';
import { namesOf, partOf, PERSON, type Example } from '../corpora/example.ts';
import { Random } from '../random.ts';
import { fill, parseLocal, parseWords } from './fill.ts';
import { PersonNames } from './persons.ts';
import { Regions } from './region.ts';
import { withOtherNames } from './replace.ts';

const FILES = ['daily.txt', 'metro.txt'];
/** One line of so many is kept for scoring. */
const HELD = 12;
const HELD_TIMES = 5;

/** Text made for training. */
export interface MadeExamples {
  /** Lines of local pages, filled `times` times and cut into sentences. */
  readonly local: readonly Example[];
  /** Lines that are not among them. */
  readonly held: readonly Example[];
  /** The labelled sentences with other names. */
  readonly renamed: readonly Example[];
}

/** Makes training text of the lines of local pages and of labelled sentences. */
export function madeExamples(
  root: string,
  lexicons: EntityLexicons,
  labelled: readonly Example[],
  times: number,
): MadeExamples {
  const here = (name: string) => readFileSync(join(root, 'scripts/train/local', name), 'utf8');
  const data = (name: string) => readFileSync(join(root, 'data', name), 'utf8');
  const surnames = parseLexicon(data('surnames.txt')).map(({ word }) => word).filter((word) => lexicons.names.surnameClass(word));
  const elements = parseLexicon(data('nameElements.txt')).map(({ word }) => word);
  const sources = {
    regions: new Regions(data('divisions.txt'), here('settlements.txt')),
    words: parseWords(here('words.txt')),
    persons: new PersonNames(lexicons, surnames, elements, givenNames(labelled, lexicons)),
  };
  const random = new Random(2022);
  const local: Example[] = [];
  const held: Example[] = [];
  for (const [index, line] of FILES.flatMap((name) => parseLocal(here(name))).entries()) {
    if (index % HELD === HELD - 1) for (let time = 0; time < HELD_TIMES; time++) held.push(...sentencesOf(fill(line, sources, random)));
    else for (let time = 0; time < times; time++) local.push(...sentencesOf(fill(line, sources, random)));
  }
  const renamed = labelled.filter(({ labels }) => labels.some((label) => label !== 0)).map((example) => withOtherNames(example, lexicons, sources, random));
  return { local, held, renamed };
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

function sentencesOf(example: Example): Example[] {
  return splitSentences(example.text)
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => partOf(example, start, end));
}
