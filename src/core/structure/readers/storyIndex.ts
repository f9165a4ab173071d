import type { Article, Continuation, Issue, Page } from '../issue.ts';
import { normalPage, pagesMeant } from '../lines/continuations.ts';

/** A parsed file, and the page that its name tells, for pages that do not say it themselves. */
export interface IssueFile {
  readonly issue: Issue;
  readonly page?: string | undefined;
}

/** An article as a part of a story. */
export interface StoryPart<F extends IssueFile = IssueFile> {
  readonly file: F;
  readonly article: Article;
}

/** Where a marker leads: the other part of the story, and the marker there, if there is one. */
export interface Counterpart<F extends IssueFile = IssueFile> extends StoryPart<F> {
  readonly continuation?: Continuation;
}

/** The page on which an article stands: as printed, else as the file's name tells it. */
export function pageOf({ issue, page }: IssueFile, article: Article): string | undefined {
  return issue.pages.find(({ articles }) => articles.includes(article))?.number ?? page;
}

/** What a marker back at the other end, and a headline of the same words, count; less than `LEAST` joins nothing. */
const MARKED = 2;
const SAME_WORDS = 3;
const LEAST = 1;
/** UTF-16 units of an article's head lines whose words are compared. */
const HEAD = 300;

const PAGE_ORDER = new Intl.Collator('en', { numeric: true });

/**
 * The stories of the pages of an issue: articles that 下转 and 上接 join, from page to page, however many. A marker leads
 * to the page that it names, and there to the article with a marker back and the most words of the same headline. The
 * likeliest links are made first, and a marker makes no more than one, so that of several stories that go on on one
 * page each finds its own. Markers that lead to nothing in their file are followed to the other files.
 */
export class StoryIndex<F extends IssueFile = IssueFile> {
  readonly #byArticle = new Map<Article, Part<F>>();
  readonly #byMarker = new Map<Continuation, Link<F>>();
  readonly #links: Link<F>[] = [];

  /** `files`: the pages of one issue, in one file or several. */
  constructor(files: readonly F[]) {
    const pages = files.map((file) => new PageTable(file, this.#byArticle.size, this.#byArticle));
    const marked = [...this.#byArticle.values()].filter(({ article }) => article.continuations.length > 0);
    if (marked.length === 0) return;
    this.#join(marked, ({ file, on }, { page }) =>
      pages.flatMap((table) => (table.file === file ? table.within(pagesMeant(page, on?.number), on) : [])),
    );
    if (files.length < 2) return;
    this.#join(marked, ({ file, on }, { page }) => {
      const meant = pagesMeant(page, on?.number ?? file.page);
      return pages.flatMap((table) => (table.file === file ? [] : table.fromOutside(meant, on)));
    });
  }

  /** Number of the story that an article is part of: of its first part among all articles; -1 for none of these. */
  storyOf(article: Article | undefined): number {
    const part = article && this.#byArticle.get(article);
    return part ? rootOf(part).number : -1;
  }

