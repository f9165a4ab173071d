import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import { decodeText, readText, type DecodedText, type Encoding } from '../node/readText.ts';

/** Standard input, as a path. */
export const STDIN = '-';

/** One text to work on: a file's path as the user would write it, or `-`; with an error, one that cannot be had. */
export interface Input {
  readonly path: string;
  readonly error?: Error;
}

/** What the user's paths come to. */
export interface Inputs {
  readonly inputs: readonly Input[];
  /** Whether the user named one single text, no folder: its result then stands alone. */
  readonly single: boolean;
}

/** A folder, with its subfolders, that holds no issue file. */
export class EmptyFolderError extends Error {
  override readonly name = 'EmptyFolderError';
}

/** What is looked for in a folder; a file that is named itself is read whatever its name is. */
const ISSUE_FILE = /\.(?:txt|issue)$/i;

/**
 * Turns files, folders and `-` into texts to read, in the user's order, a folder's in the order of their
 * names. Folders are searched to any depth; hidden files and folders, linked folders, and what is no file are left out.
 */
export async function findInputs(paths: readonly string[]): Promise<Inputs> {
  const inputs: Input[] = [];
  let folders = 0;
  for (const path of paths) {
    if (!(await isFolder(path))) {
      inputs.push({ path });
      continue;
    }
    folders++;
    const before = inputs.length;
    await searchFolder(path, inputs);
    if (inputs.length === before) inputs.push({ path, error: new EmptyFolderError(path) });
  }
  return { inputs, single: paths.length === 1 && folders === 0 };
}

async function isFolder(path: string): Promise<boolean> {
  if (path === STDIN) return false;
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Whatever is wrong with it is said when it is read as a file.
    return false;
  }
}

async function searchFolder(folder: string, found: Input[]): Promise<void> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    found.push({ path: folder, error: error as Error });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await searchFolder(path, found);
    else if (ISSUE_FILE.test(entry.name) && (await isFile(entry, path))) found.push({ path });
  }
}

/** Whether an entry of a folder is a file or a link to one; so is a link that leads nowhere, since its reader says so. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return (await stat(path)).isFile();
  } catch {
    return true;
  }
}

/** Reads one text. Throws what made it unavailable (see `readText`). */
export async function readInput(input: Input, encoding: Encoding, stdin: NodeJS.ReadableStream): Promise<DecodedText> {
  if (input.error) throw input.error;
  if (input.path === STDIN) return decodeText(await buffer(stdin), encoding);
  return readText(input.path, encoding);
}
