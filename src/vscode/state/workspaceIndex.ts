import { setImmediate } from 'node:timers/promises';
import { Disposable, FileType, Uri, workspace, type CancellationToken } from 'vscode';
import type { PageSymbol } from '../../core/annotations/pageSymbols.ts';
import { SIDECAR_SUFFIX } from '../../core/annotations/records/sidecar.ts';
import type { Logger } from '../../core/logger.ts';
import type { PageClient } from '../../node/pageClient.ts';
import { decodeFile } from '../decodeFile.ts';
import { LANGUAGE } from '../language.ts';
import { FoundFiles } from './foundFiles.ts';
import { fileName, LONGEST_SIDECAR, readTextFile, sidecarUri } from './sidecarFile.ts';

/** What bounds the index: what is beyond is left out, and the log says so. */
export interface IndexLimits {
  /** Files that are looked at. */
  readonly files: number;
  /** Bytes of one file, and of its sidecar. */
  readonly bytes: number;
  readonly sidecarBytes: number;
  /** Symbols of one file, and of all. */
  readonly symbolsOfFile: number;
  readonly symbols: number;
}

/** The memory that these allow: about 60 MB for 200,000 names with their places. */
export const INDEX_LIMITS: IndexLimits = {
  files: 10_000,
  bytes: 1024 * 1024,
  sidecarBytes: LONGEST_SIDECAR,
  symbolsOfFile: 3000,
  symbols: 200_000,
};

/** Pages by their name, as in package.json. */
const BY_NAME = /\.issue$|\.issue\.txt$|\.news\.txt$|版\.txt$/;
const CANDIDATES = '**/*.{issue,txt}';
const SIDECARS = `**/*${SIDECAR_SUFFIX}`;
const EXCLUDED = '**/node_modules/**';
/** Settings by which other files are pages, or the same files read otherwise. */
const AFFECTING = [
  'files.associations',
  'files.exclude',
  'files.encoding',
  'files.autoGuessEncoding',
  'galley.detectPages',
];
/** Files that are read at a time. */
const TOGETHER = 8;

interface OpenedFile {
  readonly uri: Uri;
  readonly bytes: Uint8Array;
  readonly sidecar: string | null;
  readonly byName: boolean;
}

/** The symbols of one page of the workspace. */
export interface IndexedPage {
  readonly uri: Uri;
  readonly symbols: readonly PageSymbol[];
  /** Of the text that they were read in (see `fingerprint`). */
  readonly fingerprint: string;
}

/**
 * The symbols of all pages of the workspace: names and places only, no text. Nothing is done before it is first asked
 * for; then files are found by name, read, and parsed in the page worker. It goes on only while somebody waits, and
 * the next who asks finds what is done. Files that change are read again at the next request.
 */
export class WorkspaceIndex {
  readonly #reader: Pick<PageClient, 'read'>;
  readonly #log: Logger;
  readonly #limits: IndexLimits;
  readonly #pages = new Map<string, IndexedPage>();
  #symbols = 0;
  readonly #tooLong = new Map<string, Uri>();
  /** Files to read, by address. */
  readonly #dirty = new Map<string, Uri>();
  /** Files that were found, by address; true for those that are pages by the user's own associations. */
  readonly #found = new FoundFiles<boolean>();
  /** Found files and their folders that were deleted since. */
  readonly #gone = new Set<string>();
  #listed = false;
  #working: Promise<void> | undefined;
  #watching: Disposable | undefined;
  /** Of the reading that is under way, for the log. */
  #began = 0;
  #leftOut = new Map<string, number>();
  /** How often all was thrown away: what was begun before belongs to settings or folders of the past. */
  #round = 0;

  constructor(reader: Pick<PageClient, 'read'>, log: Logger, limits: IndexLimits = INDEX_LIMITS) {
    this.#reader = reader;
    this.#log = log;
    this.#limits = limits;
  }

