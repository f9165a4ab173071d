import { workspace, type Uri } from 'vscode';
import { encodingOf } from './encodings.ts';
import { LANGUAGE } from './language.ts';

/**
 * The text of a file that is not open, without a byte order mark. Throws where it is binary. An encoding that the
 * settings name is used. Else what is UTF-8 to the last byte needs no guess of VS Code, which takes some milliseconds
 * a page on this thread; and VS Code guesses only where the settings or the file's name say so, so that Galley does.
 */
export async function decodeFile(bytes: Uint8Array, uri: Uri): Promise<string> {
  const encodings = [uri, { uri, languageId: LANGUAGE }].map((scope) =>
    workspace.getConfiguration('files', scope).get('encoding', 'utf8'),
  );
  if (!encodings.every((encoding) => encoding === 'utf8') || bytes.includes(0)) return workspace.decode(bytes, { uri });
  const text = asUtf8(bytes);
  if (text !== undefined) return text;
  const encoding = encodingOf(bytes);
  return encoding ? workspace.decode(bytes, { encoding: encoding.id }) : workspace.decode(bytes, { uri });
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Another encoding, or a damaged file.
    return undefined;
  }
}
