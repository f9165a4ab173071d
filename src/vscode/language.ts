import type { TextDocument } from 'vscode';

/** The language id of issue files. */
export const LANGUAGE = 'newspaper';

/** Whether Galley's surfaces are for this document. */
export function isNewspaper(document: TextDocument): boolean {
  return document.languageId === LANGUAGE;
}
