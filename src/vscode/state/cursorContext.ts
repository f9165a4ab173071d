import { Disposable, window, type TextDocument, type TextEditor } from 'vscode';
import type { Decidable } from '../../core/annotations/tagIndex.ts';
import type { Issue } from '../../core/structure/issue.ts';
import { articleBefore } from '../../core/structure/readers/lookup.ts';
import { ContextKeys } from '../contextKeys.ts';
import { isNewspaper } from '../language.ts';
import { toSpan } from '../ranges.ts';
import type { Issues } from './issues.ts';
import type { Mentions } from './mentions.ts';

const NOTHING: Decidable = { suggestion: false, tag: false };

/**
 * What keys, menus and the palette ask for in the text in front: what is at the cursor, or in what is selected
 * (`galley.suggestionAtCursor`, `galley.tagAtCursor`, `galley.continuationAtCursor`), and what the page has at all
 * (`galley.pageHasSuggestions`, `galley.pageHasTags`, `galley.pageHasContinuations`). The latter are for the context
 * menu: a click with the right button moves the cursor and opens it at once, before an extension hears of the move.
 *
 * A move of the cursor costs a search in what is known. While one types, the keys follow when the surfaces are told.
 */
export class CursorContext {
  readonly #mentions: Mentions;
  readonly #issues: Issues;
  readonly #keys = new ContextKeys();
  readonly #disposables: Disposable[];
  #read: { readonly document: TextDocument; readonly version: number; readonly issue: Issue } | undefined;

  constructor(mentions: Mentions, issues: Issues) {
    this.#mentions = mentions;
    this.#issues = issues;
    const inFront = (tell: (editor: TextEditor) => void) => (document: TextDocument) => {
      const { activeTextEditor: editor } = window;
      if (editor?.document === document) tell(editor);
    };
    this.#disposables = [
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#moved(textEditor)),
      window.onDidChangeActiveTextEditor(() => this.#turned()),
      mentions.onDidChange(inFront((editor) => this.#tellTags(editor))),
      issues.onDidChange(inFront(() => void this.#readAgain())),
    ];
    this.#turned();
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  #turned(): void {
    const { activeTextEditor: editor } = window;
    if (editor) this.#tellTags(editor);
    else this.#tell(NOTHING, NOTHING);
    void this.#readAgain();
  }

  #moved(editor: TextEditor): void {
    if (editor !== window.activeTextEditor || !isNewspaper(editor.document)) return;
    if (this.#mentions.isCurrent(editor.document)) this.#tellTags(editor);
    this.#tellContinuation(editor);
  }

  #tellTags({ document, selections }: TextEditor): void {
    if (!isNewspaper(document)) return this.#tell(NOTHING, NOTHING);
    const index = this.#mentions.indexOf(document);
    const here = selections.map((selection) =>
      selection.isEmpty
        ? index.atCursor(document.offsetAt(selection.active))
        : index.within(toSpan(document, selection)),
    );
    this.#tell(
      { suggestion: here.some(({ suggestion }) => suggestion), tag: here.some(({ tag }) => tag) },
      index.inPage,
    );
  }

  #tell(here: Decidable, inPage: Decidable): void {
    this.#keys.set('suggestionAtCursor', here.suggestion);
    this.#keys.set('tagAtCursor', here.tag);
    this.#keys.set('pageHasSuggestions', inPage.suggestion);
    this.#keys.set('pageHasTags', inPage.tag);
  }

  async #readAgain(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const issue = document && isNewspaper(document) ? await this.#issues.of(document) : undefined;
    const { activeTextEditor: editor } = window;
    if (editor?.document !== document) return;
    this.#read = document && issue && { document, version: document.version, issue };
    const articles = issue?.articles ?? [];
    this.#keys.set(
      'pageHasContinuations',
      articles.some(({ continuations }) => continuations.length > 0),
    );
    this.#tellContinuation(editor);
  }

  #tellContinuation(editor: TextEditor | undefined): void {
    const read = this.#read;
    if (read && read.version !== read.document.version) return;
    const article =
      editor && read?.document === editor.document
        ? articleBefore(read.issue.articles, editor.selection.active.line)
        : undefined;
    this.#keys.set('continuationAtCursor', (article?.continuations.length ?? 0) > 0);
  }
}
