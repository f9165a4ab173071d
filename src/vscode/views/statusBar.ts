import { Disposable, l10n, MarkdownString, StatusBarAlignment, window, type TextDocument } from 'vscode';
import type { Issue } from '../../core/structure/issue.ts';
import type { Issues } from '../state/issues.ts';
import { isNewspaper } from '../language.ts';
import { escapeMarkdown } from '../hovers/markdown.ts';
import { charactersOf, pageName } from '../structureNames.ts';

/** How much the page in front holds: articles and characters. A click shows the view *Articles*. */
export class StatusBar {
  readonly #issues: Issues;
  readonly #item = window.createStatusBarItem('galley.counts', StatusBarAlignment.Right, 110);
  readonly #disposables: Disposable[];
  #counted: TextDocument | undefined;

  constructor(issues: Issues) {
    this.#issues = issues;
    this.#item.name = l10n.t('Galley: Articles and Characters');
    this.#item.command = { command: 'galley.articles.focus', title: l10n.t('Show the View Articles') };
    this.#disposables = [
      this.#item,
      window.onDidChangeActiveTextEditor(() => void this.#show()),
      issues.onDidChange((document) => {
        if (document === window.activeTextEditor?.document) void this.#show();
      }),
    ];
    void this.#show();
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  async #show(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document || document.isClosed || !isNewspaper(document)) return this.#item.hide();
    if (document !== this.#counted) this.#item.hide();
    const issue = await this.#issues.of(document);
    if (document !== window.activeTextEditor?.document) return;
    this.#counted = document;
    this.#item.text = `$(note) ${counts(issue.articles)}`;
    this.#item.tooltip = tooltip(issue);
    this.#item.accessibilityInformation = { label: counts(issue.articles) };
    this.#item.show();
  }
}

function counts(articles: Issue['articles']): string {
  const characters = articles.reduce((sum, article) => sum + article.characters, 0);
  return `${l10n.t('Articles: {0}', articles.length)} · ${charactersOf(characters)}`;
}

/** What is counted, and where there are several pages the counts of each. */
function tooltip({ pages }: Issue): MarkdownString {
  const rule = l10n.t(
    'Counted as papers count: Chinese characters, punctuation marks, digits and Latin letters; no blanks, no page furniture.',
  );
  const each = pages.map(
    ({ articles, ...page }) => `- ${escapeMarkdown(pageName(page))}: ${escapeMarkdown(counts(articles))}`,
  );
  return new MarkdownString([...(pages.length > 1 ? [each.join('\n')] : []), escapeMarkdown(rule)].join('\n\n'));
}
