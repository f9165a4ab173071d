import type { ExtensionContext } from 'vscode';
import { whoAndWhere } from './core/annotations/whoAndWhere.ts';
import { dataDirectory, loadNameLexicon } from './node/dataFiles.ts';
import { AnnotationStore } from './vscode/annotationStore.ts';
import { ArticlesView } from './vscode/articlesView.ts';
import { ArticleLenses } from './vscode/codeLens.ts';
import { Corrections } from './vscode/corrections.ts';
import { PageDetection } from './vscode/detectPages.ts';
import { registerEntities } from './vscode/entities.ts';
import { registerFolding } from './vscode/folding.ts';
import { HiddenCharacterMarks } from './vscode/hiddenCharacters.ts';
import { Issues } from './vscode/issues.ts';
import { registerJumping } from './vscode/jumping.ts';
import { registerLineHover } from './vscode/lineHover.ts';
import { registerLineRoles } from './vscode/lineRoles.ts';
import { createLog, registerLog } from './vscode/log.ts';
import { registerSemanticTokens } from './vscode/semanticTokens.ts';
import { Stories } from './vscode/siblings.ts';
import { StatusBar } from './vscode/statusBar.ts';
import { registerStructureHover } from './vscode/structureHover.ts';
import { registerSymbols } from './vscode/symbols.ts';

/** Builds the parts and wires them; no text is read and no file opened before a surface asks for it. */
export function activate(context: ExtensionContext): void {
  const started = performance.now();
  const log = createLog();
  const store = new AnnotationStore(log);
  const corrections = new Corrections(store);
  const issues = new Issues(() => loadNameLexicon(dataDirectory(context.extensionPath)), corrections, log);
  const stories = new Stories(issues, log);
  const { mentions, disposables } = registerEntities(context, log, store, corrections, (document) => issues.of(document));
  context.subscriptions.push(
    log,
    registerLog(log),
    store,
    corrections,
    issues,
    new PageDetection(log),
    registerSymbols(issues, corrections),
    registerFolding(issues),
    registerSemanticTokens(issues),
    registerStructureHover(stories, (document, { span, bylines, credits }) =>
      whoAndWhere(mentions.groupsOf(document), span, [...bylines, ...credits].map((byline) => byline.span)),
    ),
    new ArticlesView(issues, corrections, stories, log),
    ...registerJumping(context, log, issues, stories, mentions),
    registerLineRoles(store, corrections, issues),
    registerLineHover(issues, corrections),
    new StatusBar(issues),
    new ArticleLenses(issues, mentions),
    new HiddenCharacterMarks(),
    ...disposables,
  );
  log.debug(`activated in ${(performance.now() - started).toFixed(1)} ms`);
}
