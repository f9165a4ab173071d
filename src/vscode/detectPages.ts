import {
  commands,
  Disposable,
  languages,
  window,
  workspace,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import type { Logger } from '../core/logger.ts';
import { isNewspaperPage } from '../core/structure/detectPage.ts';
import type { StructureLexicons } from '../core/structure/lexicons.ts';
import { isNewspaper, LANGUAGE } from './language.ts';
import { StaleHighlights } from './views/staleHighlights.ts';

/** A text of at least so many UTF-16 units that is put into an unsaved file at once was pasted, not typed. */
const PASTED = 200;

/**
 * Switches plain text files that are newspaper pages to the language *Newspaper* when they are opened, and
 * unsaved ones when a page is pasted into them (`galley.detectPages`). A page that the editor has switched to
 * another language by hand is left alone for the rest of the session.
 */
export class PageDetection {
  readonly #lexicons: () => StructureLexicons;
  readonly #log: Logger;
  /** Pages, by URI, that were switched away from *Newspaper* by hand. */
  readonly #left = new Set<string>();
  readonly #highlights: StaleHighlights;
  readonly #disposables: Disposable[];
  readonly #atStart: NodeJS.Immediate;

  constructor(lexicons: () => StructureLexicons, log: Logger) {
    this.#lexicons = lexicons;
    this.#log = log;
    this.#highlights = new StaleHighlights((error) =>
      log.warn(`clearing the highlight at the cursor: ${String(error)}`),
    );
    this.#disposables = [
      this.#highlights,
      workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      commands.registerCommand('galley.treatAsNewspaper', () => this.#treatAsNewspaper()),
    ];
    // After activation, which must not read texts.
    this.#atStart = setImmediate(() => workspace.textDocuments.forEach((document) => this.detect(document)));
  }

  dispose(): void {
    clearImmediate(this.#atStart);
    Disposable.from(...this.#disposables).dispose();
  }

  #opened(document: TextDocument): void {
    if (isNewspaper(document)) this.#left.delete(document.uri.toString());
    else this.detect(document);
  }

  /** A change of language is told as a closing, of a document that stays open, and an opening. */
  #closed(document: TextDocument): void {
    if (isNewspaper(document) && !document.isClosed) this.#left.add(document.uri.toString());
  }

  #changed({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (document.isUntitled && contentChanges.some(({ text }) => text.length >= PASTED)) this.detect(document);
  }

  /** Looks at a text, and switches it where it is a page that nobody has switched away. */
  detect(document: TextDocument): void {
    if (!isCandidate(document) || this.#left.has(document.uri.toString())) return;
    if (!workspace.getConfiguration('galley', document).get('detectPages', true)) return;
    if (!isNewspaperPage(document.getText(), this.#lexicons())) return;
    this.#log.info(`recognized as a newspaper page: ${document.uri.toString(true)}`);
    void this.#switch(document);
  }

  async #treatAsNewspaper(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document && !isNewspaper(document)) await this.#switch(document);
  }

  async #switch(document: TextDocument): Promise<void> {
    try {
      const switched = languages.setTextDocumentLanguage(document, LANGUAGE);
      this.#highlights.languageChanges(document);
      await switched;
    } catch (error) {
      this.#log.warn(`switching ${document.uri.toString(true)} to the language ${LANGUAGE}: ${String(error)}`);
    }
  }
}

/**
 * Plain text that a person edits: not what an extension shows (outputs, earlier versions from source control),
 * which is of a scheme without a file system or of one that cannot be written.
 */
function isCandidate({ languageId, uri, isUntitled }: TextDocument): boolean {
  return languageId === 'plaintext' && (isUntitled || workspace.fs.isWritableFileSystem(uri.scheme) === true);
}
