import type { Logger } from '../core/logger.ts';
import { AnalysisFailedError, DisposedError, type WorkerFailedError } from './analysisErrors.ts';
import type { PageReading, PageText } from './pageReader.ts';
import type { Failure } from './protocol.ts';
import { WorkerThread } from './workerThread.ts';

/** What the worker is started with. */
export interface PageWorkerData {
  /** The package's folder: data/ is found from here. */
  readonly root: string;
}

/** One page to read; each gets one answer. */
export interface PageRequest {
  readonly id: number;
  readonly page: PageText;
}

/** The answer. */
export type PageReply =
  { readonly id: number; readonly reading: PageReading } | { readonly id: number; readonly failure: Failure };

/** How the client finds its worker. */
export interface PageClientOptions {
  /** dist/pageWorker.cjs, or src/node/pageWorker.ts where Node runs TypeScript. */
  readonly workerPath: string;
  /** The package's folder. */
  readonly root: string;
  readonly log: Logger;
}

interface Waiting {
  readonly page: PageText;
  readonly resolve: (reading: PageReading) => void;
  readonly reject: (reason: Error) => void;
}

/** Milliseconds without a request after which the worker is ended: its memory is wanted for pages, not for waiting. */
const IDLE = 20_000;

/** Deaths without an answer between them after which no worker is started any more. */
const FINAL_DEATH = 3;

/**
 * The thread that reads pages which are not open, as seen from the main thread: started by the first request,
 * ended when there is nothing to read. When it dies, the page that it was at is rejected with a `WorkerFailedError`,
 * and another worker takes the others.
 */
export class PageClient {
  readonly #thread: WorkerThread<PageRequest, PageReply>;
  readonly #waiting = new Map<number, Waiting>();
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;
  /** Why nothing can be asked any more. */
  #end: Error | undefined;

  constructor({ workerPath, root, log }: PageClientOptions) {
    this.#thread = new WorkerThread({
      name: 'page reader',
      path: workerPath,
      data: { root } satisfies PageWorkerData,
      mostDeaths: FINAL_DEATH,
      log,
      onMessage: (reply) => this.#receive(reply),
      onDeath: (error) => this.#died(error),
    });
  }

  /** Reads a page. Rejects with an `AnalysisFailedError` where that failed. */
  read(page: PageText): Promise<PageReading> {
    return new Promise((resolve, reject) => {
      if (this.#end) throw this.#end;
      const id = ++this.#lastId;
      this.#waiting.set(id, { page, resolve, reject });
      this.#post(id, page);
    });
  }

  /** Ends the worker; what waits is rejected with a `DisposedError`. */
  async dispose(): Promise<void> {
    this.#finish(new DisposedError());
    clearTimeout(this.#idle);
    await this.#thread.stop();
  }

  #post(id: number, page: PageText): void {
    clearTimeout(this.#idle);
    this.#thread.post({ id, page });
  }

  #receive(reply: PageReply): void {
    this.#thread.didWell();
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('reading' in reply) waiting?.resolve(reply.reading);
    else waiting?.reject(new AnalysisFailedError(reply.failure));
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => this.#thread.quit(), IDLE);
    this.#idle.unref();
  }

  #died(error: WorkerFailedError): void {
    clearTimeout(this.#idle);
    if (error.final) return this.#finish(error);
    const [culprit] = this.#waiting.keys();
    if (culprit === undefined) return;
    this.#waiting.get(culprit)!.reject(error);
    this.#waiting.delete(culprit);
    for (const [id, { page }] of this.#waiting) this.#post(id, page);
  }

  #finish(reason: Error): void {
    this.#end ??= reason;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
