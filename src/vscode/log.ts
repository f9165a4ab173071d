import { commands, Disposable, window, type LogOutputChannel } from 'vscode';

/** The log channel *Galley*; VS Code sets its level. */
export function createLog(): LogOutputChannel {
  return window.createOutputChannel('Galley', { log: true });
}

/** The command that shows the log. */
export function registerLog(log: LogOutputChannel): Disposable {
  return commands.registerCommand('galley.showLog', () => log.show());
}
