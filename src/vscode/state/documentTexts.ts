import type { TextDocument } from 'vscode';

/** The texts of documents: VS Code puts one together from its lines each time that it is asked, here once a version. */
export class DocumentTexts {
  readonly #texts = new WeakMap<TextDocument, { readonly version: number; readonly text: string }>();

  /** The text that the document holds now. */
  of(document: TextDocument): string {
    const { version } = document;
    const known = this.#texts.get(document);
    if (known?.version === version) return known.text;
    const text = document.getText();
    this.#texts.set(document, { version, text });
    return text;
  }
}
