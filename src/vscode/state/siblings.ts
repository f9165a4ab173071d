import { FileType, Location, Uri, workspace, type CancellationToken, type TextDocument } from 'vscode';
import type { Logger } from '../../core/logger.ts';
import type { Article, Continuation, Issue } from '../../core/structure/issue.ts';
import { headlineSpan } from '../../core/structure/readers/outline.ts';
import { holdsPage, pageOfFile, siblingName, siblingsFor } from '../../core/structure/readers/siblings.ts';
import type { Counterpart } from '../../core/structure/readers/storyIndex.ts';
import {
  findCounterpart,
  findStoryParts,
  type ReadOthers,
  type StoryFile,
} from '../../core/structure/readers/storyParts.ts';
import { LruMap } from '../../core/text/lruMap.ts';
import type { Span } from '../../core/text/span.ts';
import type { PageClient } from '../../node/pageClient.ts';
import { decodeFile } from '../decodeFile.ts';
import type { Issues } from './issues.ts';
import { isNewspaper } from '../language.ts';
import { rangeIn } from '../ranges.ts';
import { canHaveSidecar, fileName, readTextFile, sidecarUri } from './sidecarFile.ts';

/** A file, open or not, as it was read; its page is that which the name tells. */
export interface ReadFile extends StoryFile {
  readonly uri: Uri;
}

/** The other end of a marker: the part of the story there, in this file or in a sibling. */
export interface OtherEnd extends ReadFile, Pick<Counterpart, 'article' | 'continuation'> {}

/** One part of a story. */
export interface Part extends ReadFile {
  readonly article: Article;
}

/** Where the other part of a story was looked for, of a marker that leads nowhere. */
export interface LookedFor {
  /** The page that the marker names, as printed. */
  readonly page: string;
  /** Whether the file of the marker holds that page. */
  readonly inFile: boolean;
  /** The names of the files beside it that can be that page, the likeliest first. */
  readonly files: readonly string[];
  /** What such a file would be called, where there is none. */
  readonly missing?: string;
}

interface KnownFile extends ReadFile {
  /** What the file and its sidecar were when it was read. */
  readonly stamp: string;
}

/** Siblings that are tried for one marker; the likeliest come first. */
const TRIED = 3;
/** Files that are kept parsed though no document is open. */
const KEPT = 6;
/** Bytes beyond which a file is no page. */
const LONGEST = 4 * 1024 * 1024;
/** Parts that a story can have; more are not looked for. */
const PARTS = 12;

/** Joins the parts of stories, in one file and across the files of one folder. */
export class Stories {
  readonly #issues: Issues;
  readonly #reader: Pick<PageClient, 'parse'>;
  readonly #log: Logger;
  readonly #kept = new LruMap<string, KnownFile>(KEPT);

  constructor(issues: Issues, reader: Pick<PageClient, 'parse'>, log: Logger) {
    this.#issues = issues;
    this.#reader = reader;
    this.#log = log;
  }

  /** What an open page holds. */
  async of(document: TextDocument): Promise<ReadFile> {
    return fileOf(document.uri, await this.#issues.of(document));
  }

  /** Where a marker leads: within the file, else in a sibling of it. */
  async otherEnd(file: ReadFile, continuation: Continuation, token: CancellationToken): Promise<OtherEnd | undefined> {
    const found = await findCounterpart(file, continuation, this.#siblings(token));
    if (!found) return undefined;
    const { file: there, ...end } = found;
    return { ...there, ...end };
  }

  /** Where `otherEnd` looks. */
  async lookedFor({ uri, issue }: ReadFile, continuation: Continuation): Promise<LookedFor> {
    const { page } = continuation;
    const inFile = holdsPage(issue, continuation);
    if (!canHaveSidecar(uri)) return { page, inFile, files: [] };
    const name = fileName(uri);
    const files = siblingsFor(name, page, await this.#filesIn(Uri.joinPath(uri, '..'))).slice(0, TRIED);
    const missing = files.length > 0 ? undefined : siblingName(name, page);
    return { page, inFile, files, ...(missing !== undefined && { missing }) };
  }

  /** All parts of the story that an article is part of, in the order in which one reads them. */
  async parts(file: ReadFile, article: Article, token: CancellationToken): Promise<Part[]> {
    const parts = await findStoryParts(file, article, this.#siblings(token), PARTS);
    return token.isCancellationRequested ? [] : parts.map((part) => ({ ...part.file, article: part.article }));
  }

  /** Reads the siblings of a file on the page that a marker names. */
  #siblings(token: CancellationToken): ReadOthers<ReadFile> {
    return async function* (this: Stories, { uri }: ReadFile, { page }: Continuation) {
      const name = fileName(uri);
      if (!canHaveSidecar(uri) || pageOfFile(name) === undefined || token.isCancellationRequested) return;
      const folder = Uri.joinPath(uri, '..');
      for (const sibling of siblingsFor(name, page, await this.#filesIn(folder)).slice(0, TRIED)) {
        if (token.isCancellationRequested) return;
        const there = await this.#read(Uri.joinPath(folder, sibling));
        if (there) yield there;
      }
    }.bind(this);
  }

  async #filesIn(folder: Uri): Promise<string[]> {
    try {
      const entries = await workspace.fs.readDirectory(folder);
      return entries.filter(([, type]) => (type & FileType.Directory) === 0).map(([name]) => name);
    } catch (error) {
      this.#log.warn(`looking for siblings in ${folder.toString(true)}: ${String(error)}`);
      return [];
    }
  }

  async #read(uri: Uri): Promise<ReadFile | undefined> {
    const key = uri.toString();
    const open = workspace.textDocuments.find((document) => document.uri.toString() === key && isNewspaper(document));
    if (open) return await this.of(open);
    try {
      const [{ mtime, size }, sidecar] = await Promise.all([workspace.fs.stat(uri), readTextFile(sidecarUri(uri))]);
      if (size > LONGEST) {
        this.#log.info(`too long for a page: ${uri.toString(true)}`);
        return undefined;
      }
      const stamp = `${mtime} ${size} ${sidecar}`;
      const known = this.#kept.get(key);
      const file = known?.stamp === stamp ? known : { ...fileOf(uri, await this.#parse(uri, sidecar)), stamp };
      this.#kept.set(key, file);
      return file;
    } catch (error) {
      this.#log.warn(`reading the sibling ${uri.toString(true)}: ${String(error)}`);
      return undefined;
    }
  }

  async #parse(uri: Uri, sidecar: string | null): Promise<Issue> {
    const text = await decodeFile(await workspace.fs.readFile(uri), uri);
    const { issue, sidecarError } = await this.#reader.parse({ text, sidecar });
    if (sidecarError !== undefined) this.#log.warn(`reading ${sidecarUri(uri).toString(true)}: ${sidecarError}`);
    return issue;
  }
}

/** Where one arrives at the other end of a marker: the marker there, else the headline. */
export function arrivalOf({ issue, article, continuation }: OtherEnd): Span {
  return continuation?.span ?? headlineSpan(issue, article);
}

/** The headline of a part, for a list of the parts. */
export function headlineOf({ uri, issue, article }: Part): Location {
  return new Location(uri, rangeIn(issue.lineIndex, headlineSpan(issue, article)));
}

function fileOf(uri: Uri, issue: Issue): ReadFile {
  return { key: uri.toString(), uri, issue, page: pageOfFile(fileName(uri))?.page };
}
