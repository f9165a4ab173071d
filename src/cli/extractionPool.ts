import type { Extraction } from '../core/entities/mention.ts';
import type { Logger } from '../core/logger.ts';
import { AnalysisClient, type RequestOptions } from '../node/analysisClient.ts';
import { WorkerFailedError } from '../node/analysisErrors.ts';
import type { Installation } from './command.ts';

/** What a text is read with. */
type TextOptions = Pick<RequestOptions, 'homeRegion' | 'roster'>;

/** A fixed number of analysis workers that share the texts out; each is at one text at a time. */
export class ExtractionPool {
  readonly size: number;
  readonly #makeClient: () => AnalysisClient;
  readonly #idle: AnalysisClient[];
  readonly #waiting: ((client: AnalysisClient) => void)[] = [];
  readonly #never = new AbortController().signal;
  readonly #clients = new Set<AnalysisClient>();

  constructor({ root, workerPath }: Installation, size: number, log: Logger) {
    this.size = size;
    this.#makeClient = () => {
      const client = new AnalysisClient({ root, workerPath, log });
      this.#clients.add(client);
      return client;
    };
    this.#idle = Array.from({ length: size }, this.#makeClient);
  }

  /** The entities of a text, with what is certain in it, as soon as a worker is free. Rejects like `AnalysisClient.extract`. */
  async extract(text: string, options: TextOptions = {}): Promise<Extraction> {
    let client = this.#idle.pop() ?? (await new Promise<AnalysisClient>((resolve) => this.#waiting.push(resolve)));
    try {
      return await client.extract(text, this.#never, options);
    } catch (error) {
      // Over an archive there may be more than one text that kills a worker; each costs only itself.
      if (error instanceof WorkerFailedError && error.final) client = await this.#replace(client);
      throw error;
    } finally {
      const next = this.#waiting.shift();
      if (next) next(client);
      else this.#idle.push(client);
    }
  }

  /** Ends all workers. */
  async dispose(): Promise<void> {
    await Promise.all([...this.#clients].map((client) => client.dispose()));
  }

  async #replace(client: AnalysisClient): Promise<AnalysisClient> {
    await client.dispose();
    this.#clients.delete(client);
    return this.#makeClient();
  }
}
