import { Disposable, EventEmitter, workspace, type TextDocument } from 'vscode';
import type { Logger } from '../core/logger.ts';
import { NameLexicon } from '../core/lexicons/surnames.ts';
import type { Issue } from '../core/structure/issue.ts';
import { parseIssue } from '../core/structure/parseIssue.ts';
import { isNewspaper } from './language.ts';

/** Milliseconds without an edit after which views are told: typing must not redraw them at every key. */
const QUIET = 200;

/** The parsed pages: each open document is parsed once a version, when a surface first asks for it. */
export class Issues {
  readonly #loadNames: () => NameLexicon;
  readonly #log: Logger;
  #names: NameLexicon | undefined;
  #parsed = new WeakMap<TextDocument, { version: number; issue: Issue }>();
  readonly #timers = new Map<TextDocument, NodeJS.Timeout>();
  readonly #changed = new EventEmitter<TextDocument>();
  /**
   * A document was opened or closed, also in that its language was changed, or a page was edited; of edits that
   * follow each other fast only the last is told.
   */
  readonly onDidChange = this.#changed.event;
  readonly #disposables: Disposable[];

  constructor(loadNames: () => NameLexicon, log: Logger) {
    this.#loadNames = loadNames;
    this.#log = log;
    this.#disposables = [
      this.#changed,
      workspace.onDidOpenTextDocument((document) => this.#changed.fire(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#tellSoon(document);
      }),
    ];
  }

  /** The issue that the document holds now. */
  of(document: TextDocument): Issue {
    const known = this.#parsed.get(document);
    if (known?.version === document.version) return known.issue;
    const issue = parseIssue(document.getText(), this.#nameLexicon());
    if (!document.isClosed) this.#parsed.set(document, { version: document.version, issue });
    return issue;
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    Disposable.from(...this.#disposables).dispose();
  }

  /** Read at the first page, not when the extension starts. Without it names that run together stay whole. */
  #nameLexicon(): NameLexicon {
    if (this.#names) return this.#names;
    try {
      this.#names = this.#loadNames();
    } catch (error) {
      this.#log.error(`reading the surnames: ${String(error)}`);
      this.#names = new NameLexicon('');
    }
    return this.#names;
  }

  #tellSoon(document: TextDocument): void {
    if (!isNewspaper(document)) return;
    clearTimeout(this.#timers.get(document));
    this.#timers.set(
      document,
      setTimeout(() => {
        this.#timers.delete(document);
        this.#changed.fire(document);
      }, QUIET),
    );
  }

  #forget(document: TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#parsed.delete(document);
    this.#changed.fire(document);
  }
}
