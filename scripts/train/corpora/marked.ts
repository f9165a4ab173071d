import { readFileSync } from 'node:fs';

import { exampleOf, TYPE_OF_CODE, type Example, type LabelledName } from './example.ts';

/** The text of a page that is marked as the annotation guide says (`[PER …]`), with its names. */
export function parseMarked(marked: string): Example {
  const names: LabelledName[] = [];
  let text = '';
  let last = 0;
  for (const { 0: whole, 1: code, 2: name, index } of marked.matchAll(/\[(PER|LOC|ORG) ([^[\]]+)\]/g)) {
    text += marked.slice(last, index);
    names.push({ start: text.length, end: text.length + name!.length, type: TYPE_OF_CODE[code!]! });
    text += name;
    last = index + whole.length;
  }
  return exampleOf(text + marked.slice(last), names);
}

/** The lines of a marked page, without those that are blank. */
export function readMarked(path: string): Example[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(parseMarked);
}
