import { setImmediate } from 'node:timers/promises';
import { Disposable, EventEmitter, workspace, type TextDocument } from 'vscode';
import type { Logger } from '../../core/logger.ts';
import type { LineCorrection } from '../../core/structure/corrections.ts';
import type { Issue } from '../../core/structure/issue.ts';
import { IssueParser } from '../../core/structure/articles/issueParser.ts';
import { StructureLexicons } from '../../core/structure/lexicons.ts';
import { DisposedError } from '../../node/analysisErrors.ts';
import type { PageClient } from '../../node/pageClient.ts';
import type { Corrections } from './corrections.ts';
import { isNewspaper } from '../language.ts';
import type { DocumentTexts } from './documentTexts.ts';

/** Milliseconds without an edit after which views are told: typing must not redraw them at every key. */
const QUIET = 200;

/**
 * Code units beyond which a page is parsed in the page worker: on this thread an edit of a longer one would take more
 * than 10 ms.
 */
export const LARGE = 50_000;

interface Parsed {
  readonly version: number;
  readonly corrections: readonly LineCorrection[];
  readonly issue: Issue;
}

/**
 * The parsed pages: each open document is parsed once a version, when a surface first asks for it, and again when the
 * editor sets a line as something else. Most are parsed at once; a large one is in the page worker, one version at a
 * time, and who asks waits until the parse is that of the text as it is then.
 */
export class Issues {
  readonly #loadLexicons: () => StructureLexicons;
  readonly #corrections: Corrections;
  readonly #texts: DocumentTexts;
  readonly #log: Logger;
  readonly #reader: Pick<PageClient, 'parse'>;
  #lexicons: StructureLexicons | undefined;
  readonly #parsed = new WeakMap<TextDocument, Parsed>();
  readonly #parsers = new WeakMap<TextDocument, IssueParser>();
  /** Parses in the worker that are under way. */
  readonly #parsing = new Map<TextDocument, Promise<void>>();
  /** Those who wait for a large page go on one after the other: what each makes of it takes its time. */
  #turns: Promise<void> = Promise.resolve();
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

  constructor(
    loadLexicons: () => StructureLexicons,
    reader: Pick<PageClient, 'parse'>,
    corrections: Corrections,
    texts: DocumentTexts,
    log: Logger,
  ) {
    this.#loadLexicons = loadLexicons;
    this.#reader = reader;
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

  /** The issue that the document holds when the promise is settled: its places are those of the text as it is then. */
  async of(document: TextDocument): Promise<Issue> {
    for (;;) {
      const known = this.#known(document);
      if (known) return known;
      if (this.#texts.of(document).length <= LARGE) this.#parse(document);
      else {
        await this.#parseElsewhere(document);
        await (this.#turns = this.#turns.then(() => setImmediate()));
      }
    }
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    Disposable.from(...this.#disposables).dispose();
  }

  #known(document: TextDocument): Issue | undefined {
    const known = this.#parsed.get(document);
    const isCurrent = known?.version === document.version && known.corrections === this.#corrections.of(document);
    return isCurrent ? known.issue : undefined;
  }

  #parse(document: TextDocument): void {
    const { version } = document;
    const corrections = this.#corrections.of(document);
    const parser = this.#parsers.get(document) ?? new IssueParser(this.lexicons);
    this.#parsers.set(document, parser);
    this.#parsed.set(document, { version, corrections, issue: parser.parse(this.#texts.of(document), corrections) });
  }

  #parseElsewhere(document: TextDocument): Promise<void> {
    const running = this.#parsing.get(document);
    if (running) return running;
    const parsing = this.#askFor(document).finally(() => this.#parsing.delete(document));
    this.#parsing.set(document, parsing);
    return parsing;
  }

  /** What comes back for an older version counts for nothing. */
  async #askFor(document: TextDocument): Promise<void> {
    const { version } = document;
    const corrections = this.#corrections.of(document);
    const text = this.#texts.of(document);
    try {
      const { issue } = await this.#reader.parse({ text, corrections, document: document.uri.toString() });
      this.#parsed.set(document, { version, corrections, issue });
    } catch (error) {
      // Nobody is there any more who could be told.
      if (error instanceof DisposedError) return new Promise(() => {});
      this.#log.error(
        `parsing ${document.uri.toString(true)} in the page reader, now done without it: ${String(error)}`,
      );
      this.#parse(document);
    }
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
    this.#parsers.delete(document);
    this.#changed.fire(document);
  }
}