  /** The pages as they are now on the disk; undefined when cancelled before all are read. */
  async pages(token: CancellationToken): Promise<readonly IndexedPage[] | undefined> {
    this.#watching ??= this.#watch();
    while (!this.#listed || this.#dirty.size > 0 || this.#gone.size > 0) {
      if (token.isCancellationRequested) return undefined;
      this.#working ??= this.#work().finally(() => (this.#working = undefined));
      await this.#working;
    }
    return token.isCancellationRequested ? undefined : [...this.#pages.values()];
  }

  /** Pages by their names that are left out because they are too long. */
  get tooLong(): readonly Uri[] {
    return [...this.#tooLong.values()];
  }

  dispose(): void {
    this.#watching?.dispose();
    this.#pages.clear();
    this.#dirty.clear();
  }

  /** One step: finds the files, or reads a few of them. */
  async #work(): Promise<void> {
    this.#forgetGone();
    if (!this.#listed) {
      this.#began = performance.now();
      await this.#list();
    } else {
      this.#began ||= performance.now();
      const round = this.#round;
      const batch = [...this.#dirty].slice(0, TOGETHER);
      for (const [key] of batch) this.#dirty.delete(key);
      const files = await Promise.all(batch.map(([, uri]) => this.#open(uri)));
      const reading: Promise<void>[] = [];
      for (const file of files) {
        if (!file) continue;
        // One after the other, so that the editor gets its turn between two.
        await setImmediate();
        reading.push(this.#read(file, round));
      }
      await Promise.all(reading);
    }
    if (this.#dirty.size === 0) this.#tell();
  }

  /** Finds files that have not been found before. */
  async #list(): Promise<void> {
    const round = this.#round;
    // Before, so that what changes meanwhile is looked for once more.
    this.#listed = true;
    const found = await this.#find().catch((error: unknown) => {
      this.#listed = false;
      throw error;
    });
    if (round !== this.#round) return;
    const [candidates, ...associated] = found;
    const own = new Set(associated.flat().map(String));
    for (const uri of [...associated.flat(), ...(candidates ?? [])]) {
      const key = uri.toString();
      if (this.#found.has(key)) continue;
      if (this.#found.size >= this.#limits.files) {
        this.#leave('beyond the number of files', uri);
        continue;
      }
      this.#found.set(key, own.has(key));
      this.#dirty.set(key, uri);
    }
  }

  async #find(): Promise<Uri[][]> {
    try {
      const find = (glob: string): Thenable<Uri[]> => workspace.findFiles(glob, EXCLUDED, this.#limits.files + 1);
      return await Promise.all([CANDIDATES, ...associatedGlobs()].map(find));
    } catch (error) {
      this.#log.error(`index: finding the pages: ${String(error)}`);
      throw error;
    }
  }

  /** Reads the bytes of a file that may be a page. */
  async #open(uri: Uri): Promise<OpenedFile | undefined> {
    const key = uri.toString();
    this.#forget(key);
    try {
      const byName = this.#found.get(key) === true || BY_NAME.test(fileName(uri));
      if (!byName && !workspace.getConfiguration('galley', uri).get('detectPages', true)) return undefined;
      const { size, type } = await workspace.fs.stat(uri);
      if ((type & FileType.Directory) !== 0) return undefined;
      if (size > this.#limits.bytes) {
        if (byName) this.#tooLong.set(key, uri);
        return this.#leave('too long', uri);
      }
      if (this.#symbols >= this.#limits.symbols) return this.#leave('beyond the number of names', uri);
      const [bytes, sidecar] = await Promise.all([workspace.fs.readFile(uri), this.#sidecarOf(uri)]);
      return { uri, bytes, sidecar, byName };
    } catch (error) {
      return this.#leave('unreadable', uri, String(error));
    }
  }

  /** The text of a page's sidecar; null where there is none that can be read. */
  async #sidecarOf(page: Uri): Promise<string | null> {
    try {
      return await readTextFile(sidecarUri(page), this.#limits.sidecarBytes);
    } catch (error) {
      this.#leave('annotations unreadable', page, String(error));
      return null;
    }
  }

  async #read({ uri, bytes, sidecar, byName }: OpenedFile, round: number): Promise<void> {
    try {
      const text = await decodeFile(bytes, uri);
      const { symbols, sidecarError, fingerprint } = await this.#reader.read({ text, sidecar, byName });
      if (sidecarError !== undefined)
        this.#log.warn(`index: reading ${sidecarUri(uri).toString(true)}: ${sidecarError}`);
      if (symbols && round === this.#round) this.#keep(uri, symbols, fingerprint);
    } catch (error) {
      this.#leave('unreadable', uri, String(error));
    }
  }

  #keep(uri: Uri, symbols: readonly PageSymbol[], fingerprint: string): void {
    const room = Math.min(this.#limits.symbolsOfFile, this.#limits.symbols - this.#symbols);
    if (symbols.length > room) this.#leave(`names beyond ${room} left out`, uri);
    const kept = symbols.slice(0, Math.max(0, room));
    this.#pages.set(uri.toString(), { uri, symbols: kept, fingerprint });
    this.#symbols += kept.length;
  }

  #forget(key: string): void {
    this.#symbols -= this.#pages.get(key)?.symbols.length ?? 0;
    this.#pages.delete(key);
    this.#tooLong.delete(key);
  }

  #leave(why: string, uri: Uri, cause = ''): undefined {
    this.#leftOut.set(why, (this.#leftOut.get(why) ?? 0) + 1);
    this.#log.debug(`index: ${why}: ${uri.toString(true)}${cause === '' ? '' : `: ${cause}`}`);
  }

  #tell(): void {
    const took = Math.round(performance.now() - this.#began);
    this.#log.info(`index: ${this.#symbols} names in ${this.#pages.size} pages, brought up to date in ${took} ms`);
    for (const [why, count] of this.#leftOut) this.#log.warn(`index: ${why}: ${count}`);
    this.#leftOut.clear();
    this.#began = 0;
  }

  #watch(): Disposable {
    const globs = [CANDIDATES, ...associatedGlobs()];
    const pages = globs.map((glob) => workspace.createFileSystemWatcher(glob));
    const sidecars = workspace.createFileSystemWatcher(SIDECARS);
    const all = workspace.createFileSystemWatcher('**/*', false, true, false);
    const changed = (uri: Uri): void => {
      const key = uri.toString();
      if (!this.#found.has(key)) this.#listed = false;
      else this.#dirty.set(key, uri);
    };
    const decided = (uri: Uri): void => {
      const page = uri.with({ path: uri.path.slice(0, -SIDECAR_SUFFIX.length) });
      if (this.#pages.has(page.toString())) changed(page);
    };
    return Disposable.from(
      ...pages,
      ...pages.flatMap((watcher) => [watcher.onDidCreate(changed), watcher.onDidChange(changed)]),
      sidecars,
      ...[sidecars.onDidCreate(decided), sidecars.onDidChange(decided), sidecars.onDidDelete(decided)],
      all,
      // Of a folder that comes or goes, what is in it is not told.
      all.onDidCreate((uri) => {
        if (!fileName(uri).includes('.')) this.#listed = false;
      }),
      all.onDidDelete((uri) => this.#deleted(uri)),
      workspace.onDidChangeWorkspaceFolders(() => this.#startAnew()),
      workspace.onDidChangeConfiguration((event) => {
        if (AFFECTING.some((setting) => event.affectsConfiguration(setting))) this.#startAnew();
      }),
    );
  }

  #deleted(uri: Uri): void {
    const key = uri.toString();
    if (this.#found.has(key) || this.#found.isFolder(key)) this.#gone.add(key);
  }

  /** Forgets the files that were deleted; what is there again is found again. */
  #forgetGone(): void {
    if (this.#gone.size === 0) return;
    for (const key of this.#found.take(this.#gone)) {
      this.#forget(key);
      this.#dirty.delete(key);
    }
    this.#gone.clear();
    this.#listed = false;
  }

  #startAnew(): void {
    this.#round += 1;
    this.#watching?.dispose();
    this.#watching = this.#watch();
    this.#pages.clear();
    this.#tooLong.clear();
    this.#found.clear();
    this.#gone.clear();
    this.#dirty.clear();
    this.#symbols = 0;
    this.#listed = false;
  }
}

/** Where the user's settings say that files are newspaper pages. */
function associatedGlobs(): string[] {
  return Object.entries(workspace.getConfiguration('files').get<Record<string, string>>('associations', {}))
    .filter(([, language]) => language === LANGUAGE)
    .map(([pattern]) => (pattern.includes('/') ? pattern : `**/${pattern}`));
}
