import { findCounterpart } from '../../structure/readers/continuations.ts';
import type { Article, Issue } from '../../structure/issue.ts';

/** Which story a place of the issue belongs to: an article together with what 下转 and 上接 join to it. */
export class Stories {
  readonly #articles: readonly Article[];
  readonly #storyOf = new Map<Article, number>();

  constructor(issue: Issue) {
    this.#articles = issue.articles;
    for (const [index, article] of issue.articles.entries()) {
      if (this.#storyOf.has(article)) continue;
      this.#storyOf.set(article, index);
      for (const continuation of article.continuations) {
        const counterpart = findCounterpart(issue, continuation)?.article;
        if (!counterpart) continue;
        const known = this.#storyOf.get(counterpart);
        if (known === undefined) this.#storyOf.set(counterpart, index);
        else this.#storyOf.set(article, known);
      }
    }
  }

  /** The article that holds `offset`. */
  articleAt(offset: number): Article | undefined {
    let low = 0;
    let high = this.#articles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#articles[middle]!.span.end <= offset) low = middle + 1;
      else high = middle;
    }
    const article = this.#articles[low];
    return article && article.span.start <= offset ? article : undefined;
  }

  /** Number of the story that `offset` lies in; -1 outside all articles. */
  storyAt(offset: number): number {
    const article = this.articleAt(offset);
    return article ? this.#storyOf.get(article)! : -1;
  }
}
