import type { EntityType } from '../entities/mention.ts';
import type { Issue } from '../structure/issue.ts';
import { headlineSpan } from '../structure/readers/outline.ts';
import type { LineIndex, Position } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { EntityGroup } from './entityGroups.ts';

/** Something by whose name a page can be jumped into: all that is kept of a page that is not open. */
export interface PageSymbol {
  readonly kind: 'article' | EntityType;
  readonly name: string;
  /** The number of the article's page as printed; empty where the page does not say it. */
  readonly page: string;
  /** How often an entity is mentioned; 1 for an article. */
  readonly count: number;
  /** The headline, or the entity's first mention. */
  readonly start: Position;
  readonly end: Position;
}

/** Characters of a name that are kept: it must be found, not read. */
const LONGEST = 120;

/** The articles of an issue by their titles. */
export function articleSymbols(issue: Issue): PageSymbol[] {
  return issue.pages.flatMap(({ number, articles }) =>
    articles.map((article) => ({
      kind: 'article' as const,
      name: short(article.title),
      page: number ?? '',
      count: 1,
      ...placeOf(issue.lineIndex, headlineSpan(issue, article)),
    })),
  );
}

/** Entities by name, those left out whose every mention the editor rejected. */
export function entitySymbols(lineIndex: LineIndex, groups: readonly EntityGroup[]): PageSymbol[] {
  return groups.flatMap(({ type, label, tags }) => {
    const shown = tags.filter(({ status }) => status !== 'rejected');
    const [first] = shown;
    if (!first) return [];
    const place = placeOf(lineIndex, first.pieces[0] ?? first.span);
    return [{ kind: type, name: short(label), page: '', count: shown.length, ...place }];
  });
}

/** What an editor looks for, the likeliest first. */
const WANTED: readonly (readonly PageSymbol['kind'][])[] = [
  ['article'],
  ['person'],
  ['organization'],
  ['place'],
  ['title', 'work'],
  ['time', 'contact'],
];

/** The rank of what is looked for last. */
export const LAST_RANK = WANTED.length - 1;

/** How likely a kind is to be looked for, as a rank from 0 for the likeliest. */
export function rankOf(kind: PageSymbol['kind']): number {
  return WANTED.findIndex((kinds) => kinds.includes(kind));
}

/** Tells whether the characters of what was typed stand in a name in their order, blanks and case aside. */
export function matcherOf(query: string): (name: string) => boolean {
  const wanted = [...query.toLowerCase().replace(/\s+/g, '')];
  return (name) => {
    const letters = name.toLowerCase();
    let at = 0;
    for (const character of wanted) {
      at = letters.indexOf(character, at);
      if (at < 0) return false;
      at += character.length;
    }
    return true;
  };
}

function placeOf(lineIndex: LineIndex, { start, end }: Span): Pick<PageSymbol, 'start' | 'end'> {
  return { start: lineIndex.position(start), end: lineIndex.position(end) };
}

function short(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}
