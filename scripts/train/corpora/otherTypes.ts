// Corpora with types and conventions of their own: what they say bounds the labels, and a model that knows the
// conventions of the guide chooses among those that are left.
import { readFileSync } from 'node:fs';

import {
  bitsOf,
  exampleOf,
  narrow,
  ORGANIZATION,
  OUTSIDE_BIT,
  partialSentencesOf,
  PERSON,
  PLACE,
  type PartialExample,
} from './example.ts';

/** What a name of a corpus may be: a person as it stands, or any of the labels for each of its characters. */
type Meaning = 'person' | number;

interface ForeignName {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

const NO_PERSON = OUTSIDE_BIT | bitsOf(PLACE, ORGANIZATION);

/** CLUENER2020: news sites of the 2000s, ten types, one JSON a line with inclusive offsets in characters. */
export function readCluener(path: string): PartialExample[] {
  const meanings: Readonly<Record<string, Meaning>> = {
    name: 'person',
    company: bitsOf(ORGANIZATION),
    government: bitsOf(ORGANIZATION),
    organization: OUTSIDE_BIT | bitsOf(ORGANIZATION),
    address: bitsOf(PLACE, ORGANIZATION),
    scene: bitsOf(PLACE, ORGANIZATION),
    position: OUTSIDE_BIT | bitsOf(PLACE),
    movie: OUTSIDE_BIT,
    book: OUTSIDE_BIT | bitsOf(ORGANIZATION),
    game: OUTSIDE_BIT,
  };
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { text, label } = JSON.parse(line) as {
        text: string;
        label: Record<string, Record<string, [number, number][]>>;
      };
      // Offsets count characters; where one is a pair of units the sentence is left out.
      if ([...text].length !== text.length) return [];
      const names = Object.entries(label).flatMap(([type, found]) =>
        Object.values(found).flatMap((places) => places.map(([start, last]) => ({ start, end: last + 1, type }))),
      );
      return [bounded(narrow(text), names, meanings, OUTSIDE_BIT | bitsOf(PLACE))];
    });
}

/** BosonNLP: news and web text of 2012 to 2015, `{{type:text}}` inline. */
export function readBoson(path: string): PartialExample[] {
  const meanings: Readonly<Record<string, Meaning>> = {
    person_name: 'person',
    org_name: bitsOf(PLACE, ORGANIZATION),
    company_name: bitsOf(ORGANIZATION),
    location: bitsOf(PLACE, ORGANIZATION),
    product_name: OUTSIDE_BIT | bitsOf(ORGANIZATION),
    time: OUTSIDE_BIT,
  };
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .flatMap((line) => {
      let text = '';
      const names: ForeignName[] = [];
      let last = 0;
      for (const { 0: whole, 1: type, 2: name, index } of line.matchAll(/\{\{(\w+):([^{}]*)\}\}/g)) {
        text += line.slice(last, index);
        const trimmed = name!.trim();
        names.push({ start: text.length, end: text.length + trimmed.length, type: type! });
        text += trimmed;
        last = index + whole.length;
      }
      text = narrow(text + line.slice(last));
      return partialSentencesOf(bounded(text, names, meanings, NO_PERSON));
    });
}

/** CVs of executives: one character and its BMES tag a line, a blank line between sentences. */
export function readResumes(path: string): PartialExample[] {
  const meanings: Readonly<Record<string, Meaning>> = {
    NAME: 'person',
    ORG: OUTSIDE_BIT | bitsOf(PLACE, ORGANIZATION),
    LOC: bitsOf(PLACE),
    CONT: OUTSIDE_BIT | bitsOf(PLACE),
  };
  const none = OUTSIDE_BIT;
  return readFileSync(path, 'utf8')
    .split(/\r?\n\s*\r?\n/)
    .map((block) => {
      let text = '';
      const names: ForeignName[] = [];
      let start = 0;
      for (const line of block.split(/\r?\n/)) {
        const [, char, tag] = /^(\S+)\s+(\S+)$/.exec(line) ?? [];
        if (char === undefined || tag === undefined) continue;
        if (/^[BS]-/.test(tag)) start = text.length;
        text += narrow(char);
        if (/^[ES]-/.test(tag)) names.push({ start, end: text.length, type: tag.slice(2) });
      }
      return bounded(text, names, meanings, none);
    })
    .filter(({ text }) => text !== '');
}

function bounded(
  text: string,
  names: readonly ForeignName[],
  meanings: Readonly<Record<string, Meaning>>,
  elsewhere: number,
): PartialExample {
  const allowed = new Uint16Array(text.length).fill(elsewhere);
  for (const { start, end, type } of names) {
    const meaning = meanings[type] ?? NO_PERSON;
    if (meaning !== 'person') allowed.fill(meaning, start, end);
    else
      for (const [i, label] of exampleOf(text.slice(start, end), [
        { start: 0, end: end - start, type: PERSON },
      ]).labels.entries())
        allowed[start + i] = 1 << label;
  }
  return { text, allowed };
}
