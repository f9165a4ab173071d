import type { ResourceLimits } from 'node:worker_threads';

import type { Extraction, Mention } from '../core/entities/mention.ts';
import type { LineCorrection } from '../core/structure/corrections.ts';
import type { RosterEntry } from '../core/roster/roster.ts';
import type { Logger } from '../core/logger.ts';
import {
  AnalysisFailedError,
  AnalysisUnavailableError,
  DisposedError,
  SupersededError,
  WorkerFailedError,
} from './analysisErrors.ts';
import type { WorkerData, WorkerReply, WorkerRequest } from './protocol.ts';
import { WorkerThread } from './workerThread.ts';

/** How the client finds and watches its worker. */
export interface AnalysisClientOptions {
  /** The worker's file: dist/worker.cjs, or src/node/worker.ts where Node runs TypeScript. */
  readonly workerPath: string;
  /** The package's folder (see `WorkerData`). */
  readonly root: string;
  readonly log: Logger;
  /** Called once for each death of the worker, and once when it cannot work here at all. */
  readonly onFailure?: (error: WorkerFailedError | AnalysisUnavailableError) => void;
}

/** How one request is treated. */
export interface RequestOptions {
  /**
   * Which text it is. A newer request with the same key takes this one's place (`SupersededError`), and what the
   * worker remembers of the last one spares work.
   */
  readonly key?: string;
  /** What the editor set lines of the text as. */
  readonly corrections?: readonly LineCorrection[];
  /** Where the text is from: a division's name or code; empty where the text is to tell. */
  readonly homeRegion?: string;
  /** The newsroom's roster; crosses to the worker when it is not the same list as with the request before. */
  readonly roster?: readonly RosterEntry[];
  /** Told now and then how much is done, 0 to 1; a page takes too short a time to be told at all. */
  readonly onProgress?: (fraction: number) => void;
}

interface Job {
  readonly id: number;
  readonly text: string;
  readonly options: RequestOptions;
  readonly resolve: (extraction: Extraction) => void;
  readonly reject: (reason: Error) => void;
}

const NO_ROSTER: readonly RosterEntry[] = [];

/**
 * What the worker's memory is kept to: extraction makes much that is short-lived, and Node would let that grow to
 * several times this before it looks what is left of it. Costs no time that can be measured.
 */
export const WORKER_LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 8 };

/** Deaths without an extraction between them that end it: the worker is started anew after the first. */
const FINAL_DEATH = 2;

/**
 * The analysis worker as seen from the main thread. The worker is started by the first request and does one
 * request at a time, in order. When it dies, the request that it was at is rejected with a
 * `WorkerFailedError` and a new worker takes the waiting ones; its second death without an extraction between is
 * final. Where it cannot work at all (no nodejieba), every request is rejected with an `AnalysisUnavailableError`.
 */
export class AnalysisClient {
  readonly #options: AnalysisClientOptions;
  readonly #cancelled = new Int32Array(new SharedArrayBuffer(4));
  readonly #thread: WorkerThread<WorkerRequest, WorkerReply>;
  #ready = false;
  /** The roster that the worker has. */
  #roster = NO_ROSTER;
  #lastId = 0;
  /** Why nothing can be asked any more. */
  #end: Error | undefined;
  /** The mentions that have come so far of the running request. */
  #mentions: Mention[] = [];
  /** What the worker is at, also when nobody waits for it any more. */
  #running: Job | undefined;
  /** The jobs with somebody who waits, in order; the running one first. */
  readonly #open = new Map<number, Job>();

