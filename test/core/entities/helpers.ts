import { readFileSync } from 'node:fs';
import { EntityLexicons } from '../../../src/core/entities/gazetteers/entityLexicons.ts';
import { extractEntities } from '../../../src/core/entities/extractEntities.ts';
import type { EntityType, Extraction } from '../../../src/core/entities/mention.ts';
import { parseIssue } from '../../../src/core/structure/articles/parseIssue.ts';
import { StructureLexicons } from '../../../src/core/structure/lexicons.ts';
import { fakeSegmenter } from './fakeSegmenter.ts';

const data = new URL('../../../data/', import.meta.url);

const read = (name: string): string => readFileSync(new URL(name, data), 'utf8');

/** The lexicons as they are shipped. */
export const lexicons = EntityLexicons.from(read);

/** The words that pages are parsed by, as they are shipped. */
export const structure = StructureLexicons.from(read);

const MARKS: Readonly<Partial<Record<EntityType, string>>> = {
  person: 'PER',
  place: 'LOC',
  organization: 'ORG',
};

/** Extraction of a text with the small segmenter of the tests, from the home region that is set. */
export function extract(text: string, homeRegion = ''): Extraction {
  const issue = parseIssue(text, structure);
  return extractEntities({ issue, segmenter: fakeSegmenter, homeRegion }, lexicons);
}

/** The text with persons, places and organisations marked as the annotation guide does: `[PER 王小川]`. */
export function marked(text: string): string {
  let result = '';
  let at = 0;
  for (const { type, span } of extract(text).mentions) {
    const mark = MARKS[type];
    if (mark === undefined) continue;
    result += `${text.slice(at, span.start)}[${mark} ${text.slice(span.start, span.end)}]`;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The texts of all mentions of a type. */
export function texts(text: string, type: EntityType, homeRegion = ''): string[] {
  return extract(text, homeRegion)
    .mentions.filter((mention) => mention.type === type)
    .map((mention) => mention.text);
}

/** `name: title | title` of every person of a text that has a title. */
export function titles(text: string): string[] {
  return extract(text)
    .people.filter((person) => person.titles.length > 0)
    .map((person) => `${person.name}: ${person.titles.map(({ title }) => title).join(' | ')}`);
}
