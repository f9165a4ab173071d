import { bestCounterpart, normalPage, pagesMeant, type Counterpart } from './continuations.ts';
import type { Article, Continuation, Issue } from '../issue.ts';
import { articleAt } from './lookup.ts';

/** A parsed file, and the page that its name tells, for pages that do not say it themselves. */
export interface IssueFile {
  readonly issue: Issue;
  readonly page?: string | undefined;
}

/** The page on which an article stands: as printed, else as the file's name tells it. */
export function pageOf({ issue, page }: IssueFile, article: Article): string | undefined {
  return issue.pages.find(({ articles }) => articles.includes(article))?.number ?? page;
}

/**
 * The other part of a story that goes on in another file: on the page that the marker names, else, where the
 * file says no page numbers, anywhere in it; by a marker back and by shared words of the headline.
 */
export function findCounterpartIn(here: IssueFile, continuation: Continuation, there: Issue): Counterpart | undefined {
  const article = articleAt(here.issue, continuation.line);
  if (!article) return undefined;
  const page = pageOf(here, article);
  const meant = pagesMeant(continuation.page, page);
  const numbered = there.pages.filter(({ number }) => number !== undefined && meant.includes(normalPage(number)));
  const candidates = numbered.length > 0 ? numbered.flatMap(({ articles }) => articles) : there.articles;
  return bestCounterpart({ text: here.issue.text, article, page }, continuation, there.text, candidates);
}
