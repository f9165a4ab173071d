import type { Logger } from '../core/logger.ts';
import type { Article, Issue } from '../core/structure/issue.ts';
import { putTogether } from '../core/structure/issueParts.ts';
import { AnalysisFailedError, DisposedError, type WorkerFailedError } from './analysisErrors.ts';
import type { IssueText, PageReading, PageReply, PageRequest, PageText, PageWorkerData } from './pageProtocol.ts';
import type { NameToSay } from './pinyin.ts';
import { WorkerThread } from './workerThread.ts';

/** How the client finds its worker. */
export interface PageClientOptions {
  /** dist/pageWorker.cjs, or src/node/pageWorker.ts where Node runs TypeScript. */
  readonly workerPath: string;
  /** The package's folder. */
  readonly root: string;
  readonly log: Logger;
}

/** A text as it was parsed. */
export interface ParsedText {
  readonly issue: Issue;
  /** Why its sidecar could not be read. */
  readonly sidecarError?: string;
}

interface Waiting {
  readonly request: PageRequest;
  /** Takes the answer, or a part of it. */
  readonly take: (reply: PageReply) => void;
  readonly reject: (reason: Error) => void;
  /** What came of the answer is forgotten: it is asked for again. */
  readonly again: () => void;
}

/** A request without its number. */
type Question = PageRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;

/** Milliseconds without a request after which the worker is ended: its memory is wanted for pages, not for waiting. */
const IDLE = 20_000;

/** Deaths without an answer between them after which no worker is started any more. */
const FINAL_DEATH = 3;

/**
 * The thread that reads pages which are not open and parses large ones, as seen from the main thread: started by the
 * first request, ended when there is nothing to read. When it dies, the page that it was at is rejected with a
 * `WorkerFailedError`, and another worker takes the others.
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

  /** The symbols of a page. Rejects with an `AnalysisFailedError` where reading it failed. */
  read(page: PageText): Promise<PageReading> {
    return this.#ask({ page }, (reply) => ('reading' in reply ? reply.reading : undefined));
  }

  /** Parses a text. Rejects like `read`. */
  parse(issue: IssueText): Promise<ParsedText> {
    let articles: (readonly Article[])[] = [];
    return this.#ask(
      { issue },
      (reply): ParsedText | undefined => {
        if ('articles' in reply) articles.push(reply.articles);
        if (!('frame' in reply)) return undefined;
        const { frame, sidecarError } = reply;
        const parsed = putTogether(issue.text, { articles, frame });
        return { issue: parsed, ...(sidecarError !== undefined && { sidecarError }) };
      },
      () => (articles = []),
    );
  }

  /** How names are said (see `sayNames`). Rejects like `read`. */
  say(names: readonly NameToSay[]): Promise<readonly string[]> {
    return this.#ask({ names }, (reply) => ('said' in reply ? reply.said : undefined));
  }

  /** Ends the worker; what waits is rejected with a `DisposedError`. */
  async dispose(): Promise<void> {
    this.#finish(new DisposedError());
    clearTimeout(this.#idle);
    await this.#thread.stop();
  }

  /** `answerOf` makes the answer of the last reply; of one that is only a part it makes nothing. */
  #ask<T>(question: Question, answerOf: (reply: PageReply) => T | undefined, again = (): void => {}): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#end) throw this.#end;
      const request: PageRequest = { id: ++this.#lastId, ...question };
      const take = (reply: PageReply): void => {
        const answer = answerOf(reply);
        if (answer !== undefined) this.#settle(request.id, () => resolve(answer));
      };
      this.#waiting.set(request.id, { request, take, reject, again });
      this.#post(request);
    });
  }

  #post(request: PageRequest): void {
    clearTimeout(this.#idle);
    this.#thread.post(request);
  }

  #receive(reply: PageReply): void {
    this.#thread.didWell();
    const waiting = this.#waiting.get(reply.id);
    if ('failure' in reply) this.#settle(reply.id, () => waiting?.reject(new AnalysisFailedError(reply.failure)));
    else waiting?.take(reply);
  }

  #settle(id: number, settle: () => void): void {
    this.#waiting.delete(id);
    settle();
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => this.#thread.quit(), IDLE);
    this.#idle.unref();
  }

  #died(error: WorkerFailedError): void {
    clearTimeout(this.#idle);
    if (error.final) return this.#finish(error);
    const [culprit] = this.#waiting.values();
    if (!culprit) return;
    this.#waiting.delete(culprit.request.id);
    culprit.reject(error);
    for (const { request, again } of this.#waiting.values()) {
      again();
      this.#post(request);
    }
  }

  #finish(reason: Error): void {
    this.#end ??= reason;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
