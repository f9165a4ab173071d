import { workspace, type Uri } from 'vscode';
import { LANGUAGE } from './language.ts';

/**
 * The text of a file that is not open, as VS Code reads it, without a byte order mark. Throws where it is binary.
 * VS Code guesses encodings on this thread, some milliseconds a page; what is UTF-8 to the last byte needs no guess
 * where the settings do not name another encoding.
 */
export async function decodeFile(bytes: Uint8Array, uri: Uri): Promise<string> {
  const encodings = [uri, { uri, languageId: LANGUAGE }].map((scope) =>
    workspace.getConfiguration('files', scope).get('encoding', 'utf8'),
  );
  const text = encodings.every((encoding) => encoding === 'utf8') && !bytes.includes(0) ? asUtf8(bytes) : undefined;
  return text ?? (await workspace.decode(bytes, { uri }));
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Another encoding: VS Code knows which.
    return undefined;
  }
}
