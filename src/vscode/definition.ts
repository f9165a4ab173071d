import { languages, type Disposable, type LocationLink } from 'vscode';
import { findCounterpart } from '../core/structure/continuations.ts';
import { continuationAt } from '../core/structure/lookup.ts';
import { headlineSpan } from '../core/structure/outline.ts';
import type { Issues } from './issues.ts';
import { LANGUAGE } from './language.ts';
import { toRange } from './ranges.ts';

/** Go to Definition on a continuation marker: the marker at the other end, else the headline there. */
export function registerDefinition(issues: Issues): Disposable {
  return languages.registerDefinitionProvider(LANGUAGE, {
    provideDefinition: (document, position): LocationLink[] => {
      const issue = issues.of(document);
      const continuation = continuationAt(issue, document.offsetAt(position));
      const counterpart = continuation && findCounterpart(issue, continuation);
      if (!counterpart) return [];
      const { article } = counterpart;
      return [
        {
          originSelectionRange: toRange(document, continuation.span),
          targetUri: document.uri,
          targetRange: toRange(document, article.span),
          targetSelectionRange: toRange(document, counterpart.continuation?.span ?? headlineSpan(issue, article)),
        },
      ];
    },
  });
}
