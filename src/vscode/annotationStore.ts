import { Disposable, EventEmitter, Uri, workspace, type FileRenameEvent, type TextDocument } from 'vscode';
import type { Annotation } from '../core/annotations/annotation.ts';
import type { Logger } from '../core/logger.ts';
import { isNewspaper } from './language.ts';
import { PageAnnotations, type Outcome } from './pageAnnotations.ts';
import { exists, sidecarUri } from './sidecarFile.ts';

/** Decisions on a page that was closed without ever having a file. */
interface Unplaced {
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

/** How many pages closed without a file are remembered, until one of them turns up as a file. */
const UNPLACED = 4;

/** What came of reading or storing the annotations of a page. */
export interface PageOutcome {
  readonly page: PageAnnotations;
  readonly outcome: Outcome;
}

/** The annotations of all open pages; each page's are read when it is first asked for. */
export class AnnotationStore {
  readonly #log: Logger;
  readonly #pages = new Map<TextDocument, PageAnnotations>();
  readonly #changed = new EventEmitter<TextDocument>();
  /** Fired after decisions, and after edits that moved them. */
  readonly onDidChange = this.#changed.event;
  readonly #outcome = new EventEmitter<PageOutcome>();
  readonly onOutcome = this.#outcome.event;
  #unplaced: readonly Unplaced[] = [];
  /** Settled when the pages closed so far are stored. */
  #closing: Promise<unknown> = Promise.resolve();
  readonly #disposables: Disposable[];

  constructor(log: Logger) {
    this.#log = log;
    this.#disposables = [
      this.#changed,
      this.#outcome,
      workspace.onDidChangeTextDocument((event) => this.#pages.get(event.document)?.follow(event)),
      workspace.onDidSaveTextDocument((document) => void this.#pages.get(document)?.store()),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
      workspace.onDidRenameFiles((event) => void this.#renamed(event)),
      workspace.onDidDeleteFiles(({ files }) => void this.#deleted(files)),
    ];
  }

  /** The annotations of a page; undefined for a document that is none. */
  of(document: TextDocument): PageAnnotations | undefined {
    if (!isNewspaper(document) || document.isClosed) return undefined;
    const known = this.#pages.get(document);
    if (known) return known;
    const page = new PageAnnotations(document, this.#log);
    this.#pages.set(document, page);
    page.onDidChange(() => this.#changed.fire(document));
    page.onOutcome((outcome) => this.#outcome.fire({ page, outcome }));
    void this.#adoptUnplaced(page);
    return page;
  }

  dispose(): void {
    for (const page of this.#pages.values()) page.dispose();
    this.#pages.clear();
    Disposable.from(...this.#disposables).dispose();
  }

  #close(document: TextDocument): void {
    const page = this.#pages.get(document);
    if (!page) return;
    this.#pages.delete(document);
    if (document.isUntitled && page.annotations.length > 0) {
      this.#unplaced = [{ text: document.getText(), annotations: page.annotations }, ...this.#unplaced].slice(0, UNPLACED);
    }
    this.#closing = Promise.all([this.#closing, page.idle()]);
    page.dispose();
  }

  /** Lets go of what is open at `uri`, before its file and its sidecar are elsewhere. */
  async #release(uri: Uri): Promise<void> {
    for (const document of [...this.#pages.keys()]) if (document.uri.toString() === uri.toString()) this.#close(document);
    await this.#closing;
  }

  /** A page saved for the first time is another document than the unsaved one, with its text. */
  async #adoptUnplaced(page: PageAnnotations): Promise<void> {
    await page.ready;
    const { document } = page;
    if (document.isUntitled || document.isClosed || page.annotations.length > 0) return;
    const text = document.getText();
    const unsaved = [...this.#pages.values()]
      .filter((other) => other.document.isUntitled && other.annotations.length > 0)
      .map((other): Unplaced => ({ text: other.document.getText(), annotations: other.annotations }));
    const found = [...unsaved, ...this.#unplaced].find((one) => one.text === text);
    if (!found) return;
    this.#unplaced = this.#unplaced.filter((one) => one !== found);
    await page.adopt(found.annotations);
  }

  async #renamed({ files }: FileRenameEvent): Promise<void> {
    for (const { oldUri, newUri } of files) {
      await this.#withSidecar(`moving the annotations of ${oldUri.toString(true)} along`, oldUri, async (from) => {
        const to = sidecarUri(newUri);
        if (await exists(to)) this.#log.warn(`${to.toString(true)} is there already: ${from.toString(true)} stays`);
        else await workspace.fs.rename(from, to);
      });
    }
  }

  async #deleted(files: readonly Uri[]): Promise<void> {
    for (const uri of files) {
      await this.#withSidecar(`moving the annotations of ${uri.toString(true)} to the trash with it`, uri, async (sidecar) => {
        await workspace.fs.delete(sidecar, { useTrash: true });
      });
    }
  }

  async #withSidecar(doing: string, page: Uri, task: (sidecar: Uri) => Promise<void>): Promise<void> {
    try {
      await this.#release(page);
      const sidecar = sidecarUri(page);
      if (!(await exists(sidecar))) return;
      this.#log.info(doing);
      await task(sidecar);
    } catch (error) {
      this.#log.error(`${doing}: ${String(error)}`);
    }
  }
}
