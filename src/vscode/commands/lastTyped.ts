import { Disposable, workspace, type Position, type TextDocument, type TextDocumentChangeEvent } from 'vscode';
import { isNewspaper } from '../language.ts';

interface Change {
  readonly document: TextDocument;
  readonly version: number;
  /** Where what was typed ends: one offset a cursor. */
  readonly ends: readonly number[];
  /** In UTF-16 code units; what an input method puts in at once, or one character. */
  readonly length: number;
  told: boolean;
}

/** What was typed before a cursor. */
export interface Typed {
  /** In UTF-16 code units: 0 where the text there was not the last that was typed. */
  readonly length: number;
  /** Whether it is told for the first time. */
  readonly isNew: boolean;
}

const NOTHING: Typed = { length: 0, isNew: false };

/**
 * Remembers what was typed last in a page. VS Code asks for completions behind a word that is typed and where a
 * person asks for them by key in the same words; the first to come after a change is the one that follows the typing.
 */
export class LastTyped {
  #last: Change | undefined;
  readonly #subscription: Disposable = workspace.onDidChangeTextDocument((event) => this.#changed(event));

  /** What was typed before a position, which is told as new once. */
  tell(document: TextDocument, position: Position): Typed {
    const last = this.#last;
    if (last?.document !== document || last.version !== document.version) return NOTHING;
    if (!last.ends.includes(document.offsetAt(position))) return NOTHING;
    const isNew = !last.told;
    last.told = true;
    return { length: last.length, isNew };
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #changed({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
    if (!isNewspaper(document) || contentChanges.length === 0) return;
    this.#last = undefined;
    if (reason !== undefined || contentChanges.some(({ text }) => text === '')) return;
    let shift = 0;
    const ends = [...contentChanges]
      .sort((a, b) => a.rangeOffset - b.rangeOffset)
      .map(({ rangeOffset, rangeLength, text }) => {
        const end = rangeOffset + shift + text.length;
        shift += text.length - rangeLength;
        return end;
      });
    this.#last = { document, version: document.version, ends, length: contentChanges[0]!.text.length, told: false };
  }
}
