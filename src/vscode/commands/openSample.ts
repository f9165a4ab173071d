import { commands, l10n, Uri, window, workspace, type Disposable } from 'vscode';
import type { Logger } from '../../core/logger.ts';
import { offerLog } from '../messages/analysisMessages.ts';
import { LANGUAGE } from '../language.ts';

/** *Open the Sample Page*: a copy of the page that comes with Galley, in an unsaved file to try things on. */
export function registerOpenSample(extension: Uri, log: Logger): Disposable {
  return commands.registerCommand('galley.openSample', async () => {
    try {
      const folder = Uri.joinPath(extension, 'seeds');
      const names = (await workspace.fs.readDirectory(folder))
        .map(([name]) => name)
        .filter((name) => name.endsWith('.txt'));
      const [first] = names.sort();
      if (first === undefined) throw new Error(`no page in ${folder.toString(true)}`);
      const content = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, first)));
      await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE, content }), {
        preview: false,
      });
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      log.error(`opening the sample page: ${reason.stack ?? reason.message}`);
      void offerLog(window.showErrorMessage, l10n.t('The sample page cannot be opened: {0}', reason.message));
    }
  });
}
