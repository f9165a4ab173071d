import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

import * as l10n from '@vscode/l10n';

import { parseArguments, UsageError, type Arguments } from './arguments.ts';
import { check } from './check.ts';
import type { Command, Installation } from './command.ts';
import { extract } from './extract.ts';
import { helpText } from './help.ts';
import { findInputs } from './inputs.ts';
import { speak, systemLanguage } from './language.ts';
import { installationMessage, isInstallationError, rosterFileMessage, usageMessage } from './messages.ts';
import { outline } from './outline.ts';
import { Output, OutputClosedError } from './output.ts';
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

const DONE = 0;
const FAILED = 2;

/** Does what the words after the program's name say; gives the exit status. */
export async function runCli(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { installation, environment, stderr } = surroundings;
  const say = (message: string): void => void stderr.write(`galley: ${message}\n`);
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
    } else {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
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
  const command = commandOf(given.command);
  if (given.paths.length === 0) throw new UsageError({ code: 'no-paths' });
  const inputs = await findInputs(given.paths);
  return (await runTexts(command, inputs, given, { installation, stdin, output, stderr })) ? DONE : FAILED;
}

function commandOf(name: string | undefined): Command {
  switch (name) {
    case 'outline':
      return outline;
    case 'extract':
      return extract;
    case 'check':
      return check;
    case undefined:
      throw new UsageError({ code: 'no-command' });
    default:
      throw new UsageError({ code: 'unknown-command', value: name });
  }
}

function packageVersion({ root }: Installation): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
