import { commands, l10n, window } from 'vscode';
import { WorkerFailedError, type AnalysisUnavailableError } from '../../node/analysisErrors.ts';

type Show = (message: string, button: string) => Thenable<string | undefined>;

/** Shows a message with a button to the log, and opens the log where that is pressed. */
export async function offerLog(show: Show, message: string): Promise<void> {
  const showLog = l10n.t('Show Log');
  if ((await show(message, showLog)) === showLog) await commands.executeCommand('galley.showLog');
}

/** Says that the worker died, or that there can be none here and what to do about it. */
export function tellAnalysisFailure(error: WorkerFailedError | AnalysisUnavailableError): void {
  if (!(error instanceof WorkerFailedError)) return void offerLog(window.showErrorMessage, unavailable(error));
  void (error.final
    ? offerLog(
        window.showErrorMessage,
        l10n.t('The analysis stopped twice and stays off until the window is reloaded. Everything but entities works.'),
      )
    : offerLog(window.showWarningMessage, l10n.t('The analysis stopped unexpectedly and was started again.')));
}

function unavailable({ code, message }: AnalysisUnavailableError): string {
  switch (code) {
    case 'not-found':
      return l10n.t(
        'Entities cannot be found: this installation has no word segmenter (nodejieba). Install the Galley package made for your system. Everything else works.',
      );
    case 'cannot-load':
      return l10n.t(
        'Entities cannot be found: the word segmenter (nodejieba) is made for another system. Install the Galley package made for yours. Everything else works.',
      );
    case 'dictionary-path':
      return l10n.t(
        'Entities cannot be found: the word segmenter cannot read its dictionary from a folder with other than English letters in its path. Install the extension in another folder. Everything else works.',
      );
    case 'dictionary-missing':
    case 'data-missing':
      return l10n.t('Entities cannot be found: files of Galley are missing. Install it again. Everything else works.');
    default:
      return l10n.t('Entities cannot be found: {0}. Everything else works.', message);
  }
}
