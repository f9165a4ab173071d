/** What gives a string in the user's language: VS Code's `l10n` in the editor, `@vscode/l10n` on the command line. */
export interface Localizer {
  t(message: string, ...values: (string | number)[]): string;
}
