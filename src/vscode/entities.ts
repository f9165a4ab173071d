import type { Disposable, ExtensionContext } from 'vscode';
import type { Logger } from '../core/logger.ts';
import { AnalysisClient } from '../node/analysisClient.ts';
import { tellAnalysisFailure } from './messages/analysisMessages.ts';
import type { AnnotationStore } from './state/annotationStore.ts';
import type { Corrections } from './state/corrections.ts';
import type { DocumentTexts } from './state/documentTexts.ts';
import { TagDecorations } from './views/decorations.ts';
import { EntitiesView } from './views/entitiesView.ts';
import { Extractions } from './state/extraction.ts';
import { registerExplanation } from './hovers/explain.ts';
import { registerMentionNavigation } from './navigation/mentionNavigation.ts';
import { Mentions } from './state/mentions.ts';
import { registerStoreMessages } from './messages/storeMessages.ts';
import { RosterCommands } from './commands/rosterCommands.ts';
import { RosterCompletion } from './commands/rosterCompletion.ts';
import { registerRosterProblems } from './diagnostics/rosterProblems.ts';
import { Rosters } from './state/rosters.ts';
import type { ShownPage } from './state/shownPage.ts';
import { TagHistory } from './state/tagHistory.ts';
import { TagCommands } from './commands/tags.ts';

/** What the entities and tags are made of and shown with. */
export interface EntityParts {
  readonly log: Logger;
  readonly store: AnnotationStore;
  readonly shown: ShownPage;
  readonly corrections: Corrections;
  readonly texts: DocumentTexts;
}

/** The entities and tags of pages: what they are, and what shows and keeps them. */
export interface EntitySurfaces {
  readonly extractions: Extractions;
  readonly mentions: Mentions;
  readonly disposables: readonly Disposable[];
}

/** Builds what finds, shows and keeps the entities and tags of pages, and joins it together. */
export function registerEntities(
  context: ExtensionContext,
  { log, store, shown, corrections, texts }: EntityParts,
): EntitySurfaces {
  const workerPath = context.asAbsolutePath('dist/worker.cjs');
  const client = new AnalysisClient({ workerPath, root: context.extensionPath, log, onFailure: tellAnalysisFailure });
  const rosters = new Rosters(log);
  const extractions = new Extractions(client, corrections, rosters, texts, log);
  const mentions = new Mentions(extractions, store, texts);
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
    new EntitiesView(shown, mentions, store, extractions),
    new TagCommands(mentions, store, context.workspaceState),
    new TagHistory(store),
    registerMentionNavigation(mentions),
    registerExplanation(mentions, extractions),
  ];
  return { extractions, mentions, disposables };
}
