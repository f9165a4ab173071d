import type { Failure } from './protocol.ts';

/** The worker ended in the middle of its work; `final` when it will not be started again. */
export class WorkerFailedError extends Error {
  override readonly name = 'WorkerFailedError';
  readonly final: boolean;

  constructor(message: string, final: boolean, cause?: unknown) {
    super(message, { cause });
    this.final = final;
  }
}

/** The worker cannot work here: `code` is that of a `NativeModuleError` or a `DataFileError`. */
export class AnalysisUnavailableError extends Error {
  override readonly name = 'AnalysisUnavailableError';
  readonly code: string | undefined;

  constructor(failure: Failure) {
    super(failure.message, { cause: failure });
    this.code = failure.code;
  }
}

/** This one request failed with an error of its own; the worker goes on. */
export class AnalysisFailedError extends Error {
  override readonly name = 'AnalysisFailedError';

  constructor(failure: Failure) {
    super(`${failure.name}: ${failure.message}`, { cause: failure });
    // Where the error came from says more than where it was received.
    if (failure.stack !== undefined) this.stack = failure.stack;
  }
}

/** A newer request with the same key took this one's place. */
export class SupersededError extends Error {
  override readonly name = 'SupersededError';

  constructor() {
    super('a newer request took the place of this one');
  }
}

/** The client was disposed of. */
export class DisposedError extends Error {
  override readonly name = 'DisposedError';

  constructor() {
    super('the analysis has been shut down');
  }
}
