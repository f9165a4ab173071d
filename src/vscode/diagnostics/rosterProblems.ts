import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  Range,
  window,
  type WorkspaceFolder,
} from 'vscode';
import type { Logger } from '../../core/logger.ts';
import type { RosterProblem } from '../../core/roster/roster.ts';
import { rosterProblemMessage } from '../../localized/rosterProblemMessage.ts';
import { UnreadableTextError } from '../../node/readText.ts';
import { rosterUri } from '../state/rosterFile.ts';
import type { FolderRoster, Rosters } from '../state/rosters.ts';

/** Tells what is wrong with rosters: in the view *Problems*, in the log, and in one message as long as it is the same. */
export function registerRosterProblems(
  rosters: Rosters,
  log: Logger,
  open: (folder: WorkspaceFolder, line?: number) => Promise<void>,
): Disposable {
  const problems = languages.createDiagnosticCollection('galley.roster');
  const told = new Map<string, string>();
  const tell = async ({ folder, problems: found, failure }: FolderRoster): Promise<void> => {
    const uri = rosterUri(folder);
    problems.set(uri, found.map(toDiagnostic));
    const wrong = JSON.stringify([found, failure?.message]);
    if (told.get(uri.toString()) === wrong) return;
    told.set(uri.toString(), wrong);
    for (const problem of found)
      log.warn(`${uri.toString(true)}:${problem.line}: ${rosterProblemMessage(problem, l10n)}`);
    const [first] = found;
    if (failure) return void window.showWarningMessage(unreadable(folder, failure));
    if (!first) return;
    const show = l10n.t('Open Roster');
    const message = l10n.t(
      'Rows of the roster of {0} with something wrong: {1}. The other rows are used.',
      folder.name,
      linesOf(found),
    );
    if ((await window.showWarningMessage(message, show)) === show) await open(folder, first.line);
  };
  return Disposable.from(
    problems,
    rosters.onDidChange((roster) => void tell(roster)),
  );
}

function toDiagnostic(problem: RosterProblem): Diagnostic {
  const line = problem.line - 1;
  const severity = problem.used ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
  const diagnostic = new Diagnostic(
    new Range(line, 0, line, Number.MAX_SAFE_INTEGER),
    rosterProblemMessage(problem, l10n),
    severity,
  );
  diagnostic.source = 'Galley';
  diagnostic.code = problem.code;
  return diagnostic;
}

/** Lines that a message lists before it says that there are more. */
const LISTED = 5;

function linesOf(problems: readonly RosterProblem[]): string {
  const lines = [...new Set(problems.map(({ line }) => line))];
  return lines.slice(0, LISTED).join(l10n.t(', ')) + (lines.length > LISTED ? ' …' : '');
}

function unreadable({ name }: WorkspaceFolder, failure: Error): string {
  return failure instanceof UnreadableTextError
    ? l10n.t('The roster of {0} is not a text file (CSV). Save it as “CSV UTF-8” in Excel.', name)
    : l10n.t('The roster of {0} cannot be read: {1}', name, failure.message);
}
