import type { Logger } from '../core/logger.ts';
import type { Arguments } from './arguments.ts';

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
  /** Works on the text that was read from `path`. Rejects when it cannot be done; the next one may be. */
  analyse(text: string, path: string): Promise<Result>;
  /** Lets go of everything; called once, also after failures. */
  dispose(): Promise<void>;
}

/**
 * Loads what a command needs for `count` texts. Throws a `DataFileError` or a `NativeModuleError` when the
 * installation is broken.
 */
export type Command = (installation: Installation, count: number, log: Logger, given: Arguments) => Analyser;
