import { Disposable, EventEmitter, workspace, type TextDocument } from 'vscode';
import type { Logger } from '../../core/logger.ts';
import type { LineCorrection } from '../../core/structure/corrections.ts';
import type { Issue } from '../../core/structure/issue.ts';
import { IssueParser } from '../../core/structure/articles/issueParser.ts';
import { parseIssue } from '../../core/structure/articles/parseIssue.ts';
import { StructureLexicons } from '../../core/structure/lexicons.ts';
import type { Corrections } from './corrections.ts';
import { isNewspaper } from '../language.ts';
import type { DocumentTexts } from './documentTexts.ts';

/** Milliseconds without an edit after which views are told: typing must not redraw them at every key. */
const QUIET = 200;

interface Parsed {
  readonly parser: IssueParser;
  readonly version: number;
  readonly corrections: readonly LineCorrection[];
  readonly issue: Issue;
}

/**
 * The parsed pages: each open document is parsed once a version, when a surface first asks for it, and again when the
 * editor sets a line as something else.
 */
export class Issues {
  readonly #loadLexicons: () => StructureLexicons;
  readonly #corrections: Corrections;
  readonly #texts: DocumentTexts;
  readonly #log: Logger;
  #lexicons: StructureLexicons | undefined;
  #parsed = new WeakMap<TextDocument, Parsed>();
  readonly #timers = new Map<TextDocument, NodeJS.Timeout>();
  readonly #changed = new EventEmitter<TextDocument>();
  /**
   * A document was opened or closed, also in that its language was changed, or a page was edited or corrected; of
   * edits that follow each other fast only the last is told.
   */
  readonly onDidChange = this.#changed.event;
  readonly #corrected = new EventEmitter<void>();
  /** Some page is read otherwise though its text is the same: what VS Code asks once a version must be asked again. */
  readonly onDidCorrect = this.#corrected.event;
  readonly #disposables: Disposable[];

  constructor(loadLexicons: () => StructureLexicons, corrections: Corrections, texts: DocumentTexts, log: Logger) {
    this.#loadLexicons = loadLexicons;
    this.#corrections = corrections;
    this.#texts = texts;
    this.#log = log;
    this.#disposables = [
      this.#changed,
      this.#corrected,
      workspace.onDidOpenTextDocument((document) => this.#changed.fire(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#tellSoon(document);
      }),
      corrections.onDidChange((document) => {
        this.#corrected.fire();
        this.#changed.fire(document);
      }),
    ];
  }

  /**
   * The words that pages are read by: read from the data files at the first page, not when the extension starts.
   * Where they cannot be read lines are told apart by their lengths and marks alone.
   */
  get lexicons(): StructureLexicons {
    if (this.#lexicons) return this.#lexicons;
    try {
      this.#lexicons = this.#loadLexicons();
    } catch (error) {
      this.#log.error(`reading the words of the structure: ${String(error)}`);
      this.#lexicons = StructureLexicons.from(() => '');
    }
    return this.#lexicons;
  }

  /** The issue that the document holds now. */
  of(document: TextDocument): Issue {
    const { version } = document;
    const corrections = this.#corrections.of(document);
    const known = this.#parsed.get(document);
    if (known?.version === version && known.corrections === corrections) return known.issue;
    const parser = known?.parser ?? new IssueParser(this.lexicons);
    const issue = parser.parse(this.#texts.of(document), corrections);
    if (!document.isClosed) this.#parsed.set(document, { parser, version, corrections, issue });
    return issue;
  }

  /** Reads a text that no open document holds. */
  read(text: string, corrections: readonly LineCorrection[] = []): Issue {
    return parseIssue(text, this.lexicons, corrections);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    Disposable.from(...this.#disposables).dispose();
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
