import { Disposable, EventEmitter, Uri, workspace, type FileRenameEvent, type TextDocument } from 'vscode';
import type { Logger } from '../../core/logger.ts';
import { isNewspaper } from '../language.ts';
import type { DocumentTexts } from './documentTexts.ts';
import { PageAnnotations, type Outcome } from './pageAnnotations.ts';
import { exists, sidecarUri } from './sidecarFile.ts';

/** What came of reading or storing the annotations of a page. */
export interface PageOutcome {
  readonly page: PageAnnotations;
  readonly outcome: Outcome;
}

/** The annotations of all open pages; each page's are read when it is first asked for. */
export class AnnotationStore {
  readonly #texts: DocumentTexts;
  readonly #log: Logger;
  readonly #pages = new Map<TextDocument, PageAnnotations>();
  readonly #changed = new EventEmitter<TextDocument>();
  /** Fired after decisions, and after edits that moved them. */
  readonly onDidChange = this.#changed.event;
  readonly #outcome = new EventEmitter<PageOutcome>();
  readonly onOutcome = this.#outcome.event;
  /** Settled when the pages closed so far are stored. */
  #closing: Promise<unknown> = Promise.resolve();
  readonly #disposables: Disposable[];

  constructor(texts: DocumentTexts, log: Logger) {
    this.#texts = texts;
    this.#log = log;
    this.#disposables = [
      this.#changed,
      this.#outcome,
      workspace.onDidChangeTextDocument((event) => this.#pages.get(event.document)?.follow(event)),
      workspace.onDidSaveTextDocument((document) => void this.#saved(document)),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
      // Before, so that nothing is written to a place that is left, and after for what was asked for in between.
      workspace.onWillRenameFiles((event) => event.waitUntil(this.#release(event.files.map(({ oldUri }) => oldUri)))),
      workspace.onDidRenameFiles((event) => void this.#renamed(event)),
    ];
  }

  /** The annotations of a page; undefined for a document that is none. */
  of(document: TextDocument): PageAnnotations | undefined {
    if (!isNewspaper(document) || document.isClosed) return undefined;
    const known = this.#pages.get(document);
    if (known) return known;
    const page = new PageAnnotations(document, this.#texts, this.#log);
    this.#pages.set(document, page);
    page.onDidChange(() => this.#changed.fire(document));
    page.onOutcome((outcome) => this.#outcome.fire({ page, outcome }));
    return page;
  }

  /** Settled when all decisions so far are stored, or cannot be. */
  async idle(): Promise<void> {
    await Promise.all([this.#closing, ...[...this.#pages.values()].map((page) => page.idle())]);
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
    this.#closing = Promise.all([this.#closing, page.idle()]);
    page.dispose();
  }

  /** Closes the pages at and below `places`, of which files and sidecars are moved elsewhere. */
  async #release(places: readonly Uri[]): Promise<void> {
    for (const document of [...this.#pages.keys()])
      if (places.some((place) => isWithin(document.uri, place))) this.#close(document);
    await this.#closing;
  }

  async #saved(document: TextDocument): Promise<void> {
    const page = this.of(document);
    if (!page) return;
    const text = this.#texts.of(document);
    // An unsaved page and its file are two documents, both open while the first is saved as the second.
    const unsaved = [...this.#pages.values()].find(
      (other) => other.document.isUntitled && other.annotations.length > 0 && this.#texts.of(other.document) === text,
    );
    const adopted = unsaved?.annotations ?? [];
    await page.ready;
    await (page.annotations.length === 0 && adopted.length > 0 ? page.adopt(adopted) : page.store());
  }

  /** A sidecar goes where its page goes. That of a deleted page stays: a page that is exported again has its tags. */
  async #renamed({ files }: FileRenameEvent): Promise<void> {
    for (const { oldUri, newUri } of files) {
      const from = sidecarUri(oldUri);
      const to = sidecarUri(newUri);
      const doing = `moving ${from.toString(true)} to ${to.toString(true)}`;
      try {
        await this.#release([oldUri]);
        if (!(await exists(from))) continue;
        if (await exists(to)) throw new Error('there is such a file already');
        await workspace.fs.rename(from, to);
        this.#log.info(doing);
      } catch (error) {
        this.#log.error(`${doing}: ${String(error)}`);
      }
    }
  }
}

/** Whether a file is the one at `place`, or lies in the folder there. */
function isWithin(file: Uri, place: Uri): boolean {
  const sameRoot = file.scheme === place.scheme && file.authority === place.authority && file.query === place.query;
  return sameRoot && (file.path === place.path || file.path.startsWith(`${place.path}/`));
}
