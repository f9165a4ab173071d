import {
  commands,
  Disposable,
  env,
  l10n,
  Range,
  window,
  workspace,
  type TextDocument,
  type WorkspaceFolder,
} from 'vscode';
import type { Logger } from '../../core/logger.ts';
import { entryOf, rowFor, takesRows } from '../../core/roster/addEntry.ts';
import type { RosterLanguage } from '../../core/roster/columns.ts';
import { parseRoster } from '../../core/roster/parseRoster.ts';
import type { RosterEntry } from '../../core/roster/roster.ts';
import { offerLog } from '../messages/analysisMessages.ts';
import type { AnnotationStore } from '../state/annotationStore.ts';
import type { Extractions } from '../state/extraction.ts';
import type { Mentions } from '../state/mentions.ts';
import {
  appendToRoster,
  ensureRosterFile,
  readRosterFile,
  rosterFolder,
  rosterUri,
  type Added,
} from '../state/rosterFile.ts';
import type { Rosters } from '../state/rosters.ts';
import { entriesOf } from './rosterTargets.ts';
import { findTargets } from './tagTargets.ts';

/** What the commands work on. */
export interface RosterParts {
  readonly rosters: Rosters;
  readonly mentions: Mentions;
  readonly extractions: Extractions;
  readonly store: AnnotationStore;
  readonly log: Logger;
}

/** The commands *Add to Roster* and *Open Roster*. */
export class RosterCommands {
  readonly #parts: RosterParts;
  readonly #disposable: Disposable;
  /** One row after the other. */
  #adding: Promise<void> = Promise.resolve();

  constructor(parts: RosterParts) {
    this.#parts = parts;
    this.#disposable = Disposable.from(
      commands.registerCommand('galley.addToRoster', (...args: unknown[]) => this.#add(args)),
      commands.registerCommand('galley.openRoster', () => this.#openAny()),
    );
  }

  /** Shows a folder's roster, created where there is none; with a line (from 1) at that. */
  async open(folder: WorkspaceFolder, line?: number): Promise<void> {
    const uri = rosterUri(folder);
    await this.#trying(
      (reason) => l10n.t('The roster cannot be opened: {0}', reason),
      async () => {
        await ensureRosterFile(uri, ownLanguage());
        const shown = workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
        const file = shown ? null : await readRosterFile(uri);
        const document = await workspace.openTextDocument(
          uri,
          file?.encoding === 'gb18030' ? { encoding: file.encoding } : undefined,
        );
        const at = line === undefined ? {} : { selection: new Range(line - 1, 0, line - 1, 0) };
        await window.showTextDocument(document, { preview: false, ...at });
      },
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  async #openAny(): Promise<void> {
    const { workspaceFolders: [first, ...more] = [] } = workspace;
    const page = window.activeTextEditor?.document;
    const folder = (page && rosterFolder(page)) ?? (more.length > 0 ? await window.showWorkspaceFolderPick() : first);
    if (folder) await this.open(folder);
    else if (!first) tellNoFolder();
  }

  async #add(args: readonly unknown[]): Promise<void> {
    const { mentions, extractions, store } = this.#parts;
    const targets = await findTargets(mentions, args, (document) => store.of(document)?.ready);
    if (!targets || targets.spans.length === 0) {
      return void window.setStatusBarMessage(l10n.t('Select the name to add to the roster first.'), 3000);
    }
    const entries = await entriesOf(targets, mentions, extractions);
    if (entries) await (this.#adding = this.#adding.then(() => this.#addTo(targets.document, entries)));
  }

  async #addTo(document: TextDocument, entries: readonly RosterEntry[]): Promise<void> {
    const folder = rosterFolder(document);
    if (!folder) return tellNoFolder();
    const fresh: RosterEntry[] = [];
    const known = new Map<string, RosterEntry>();
    let refused = false;
    const make = (text: string): string => {
      refused = !takesRows(text);
      if (refused) return '';
      const there = parseRoster(text).entries;
      for (const entry of entries) {
        const same = entryOf(there, entry.name);
        if (same) known.set(entry.name, same);
        else fresh.push({ ...entry, aliases: entry.aliases.filter((alias) => !entryOf(there, alias)) });
      }
      return fresh.reduce((rows, entry) => rows + rowFor(text + rows, entry, ownLanguage()), '');
    };
    await this.#trying(
      (reason) => l10n.t('The roster cannot be written: {0}', reason),
      async () => {
        const added = await appendToRoster(rosterUri(folder), make);
        if (refused)
          return void window.showErrorMessage(
            l10n.t('The roster of {0} has no column “name”; nothing was added.', folder.name),
          );
        tell(fresh, known, added);
        if (fresh.length > 0 && added === 'stored') await this.#parts.rosters.read(folder);
      },
    );
  }

  async #trying(message: (reason: string) => string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      this.#parts.log.error(`roster: ${reason.stack ?? reason.message}`);
      void offerLog(window.showErrorMessage, message(reason.message));
    }
  }
}

function tell(fresh: readonly RosterEntry[], known: ReadonlyMap<string, RosterEntry>, added: Added): void {
  for (const [name, entry] of known) {
    void window.showInformationMessage(
      name === entry.name
        ? l10n.t('“{0}” is already in the roster.', name)
        : l10n.t('“{0}” is already in the roster, as another name of “{1}”.', name, entry.name),
    );
  }
  const names = fresh.map(({ name }) => name).join(l10n.t(', '));
  if (names === '') return;
  if (added === 'stored') void window.setStatusBarMessage(l10n.t('Added to the roster: {0}', names), 5000);
  else
    void window.showInformationMessage(
      l10n.t('Added to the roster in its editor: {0}. It counts when you save that.', names),
    );
}

/** The language of a new roster: the user's. */
function ownLanguage(): RosterLanguage {
  return /^zh\b/i.test(env.language) ? 'zh' : 'en';
}

function tellNoFolder(): void {
  void window.showInformationMessage(
    l10n.t('A roster belongs to a folder. Open the folder that holds the page first.'),
  );
}
