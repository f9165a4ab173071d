import { Disposable, EventEmitter, workspace, type TextDocument, type Uri, type WorkspaceFolder } from 'vscode';
import type { Logger } from '../../core/logger.ts';
import { parseRoster } from '../../core/roster/parseRoster.ts';
import { ROSTER_PATH, type Roster, type RosterEntry } from '../../core/roster/roster.ts';
import { isNewspaper } from '../language.ts';
import { readRosterFile, rosterFolder, rosterUri } from './rosterFile.ts';

/** A folder's roster as it was last read. */
export interface FolderRoster extends Roster {
  readonly folder: WorkspaceFolder;
  /** Why the file there could not be read. */
  readonly failure?: Error;
}

interface Known {
  readonly folder: WorkspaceFolder;
  reading: Promise<FolderRoster>;
  roster: FolderRoster;
}

const NONE: Roster = { entries: [], problems: [] };

/** After so many milliseconds an empty file is looked at again: who writes a file empties it first. */
const WRITTEN = 250;

/** The rosters of the workspace's folders, read when they are first asked for and again when they change. */
export class Rosters {
  readonly #log: Logger;
  readonly #known = new Map<string, Known>();
  readonly #changed = new EventEmitter<FolderRoster>();
  /** A roster was read that is other than before, in its entries or in what is wrong with it. */
  readonly onDidChange = this.#changed.event;
  readonly #disposables: Disposable[];

  constructor(log: Logger) {
    this.#log = log;
    // A folder that is removed as a whole is told by its own name alone.
    const [folder] = ROSTER_PATH.split('/');
    const watcher = workspace.createFileSystemWatcher(`{**/${ROSTER_PATH},**/${folder}}`);
    const read = (uri: Uri): void => this.#fileChanged(uri);
    this.#disposables = [
      this.#changed,
      watcher,
      watcher.onDidCreate(read),
      watcher.onDidChange(read),
      watcher.onDidDelete(read),
      workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      workspace.onDidChangeWorkspaceFolders(({ removed }) => removed.forEach((one) => this.#forget(one))),
    ];
    workspace.textDocuments.forEach((document) => this.#opened(document));
  }

  /** What is certain in a page: the same list as long as the roster says the same. */
  async of(page: TextDocument): Promise<readonly RosterEntry[]> {
    const folder = rosterFolder(page);
    return folder ? (await this.#get(folder).reading).entries : NONE.entries;
  }

  /** Reads a folder's roster, again if it has been read. */
  async read(folder: WorkspaceFolder): Promise<FolderRoster> {
    const known = this.#known.get(folder.uri.toString());
    if (known) known.reading = this.#readAgain(known);
    return this.#get(folder).reading;
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
    this.#known.clear();
  }

  /** Names are offered in a page though nothing is extracted there; a roster that is looked at tells what is wrong. */
  #opened(document: TextDocument): void {
    const folder = rosterFolder(document);
    if (folder && (isNewspaper(document) || document.uri.toString() === rosterUri(folder).toString()))
      this.#get(folder);
  }

  #get(folder: WorkspaceFolder): Known {
    const key = folder.uri.toString();
    let known = this.#known.get(key);
    if (!known) {
      const roster: FolderRoster = { ...NONE, folder };
      this.#known.set(key, (known = { folder, roster, reading: Promise.resolve(roster) }));
      known.reading = this.#readAgain(known);
    }
    return known;
  }

  /** One reading after the other, so that the last tells what is there. */
  async #readAgain(known: Known): Promise<FolderRoster> {
    await known.reading;
    const fresh = await this.#load(known.folder);
    const { roster } = known;
    if (this.#known.get(known.folder.uri.toString()) !== known || says(fresh) === says(roster)) return roster;
    known.roster = fresh;
    this.#changed.fire(fresh);
    return fresh;
  }

  async #load(folder: WorkspaceFolder): Promise<FolderRoster> {
    const uri = rosterUri(folder);
    try {
      let file = await readRosterFile(uri);
      if (file?.text === '') {
        await new Promise((resolve) => setTimeout(resolve, WRITTEN));
        file = await readRosterFile(uri);
      }
      if (!file) return { ...NONE, folder };
      const roster = parseRoster(file.text);
      this.#log.info(
        `read ${uri.toString(true)} (${file.encoding}): ${roster.entries.length} entries, ${roster.problems.length} problems`,
      );
      return { ...roster, folder };
    } catch (error) {
      this.#log.warn(`reading ${uri.toString(true)}: ${String(error)}`);
      return { ...NONE, folder, failure: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  #fileChanged(uri: Uri): void {
    const known = [...this.#known.values()].find(({ folder }) => {
      const roster = rosterUri(folder).toString();
      return roster === uri.toString() || roster.startsWith(`${uri.toString()}/`);
    });
    if (known) known.reading = this.#readAgain(known);
  }

  #forget(folder: WorkspaceFolder): void {
    const key = folder.uri.toString();
    const known = this.#known.get(key);
    this.#known.delete(key);
    if (known && says(known.roster) !== says(NONE)) this.#changed.fire({ ...NONE, folder });
  }
}

function says({ entries, problems, failure }: Roster & { readonly failure?: Error }): string {
  return JSON.stringify([entries, problems, failure?.message]);
}
