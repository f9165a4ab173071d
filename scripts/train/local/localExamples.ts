import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseLexicon } from '../../../src/core/lexicons/lexicon.ts';
import { sentencesOf, type Example } from '../corpora/example.ts';
import { Random } from '../random.ts';
import { fill } from './fill.ts';
import type { Sources } from './sources.ts';

const FILES = ['daily.txt', 'metro.txt', 'society.txt'];
/** One line of so many is kept for scoring, and filled so many times. */
const HELD = 12;
const HELD_TIMES = 5;

/** The lines of local pages, filled `times` times and cut into sentences, without those that are kept for scoring. */
export function localExamples(root: string, sources: Sources, times: number): Example[] {
  return filled(
    lines(root).filter((_, index) => !isHeld(index)),
    sources,
    times,
    new Random(2022),
  );
}

/** The lines that are kept for scoring. */
export function heldExamples(root: string, sources: Sources): Example[] {
  return filled(
    lines(root).filter((_, index) => isHeld(index)),
    sources,
    HELD_TIMES,
    new Random(2023),
  );
}

function lines(root: string): string[] {
  const read = (name: string) => readFileSync(join(root, 'scripts/train/local', name), 'utf8');
  return FILES.flatMap((name) => parseLexicon(read(name))).map(({ word }) => word);
}

function isHeld(index: number): boolean {
  return index % HELD === HELD - 1;
}

function filled(some: readonly string[], sources: Sources, times: number, random: Random): Example[] {
  return some.flatMap((line) => Array.from({ length: times }, () => fill(line, sources, random)).flatMap(sentencesOf));
}
