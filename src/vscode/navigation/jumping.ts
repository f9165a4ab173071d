import type { Disposable } from 'vscode';
import type { Logger } from '../../core/logger.ts';
import type { PageClient } from '../../node/pageClient.ts';
import { registerDefinition } from './definition.ts';
import { registerDocumentLinks } from './documentLinks.ts';
import { registerHighlights } from './highlights.ts';
import type { Extractions } from '../state/extraction.ts';
import type { Issues } from '../state/issues.ts';
import type { Mentions } from '../state/mentions.ts';
import { registerNavigation } from './navigation.ts';
import { registerReferences } from './references.ts';
import { registerSelectionRanges } from './selectionRanges.ts';
import type { Stories } from '../state/siblings.ts';
import { WorkspaceIndex } from '../state/workspaceIndex.ts';
import { SpokenNames } from './spokenNames.ts';
import { WorkspaceSymbols } from './workspaceSymbols.ts';

/** What leads from one place to another: in a page, along a story, over the workspace. */
export function registerJumping(
  reader: PageClient,
  log: Logger,
  issues: Issues,
  stories: Stories,
  mentions: Mentions,
  extractions: Extractions,
): Disposable[] {
  const index = new WorkspaceIndex(reader, log);
  return [
    index,
    new WorkspaceSymbols(issues, mentions, index, new SpokenNames(reader, log), log),
    registerDefinition(stories, mentions, extractions),
    registerDocumentLinks(stories),
    registerReferences(stories, mentions),
    registerHighlights(mentions),
    registerSelectionRanges(issues, mentions),
    registerNavigation(issues, stories),
  ];
}
