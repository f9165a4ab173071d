import { languages, type Disposable, type LocationLink } from 'vscode';
import { continuationAt } from '../../core/structure/readers/lookup.ts';
import { LANGUAGE } from '../language.ts';
import { rangeIn, toRange } from '../ranges.ts';
import { arrivalOf, type Stories } from '../state/siblings.ts';

/** Go to Definition on a continuation marker: the marker at the other end, else the headline there. */
export function registerDefinition(stories: Stories): Disposable {
  return languages.registerDefinitionProvider(LANGUAGE, {
    provideDefinition: async (document, position, token): Promise<LocationLink[]> => {
      const here = await stories.of(document);
      const continuation = continuationAt(here.issue, document.offsetAt(position));
      if (!continuation) return [];
      const originSelectionRange = toRange(document, continuation.span);
      const other = await stories.otherEnd(here, continuation, token);
      if (!other) return [];
      const { lineIndex } = other.issue;
      return [
        {
          originSelectionRange,
          targetUri: other.uri,
          targetRange: rangeIn(lineIndex, other.article.span),
          targetSelectionRange: rangeIn(lineIndex, arrivalOf(other)),
        },
      ];
    },
  });
}
