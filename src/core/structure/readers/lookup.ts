import { lowerBound } from '../../text/sorted.ts';
import type { Article, Continuation, Issue } from '../issue.ts';
import type { Counterpart } from './storyIndex.ts';

/** The article that holds a line (from 0); undefined on furniture and between articles. */
export function articleAt({ articles }: Issue, line: number): Article | undefined {
  const article = articleBefore(articles, line);
  return article && line <= article.last ? article : undefined;
}

/** The article that holds an offset; undefined on furniture and between articles. */
export function articleHolding({ articles }: Pick<Issue, 'articles'>, offset: number): Article | undefined {
  const article = articles[lowerBound(articles.length, (index) => articles[index]!.span.end <= offset)];
  return article && article.span.start <= offset ? article : undefined;
}

/** The last article that begins at or above a line (from 0). */
export function articleBefore(articles: readonly Article[], line: number): Article | undefined {
  return articles[lowerBound(articles.length, (index) => articles[index]!.first <= line) - 1];
}

/** The continuation marker at an offset; its end counts as inside, as for a cursor behind it. */
export function continuationAt(issue: Issue, offset: number): Continuation | undefined {
  return articleAt(issue, issue.lineIndex.lineAt(offset))?.continuations.find(
    ({ span }) => span.start <= offset && offset <= span.end,
  );
}

/**
 * The text at the other end of a continuation marker: the first characters behind 上接, or the last ones before 下转;
 * at most `length` UTF-16 units, without half a surrogate pair. Empty if there is no text.
 */
export function textAcross(
  { text }: Issue,
  { article, continuation }: Pick<Counterpart, 'article' | 'continuation'>,
  direction: Continuation['direction'],
  length: number,
): string {
  const { start, end } = continuation?.span ?? { start: article.span.end, end: article.span.start };
  const pieces = article.paragraphs.flatMap((paragraph) => paragraph.pieces);
  const before = direction === 'from';
  const read = pieces
    .map((piece) =>
      before
        ? { start: piece.start, end: Math.min(piece.end, start) }
        : { start: Math.max(piece.start, end), end: piece.end },
    )
    .filter((piece) => piece.start < piece.end);
  let across = '';
  for (const piece of before ? read.reverse() : read) {
    const words = text.slice(piece.start, piece.end).trim();
    across = before ? words.slice(-length) + across : across + words.slice(0, length);
    if (across.length >= length) break;
  }
  return before
    ? across.slice(-length).replace(/^[\udc00-\udfff]/, '')
    : across.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
