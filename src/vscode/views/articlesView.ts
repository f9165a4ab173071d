import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type CancellationToken,
  type TextDocument,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import type { Logger } from '../../core/logger.ts';
import type { Article } from '../../core/structure/issue.ts';
import { articleBefore } from '../../core/structure/readers/lookup.ts';
import { pageOf } from '../../core/structure/readers/storyIndex.ts';
import { outlineOf } from '../../core/structure/readers/outline.ts';
import { articleKindName } from '../../localized/articleKindName.ts';
import { allNodes, articleNodes, renewNodes, type ArticleViewNode } from './articleNodes.ts';
import type { Corrections } from '../state/corrections.ts';
import type { Issues } from '../state/issues.ts';
import { escapeMarkdown } from '../hovers/markdown.ts';
import { revealArticle } from '../navigation/navigation.ts';
import type { Part, Stories } from '../state/siblings.ts';
import type { ShownPage } from '../state/shownPage.ts';
import { fileName } from '../state/sidecarFile.ts';
import { remarkOn } from '../hovers/remarks.ts';
import { rowContext } from './rowContext.ts';
import { articleIcon, charactersOf, outlineKindName, pageName } from '../structureNames.ts';

/** The view *Articles*: the articles of the page that is shown, below their pages where there are several. */
export class ArticlesView implements TreeDataProvider<ArticleViewNode> {
  readonly #shown: ShownPage;
  readonly #issues: Issues;
  readonly #corrections: Corrections;
  readonly #stories: Stories;
  readonly #log: Logger;
  readonly #changed = new EventEmitter<ArticleViewNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<ArticleViewNode>;
  readonly #disposables: Disposable[];
  #nodes: ArticleViewNode[] | undefined;

