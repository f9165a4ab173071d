import { DocumentHighlight, languages, type Disposable } from 'vscode';
import { LANGUAGE } from '../language.ts';
import type { Mentions } from '../state/mentions.ts';
import { placesOfName } from './namesAt.ts';
import { toRange } from '../ranges.ts';

/** The name at the cursor, wherever it stands in the page. */
export function registerHighlights(mentions: Mentions): Disposable {
  return languages.registerDocumentHighlightProvider(LANGUAGE, {
    provideDocumentHighlights: (document, position) =>
      placesOfName(mentions, document, position).flatMap(({ pieces }) =>
        pieces.map((piece) => new DocumentHighlight(toRange(document, piece))),
      ),
  });
}
