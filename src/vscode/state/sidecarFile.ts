import { FileSystemError, Uri, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotations/records/sidecar.ts';

/** Where the annotations of the page at `page` are kept. */
export function sidecarUri(page: Uri): Uri {
  return page.with({ path: page.path + SIDECAR_SUFFIX });
}

/** The page's file name without its folder. */
export function fileName(page: Uri): string {
  return page.path.slice(page.path.lastIndexOf('/') + 1);
}

/**
 * Whether the page can have a sidecar beside it. An unsaved page has no place yet; a source control
 * provider names the page's path in the query as well, and would give the page itself for its sidecar.
 */
export function canHaveSidecar(page: Uri): boolean {
  return page.query === '' && workspace.fs.isWritableFileSystem(page.scheme) !== undefined;
}

/** Bytes beyond which a sidecar is not read: tens of thousands of decisions take a third of it. */
export const LONGEST_SIDECAR = 32 * 1024 * 1024;

/** A file is longer than what may be read into memory. */
export class FileTooLongError extends Error {
  override readonly name = 'FileTooLongError';

  constructor(uri: Uri, bytes: number, most: number) {
    super(`${fileName(uri)} is too long to be read: ${bytes} bytes, and ${most} are the most`);
  }
}

/**
 * The text of a file of at most `most` bytes, or null where there is none. Throws a `FileTooLongError` for a longer
 * one; other failures are thrown as they come.
 */
export async function readTextFile(uri: Uri, most = LONGEST_SIDECAR): Promise<string | null> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > most) throw new FileTooLongError(uri, size, most);
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Writes a UTF-8 file. */
export async function writeTextFile(uri: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Takes a file away for good; none there is as well. */
export async function removeFile(uri: Uri): Promise<void> {
  try {
    await workspace.fs.delete(uri);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

/** Whether there is something at `uri`. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** Whether an error says that there is no such file. */
export function isNotFound(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound';
}
