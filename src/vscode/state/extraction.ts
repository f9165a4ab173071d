import {
  CancellationTokenSource,
  commands,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  ProgressLocation,
  window,
  workspace,
  type CancellationToken,
  type Progress,
  type TextDocument,
  type TextDocumentChangeEvent,
  type WorkspaceFolder,
} from 'vscode';
import { shiftExtraction } from '../../core/annotations/anchoring/shiftExtraction.ts';
import type { Extraction } from '../../core/entities/mention.ts';
import type { Logger } from '../../core/logger.ts';
import type { AnalysisClient } from '../../node/analysisClient.ts';
import {
  AnalysisUnavailableError,
  DisposedError,
  SupersededError,
  WorkerFailedError,
} from '../../node/analysisErrors.ts';
import { offerLog } from '../messages/analysisMessages.ts';
import type { Corrections } from './corrections.ts';
import type { DocumentTexts } from './documentTexts.ts';
import { HomeRegionMessages, homeRegionOf } from '../messages/homeRegion.ts';
import { isNewspaper, LANGUAGE } from '../language.ts';
import { rosterFolder } from './rosterFile.ts';
import type { Rosters } from './rosters.ts';
import { fileName } from './sidecarFile.ts';

/** Milliseconds without an edit after which a page is extracted again. */
const QUIET = 700;

/** Code units beyond which a text is no page that is looked at by itself: it would keep the worker from others. */
const LONGEST = 500_000;

/** How often a page is asked for at most by one command, when it is edited or the worker dies meanwhile. */
const ATTEMPTS = 3;

interface PageExtraction {
  extraction: Extraction | undefined;
  /** The text and version that the spans of `extraction` belong to. */
  text: string;
  version: number;
  /** The last version that was asked for, so that none is asked for twice unless by command. */
  asked: number | undefined;
  running: CancellationTokenSource | undefined;
  timer: NodeJS.Timeout | undefined;
}

type Report = Progress<{ increment?: number }>;
/** What came of asking: done, the page was edited meanwhile, or the worker died of it. */
type Answer = 'done' | 'edited' | 'died';

/**
 * What the engine finds in the open pages. Pages that are shown are extracted by themselves where
 * `galley.extractOnOpen` is set, and again after edits; until the new answer is there the old one is
 * moved along. An answer for another version of the text is dropped.
 */
export class Extractions {
  readonly #client: AnalysisClient;
  readonly #corrections: Corrections;
  readonly #rosters: Rosters;
  readonly #texts: DocumentTexts;
  readonly #log: Logger;
  readonly #homeRegions: HomeRegionMessages;
  readonly #pages = new Map<TextDocument, PageExtraction>();
  readonly #changed = new EventEmitter<TextDocument>();
  /** What was found in a page is other than before. */
  readonly onDidChange = this.#changed.event;
  readonly #runningChanged = new EventEmitter<TextDocument>();
  readonly onDidChangeRunning = this.#runningChanged.event;
  readonly #disposables: Disposable[];

