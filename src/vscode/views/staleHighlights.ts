import { commands, window, type Disposable, type TextDocument, type TextEditor } from 'vscode';

/**
 * Takes away what VS Code highlights at the cursor of a document whose language has just changed: as plain text a
 * whole paragraph without blanks is one word, and its highlight would stay until the cursor leaves the paragraph.
 */
export class StaleHighlights {
  readonly #logFailure: (error: unknown) => void;
  /** Documents of another language than before that have not been in front since. */
  readonly #waiting = new WeakSet<TextDocument>();
  readonly #subscription: Disposable = window.onDidChangeActiveTextEditor((editor) => {
    if (editor && this.#waiting.delete(editor.document)) this.#clear(editor);
  });

  constructor(logFailure: (error: unknown) => void) {
    this.#logFailure = logFailure;
  }

  /** To be called when a document changes its language; clears at once where it is in front, else when it comes there. */
  languageChanges(document: TextDocument): void {
    const editor = window.activeTextEditor;
    if (editor?.document === document) this.#clear(editor);
    else this.#waiting.add(document);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /**
   * VS Code computes a highlight anew where the cursor leaves it, and takes it away where typing moves the cursor.
   * An empty text of an input method that moves the cursor to and fro is such typing. It goes to the editor that has
   * the focus, and nowhere where something else has it, which is where nothing is highlighted either.
   */
  #clear({ document, selections, selection: { isEmpty, active } }: TextEditor): void {
    const { text } = document.lineAt(active);
    if (selections.length > 1 || !isEmpty || text === '') return;
    const before = [...text.slice(Math.max(0, active.character - 2), active.character)].at(-1);
    const away = before === undefined ? String.fromCodePoint(text.codePointAt(0)!).length : -before.length;
    for (const positionDelta of [away, -away]) {
      const typed = { text: '', replacePrevCharCnt: 0, replaceNextCharCnt: 0, positionDelta };
      void commands.executeCommand('compositionType', typed).then(undefined, this.#logFailure);
    }
  }
}
