// The annotated text that `npm run ablate` measures on, in sets that are reported by themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { TAGGED_TYPES } from '../../src/core/entities/tagger/labels.ts';
import { readBio } from '../train/corpora/bio.ts';
import { namesOf, type Example } from '../train/corpora/example.ts';
import { parseMarked } from '../train/corpora/marked.ts';

/** A text with its annotation. Keys of names are `offset type end`, of titles `name<TAB>title`. */
export interface AnnotatedText {
  readonly name: string;
  readonly text: string;
  readonly gold: ReadonlySet<string>;
  /** The titles of its persons; none where they are not annotated. */
  readonly titles?: ReadonlySet<string>;
  /** Where its stretches begin, from 0 on, that are drawn by themselves. */
  readonly blocks: readonly number[];
}

/** Stretches of texts that a figure is reported of. */
export interface TextSet {
  readonly name: string;
  /** What to know of the figure. */
  readonly note: string;
  readonly parts: readonly { readonly text: number; readonly firstBlock: number; readonly endBlock: number }[];
}

/** All that is measured on. */
export interface Material {
  readonly texts: readonly AnnotatedText[];
  readonly sets: readonly TextSet[];
}

/** Pages whose names are the annotators' own or stand in what the tagger has learnt from (README of the pages). */
const KNOWN_NAMES = ['a3', 'a7', 'c6', 'c7', 'c8', 'd1', 'd2', 'd3', 'f5', 'f6'].map((page) => `dev-${page}`);
const SENTENCES_A_BLOCK = 25;
const LINES_A_BLOCK = 5;

/** The key of a name by its type and where it stands. */
export function nameKey(type: string, start: number, end: number): string {
  return `${start} ${type} ${end}`;
}

/** Where the name stands that a key is of. */
export function offsetOf(key: string): number {
  return Number.parseInt(key, 10);
}

/** The index of the block of a text that a name lies in. */
export function blockAt(blocks: readonly number[], key: string): number {
  const offset = offsetOf(key);
  let block = blocks.length - 1;
  while (block > 0 && blocks[block]! > offset) block--;
  return block;
}

/** What lies in the folder `shared` of annotated pages (`pages`, `gold`) and development files (`corpora`). */
export function readMaterial(shared: string): Material {
  const texts: AnnotatedText[] = [];
  const sets: TextSet[] = [];
  const whole = (text: AnnotatedText) => {
    texts.push(text);
    return { text: texts.length - 1, firstBlock: 0, endBlock: text.blocks.length };
  };
  const pages = pagesIn(join(shared, 'pages'), () => [0]);
  const isKnown = ({ name }: AnnotatedText) => KNOWN_NAMES.includes(name);
  const add = (name: string, note: string, parts: TextSet['parts']) => {
    if (parts.length > 0) sets.push({ name, note, parts });
  };
  add('pages', 'pages of real papers that no rule was written on', pages.filter((page) => !isKnown(page)).map(whole));
  add(
    'known',
    'such pages, but their names are made up by annotators or stand in what the tagger learnt from',
    pages.filter(isKnown).map(whole),
  );
  add('seen', 'the page that rules were written beside: its figures are those of training', [
    ...pagesIn(join(shared, 'gold'), (text) => lineBlocks(text, LINES_A_BLOCK)).map(whole),
  ]);
  const corpora = join(shared, 'corpora');
  for (const file of existsSync(corpora) ? readdirSync(corpora).sort() : []) {
    if (!file.endsWith('-dev.bio')) continue;
    const { text, firstBlock, endBlock } = whole(corpus(file, readBio(join(corpora, file))));
    const middle = Math.ceil(endBlock / 2);
    const name = file.replace(/-dev\.bio$/, '').replace('peoples-daily', 'pd');
    const note = 'half a development file, by its own conventions, which are not the guide’s; calibration saw it';
    add(`${name} a`, note, [{ text, firstBlock, endBlock: middle }]);
    add(`${name} b`, note, [{ text, firstBlock: middle, endBlock }]);
  }
  return { texts, sets };
}

function pagesIn(folder: string, blocksOf: (text: string) => readonly number[]): AnnotatedText[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((file) => file.endsWith('.entities.txt'))
    .map((file) => {
      const name = file.replace(/\.entities\.txt$/, '');
      const { text, labels } = parseMarked(readFileSync(join(folder, file), 'utf8'));
      const titles = join(folder, `${name}.titles.tsv`);
      return {
        name,
        text,
        gold: keysOf({ text, labels }, 0),
        ...(existsSync(titles) && { titles: new Set(readFileSync(titles, 'utf8').split(/\r?\n/).filter(Boolean)) }),
        blocks: blocksOf(text),
      };
    });
}

/** Sentences as paragraphs of one text. */
function corpus(name: string, sentences: readonly Example[]): AnnotatedText {
  let text = '';
  const gold = new Set<string>();
  const blocks: number[] = [];
  for (const [at, example] of sentences.entries()) {
    if (at % SENTENCES_A_BLOCK === 0) blocks.push(text.length);
    for (const key of keysOf(example, text.length)) gold.add(key);
    text += `${example.text}\n\n`;
  }
  return { name, text, gold, blocks };
}

function keysOf({ labels }: Example, offset: number): Set<string> {
  return new Set(
    namesOf(labels).map(({ start, end, type }) => nameKey(TAGGED_TYPES[type]!, start + offset, end + offset)),
  );
}

/** Where every so many lines begin that are not blank. */
function lineBlocks(text: string, lines: number): number[] {
  const blocks: number[] = [];
  let start = 0;
  let count = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '' && count++ % lines === 0) blocks.push(blocks.length === 0 ? 0 : start);
    start += line.length + 1;
  }
  return blocks.length === 0 ? [0] : blocks;
}
