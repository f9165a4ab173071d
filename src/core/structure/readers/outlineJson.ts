import type { Article, ArticleKind, Byline, Issue, Page, Paragraph } from '../issue.ts';

/** A byline or credit in the structure file: its line from 1, its words and the names in it. */
export interface BylineJson {
  readonly line: number;
  readonly text: string;
  readonly people: readonly string[];
}

/** Where a story goes on or comes from, its line from 1. */
export type ContinuesJson =
  { readonly line: number; readonly to: string } | { readonly line: number; readonly from: string };

/** An article in the structure file; line numbers are from 1. */
export interface ArticleJson {
  readonly start: number;
  readonly end: number;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly column: readonly number[];
  readonly kicker: readonly number[];
  readonly headline: readonly number[];
  readonly deck: readonly number[];
  readonly subheads: readonly number[];
  readonly byline: readonly BylineJson[];
  readonly credit: readonly BylineJson[];
  readonly caption: readonly number[];
  /** Nothing, one marker, or several where a story both comes from and leads to another page. */
  readonly continues: ContinuesJson | readonly ContinuesJson[] | null;
  /** Pairs of lines that are one paragraph, broken by a column or page edge or at a fixed width. */
  readonly joins: readonly (readonly [number, number])[];
  readonly characters: number;
  readonly confidence: number;
}

/** A page in the structure file; line numbers are from 1. */
export interface PageJson {
  readonly start: number;
  readonly end: number;
  readonly number?: string;
  readonly name?: string;
  readonly date?: string;
}

/** The structure file: what `galley outline --format json` prints. */
export interface StructureJson {
  readonly articles: readonly ArticleJson[];
  readonly furniture: readonly number[];
  readonly pages: readonly PageJson[];
}

/** The structure of an issue as plain data with line numbers from 1. */
export function outlineJson(issue: Issue): StructureJson {
  return {
    articles: issue.articles.map((article) => articleJson(issue, article)),
    furniture: issue.pages.flatMap(({ furniture }) => furniture.map(fromOne)),
    pages: issue.pages.map(pageJson),
  };
}

function articleJson(issue: Issue, article: Article): ArticleJson {
  const { text } = issue;
  const continues = article.continuations.map(({ line, direction, page }): ContinuesJson =>
    direction === 'to' ? { line: fromOne(line), to: page } : { line: fromOne(line), from: page },
  );
  return {
    start: fromOne(article.first),
    end: fromOne(article.last),
    kind: article.kind,
    title: article.title,
    column: article.column.map(fromOne),
    kicker: article.kicker.map(fromOne),
    headline: article.headline.map(fromOne),
    deck: article.deck.map(fromOne),
    subheads: article.subheads.map(fromOne),
    byline: article.bylines.map((byline) => bylineJson(text, byline)),
    credit: article.credits.map((credit) => bylineJson(text, credit)),
    caption: article.caption.map(fromOne),
    continues: continues.length > 1 ? continues : (continues[0] ?? null),
    joins: article.paragraphs.flatMap((paragraph) => linePairs(issue, paragraph)),
    characters: article.characters,
    confidence: article.confidence,
  };
}

/** The pairs of lines that one paragraph takes up. */
function linePairs({ lineIndex }: Issue, { pieces }: Paragraph): (readonly [number, number])[] {
  const lines = pieces.map(({ start }) => fromOne(lineIndex.lineAt(start)));
  return lines.slice(1).map((line, i) => [lines[i]!, line] as const);
}

function bylineJson(text: string, { line, span, people }: Byline): BylineJson {
  const words = text.slice(span.start, span.end).replace(/[\r\n]+[\s\u3000]*/g, '');
  return { line: fromOne(line), text: words, people: people.map(({ name }) => name) };
}

function pageJson({ first, last, number, name, date }: Page): PageJson {
  return {
    start: fromOne(first),
    end: fromOne(last),
    ...(number !== undefined && { number }),
    ...(name !== undefined && { name }),
    ...(date !== undefined && { date }),
  };
}

function fromOne(line: number): number {
  return line + 1;
}
