import type { TextDocument } from 'vscode';

/**
 * The language id of issue files, and so the selector of Galley's surfaces: of every scheme. A page in a remote
 * or virtual folder, one not yet saved, and the old side of a comparison are pages like any other.
 */
export const LANGUAGE = 'newspaper';

/** Whether Galley's surfaces are for this document. */
export function isNewspaper(document: TextDocument): boolean {
  return document.languageId === LANGUAGE;
}
