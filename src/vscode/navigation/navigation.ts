import {
  CancellationTokenSource,
  commands,
  Disposable,
  l10n,
  Selection,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
  type Range,
  type TextEditor,
} from 'vscode';
import type { Article, Continuation, Issue } from '../../core/structure/issue.ts';
import { articleBefore, continuationAt } from '../../core/structure/readers/lookup.ts';
import { headlineSpan } from '../../core/structure/readers/outline.ts';
import type { Issues } from '../state/issues.ts';
import { isNewspaper } from '../language.ts';
import { rangeIn, toRange } from '../ranges.ts';
import { arrivalOf, type Stories } from '../state/siblings.ts';
import { otherPartMissing } from '../structureNames.ts';
import { meansEditor, placeMeant } from '../commands/tagTargets.ts';

/** Milliseconds for which the status bar says why there is nowhere to go. */
const SHOWN = 5000;

/** Going from article to article in the page in front, and along continuation markers also to its siblings. */
export function registerNavigation(issues: Issues, stories: Stories): Disposable {
  const command = (name: string, run: (editor: TextEditor, issue: Issue) => void): Disposable =>
    commands.registerCommand(`galley.${name}`, async () => {
      const editor = window.activeTextEditor;
      if (editor && isNewspaper(editor.document)) run(editor, await issues.of(editor.document));
    });
  return Disposable.from(
    command('nextArticle', (editor, issue) => step(editor, issue, 1)),
    command('previousArticle', (editor, issue) => step(editor, issue, -1)),
    commands.registerCommand('galley.goToContinuation', (argument: unknown) => goToContinuation(stories, argument)),
  );
}

/** Puts the cursor before the headline of an article and its head lines to the top of the editor. */
export function revealArticle(editor: TextEditor, issue: Issue, article: Article): void {
  const headline = headlineSpan(issue, article);
  const { document } = editor;
  place(
    editor,
    toRange(document, { start: headline.start, end: headline.start }),
    toRange(document, { start: article.span.start, end: headline.end }),
  );
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

/** From the marker that a link names or the cursor is at, else from the marker of the article there: 下转 before 上接. */
async function goToContinuation(stories: Stories, argument: unknown): Promise<void> {
  const from = placeMeant(argument);
  const document = from ? await workspace.openTextDocument(Uri.parse(from.uri)) : window.activeTextEditor?.document;
  if (!document || !isNewspaper(document) || !(from || meansEditor(argument, document))) return;
  const here = await stories.of(document);
  const offset = from?.start ?? document.offsetAt(window.activeTextEditor!.selection.active);
  const continuation = continuationAt(here.issue, offset) ?? nearby(here.issue, document.positionAt(offset).line);
  if (!continuation) return say(l10n.t('This article has no continuation marker.'));
  const unhurried = new CancellationTokenSource();
  const other = await stories.otherEnd(here, continuation, unhurried.token);
  unhurried.dispose();
  if (!other) return say(otherPartMissing(await stories.lookedFor(here, continuation)));
  const target = rangeIn(other.issue.lineIndex, arrivalOf(other));
  place(await editorOf(other.uri), target, target);
}

async function editorOf(uri: Uri): Promise<TextEditor> {
  const shown = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  return window.showTextDocument(uri, shown?.viewColumn ? { viewColumn: shown.viewColumn } : {});
}

function nearby({ articles }: Issue, line: number): Continuation | undefined {
  const continuations = articleBefore(articles, line)?.continuations ?? [];
  return continuations.find(({ direction }) => direction === 'to') ?? continuations[0];
}

function place(editor: TextEditor, selected: Range, shown: Range): void {
  editor.selection = new Selection(selected.start, selected.end);
  editor.revealRange(shown, TextEditorRevealType.AtTop);
}

function say(message: string): void {
  window.setStatusBarMessage(message, SHOWN);
}