  constructor(options: AnalysisClientOptions) {
    this.#options = options;
    const { workerPath, root, log } = options;
    this.#thread = new WorkerThread({
      name: 'analysis worker',
      path: workerPath,
      data: { root, cancelled: this.#cancelled.buffer } satisfies WorkerData,
      limits: WORKER_LIMITS,
      mostDeaths: FINAL_DEATH,
      log,
      onMessage: (reply) => this.#receive(reply),
      onDeath: (error) => this.#died(error),
    });
  }

  /**
   * Extracts the entities of an issue's text. Rejects with the signal's reason as soon as it is aborted;
   * an answer that comes later is dropped.
   */
  extract(text: string, signal: AbortSignal, options: RequestOptions = {}): Promise<Extraction> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      if (this.#end) throw this.#end;
      this.#supersede(options.key);
      const id = ++this.#lastId;
      const abort = (): void => this.#drop(id, signal.reason as Error);
      signal.addEventListener('abort', abort, { once: true });
      const settled = (): void => signal.removeEventListener('abort', abort);
      this.#open.set(id, {
        id,
        text,
        options,
        resolve: (extraction) => {
          settled();
          resolve(extraction);
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
      });
      this.#next();
    });
  }

  /** Ends the worker; requests that wait are rejected with a `DisposedError`. */
  async dispose(): Promise<void> {
    this.#finish(new DisposedError());
    await this.#thread.stop();
  }

  #supersede(key: string | undefined): void {
    if (key === undefined) return;
    for (const job of this.#open.values()) {
      if (job.options.key === key) this.#drop(job.id, new SupersededError());
    }
  }

  /** Rejects a job; when the worker is at it, it is told to give up. */
  #drop(id: number, reason: Error): void {
    if (this.#running?.id === id) Atomics.store(this.#cancelled, 0, id);
    this.#take(id)?.reject(reason);
  }

  #take(id: number): Job | undefined {
    const job = this.#open.get(id);
    this.#open.delete(id);
    return job;
  }

  #next(): void {
    const [job] = this.#open.values();
    if (!job || this.#running) return;
    this.#thread.start();
    if (!this.#ready) return;
    this.#running = job;
    this.#mentions = [];
    const { id, text, options } = job;
    const { key, corrections = [], homeRegion = '', roster = NO_ROSTER } = options;
    const request: WorkerRequest = {
      kind: 'extract',
      id,
      text,
      corrections,
      homeRegion,
      ...(key === undefined ? {} : { document: key }),
      ...(roster === this.#roster ? {} : { roster }),
    };
    this.#roster = roster;
    this.#thread.post(request);
  }

  #receive(reply: WorkerReply): void {
    const { log } = this.#options;
    switch (reply.kind) {
      case 'ready':
        log.info(
          `analysis worker ready after ${Math.round(reply.milliseconds)} ms, ` +
            `${Math.round(reply.residentBytes / 1e6)} MB resident in the process`,
        );
        this.#ready = true;
        return this.#next();
      case 'unavailable': {
        log.error(`the analysis worker cannot work: ${reply.failure.stack ?? reply.failure.message}`);
        const error = new AnalysisUnavailableError(reply.failure);
        this.#finish(error);
        this.#thread.quit();
        this.#rest();
        return this.#options.onFailure?.(error);
      }
      case 'progress':
        return this.#open.get(reply.id)?.options.onProgress?.(reply.fraction);
      case 'mentions':
        for (const mention of reply.mentions) this.#mentions.push(mention);
        return;
      case 'extracted': {
        log.debug(`extraction ${reply.id}: ${Math.round(reply.milliseconds)} ms`);
        this.#thread.didWell();
        const { extraction } = reply;
        const mentions = this.#mentions.concat(extraction.mentions);
        this.#take(reply.id)?.resolve({ ...extraction, mentions });
        return this.#settle();
      }
      case 'cancelled':
        log.debug(`extraction ${reply.id} given up`);
        return this.#settle();
      case 'failed':
        log.error(`extraction ${reply.id} failed: ${reply.failure.stack ?? reply.failure.message}`);
        this.#take(reply.id)?.reject(new AnalysisFailedError(reply.failure));
        return this.#settle();
    }
  }

  #settle(): void {
    this.#running = undefined;
    this.#next();
  }

  #died(error: WorkerFailedError): void {
    const running = this.#running;
    this.#rest();
    if (running) this.#take(running.id)?.reject(error);
    if (error.final) this.#finish(error);
    this.#options.onFailure?.(error);
    this.#next();
  }

  #finish(reason: Error): void {
    this.#end ??= reason;
    for (const id of [...this.#open.keys()]) this.#take(id)?.reject(reason);
  }

  /** No thread runs: the next one is told all again. */
  #rest(): void {
    this.#running = undefined;
    this.#ready = false;
    this.#roster = NO_ROSTER;
  }
}
