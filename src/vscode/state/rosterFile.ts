import { Uri, workspace, WorkspaceEdit, type TextDocument, type WorkspaceFolder } from 'vscode';
import { emptyRoster } from '../../core/roster/addEntry.ts';
import type { RosterLanguage } from '../../core/roster/columns.ts';
import { ROSTER_PATH } from '../../core/roster/roster.ts';
import { decodeText, type DecodedText } from '../../node/readText.ts';
import { exists, isNotFound } from './sidecarFile.ts';

/** By it Excel knows UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Where a folder's roster is, whether there is one or not. */
export function rosterUri({ uri }: WorkspaceFolder): Uri {
  return Uri.joinPath(uri, ROSTER_PATH);
}

/** The folder whose roster a page goes by: the one that holds it; for a page not yet saved, the only one there is. */
export function rosterFolder(page: TextDocument): WorkspaceFolder | undefined {
  const { workspaceFolders: folders = [] } = workspace;
  return workspace.getWorkspaceFolder(page.uri) ?? (page.isUntitled && folders.length === 1 ? folders[0] : undefined);
}

/** The text of a roster file, or null where there is none. Throws an `UnreadableTextError` or a `FileSystemError`. */
export async function readRosterFile(uri: Uri): Promise<DecodedText | null> {
  const bytes = await readBytes(uri);
  return bytes && decodeText(bytes);
}

/** Creates a roster without entries where there is none, with the columns in the language given. */
export async function ensureRosterFile(uri: Uri, language: RosterLanguage): Promise<void> {
  if (!(await exists(uri))) await write(uri, new TextEncoder().encode(BYTE_ORDER_MARK + emptyRoster(language)));
}

/** What became of adding to a roster: it is in the file, or in the editor that has unsaved changes of the file. */
export type Added = 'stored' | 'in-editor';

/**
 * Puts text behind a roster's, in the file's own encoding, or in its editor where that has unsaved changes. `make` is
 * given the text as it is, and may give nothing to be added.
 */
export async function appendToRoster(uri: Uri, make: (text: string) => string): Promise<Added> {
  const open = workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  if (open) {
    const edit = new WorkspaceEdit();
    edit.insert(uri, open.positionAt(open.getText().length), make(open.getText()));
    if (!(await workspace.applyEdit(edit))) throw new Error('the editor refused the edit');
    return 'in-editor';
  }
  const bytes = await readBytes(uri);
  const { text, encoding } = bytes ? decodeText(bytes) : { text: '', encoding: 'utf-8' as const };
  const added = make(text);
  if (added === '') return 'stored';
  // What is there stays as it is, byte for byte.
  const before = bytes?.length ? bytes : new TextEncoder().encode(BYTE_ORDER_MARK);
  await write(uri, Buffer.concat([before, await encoded(added, encoding)]));
  return 'stored';
}

async function readBytes(uri: Uri): Promise<Uint8Array | null> {
  try {
    return await workspace.fs.readFile(uri);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

async function write(uri: Uri, bytes: Uint8Array): Promise<void> {
  await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
  await workspace.fs.writeFile(uri, bytes);
}

async function encoded(text: string, encoding: DecodedText['encoding']): Promise<Uint8Array> {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030':
      return workspace.encode(text, { encoding });
    default:
      // Not every name can be written in the others; a name must not be stored as question marks.
      throw new Error(`the file is in ${encoding}; save it as UTF-8`);
  }
}
