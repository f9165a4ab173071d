/**
 * Where the parts of Galley write what they did and what went wrong. The editor's log channel
 * (`LogOutputChannel`) is one; the command line has one that writes to stderr.
 */
export interface Logger {
  trace(message: string): void;
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string | Error): void;
}
