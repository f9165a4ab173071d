import { encloses, type Span } from '../../text/span.ts';
import type { Article, ArticleKind, Byline, Issue, Page } from '../issue.ts';

/** What an outline node stands for. */
export type OutlineKind =
  'page' | 'article' | 'column' | 'kicker' | 'headline' | 'deck' | 'subhead' | 'byline' | 'caption' | 'credit';

/** A node of the outline; children lie in their parent's range, in order. */
export interface OutlineNode {
  readonly kind: OutlineKind;
  /**
   * The line's words, the article's title or the page's name; empty only for a page that says neither number nor
   * name.
   */
  readonly name: string;
  /** The whole extent. */
  readonly range: Span;
  /** What is shown after a jump to it; lies in `range`. */
  readonly selectionRange: Span;
  /** Only of articles. */
  readonly article?: Article;
  readonly articleKind?: ArticleKind;
  /** Only of pages. */
  readonly page?: Page;
  /** An article's or byline's people; also the byline's own words where it names nobody. */
  readonly byline?: string;
  /** An article's count of characters. */
  readonly characters?: number;
  readonly children: readonly OutlineNode[];
}

/** The outline of an issue: page → article → column, kicker, headline, deck, subhead, byline, caption. */
export function outlineOf(issue: Issue): OutlineNode[] {
  return issue.pages
    .filter(({ articles, furniture }) => articles.length > 0 || furniture.length > 0)
    .map((page) => pageNode(issue, page));
}

function pageNode(issue: Issue, page: Page): OutlineNode {
  const firstLine = issue.lineIndex.span(page.first);
  const start = Math.max(firstLine.start, page.span.start);
  return {
    kind: 'page',
    name: [page.number, page.name].filter((part) => part !== undefined).join(' '),
    range: page.span,
    selectionRange: { start, end: Math.max(start, Math.min(firstLine.end, page.span.end)) },
    page,
    children: page.articles.map((article) => articleNode(issue, article)),
  };
}

function articleNode(issue: Issue, article: Article): OutlineNode {
  const children = [
    ...lineNodes(issue, article, 'column', article.column),
    ...lineNodes(issue, article, 'kicker', article.kicker),
    ...lineNodes(issue, article, 'headline', article.headline),
    ...lineNodes(issue, article, 'deck', article.deck),
    ...lineNodes(issue, article, 'subhead', article.subheads),
    ...lineNodes(issue, article, 'caption', article.caption),
    ...article.bylines.map((byline) => bylineNode(issue, 'byline', byline)),
    ...article.credits.map((credit) => bylineNode(issue, 'credit', credit)),
  ].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const said = bylineOf(issue, article);
  return {
    kind: 'article',
    name: article.title,
    range: article.span,
    selectionRange: headlineSpan(issue, article),
    article,
    articleKind: article.kind,
    ...(said !== '' && { byline: said }),
    characters: article.characters,
    children: nested(children),
  };
}

/** Characters of a part's words by which it is told where there is little room. */
const SHORT = 24;

/**
 * The parts of an article that one jumps to within it, by their first words: subheads and captions. Its head lines
 * are what the article itself is called, and its byline stands beside that; so does a caption that is all its title.
 */
export function stationsOf({ article, children }: OutlineNode): OutlineNode[] {
  const untitled = article?.headline.length === 0;
  const first = children.find(({ kind }) => kind === 'caption');
  return children
    .filter((part) => part.kind === 'subhead' || (part.kind === 'caption' && !(untitled && part === first)))
    .map((part) => ({ ...part, name: inShort(part.name), children: [] }));
}

function inShort(words: string): string {
  const characters = [...words];
  return characters.length <= SHORT ? words : `${characters.slice(0, SHORT).join('').trimEnd()}…`;
}

/** A credit at the end of a caption's line becomes its child. */
function nested(nodes: readonly OutlineNode[]): OutlineNode[] {
  const top: OutlineNode[] = [];
  for (const node of nodes) {
    const parent = top.at(-1);
    if (parent && encloses(parent.range, node.range))
      top[top.length - 1] = { ...parent, children: [...parent.children, node] };
    else top.push(node);
  }
  return top;
}

function lineNodes(
  { text, lineIndex }: Issue,
  { span }: Article,
  kind: OutlineKind,
  lines: readonly number[],
): OutlineNode[] {
  return lines.map((line) => {
    const whole = lineIndex.span(line);
    const range = { start: Math.max(whole.start, span.start), end: Math.min(whole.end, span.end) };
    const words = text.slice(range.start, range.end).trim();
    return {
      kind,
      name: words.length > 80 ? `${words.slice(0, 79)}…` : words,
      range,
      selectionRange: range,
      children: [],
    };
  });
}

function bylineNode(issue: Issue, kind: 'byline' | 'credit', byline: Byline): OutlineNode {
  const words = issue.text.slice(byline.span.start, byline.span.end).replace(/\s+/g, ' ').trim();
  return {
    kind,
    name: words === '' ? '—' : words,
    range: byline.span,
    selectionRange: byline.span,
    byline: peopleOf(issue, [byline]),
    children: [],
  };
}

/**
 * Who an article is by: the names in its bylines, else in its credits, else their words; empty where it says
 * nothing.
 */
export function bylineOf(issue: Issue, { bylines, credits }: Article): string {
  return peopleOf(issue, bylines.length > 0 ? bylines : credits);
}

function peopleOf({ text }: Issue, bylines: readonly Byline[]): string {
  const people = [...new Set(bylines.flatMap((byline) => byline.people.map(({ name }) => name)))];
  if (people.length > 0) return people.join(' ');
  const [first] = bylines;
  return first ? text.slice(first.span.start, first.span.end).replace(/\s+/g, ' ').trim() : '';
}

/** An article's headline: from its first to its last line, else the article's first line. */
export function headlineSpan({ lineIndex }: Issue, { headline, first, span }: Article): Span {
  const from = lineIndex.span(headline[0] ?? first);
  const to = lineIndex.span(headline.at(-1) ?? first);
  const start = Math.max(from.start, span.start);
  return { start, end: Math.max(start, Math.min(to.end, span.end)) };
}
