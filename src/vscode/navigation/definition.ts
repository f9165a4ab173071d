import {
  languages,
  type CancellationToken,
  type Disposable,
  type LocationLink,
  type Position,
  type TextDocument,
} from 'vscode';
import { introductionOf } from '../../core/annotations/introduction.ts';
import type { Continuation } from '../../core/structure/issue.ts';
import { continuationAt } from '../../core/structure/readers/lookup.ts';
import { LANGUAGE } from '../language.ts';
import { rangeIn, toRange } from '../ranges.ts';
import type { Extractions } from '../state/extraction.ts';
import type { Mentions } from '../state/mentions.ts';
import { arrivalOf, type ReadFile, type Stories } from '../state/siblings.ts';
import { nameAt } from './namesAt.ts';

/**
 * Go to Definition: from a continuation marker to the marker at the other end, else the headline there; from a name to
 * where the page says who or what it is.
 */
export function registerDefinition(stories: Stories, mentions: Mentions, extractions: Extractions): Disposable {
  return languages.registerDefinitionProvider(LANGUAGE, {
    provideDefinition: async (document, position, token): Promise<LocationLink[]> => {
      const here = await stories.of(document);
      const continuation = continuationAt(here.issue, document.offsetAt(position));
      return continuation
        ? ofMarker(stories, document, here, continuation, token)
        : ofName(mentions, extractions, document, position);
    },
  });
}

async function ofMarker(
  stories: Stories,
  document: TextDocument,
  here: ReadFile,
  continuation: Continuation,
  token: CancellationToken,
): Promise<LocationLink[]> {
  const other = await stories.otherEnd(here, continuation, token);
  if (!other) return [];
  const { lineIndex } = other.issue;
  return [
    {
      originSelectionRange: toRange(document, continuation.span),
      targetUri: other.uri,
      targetRange: rangeIn(lineIndex, other.article.span),
      targetSelectionRange: rangeIn(lineIndex, arrivalOf(other)),
    },
  ];
}

function ofName(
  mentions: Mentions,
  extractions: Extractions,
  document: TextDocument,
  position: Position,
): LocationLink[] {
  const found = nameAt(mentions, document, position);
  const introduction = found && introductionOf(found.group, extractions.of(document) ?? null);
  if (!introduction) return [];
  return [
    {
      originSelectionRange: toRange(document, found.tag.span),
      targetUri: document.uri,
      targetRange: toRange(document, introduction.whole),
      targetSelectionRange: toRange(document, introduction.name),
    },
  ];
}
