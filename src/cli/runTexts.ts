import type { Writable } from 'node:stream';

import * as l10n from '@vscode/l10n';

import type { Logger } from '../core/logger.ts';
import type { Arguments } from './arguments.ts';
import type { Analyser, Command, Installation, Result } from './command.ts';
import { readInput, type Input, type Inputs } from './inputs.ts';
import { inOrder } from './inOrder.ts';
import { isFinalError, textMessage } from './messages.ts';
import { Progress, type Output } from './output.ts';
import { printable, printableJson, printableLine } from './printable.ts';

/** Where texts come from and results go. */
export interface Streams {
  readonly installation: Installation;
  readonly stdin: NodeJS.ReadableStream;
  readonly output: Output;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** What came of one text: a result, or what went wrong. */
interface Outcome {
  readonly input: Input;
  readonly result?: Result;
  readonly damaged?: number;
  readonly error?: unknown;
}

/**
 * Runs a command over texts and prints each result as soon as those before it are printed. A text that
 * cannot be done is reported and the others go on. Gives whether all were done; throws when the
 * installation is broken, the roster that the user named cannot be read, or the output takes no more.
 */
export async function runTexts(
  command: Command,
  { inputs, single }: Inputs,
  given: Arguments,
  { installation, stdin, output, stderr }: Streams,
): Promise<boolean> {
  const progress = new Progress(stderr);
  const messages = new Messages(stderr, progress, given.verbose);
  const analyser = command(installation, inputs.length, messages, given);
  let done = 0;
  let sound = true;
  try {
    const work = (input: Input): Promise<Outcome> => attempt(input, analyser, given, stdin);
    for await (const { input, result, damaged = 0, error } of inOrder(inputs, analyser.width, work)) {
      done++;
      if (result) {
        if (damaged > 0) messages.say(`${input.path}: ${damageMessage(damaged)}`);
        progress.clear();
        await output.write(printed(input, result, given, single));
        if (!single) progress.show(done, inputs.length, input.path);
      } else {
        if (isFinalError(error)) throw error;
        sound = false;
        messages.say(`${input.path}: ${textMessage(error, given.encoding)}`);
        if (error instanceof Error) messages.trace(error.stack ?? '');
      }
    }
  } finally {
    progress.clear();
    await analyser.dispose();
  }
  return sound;
}

async function attempt(
  input: Input,
  analyser: Analyser,
  { encoding }: Arguments,
  stdin: NodeJS.ReadableStream,
): Promise<Outcome> {
  try {
    const { text, damaged } = await readInput(input, encoding, stdin);
    return { input, damaged, result: await analyser.analyse(text, input.path) };
  } catch (error) {
    return { input, error };
  }
}

function damageMessage(count: number): string {
  return count === 1
    ? l10n.t('1 broken character was read as U+FFFD.')
    : l10n.t('{0} broken characters were read as U+FFFD.', count);
}

function printed({ path }: Input, result: Result, { format }: Arguments, single: boolean): string {
  if (format === 'json') return `${printableJson(single ? result.json : { file: path, ...result.json })}\n`;
  const text = printable(result.text());
  return single || text === '' ? text : `${printableLine(path)}\n${text}\n`;
}

/** Standard error: warnings always, the rest only when the user wants to know what is being done. */
class Messages implements Logger {
  readonly #stderr: Writable;
  readonly #progress: Progress;
  readonly #verbose: boolean;

  constructor(stderr: Writable, progress: Progress, verbose: boolean) {
    this.#stderr = stderr;
    this.#progress = progress;
    this.#verbose = verbose;
  }

  /** Writes a message of one line. */
  say(message: string): void {
    this.#write(printableLine(message));
  }

  trace(message: string): void {
    if (this.#verbose) this.#write(printable(message));
  }

  debug(message: string): void {
    this.trace(message);
  }

  info(message: string): void {
    this.trace(message);
  }

  warn(message: string): void {
    this.say(message);
  }

  /** What goes wrong with one text is said with the text's name; here it would come twice. */
  error(error: string | Error): void {
    this.trace(error instanceof Error ? (error.stack ?? error.message) : error);
  }

  #write(message: string): void {
    this.#progress.clear();
    this.#stderr.write(`${message}\n`);
  }
}
