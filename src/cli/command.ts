import type { Logger } from '../core/logger.ts';

/** What a command makes of one text. */
export interface Result {
  /** The JSON value of DESIGN.md for this command. */
  readonly json: object;
  /** The same for people, ending in a line break; empty when there is nothing to show. */
  text(): string;
}

/** Where the parts of the package are. */
export interface Installation {
  /** The package's folder. */
  readonly root: string;
  /** The analysis worker's file. */
  readonly workerPath: string;
}

/** A command that has loaded what it needs. */
export interface Analyser {
  /** How many texts it can work on at the same time. */
  readonly width: number;
  /** Rejects when this text cannot be done; the next one may be. */
  analyse(text: string): Promise<Result>;
  /** Lets go of everything; called once, also after failures. */
  dispose(): Promise<void>;
}

/**
 * Loads what a command needs for `count` texts. Throws a `DataFileError` or a `NativeModuleError` when the
 * installation is broken.
 */
export type Command = (installation: Installation, count: number, log: Logger) => Analyser;
