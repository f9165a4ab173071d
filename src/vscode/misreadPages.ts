import { ConfigurationTarget, Disposable, l10n, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import type { Logger } from '../core/logger.ts';
import { isNewspaperPage } from '../core/structure/detectPage.ts';
import type { StructureLexicons } from '../core/structure/lexicons.ts';
import { encodingOf, type PageEncoding } from './encodings.ts';
import { isNewspaper } from './language.ts';
import { fileName } from './state/sidecarFile.ts';

/** Files above this size in bytes are left as they are: they are no pages. */
const LARGEST = 4 << 20;

/**
 * Offers to reopen a page that was opened in an encoding that is not its own, such as one in GB 18030 whose name says
 * nothing to VS Code: once a file and session (`galley.offerEncoding`).
 */
export class MisreadPages {
  readonly #lexicons: () => StructureLexicons;
  readonly #log: Logger;
  readonly #reopened: (document: TextDocument) => void;
  readonly #looked = new WeakSet<TextDocument>();
  /** The files, by URI, that it was offered for. */
  readonly #offered = new Set<string>();
  readonly #disposables: Disposable[];
  readonly #atStart: NodeJS.Immediate;

  /** `reopened` is told of a document that now has its own encoding. */
  constructor(lexicons: () => StructureLexicons, log: Logger, reopened: (document: TextDocument) => void) {
    this.#lexicons = lexicons;
    this.#log = log;
    this.#reopened = reopened;
    this.#disposables = [window.onDidChangeVisibleTextEditors((editors) => this.#lookAt(editors))];
    // After activation, which must not read texts.
    this.#atStart = setImmediate(() => this.#lookAt(window.visibleTextEditors));
  }

  dispose(): void {
    clearImmediate(this.#atStart);
    Disposable.from(...this.#disposables).dispose();
  }

  #lookAt(editors: readonly TextEditor[]): void {
    for (const { document } of editors) {
      if (this.#looked.has(document) || !mayBeMisread(document)) continue;
      this.#looked.add(document);
      void this.#look(document).catch((error: unknown) =>
        this.#log.warn(`looking for the encoding of ${document.uri.toString(true)}: ${String(error)}`),
      );
    }
  }

  async #look(document: TextDocument): Promise<void> {
    const { uri } = document;
    const settings = workspace.getConfiguration('galley', document);
    if (!settings.get('detectPages', true) || !settings.get('offerEncoding', true)) return;
    if (this.#offered.has(uri.toString()) || (await workspace.fs.stat(uri)).size > LARGEST) return;
    const bytes = await workspace.fs.readFile(uri);
    const encoding = encodingOf(bytes);
    if (!encoding) return;
    const text = await workspace.decode(bytes, { encoding: encoding.id });
    if (document.isDirty || !isBetter(text, document.getText())) return;
    if (!isNewspaper(document) && !isNewspaperPage(text, this.#lexicons())) return;
    this.#offered.add(uri.toString());
    this.#log.info(`opened in ${document.encoding}, but a page in ${encoding.id}: ${uri.toString(true)}`);
    await this.#offer(document, encoding);
  }

  async #offer(document: TextDocument, { id, name }: PageEncoding): Promise<void> {
    const [reopen, never] = [l10n.t('Reopen'), l10n.t('Don’t Ask Again')];
    const question = l10n.t('{0} looks like a page in {1}. Reopen it in that encoding?', fileName(document.uri), name);
    const answer = await window.showInformationMessage(question, reopen, never);
    if (answer === reopen) await this.#reopen(document, id, name);
    if (answer === never)
      await workspace.getConfiguration('galley').update('offerEncoding', false, ConfigurationTarget.Global);
  }

  async #reopen({ uri }: TextDocument, encoding: string, name: string): Promise<void> {
    try {
      this.#reopened(await workspace.openTextDocument(uri, { encoding }));
    } catch (error) {
      this.#log.warn(`reopening ${uri.toString(true)} in ${encoding}: ${String(error)}`);
      const reason = error instanceof Error ? error.message : String(error);
      await window.showErrorMessage(l10n.t('{0} could not be reopened in {1}: {2}', fileName(uri), name, reason));
    }
  }
}

/** A file, of plain text or a page by its name, that is not plainly the UTF-8 that VS Code takes it for. */
function mayBeMisread(document: TextDocument): boolean {
  const { languageId, uri, isUntitled, isDirty, encoding } = document;
  if (isUntitled || isDirty || workspace.fs.isWritableFileSystem(uri.scheme) === undefined) return false;
  if (languageId !== 'plaintext' && !isNewspaper(document)) return false;
  return !encoding.startsWith('utf8') || damageOf(document.getText()) > 0;
}

/** Whether a text is another than was opened, and no more damaged. Line breaks do not count. */
function isBetter(text: string, opened: string): boolean {
  return damageOf(text) <= damageOf(opened) && text.replaceAll('\r', '') !== opened.replaceAll('\r', '');
}

/** How many characters stand for bytes that made none. */
function damageOf(text: string): number {
  return text.split('\ufffd').length - 1;
}
