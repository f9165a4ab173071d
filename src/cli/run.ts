import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

import * as l10n from '@vscode/l10n';

import { parseArguments, UsageError, type Arguments, type CommandName } from './arguments.ts';
import { check } from './check.ts';
import type { Command, Installation } from './command.ts';
import { extract } from './extract.ts';
import { helpText } from './help.ts';
import { findInputs } from './inputs.ts';
import { speak, systemLanguage } from './language.ts';
import {
  installationMessage,
  isInstallationError,
  outputMessage,
  rosterFileMessage,
  usageMessage,
} from './messages.ts';
import { outline } from './outline.ts';
import { Output, OutputClosedError, OutputFailedError } from './output.ts';
import { printable, printableLine } from './printable.ts';
import { RosterFileError } from './rosterFileError.ts';
import { runTexts } from './runTexts.ts';

/** What the program is run with. */
export interface Surroundings {
  readonly installation: Installation;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

const COMMANDS: Readonly<Record<CommandName, Command>> = { outline, extract, check };

const DONE = 0;
const FAILED = 2;

/** Does what the words after the program's name say; gives the exit status. */
export async function runCli(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { installation, environment, stderr } = surroundings;
  // Where messages cannot be written, there is nobody left to tell; the status says it.
  stderr.on('error', () => undefined);
  const say = (message: string): void => void stderr.write(`galley: ${printableLine(message)}\n`);
  try {
    speak(systemLanguage(environment), installation.root);
    const given = parseArguments(argv);
    if (given.language) speak(given.language, installation.root);
    return await obey(given, surroundings);
  } catch (error) {
    if (error instanceof OutputClosedError) return DONE;
    if (error instanceof UsageError) {
      say(usageMessage(error.problem));
      say(l10n.t('Run "galley --help" to see how it is used.'));
    } else if (error instanceof RosterFileError) {
      say(rosterFileMessage(error));
    } else if (isInstallationError(error)) {
      say(installationMessage(error));
    } else if (error instanceof OutputFailedError) {
      say(outputMessage(error));
    } else {
      say(error instanceof Error ? error.message : String(error));
      if (argv.includes('--verbose') && error instanceof Error) stderr.write(`${printable(error.stack ?? '')}\n`);
    }
    return FAILED;
  }
}

async function obey(given: Arguments, surroundings: Surroundings): Promise<number> {
  const { installation, stdin, stdout, stderr } = surroundings;
  const output = new Output(stdout);
  if (given.help || given.version) {
    await output.write(given.help ? helpText() : `${packageVersion(installation)}\n`);
    return DONE;
  }
  if (given.command === undefined) throw new UsageError({ code: 'no-command' });
  if (given.paths.length === 0) throw new UsageError({ code: 'no-paths' });
  const inputs = await findInputs(given.paths);
  return (await runTexts(COMMANDS[given.command], inputs, given, { installation, stdin, output, stderr }))
    ? DONE
    : FAILED;
}

function packageVersion({ root }: Installation): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