  /** The parts of the story that an article is part of, in the order in which one reads them; at least the article. */
  partsOf(article: Article): StoryPart<F>[] {
    const own = this.#byArticle.get(article);
    if (!own) return [];
    const root = rootOf(own);
    const parts = [...this.#byArticle.values()].filter((part) => rootOf(part) === root);
    const links = this.#links.filter(({ before }) => rootOf(before) === root);
    return inReadingOrder(parts, links).map((part) => ({ file: part.file, article: part.article }));
  }

  /** Where a marker leads. */
  counterpartOf(continuation: Continuation): Counterpart<F> | undefined {
    const link = this.#byMarker.get(continuation);
    if (!link) return undefined;
    const isTo = link.to === continuation;
    const { file, article } = isTo ? link.after : link.before;
    const back = isTo ? link.from : link.to;
    return { file, article, ...(back && { continuation: back }) };
  }

  /** Makes the links of the markers that lead nowhere yet, to the articles where `candidatesFor` says that they may. */
  #join(
    marked: readonly Part<F>[],
    candidatesFor: (part: Part<F>, continuation: Continuation) => readonly Part<F>[],
  ): void {
    const links: Link<F>[] = [];
    for (const part of marked)
      for (const continuation of part.article.continuations) {
        if (this.#byMarker.has(continuation)) continue;
        for (const other of candidatesFor(part, continuation))
          if (other !== part) links.push(...possibleLinks(part, continuation, other));
      }
    for (const link of links.sort((a, b) => b.score - a.score)) this.#make(link);
  }

  #make(link: Link<F>): void {
    const { before, after, to, from } = link;
    if ((to && this.#byMarker.has(to)) || (from && this.#byMarker.has(from))) return;
    // Where no marker stands, a story goes on in one place and comes from one.
    if ((!to && !before.canGoOn()) || (!from && !after.canComeFrom())) return;
    if (to) this.#byMarker.set(to, link);
    if (from) this.#byMarker.set(from, link);
    before.exits++;
    after.entries++;
    this.#links.push(link);
    const [one, other] = [rootOf(before), rootOf(after)];
    if (one.number < other.number) other.parent = one;
    else one.parent = other;
  }
}

/** An article with what joins it to others. */
class Part<F extends IssueFile> implements StoryPart<F> {
  readonly file: F;
  readonly article: Article;
  /** The page that holds it. */
  readonly on: Page | undefined;
  readonly number: number;
  /** Another part of its story with a smaller number; the first has itself. A forest of these tells stories apart. */
  parent: Part<F> = this;
  /** In how many places the story goes on from here, and comes here from. */
  exits = 0;
  entries = 0;
  #words: ReadonlySet<string> | undefined;

  constructor(file: F, article: Article, on: Page | undefined, number: number) {
    this.file = file;
    this.article = article;
    this.on = on;
    this.number = number;
  }

  /** The words of two characters in the head lines. */
  get words(): ReadonlySet<string> {
    return (this.#words ??= headWords(this.file.issue.text, this.article));
  }

  canGoOn(): boolean {
    return this.exits < Math.max(1, this.#markers('to'));
  }

  canComeFrom(): boolean {
    return this.entries < Math.max(1, this.#markers('from'));
  }

  #markers(wanted: Continuation['direction']): number {
    return this.article.continuations.filter(({ direction }) => direction === wanted).length;
  }
}

/** A place where a story goes on from one article to another; a marker says so in one of them or in both. */
interface Link<F extends IssueFile> {
  readonly before: Part<F>;
  readonly after: Part<F>;
  /** 下转 in the one before, 上接 in the one after. */
  readonly to: Continuation | undefined;
  readonly from: Continuation | undefined;
  readonly score: number;
}

/** The articles of a file by the numbers of their pages. */
class PageTable<F extends IssueFile> {
  readonly file: F;
  readonly #byNumber = new Map<string, Page[]>();
  readonly #unnumbered: Page[] = [];
  readonly #parts: ReadonlyMap<Article, Part<F>>;

  /** Adds the articles to `parts`, numbered from `first` on. */
  constructor(file: F, first: number, parts: Map<Article, Part<F>>) {
    this.file = file;
    this.#parts = parts;
    const pageOfArticle = new Map<Article, Page>();
    for (const page of file.issue.pages) {
      for (const article of page.articles) pageOfArticle.set(article, page);
      if (page.number === undefined) this.#unnumbered.push(page);
      else {
        const number = normalPage(page.number);
        this.#byNumber.set(number, [...(this.#byNumber.get(number) ?? []), page]);
      }
    }
    for (const [index, article] of file.issue.articles.entries())
      parts.set(article, new Part(file, article, pageOfArticle.get(article), first + index));
  }

  /** The parts on the pages that a marker on page `from` of this file means; else those on other unnumbered pages. */
  within(meant: readonly string[], from: Page | undefined): readonly Part<F>[] {
    const numbered = this.#numbered(meant, from);
    return this.#on(numbered.length > 0 ? numbered : this.#unnumbered.filter((page) => page !== from));
  }

  /** The parts that a marker on page `from` of another file can mean: all of them if no page here has a number. */
  fromOutside(meant: readonly string[], from: Page | undefined): readonly Part<F>[] {
    const numbered = this.#numbered(meant, from);
    if (numbered.length > 0) return this.#on(numbered);
    const { issue, page } = this.file;
    if (page !== undefined && !meant.includes(page)) return [];
    return issue.articles.map((article) => this.#parts.get(article)!);
  }

  /** The pages with one of the numbers; of issues of several days in one file those of the day of `from`. */
  #numbered(meant: readonly string[], from: Page | undefined): readonly Page[] {
    return meant
      .flatMap((number) => this.#byNumber.get(number) ?? [])
      .filter(({ date }) => date === undefined || from?.date === undefined || date === from.date);
  }

  #on(pages: readonly Page[]): readonly Part<F>[] {
    return pages.flatMap(({ articles }) => articles.map((article) => this.#parts.get(article)!));
  }
}

function rootOf<F extends IssueFile>(part: Part<F>): Part<F> {
  let root = part;
  while (root.parent !== root) root = root.parent = root.parent.parent;
  return root;
}

/** The links that a marker of a part can make with another: with each marker back there, else with none. */
function possibleLinks<F extends IssueFile>(part: Part<F>, continuation: Continuation, other: Part<F>): Link<F>[] {
  const isTo = continuation.direction === 'to';
  const home = part.on?.number ?? (part.file === other.file ? undefined : part.file.page);
  const back = other.article.continuations.filter(
    ({ direction, page }) => direction !== continuation.direction && (home === undefined || isSamePage(page, home)),
  );
  const words = share(part.words, other.words) * SAME_WORDS;
  return (back.length === 0 ? [undefined] : back).flatMap((marker) => {
    const score = (marker ? MARKED : 0) + words;
    if (score < LEAST) return [];
    return isTo
      ? { before: part, after: other, to: continuation, from: marker, score }
      : { before: other, after: part, to: marker, from: continuation, score };
  });
}

/** Each part behind those that lead to it; of several that could be next the one on the foremost page. */
function inReadingOrder<F extends IssueFile>(parts: readonly Part<F>[], links: readonly Link<F>[]): Part<F>[] {
  const page = ({ on, file }: Part<F>) => normalPage(on?.number ?? file.page ?? '');
  const left = [...parts].sort((a, b) => PAGE_ORDER.compare(page(a), page(b)) || a.number - b.number);
  const placed = new Set<Part<F>>();
  while (left.length > 0) {
    // Where markers lead round in a circle none is the first.
    const next = left.findIndex((part) => links.every(({ before, after }) => after !== part || placed.has(before)));
    placed.add(left.splice(Math.max(0, next), 1)[0]!);
  }
  return [...placed];
}

/** Whether two ways of naming a page can mean the same one: 第三版 can be A3. */
function isSamePage(a: string, b: string): boolean {
  const [one, other] = [normalPage(a), normalPage(b)];
  return (
    one === other || (/^\d+$/.test(one) !== /^\d+$/.test(other) && /\d+/.exec(one)?.[0] === /\d+/.exec(other)?.[0])
  );
}

function headWords(text: string, article: Article): ReadonlySet<string> {
  const pairs = new Set<string>();
  const bodyStart = article.paragraphs[0]?.pieces[0]?.start ?? article.span.end;
  const head = text.slice(article.span.start, bodyStart).slice(0, HEAD);
  for (const source of [article.title, head])
    for (const run of source.match(/[\p{Script=Han}\w]+/gu) ?? [])
      for (let i = 0; i + 2 <= run.length; i++) pairs.add(run.slice(i, i + 2));
  return pairs;
}

/** The share of the smaller set that the other has too, 0 to 1. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared / small.size;
}
