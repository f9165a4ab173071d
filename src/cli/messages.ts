import * as l10n from '@vscode/l10n';

import { AnalysisUnavailableError, WorkerFailedError } from '../node/analysisErrors.ts';
import { DataFileError } from '../node/dataFiles.ts';
import { NotAFileError, UnreadableTextError, type Encoding, type OtherThanFile } from '../node/readText.ts';
import { NativeModuleError } from '../node/segmenter.ts';
import type { UsageProblem } from './arguments.ts';
import { EmptyFolderError } from './inputs.ts';
import type { OutputFailedError } from './output.ts';
import { RosterFileError } from './rosterFileError.ts';

/** What is wrong with the words on the command line, as a sentence. */
export function usageMessage(problem: UsageProblem): string {
  switch (problem.code) {
    case 'no-command':
      return l10n.t('Say what to do: outline, extract or check.');
    case 'no-paths':
      return l10n.t('Name at least one file or folder, or - for standard input.');
    case 'unknown-command':
      return l10n.t('There is no command {0}.', problem.value);
    case 'unknown-option':
      return l10n.t('There is no option {0}.', problem.value);
    case 'not-of-command':
      return l10n.t(
        'galley {0} has no option {1}; it has {2}.',
        problem.command,
        problem.value,
        problem.allowed.join(', '),
      );
    case 'given-twice':
      return l10n.t('The option {0} is given twice.', problem.value);
    case 'contradiction':
      return l10n.t('The options {0} and {1} contradict each other.', problem.value, problem.other);
    case 'needs-value':
      return l10n.t('The option {0} needs a value.', problem.value);
    case 'takes-no-value':
      return l10n.t('The option {0} takes no value.', problem.value);
    case 'unknown-region':
      return l10n.t(
        'There is no administrative division {0}. Give the name or the six-digit code of one.',
        problem.value,
      );
    case 'ambiguous-region':
      return l10n.t(
        'There are several administrative divisions {0}. Put the name of the city or province in front.',
        problem.value,
      );
    case 'bad-value':
      return l10n.t(
        'The option {0} cannot be {1}; it can be {2}.',
        problem.option,
        problem.value,
        problem.allowed.join(', '),
      );
  }
}

/** Whether the error says that the installation is broken, so that no other text would fare better. */
export function isInstallationError(error: unknown): boolean {
  return (
    error instanceof NativeModuleError || error instanceof DataFileError || error instanceof AnalysisUnavailableError
  );
}

/** Whether no other text would fare better. */
export function isFinalError(error: unknown): boolean {
  return isInstallationError(error) || error instanceof RosterFileError;
}

/** Why the roster that the user named cannot be read, as a sentence. */
export function rosterFileMessage({ path, cause }: RosterFileError): string {
  return `${path}: ${textMessage(cause, 'auto')}`;
}

/** What is wrong with the installation and what to do, as sentences. */
export function installationMessage(error: unknown): string {
  const { code } = error as { code?: string };
  const detail = (error as Error).message;
  switch (code) {
    case 'not-found':
      return l10n.t('The word segmenter nodejieba is not installed. Run "npm rebuild nodejieba". ({0})', detail);
    case 'cannot-load':
      return l10n.t(
        'The word segmenter nodejieba does not load on this system. Run "npm rebuild nodejieba". ({0})',
        detail,
      );
    case 'dictionary-missing':
      return l10n.t('The dictionary of the word segmenter is missing. Run "npm run build". ({0})', detail);
    case 'dictionary-path':
      return l10n.t(
        'On Windows the word segmenter cannot be used from a folder whose name holds other than English letters. Install Galley in another folder. ({0})',
        detail,
      );
    default:
      return l10n.t('The installation of Galley is not whole. Install it again. ({0})', detail);
  }
}

/** Why one text could not be done, as a sentence. */
export function textMessage(error: unknown, encoding: Encoding): string {
  if (error instanceof UnreadableTextError) {
    if (error.reason === 'binary') return l10n.t('This is no text but a binary file.');
    return encoding === 'auto'
      ? l10n.t('This is text in no encoding that Galley recognizes; if you know it, name it with --encoding.')
      : l10n.t('This is no {0} text.', encoding);
  }
  if (error instanceof EmptyFolderError) return l10n.t('There is no .txt or .issue file in this folder.');
  if (error instanceof WorkerFailedError) return l10n.t('The analysis broke off. ({0})', error.message);
  if (error instanceof NotAFileError) return notAFileMessage(error.kind);
  return systemMessage(error as NodeJS.ErrnoException);
}

/** Why the output cannot be written, as a sentence. */
export function outputMessage({ cause }: OutputFailedError): string {
  return l10n.t('The output cannot be written: {0}', systemMessage(cause as NodeJS.ErrnoException));
}

function notAFileMessage(kind: OtherThanFile): string {
  switch (kind) {
    case 'folder':
      return l10n.t('This is a folder, not a file.');
    case 'device':
      return l10n.t('This is a device, not a file.');
    case 'socket':
      return l10n.t('This is a socket, not a file.');
    case 'silent-pipe':
      return l10n.t('Nobody writes to this pipe.');
  }
}

function systemMessage({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return l10n.t('There is no such file or folder.');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('Reading it is not allowed.');
    case 'ELOOP':
      return l10n.t('Its links lead in a circle.');
    case 'ENOSPC':
      return l10n.t('There is no space left on the disk.');
    case 'ERR_FS_FILE_TOO_LARGE':
    case 'ERR_STRING_TOO_LONG':
      return l10n.t('It is too large to be one page.');
    default:
      return message;
  }
}
