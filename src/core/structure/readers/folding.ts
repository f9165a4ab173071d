import type { Issue } from '../issue.ts';

/** Lines (from 0, both included) that fold into the first one. */
export interface FoldingRange {
  readonly first: number;
  readonly last: number;
  readonly kind: 'page' | 'article';
}

/**
 * What can be folded: each page where there are several, and each article of more than one line. An article folds
 * into the last line of its headline, so that a folded page still shows every headline with what stands above it.
 */
export function foldingOf({ pages }: Issue): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  for (const page of pages) {
    if (pages.length > 1 && page.last > page.first) ranges.push({ first: page.first, last: page.last, kind: 'page' });
    for (const { first, last, headline } of page.articles) {
      const visible = headline.at(-1) ?? first;
      if (last > visible) ranges.push({ first: visible, last, kind: 'article' });
    }
  }
  return ranges;
}
