import { Disposable, EventEmitter, Uri, workspace, type FileRenameEvent, type TextDocument } from 'vscode';
import type { Logger } from '../../core/logger.ts';
import { isNewspaper } from '../language.ts';
import { PageAnnotations, type Outcome } from './pageAnnotations.ts';
import { exists, sidecarUri } from './sidecarFile.ts';

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
  /** Settled when the pages closed so far are stored. */
  #closing: Promise<unknown> = Promise.resolve();
  readonly #disposables: Disposable[];

  constructor(log: Logger) {
    this.#log = log;
    this.#disposables = [
      this.#changed,
      this.#outcome,
      workspace.onDidChangeTextDocument((event) => this.#pages.get(event.document)?.follow(event)),
      workspace.onDidSaveTextDocument((document) => void this.#saved(document)),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
      workspace.onDidRenameFiles((event) => void this.#renamed(event)),
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
    this.#closing = Promise.all([this.#closing, page.idle()]);
    page.dispose();
  }

  /** Lets go of what is open at `uri`, before its file and its sidecar are elsewhere. */
  async #release(uri: Uri): Promise<void> {
    for (const document of [...this.#pages.keys()])
      if (document.uri.toString() === uri.toString()) this.#close(document);
    await this.#closing;
  }

  async #saved(document: TextDocument): Promise<void> {
    const page = this.of(document);
    if (!page) return;
    const text = document.getText();
    // An unsaved page and its file are two documents, both open while the first is saved as the second.
    const unsaved = [...this.#pages.values()].find(
      (other) => other.document.isUntitled && other.annotations.length > 0 && other.document.getText() === text,
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
        await this.#release(oldUri);
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
