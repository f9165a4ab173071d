import { commands, Disposable, window } from 'vscode';
import { ContextKeys } from '../contextKeys.ts';
import type { AnnotationStore } from './annotationStore.ts';
import type { PageAnnotations } from './pageAnnotations.ts';

/**
 * Undo and redo of decisions. The keys of the editor's own undo and redo are Galley's exactly while a
 * decision is what was done, or undone, last in the page in front (`galley.canUndoTag`,
 * `galley.canRedoTag`), so that they take back text and tags in the order in which they were made.
 */
export class TagHistory {
  readonly #store: AnnotationStore;
  readonly #keys = new ContextKeys();
  readonly #disposables: Disposable[];

  constructor(store: AnnotationStore) {
    this.#store = store;
    this.#disposables = [
      commands.registerCommand('galley.undoTag', () => this.#step('undo')),
      commands.registerCommand('galley.redoTag', () => this.#step('redo')),
      store.onDidChange((document) => {
        if (document === window.activeTextEditor?.document) this.#tell();
      }),
      window.onDidChangeActiveTextEditor(() => this.#tell()),
    ];
    this.#tell();
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  get #page(): PageAnnotations | undefined {
    const document = window.activeTextEditor?.document;
    return document && this.#store.of(document);
  }

  async #step(kind: 'undo' | 'redo'): Promise<void> {
    // The context keys reach the keyboard a moment late: an edit made in it is undone as ever.
    if (!(await this.#page?.[kind]())) await commands.executeCommand(kind);
  }

  #tell(): void {
    const page = this.#page;
    this.#keys.set('canUndoTag', page?.canUndo ?? false);
    this.#keys.set('canRedoTag', page?.canRedo ?? false);
  }
}
