import { Worker, type ResourceLimits } from 'node:worker_threads';

import type { Logger } from '../core/logger.ts';
import { WorkerFailedError } from './analysisErrors.ts';

/** How a thread is started, and what is done with what it says. */
export interface WorkerThreadOptions<Reply> {
  /** What it is called in the log: `analysis worker`. */
  readonly name: string;
  /** Its file. */
  readonly path: string;
  /** What it is started with. */
  readonly data: unknown;
  readonly limits?: ResourceLimits;
  /** Deaths without good work between them after which it is not started any more. */
  readonly mostDeaths: number;
  readonly log: Logger;
  readonly onMessage: (reply: Reply) => void;
  /** It has died; `error.final` when it was for the last time. By then it can be posted to again, unless final. */
  readonly onDeath: (error: WorkerFailedError) => void;
}

/**
 * A thread that is started by the first need of it and, when it has died, by the next, until it has died too often
 * without having done any good work between.
 */
export class WorkerThread<Request, Reply> {
  readonly #options: WorkerThreadOptions<Reply>;
  #worker: Worker | undefined;
  #deaths = 0;

  constructor(options: WorkerThreadOptions<Reply>) {
    this.#options = options;
  }

  /** Starts it unless it runs. */
  start(): void {
    this.#worker ??= this.#begin();
  }

  /** Sends it a request, which starts it unless it runs. */
  post(request: Request): void {
    this.start();
    this.#worker!.postMessage(request);
  }

  /** It has done what it is there for: earlier deaths count no more. */
  didWell(): void {
    this.#deaths = 0;
  }

  /** Ends it; it can be started again. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  /** Ends it without waiting; what goes wrong is logged. */
  quit(): void {
    const { name, log } = this.#options;
    this.stop().catch((error: unknown) => log.error(`ending the ${name}: ${String(error)}`));
  }

  #begin(): Worker {
    const { name, path, data, limits, log, onMessage } = this.#options;
    log.debug(`starting the ${name} ${path}`);
    const worker = new Worker(path, { workerData: data, ...(limits && { resourceLimits: limits }) });
    worker.on('message', (reply: Reply) => {
      if (worker === this.#worker) onMessage(reply);
    });
    const died = (cause: Error): void => this.#died(worker, cause);
    worker.on('error', died);
    worker.on('messageerror', died);
    worker.on('exit', (code) => died(new Error(`exit code ${code}`)));
    return worker;
  }

  /** A death is told by an error, then an exit; the first counts. */
  #died(worker: Worker, cause: Error): void {
    if (worker !== this.#worker) return;
    const { name, mostDeaths, log, onDeath } = this.#options;
    const final = ++this.#deaths === mostDeaths;
    const error = new WorkerFailedError(`the ${name} died: ${cause.message}`, final, cause);
    log.error(
      `${error.message} (${final ? 'it is not started again' : 'it is started again when needed'})\n${cause.stack}`,
    );
    this.quit();
    onDeath(error);
  }
}
