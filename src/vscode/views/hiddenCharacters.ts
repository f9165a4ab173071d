import {
  Disposable,
  l10n,
  Range,
  ThemeColor,
  window,
  workspace,
  type DecorationOptions,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { findHiddenCharacters } from '../../core/text/hiddenCharacters.ts';
import { isNewspaper } from '../language.ts';

/** How long a line is looked at, in UTF-16 units: as far as VS Code draws it by default (`editor.stopRenderingLineAfter`). */
const DRAWN = 10_000;

/**
 * Writes `U+200B` in a box where a zero-width character stands in the lines on the screen. VS Code's own box for
 * invisible characters leaves them out where the word around them has no ASCII letter, which in Chinese text is
 * nearly everywhere.
 */
export class HiddenCharacterMarks {
  readonly #mark = window.createTextEditorDecorationType({
    before: {
      color: new ThemeColor('editorUnicodeHighlight.border'),
      border: '1px solid',
      margin: '0 1px',
      textDecoration: 'none; font-size: 0.7em; padding: 0 2px; border-radius: 2px',
    },
  });
  readonly #disposables: Disposable[];

  constructor() {
    this.#disposables = [
      this.#mark,
      window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => this.#decorate(editor))),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#decorate(textEditor)),
      workspace.onDidChangeTextDocument(({ document }) => this.#decorateShown(document)),
      workspace.onDidOpenTextDocument((document) => this.#decorateShown(document)),
    ];
    window.visibleTextEditors.forEach((editor) => this.#decorate(editor));
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  #decorateShown(document: TextDocument): void {
    for (const editor of window.visibleTextEditors) if (editor.document === document) this.#decorate(editor);
  }

  #decorate(editor: TextEditor): void {
    const { document, visibleRanges } = editor;
    const marks = isNewspaper(document)
      ? visibleRanges.flatMap(({ start, end }) => marksIn(document, start.line, end.line))
      : [];
    editor.setDecorations(this.#mark, marks);
  }
}

/** The marks in some lines of a document. */
function marksIn(document: TextDocument, first: number, last: number): DecorationOptions[] {
  const marks: DecorationOptions[] = [];
  for (let line = first; line <= Math.min(last, document.lineCount - 1); line++) {
    for (const { start, end, codePoint } of findHiddenCharacters(document.lineAt(line).text.slice(0, DRAWN))) {
      const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      marks.push({
        range: new Range(line, start, line, end),
        hoverMessage: l10n.t('The invisible character {0} stands here.', name),
        renderOptions: { before: { contentText: name } },
      });
    }
  }
  return marks;
}
