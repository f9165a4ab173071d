import type { ExtensionContext } from 'vscode';
import { whoAndWhere } from './core/annotations/whoAndWhere.ts';
import { dataDirectory, loadStructureLexicons } from './node/dataFiles.ts';
import { PageClient } from './node/pageClient.ts';
import { AnnotationStore } from './vscode/state/annotationStore.ts';
import { ArticlesView } from './vscode/views/articlesView.ts';
import { ArticleLenses } from './vscode/views/codeLens.ts';
import { Corrections } from './vscode/state/corrections.ts';
import { CursorContext } from './vscode/state/cursorContext.ts';
import { DocumentTexts } from './vscode/state/documentTexts.ts';
import { PageDetection } from './vscode/detectPages.ts';
import { registerEntities } from './vscode/entities.ts';
import { registerFolding } from './vscode/navigation/folding.ts';
import { HiddenCharacterMarks } from './vscode/views/hiddenCharacters.ts';
import { Issues } from './vscode/state/issues.ts';
import { MisreadPages } from './vscode/misreadPages.ts';
import { registerJumping } from './vscode/navigation/jumping.ts';
import { registerLineRoles } from './vscode/commands/lineRoles.ts';
import { registerOpenSample } from './vscode/commands/openSample.ts';
import { createLog, registerLog } from './vscode/log.ts';
import { registerSemanticTokens } from './vscode/views/semanticTokens.ts';
import { ShownPage } from './vscode/state/shownPage.ts';
import { Stories } from './vscode/state/siblings.ts';
import { StatusBar } from './vscode/views/statusBar.ts';
import { registerHovers } from './vscode/hovers/hovers.ts';
import { registerSymbols } from './vscode/navigation/symbols.ts';

/** Waits for what is still being stored: VS Code gives `deactivate` nothing else to find it by. */
let settled = (): Promise<void> => Promise.resolve();

/** Builds the parts and wires them; no text is read and no file opened before a surface asks for it. */
export function activate(context: ExtensionContext): void {
  const started = performance.now();
  const log = createLog();
  const texts = new DocumentTexts();
  const store = new AnnotationStore(texts, log);
  settled = () => store.idle();
  const corrections = new Corrections(store, texts);
  const root = context.extensionPath;
  const reader = new PageClient({ workerPath: context.asAbsolutePath('dist/pageWorker.cjs'), root, log });
  const issues = new Issues(() => loadStructureLexicons(dataDirectory(root)), reader, corrections, texts, log);
  const stories = new Stories(issues, reader, log);
  const detection = new PageDetection(() => issues.lexicons, log);
  const shown = new ShownPage();
  const { extractions, mentions, disposables } = registerEntities(context, {
    log,
    store,
    shown,
    corrections,
    texts,
  });
  context.subscriptions.push(
    log,
    registerLog(log),
    store,
    shown,
    corrections,
    { dispose: () => reader.dispose() },
    issues,
    detection,
    new MisreadPages(
      () => issues.lexicons,
      log,
      (document) => detection.detect(document),
    ),
    registerSymbols(issues, corrections),
    registerFolding(issues),
    registerSemanticTokens(issues),
    registerHovers({
      stories,
      corrections,
      mentions,
      extractions,
      entitiesOf: (document, { span, bylines, credits }) =>
        whoAndWhere(
          mentions.groupsOf(document),
          span,
          [...bylines, ...credits].map((byline) => byline.span),
        ),
    }),
    new ArticlesView(shown, issues, corrections, stories, log),
    ...registerJumping(reader, log, issues, stories, mentions, extractions),
    registerLineRoles(store, corrections, issues),
    registerOpenSample(context.extensionUri, log),
    new CursorContext(mentions, issues),
    new StatusBar(issues),
    new ArticleLenses(issues, mentions),
    new HiddenCharacterMarks(),
    ...disposables,
  );
  log.debug(`activated in ${(performance.now() - started).toFixed(1)} ms`);
}

/** The window closes, or Galley is switched off: decisions that are on their way to the disk arrive there. */
export function deactivate(): Promise<void> {
  return settled();
}
