import {
  CodeLens,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  workspace,
  type CodeLensProvider,
  type Command,
  type TextDocument,
} from 'vscode';
import type { Tag } from '../../core/annotations/overlay.ts';
import type { Article, Issue } from '../../core/structure/issue.ts';
import { bylineOf } from '../../core/structure/readers/outline.ts';
import { contains } from '../../core/text/span.ts';
import type { Issues } from '../state/issues.ts';
import { LANGUAGE } from '../language.ts';
import type { Mentions } from '../state/mentions.ts';
import { rangeOfSpan } from '../ranges.ts';
import { charactersOf } from '../structureNames.ts';
import type { PlaceArgument } from '../commands/tagTargets.ts';

/** Above each article its characters, its byline and how far it is tagged, where `galley.codeLens` is set. */
export class ArticleLenses implements CodeLensProvider {
  readonly #issues: Issues;
  readonly #mentions: Mentions;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #disposables: Disposable[];

  constructor(issues: Issues, mentions: Mentions) {
    this.#issues = issues;
    this.#mentions = mentions;
    const changed = (): void => this.#changed.fire();
    this.#disposables = [
      this.#changed,
      issues.onDidCorrect(changed),
      mentions.onDidChange(changed),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('galley.codeLens')) changed();
      }),
      languages.registerCodeLensProvider(LANGUAGE, this),
    ];
  }

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    if (!workspace.getConfiguration('galley', document).get('codeLens', false)) return [];
    const issue = await this.#issues.of(document);
    const tags = this.#mentions.tagsOf(document).filter(({ status }) => status !== 'rejected');
    // Both ascend and are many: the tags of an article begin where those of the one before end.
    let next = 0;
    return issue.articles.flatMap((article) => {
      while (next < tags.length && tags[next]!.span.start < article.span.start) next += 1;
      const from = next;
      while (next < tags.length && contains(article.span, tags[next]!.span.start)) next += 1;
      const own = tags.slice(from, next);
      const range = rangeOfSpan(issue.lineIndex, issue.lineIndex.span(article.first));
      return commandsOf(document, issue, article, own).map((command) => new CodeLens(range, command));
    });
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }
}

function commandsOf(document: TextDocument, issue: Issue, article: Article, tags: readonly Tag[]): Command[] {
  const lenses: Command[] = [{ command: '', title: charactersOf(article.characters) }];
  const [byline] = article.bylines;
  if (byline) {
    const { start, end } = byline.span;
    const place: PlaceArgument = { uri: document.uri.toString(), start, end };
    lenses.push({ command: 'galley.revealMention', title: bylineOf(issue, article), arguments: [place] });
  }
  if (tags.length > 0) {
    const open = tags.filter(({ status }) => status === 'suggestion').length;
    const title = l10n.t('Tagged: {0} of {1}', tags.length - open, tags.length);
    lenses.push({ command: 'galley.entities.focus', title });
  }
  return lenses.filter(({ title }) => title !== '');
}