  constructor(shown: ShownPage, issues: Issues, corrections: Corrections, stories: Stories, log: Logger) {
    this.#shown = shown;
    this.#issues = issues;
    this.#stories = stories;
    this.#corrections = corrections;
    this.#log = log;
    this.#view = window.createTreeView('galley.articles', { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#changed,
      this.#view,
      issues.onDidChange((document) => void this.#update(document)),
      shown.onDidChange(() => this.#showAnew()),
      window.onDidChangeActiveTextEditor(() => this.#followCursor()),
      window.onDidChangeTextEditorSelection(() => this.#followCursor()),
      this.#view.onDidChangeVisibility(() => this.#followCursor()),
      commands.registerCommand('galley.revealArticle', (node: ArticleViewNode) => this.#goTo(node)),
    ];
  }

  async getChildren(node?: ArticleViewNode): Promise<ArticleViewNode[]> {
    if (node) return [...node.children];
    const { document } = this.#shown;
    const nodes = this.#nodes ?? (await this.#build(document));
    // Another page came to the front meanwhile: its rows were asked for as well.
    if (document !== this.#shown.document) return [];
    this.#nodes ??= nodes;
    return [...this.#nodes];
  }

  getParent(node: ArticleViewNode): ArticleViewNode | undefined {
    return node.parent;
  }

  getTreeItem(node: ArticleViewNode): TreeItem {
    const item = toItem(node);
    item.id = `${this.#shown.document?.uri.toString()}#${node.id}`;
    return item;
  }

  /** The other parts of a story may be in other files, which are read when the pointer rests on the row. */
  async resolveTreeItem(item: TreeItem, node: ArticleViewNode, token: CancellationToken): Promise<TreeItem> {
    const { article } = node.outline;
    const { document } = this.#shown;
    if (!article || !document || document.isClosed) return item;
    const here = await this.#stories.of(document);
    const current = here.issue.articles.find(({ first }) => first === article.first);
    const parts = current ? await this.#stories.parts(here, current, token) : [];
    item.tooltip = tooltip(
      node,
      article,
      parts.filter((part) => part.article !== current).map((part) => partName(document, part)),
    );
    return item;
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  #showAnew(): void {
    this.#nodes = undefined;
    this.#changed.fire(undefined);
    this.#followCursor();
  }

  async #update(document: TextDocument): Promise<void> {
    if (document !== this.#shown.document || !this.#nodes) return;
    const fresh = await this.#build(document);
    if (document !== this.#shown.document || !this.#nodes) return;
    const changed = renewNodes(this.#nodes, fresh, looks);
    if (!changed || changed.length > 0) this.#changed.fire(changed);
    this.#followCursor();
  }

  async #build(document: TextDocument | undefined): Promise<ArticleViewNode[]> {
    const issue = document && (await this.#issues.of(document));
    if (document !== this.#shown.document) return [];
    const none = issue?.articles.length === 0;
    // Without a message the view's welcome text is shown while it is empty.
    this.#view.message = none ? l10n.t('No article was found.') : '';
    this.#view.description = issue && !none ? charactersOf(total(issue.articles)) : '';
    if (!document || !issue) return [];
    return articleNodes(outlineOf(issue), (node) => remarkOn(document, issue, this.#corrections, node));
  }

  #articles(): ArticleViewNode[] {
    return allNodes(this.#nodes ?? []).filter(({ outline }) => outline.article);
  }

  #followCursor(): void {
    const editor = window.activeTextEditor;
    if (!this.#view.visible || !editor || editor.document !== this.#shown.document) return;
    const rows = this.#articles();
    const article = articleBefore(
      rows.map(({ outline }) => outline.article!),
      editor.selection.active.line,
    );
    const node = rows.find(({ outline }) => outline.article === article);
    if (!node || this.#view.selection[0] === node) return;
    this.#view.reveal(node, { select: true, focus: false }).then(undefined, (error: unknown) => {
      this.#log.debug(`following the cursor in the view of articles: ${String(error)}`);
    });
  }

  /** The row's article in the text as it is now, which may have been edited since the row was drawn. */
  async #goTo(node: ArticleViewNode): Promise<void> {
    const { document } = this.#shown;
    const index = this.#articles().indexOf(node);
    if (!document || document.isClosed || index < 0) return;
    const shown = window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await window.showTextDocument(document, shown?.viewColumn ? { viewColumn: shown.viewColumn } : {});
    const issue = await this.#issues.of(document);
    const article = issue.articles[index];
    if (article) revealArticle(editor, issue, article);
  }
}

function total(articles: readonly Article[]): number {
  return articles.reduce((sum, { characters }) => sum + characters, 0);
}

function toItem(node: ArticleViewNode): TreeItem {
  return node.outline.article ? articleItem(node, node.outline.article) : pageItem(node);
}

function pageItem({ outline: { page, children } }: ArticleViewNode): TreeItem {
  const item = new TreeItem(pageName(page ?? {}), TreeItemCollapsibleState.Expanded);
  item.description = [page?.date ?? '', l10n.t('Articles: {0}', children.length)]
    .filter((part) => part !== '')
    .join(' · ');
  item.iconPath = new ThemeIcon('file');
  item.contextValue = rowContext('page');
  return item;
}

function articleItem(node: ArticleViewNode, article: Article): TreeItem {
  const item = new TreeItem(article.title, TreeItemCollapsibleState.None);
  const { byline = '' } = node.outline;
  const facts = [node.remarks.own, byline, charactersOf(article.characters)].filter((part) => part !== '');
  item.description = facts.join(' · ');
  item.iconPath = articleIcon(article.kind);
  item.contextValue = rowContext('article');
  if (article.continuations.length === 0) item.tooltip = tooltip(node, article);
  item.accessibilityInformation = {
    label: [articleKindName(article.kind, l10n), article.title, ...facts].join(l10n.t(', ')),
  };
  item.command = { command: 'galley.revealArticle', title: l10n.t('Go to Article'), arguments: [node] };
  return item;
}

/** Another part of the story. */
function partName(document: TextDocument, part: Part): string {
  const { uri, article } = part;
  const page = pageOf(part, article);
  const file = uri.toString() === document.uri.toString() ? '' : fileName(uri);
  return [article.title, page === undefined ? '' : pageName({ number: page }), file]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The article's parts by name, which the row has no room for, and the other parts of its story. */
function tooltip(
  { outline, remarks }: ArticleViewNode,
  { kind, title, characters, paragraphs }: Article,
  story: readonly string[] = [],
): MarkdownString {
  const facts = [
    articleKindName(kind, l10n),
    charactersOf(characters),
    l10n.t('Paragraphs: {0}', paragraphs.length),
    remarks.own,
  ].filter((fact) => fact !== '');
  const parts = outline.children.map(
    (part, index) => `- ${outlineKindName(part.kind)}: ${escapeMarkdown(part.name)}${aside(remarks.parts[index])}`,
  );
  const joined = story.map((part) => `- ${escapeMarkdown(l10n.t('One story with: {0}', part))}`);
  return new MarkdownString(
    `**${escapeMarkdown(title)}**\n\n${facts.join(' · ')}\n\n${[...joined, ...parts].join('\n')}`,
  );
}

function aside(remark = ''): string {
  return remark === '' ? '' : ` · *${escapeMarkdown(remark)}*`;
}

/** All that a row shows, to tell whether it must be drawn anew. */
function looks({ outline: { page, article, byline, children }, remarks }: ArticleViewNode): string {
  if (!article) return JSON.stringify([page?.number, page?.name, page?.date, children.length]);
  const parts = children.map(({ kind, name }) => [kind, name]);
  return JSON.stringify([
    article.title,
    article.kind,
    article.characters,
    article.paragraphs.length,
    byline,
    parts,
    remarks,
  ]);
}
