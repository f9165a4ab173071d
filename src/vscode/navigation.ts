import { commands, Disposable, l10n, Selection, TextEditorRevealType, window, type TextEditor } from 'vscode';
import { findCounterpart } from '../core/structure/continuations.ts';
import type { Article, Continuation, Issue } from '../core/structure/issue.ts';
import { articleBefore, continuationAt } from '../core/structure/lookup.ts';
import { headlineSpan } from '../core/structure/outline.ts';
import type { Span } from '../core/text/span.ts';
import type { Issues } from './issues.ts';
import { isNewspaper } from './language.ts';
import { toRange } from './ranges.ts';

/** Milliseconds for which the status bar says why there is nowhere to go. */
const SHOWN = 5000;

/** Going from article to article and along continuation markers, in the page in front. */
export function registerNavigation(issues: Issues): Disposable {
  const command = (name: string, run: (editor: TextEditor, issue: Issue) => void): Disposable =>
    commands.registerCommand(`galley.${name}`, () => {
      const editor = window.activeTextEditor;
      if (editor && isNewspaper(editor.document)) run(editor, issues.of(editor.document));
    });
  return Disposable.from(
    command('nextArticle', (editor, issue) => step(editor, issue, 1)),
    command('previousArticle', (editor, issue) => step(editor, issue, -1)),
    command('goToContinuation', goToContinuation),
  );
}

/** Puts the cursor before the headline of an article and its head lines to the top of the editor. */
export function revealArticle(editor: TextEditor, issue: Issue, article: Article): void {
  const headline = headlineSpan(issue, article);
  place(editor, { start: headline.start, end: headline.start }, { start: article.span.start, end: headline.end });
}

/** From headline to headline, round the page; from inside an article the previous headline is its own. */
function step(editor: TextEditor, issue: Issue, direction: 1 | -1): void {
  const { articles } = issue;
  const here = editor.document.offsetAt(editor.selection.active);
  const startOf = (article: Article): number => headlineSpan(issue, article).start;
  const ahead =
    direction > 0
      ? (articles.find((article) => startOf(article) > here) ?? articles[0])
      : (articles.findLast((article) => startOf(article) < here) ?? articles.at(-1));
  if (ahead) revealArticle(editor, issue, ahead);
  else say(l10n.t('No article was found.'));
}

/** From the marker at the cursor, else from the marker of the article there: 下转 before 上接. */
function goToContinuation(editor: TextEditor, issue: Issue): void {
  const continuation = continuationAt(issue, editor.document.offsetAt(editor.selection.active)) ?? nearby(editor, issue);
  if (!continuation) return say(l10n.t('This article has no continuation marker.'));
  const counterpart = findCounterpart(issue, continuation);
  if (!counterpart) return say(l10n.t('The other part is not in this file: page {0}', continuation.page));
  const target = counterpart.continuation?.span ?? headlineSpan(issue, counterpart.article);
  place(editor, target, target);
}

function nearby({ selection }: TextEditor, { articles }: Issue): Continuation | undefined {
  const continuations = articleBefore(articles, selection.active.line)?.continuations ?? [];
  return continuations.find(({ direction }) => direction === 'to') ?? continuations[0];
}

function place(editor: TextEditor, selected: Span, shown: Span): void {
  const { start, end } = toRange(editor.document, selected);
  editor.selection = new Selection(start, end);
  editor.revealRange(toRange(editor.document, shown), TextEditorRevealType.AtTop);
}

function say(message: string): void {
  window.setStatusBarMessage(message, SHOWN);
}