  constructor(client: AnalysisClient, corrections: Corrections, rosters: Rosters, texts: DocumentTexts, log: Logger) {
    this.#client = client;
    this.#corrections = corrections;
    this.#rosters = rosters;
    this.#texts = texts;
    this.#log = log;
    this.#homeRegions = new HomeRegionMessages(log);
    this.#disposables = [
      this.#changed,
      this.#runningChanged,
      workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
      corrections.onDidChange((document) => this.#correct(document)),
      rosters.onDidChange(({ folder }) => this.#correctFolder(folder)),
      window.onDidChangeVisibleTextEditors(() => this.#extractShown()),
      window.onDidChangeActiveTextEditor(() => this.#tellWhetherRunning()),
      workspace.onDidOpenTextDocument(() => this.#extractShown()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('galley.extractOnOpen')) this.#extractShown();
        for (const document of this.#pages.keys())
          if (event.affectsConfiguration('galley.homeRegion', document)) this.#correct(document);
      }),
      commands.registerCommand('galley.extractEntities', () => this.#extractByCommand()),
      commands.registerCommand('galley.cancelExtraction', () => this.#cancelAll()),
    ];
    this.#extractShown();
  }

  /** What was found in a page, moved along with edits since; undefined before the first answer. */
  of(document: TextDocument): Extraction | undefined {
    return this.#pages.get(document)?.extraction;
  }

  /** Whether an answer for the page is awaited. */
  isRunning(document: TextDocument): boolean {
    return this.#pages.get(document)?.running !== undefined;
  }

  dispose(): void {
    for (const document of [...this.#pages.keys()]) this.#close(document);
    Disposable.from(...this.#disposables).dispose();
  }

  async #extractByCommand(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) return void window.showInformationMessage(l10n.t('Open a newspaper page first.'));
    if (!isNewspaper(document)) {
      const treat = l10n.t('Treat as Newspaper Page');
      const answer = await window.showInformationMessage(l10n.t('This file is not a newspaper page.'), treat);
      if (answer === treat) await languages.setTextDocumentLanguage(document, LANGUAGE);
      return;
    }
    const options = {
      location: ProgressLocation.Notification,
      title: l10n.t('Extracting entities'),
      cancellable: true,
    };
    await window.withProgress(options, (progress, token) => this.#extract(document, progress, token));
  }

  /** Asks for the pages that are shown as far as they have not been asked for. */
  #extractShown(): void {
    for (const { document } of window.visibleTextEditors) {
      if (!isNewspaper(document) || !extractsByItself(document)) continue;
      const page = this.#pages.get(document);
      if (page && (page.asked === document.version || page.running || page.timer)) continue;
      const options = { location: { viewId: 'galley.entities' } };
      void window.withProgress(options, (progress) => this.#extract(document, progress));
    }
  }

  /** With a token the editor waits for it: it is asked for again until it is of the text as it is. */
  async #extract(document: TextDocument, progress: Report, token?: CancellationToken): Promise<void> {
    const page = this.#page(document);
    page.running?.cancel();
    clearTimeout(page.timer);
    page.timer = undefined;
    const running = new CancellationTokenSource();
    const stop = token?.onCancellationRequested(() => running.cancel());
    page.running = running;
    this.#tellRunning(document);
    try {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const answer = await this.#ask(document, page, running.token, progress);
        if (answer === 'done' || (answer === 'edited' && !token)) break;
      }
    } catch (error) {
      this.#log.debug(`no extraction of ${document.uri.toString(true)}: ${String(error)}`);
      if (!isExpected(error, running.token)) this.#tellFailure(document, error);
    } finally {
      stop?.dispose();
      running.dispose();
      if (page.running === running) page.running = undefined;
      this.#tellRunning(document);
      this.#extractShown();
    }
  }

  async #ask(
    document: TextDocument,
    page: PageExtraction,
    token: CancellationToken,
    progress: Report,
  ): Promise<Answer> {
    const roster = await this.#rosters.of(document);
    const { version } = document;
    const text = this.#texts.of(document);
    const aborter = new AbortController();
    const stop = token.onCancellationRequested(() => aborter.abort());
    let told = 0;
    const onProgress = (fraction: number): void => {
      progress.report({ increment: Math.max(0, fraction - told) * 100 });
      told = Math.max(told, fraction);
    };
    page.asked = version;
    try {
      const homeRegion = homeRegionOf(document);
      const options = {
        key: document.uri.toString(),
        corrections: this.#corrections.of(document),
        roster,
        homeRegion,
        onProgress,
      };
      const extraction = await this.#client.extract(text, aborter.signal, options);
      if (token.isCancellationRequested || document.isClosed) return 'done';
      this.#homeRegions.check(homeRegion, extraction);
      if (document.version !== version) return 'edited';
      Object.assign(page, { extraction, text, version });
      this.#changed.fire(document);
      return 'done';
    } catch (error) {
      if (error instanceof WorkerFailedError && !error.final) return 'died';
      throw error;
    } finally {
      stop.dispose();
    }
  }

  #tellFailure(document: TextDocument, error: unknown): void {
    const reason = error instanceof Error ? error : new Error(String(error));
    this.#log.error(`extracting ${document.uri.toString(true)}: ${reason.stack ?? reason.message}`);
    void offerLog(
      window.showErrorMessage,
      l10n.t('The entities of {0} could not be extracted: {1}', fileName(document.uri), reason.message),
    );
  }

  #page(document: TextDocument): PageExtraction {
    const known = this.#pages.get(document);
    if (known) return known;
    const page: PageExtraction = {
      extraction: undefined,
      text: '',
      version: document.version,
      asked: undefined,
      running: undefined,
      timer: undefined,
    };
    this.#pages.set(document, page);
    return page;
  }

  #follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const page = this.#pages.get(document);
    if (!page || contentChanges.length === 0) return;
    if (page.extraction && document.version > page.version) {
      const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        span: { start: rangeOffset, end: rangeOffset + rangeLength },
        text,
      }));
      page.extraction = shiftExtraction(page.extraction, page.text, changes);
      page.text = this.#texts.of(document);
      page.version = document.version;
      this.#changed.fire(document);
    }
    this.#askSoon(document, page);
  }

  /** Lines were set as something else, or the home region was: the text may be read otherwise. */
  #correct(document: TextDocument): void {
    const page = this.#pages.get(document);
    if (page?.asked === undefined) return;
    page.asked = undefined;
    this.#askSoon(document, page);
  }

  #correctFolder(folder: WorkspaceFolder): void {
    for (const document of this.#pages.keys()) {
      if (rosterFolder(document)?.uri.toString() === folder.uri.toString()) this.#correct(document);
    }
  }

  #askSoon(document: TextDocument, page: PageExtraction): void {
    if (!extractsByItself(document)) return;
    clearTimeout(page.timer);
    page.timer = setTimeout(() => {
      page.timer = undefined;
      this.#extractShown();
    }, QUIET);
  }

  #close(document: TextDocument): void {
    const page = this.#pages.get(document);
    if (!page) return;
    clearTimeout(page.timer);
    page.running?.cancel();
    this.#pages.delete(document);
  }

  #cancelAll(): void {
    for (const { running } of this.#pages.values()) running?.cancel();
  }

  #tellRunning(document: TextDocument): void {
    this.#tellWhetherRunning();
    this.#runningChanged.fire(document);
  }

  #tellWhetherRunning(): void {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand('setContext', 'galley.extracting', document !== undefined && this.isRunning(document));
  }
}

function extractsByItself(document: TextDocument): boolean {
  const { end } = document.lineAt(document.lineCount - 1).range;
  return document.offsetAt(end) <= LONGEST && workspace.getConfiguration('galley', document).get('extractOnOpen', true);
}

/** Whether nobody waits for the answer any more, or the failure is told where it happened. */
function isExpected(error: unknown, token: CancellationToken): boolean {
  return (
    token.isCancellationRequested ||
    error instanceof SupersededError ||
    error instanceof DisposedError ||
    error instanceof WorkerFailedError ||
    error instanceof AnalysisUnavailableError
  );
}
