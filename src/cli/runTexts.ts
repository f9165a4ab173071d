import type { Writable } from 'node:stream';

import * as l10n from '@vscode/l10n';

import type { Logger } from '../core/logger.ts';
import type { Arguments } from './arguments.ts';
import type { Command, Installation, Result } from './command.ts';
import { readInput, type Input, type Inputs } from './inputs.ts';
import { inOrder } from './inOrder.ts';
import { isFinalError, textMessage } from './messages.ts';
import { Progress, type Output } from './output.ts';

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
 * installation is broken, the roster that the user named cannot be read, or nobody reads the output any more.
 */
export async function runTexts(
  command: Command,
  { inputs, single }: Inputs,
  given: Arguments,
  { installation, stdin, output, stderr }: Streams,
): Promise<boolean> {
  const progress = new Progress(stderr);
  const say = (message: string): void => {
    progress.clear();
    stderr.write(`${message}\n`);
  };
  const analyser = command(installation, inputs.length, stderrLogger(say, given.verbose), given);
  const work = async (input: Input): Promise<Outcome> => {
    try {
      const { text, damaged } = await readInput(input, given.encoding, stdin);
      return { input, damaged, result: await analyser.analyse(text, input.path) };
    } catch (error) {
      return { input, error };
    }
  };
  let done = 0;
  let sound = true;
  try {
    for await (const { input, result, damaged = 0, error } of inOrder(inputs, analyser.width, work)) {
      done++;
      if (result) {
        if (damaged > 0) say(`${input.path}: ${damageMessage(damaged)}`);
        progress.clear();
        await output.write(printed(input, result, given, single));
        if (!single) progress.show(done, inputs.length, input.path);
      } else {
        if (isFinalError(error)) throw error;
        sound = false;
        say(`${input.path}: ${textMessage(error, given.encoding)}`);
        if (given.verbose && error instanceof Error && error.stack) say(error.stack);
      }
    }
  } finally {
    progress.clear();
    await analyser.dispose();
  }
  return sound;
}

function damageMessage(count: number): string {
  return count === 1
    ? l10n.t('1 broken character was read as U+FFFD.')
    : l10n.t('{0} broken characters were read as U+FFFD.', count);
}

function printed({ path }: Input, result: Result, { format }: Arguments, single: boolean): string {
  if (format === 'json') return `${JSON.stringify(single ? result.json : { file: path, ...result.json })}\n`;
  const text = result.text();
  return single || text === '' ? text : `${path}\n${text}\n`;
}

/** Warnings always, the rest only when the user wants to know what is being done. */
function stderrLogger(say: (message: string) => void, verbose: boolean): Logger {
  const quiet = (message: string): void => {
    if (verbose) say(message);
  };
  return {
    trace: quiet,
    debug: quiet,
    info: quiet,
    warn: say,
    // What goes wrong with one text is said with the text's name; here it would come twice.
    error: (error) => quiet(error instanceof Error ? (error.stack ?? error.message) : error),
  };
}
