import { languages, type Disposable, type ExtensionContext, type TextDocument } from 'vscode';
import type { Logger } from '../core/logger.ts';
import type { Issue } from '../core/structure/issue.ts';
import { AnalysisClient } from '../node/analysisClient.ts';
import { tellAnalysisFailure } from './analysisMessages.ts';
import type { AnnotationStore } from './annotationStore.ts';
import type { Corrections } from './corrections.ts';
import { TagDecorations } from './decorations.ts';
import { EntitiesView } from './entitiesView.ts';
import { Extractions } from './extraction.ts';
import { LANGUAGE } from './language.ts';
import { MentionHover } from './mentionHover.ts';
import { registerMentionNavigation } from './mentionNavigation.ts';
import { Mentions } from './mentions.ts';
import { registerStoreMessages } from './storeMessages.ts';
import { RosterCommands } from './rosterCommands.ts';
import { RosterCompletion } from './rosterCompletion.ts';
import { registerRosterProblems } from './rosterProblems.ts';
import { Rosters } from './rosters.ts';
import { TagHistory } from './tagHistory.ts';
import { TagCommands } from './tags.ts';

/** The entities and tags of pages: what they are, and what shows and keeps them. */
export interface EntitySurfaces {
  readonly mentions: Mentions;
  readonly disposables: readonly Disposable[];
}

/** Builds what finds, shows and keeps the entities and tags of pages, and joins it together. */
export function registerEntities(
  context: ExtensionContext,
  log: Logger,
  store: AnnotationStore,
  corrections: Corrections,
  issueOf: (document: TextDocument) => Issue,
): EntitySurfaces {
  const workerPath = context.asAbsolutePath('dist/worker.cjs');
  const client = new AnalysisClient({ workerPath, root: context.extensionPath, log, onFailure: tellAnalysisFailure });
  const rosters = new Rosters(log);
  const extractions = new Extractions(client, corrections, rosters, log);
  const mentions = new Mentions(extractions, store);
  const rosterCommands = new RosterCommands({ rosters, mentions, extractions, store, log });
  const disposables = [
    { dispose: () => client.dispose() },
    rosters,
    extractions,
    mentions,
    rosterCommands,
    registerRosterProblems(rosters, log, (folder, line) => rosterCommands.open(folder, line)),
    new RosterCompletion(rosters),
    registerStoreMessages(store),
    new TagDecorations(mentions),
    new EntitiesView(mentions, store, extractions),
    new TagCommands(mentions, store, context.workspaceState),
    new TagHistory(store),
    registerMentionNavigation(mentions),
    languages.registerHoverProvider(LANGUAGE, new MentionHover(mentions, extractions, issueOf)),
  ];
  return { mentions, disposables };
}
