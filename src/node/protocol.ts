import type { Extraction } from '../core/entities/mention.ts';
import type { RosterEntry } from '../core/roster/roster.ts';
import type { LineCorrection } from '../core/structure/corrections.ts';

/** What the analysis worker is started with. */
export interface WorkerData {
  /** The package's folder: data/, dist/dict/ and node_modules/nodejieba are found from here. */
  readonly root: string;
  /** One 32-bit integer: the id of the request that nobody waits for any more. */
  readonly cancelled: SharedArrayBuffer;
}

/** What is asked of the worker. Ids ascend from 1; each request gets exactly one answer that is no progress. */
export interface WorkerRequest {
  readonly kind: 'extract';
  readonly id: number;
  readonly text: string;
  /** What the editor set lines of the text as. */
  readonly corrections: readonly LineCorrection[];
  /** Where the text is from: a division's name or code; empty where the text is to tell. */
  readonly homeRegion: string;
  /** Which text this is an edition of, if it may come again. */
  readonly document?: string;
  /** The newsroom's roster from this request on, where it is another than before; at first there is none. */
  readonly roster?: readonly RosterEntry[];
}

/** An error as it crosses the thread's edge. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  /** The error's own code, where it has one. */
  readonly code?: string;
}

/** What the worker says. */
export type WorkerReply =
  | { readonly kind: 'ready'; readonly milliseconds: number; readonly residentBytes: number }
  /** It cannot work at all here (no nodejieba, no data) and has ended. */
  | { readonly kind: 'unavailable'; readonly failure: Failure }
  /** How much is done, 0 to 1. */
  | { readonly kind: 'progress'; readonly id: number; readonly fraction: number }
  /** Some mentions of an extraction, in order; more comes. */
  | { readonly kind: 'mentions'; readonly id: number; readonly mentions: Extraction['mentions'] }
  /** An extraction, but for the mentions that have come before. */
  | { readonly kind: 'extracted'; readonly id: number; readonly extraction: Extraction; readonly milliseconds: number }
  | { readonly kind: 'cancelled'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };

/** Makes an error ready for the thread's edge. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
  };
}
