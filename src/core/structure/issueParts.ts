import { LineIndex } from '../text/lineIndex.ts';
import type { Article, Issue, LineKind, Page } from './issue.ts';

/** Code units of text whose articles are one part: what is made of one in a moment on the other side. */
const PART = 50_000;

/** What is left of an issue without its text and its articles: as few objects as can be. */
export interface IssueFrame {
  /** The kinds that occur, and of each line which of them it is and how sure that is. */
  readonly kinds: readonly LineKind[];
  readonly kindOf: Uint8Array;
  readonly confidenceOf: Float64Array;
  /** The pages, each with the number of its articles. */
  readonly pages: readonly (Omit<Page, 'articles'> & { readonly articles: number })[];
}

/** An issue as plain data that is copied from thread to thread, articles part by part so that no part takes long. */
export interface IssueParts {
  readonly articles: readonly (readonly Article[])[];
  readonly frame: IssueFrame;
}

/** The parts of an issue; its text is known on the other side. */
export function takeApart({ lines, pages, articles }: Issue): IssueParts {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const parts: Article[][] = [];
  let room = 0;
  for (const article of articles) {
    if (room <= 0) {
      parts.push([]);
      room = PART;
    }
    parts.at(-1)!.push(article);
    room -= article.span.end - article.span.start;
  }
  return {
    articles: parts,
    frame: {
      kinds,
      kindOf: Uint8Array.from(lines, ({ kind }) => kinds.indexOf(kind)),
      confidenceOf: Float64Array.from(lines, ({ confidence }) => confidence),
      pages: pages.map((page) => ({ ...page, articles: page.articles.length })),
    },
  };
}

/** The issue of a text of which these are the parts. */
export function putTogether(text: string, { articles: parts, frame }: IssueParts): Issue {
  const lineIndex = new LineIndex(text);
  const articles = parts.flat();
  let next = 0;
  const pages = frame.pages.map((page) => {
    const own = articles.slice(next, next + page.articles);
    next += page.articles;
    return { ...page, articles: own };
  });
  const lines = Array.from(frame.kindOf, (kind, index) => ({
    index,
    span: lineIndex.span(index),
    kind: frame.kinds[kind]!,
    confidence: frame.confidenceOf[index]!,
  }));
  return { text, lineIndex, lines, pages, articles };
}
