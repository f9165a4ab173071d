import { Disposable, EventEmitter, TabInputText, TabInputTextDiff, window, workspace, type TextDocument } from 'vscode';
import { ContextKeys } from '../contextKeys.ts';
import { isNewspaper } from '../language.ts';

/**
 * The page that the views are about: the one in front, and while another kind of file is in front the last one, as
 * long as it is open. What is in front is told as `galley.front`: `page`, `text` or `nothing`.
 */
export class ShownPage {
  readonly #keys = new ContextKeys();
  readonly #changed = new EventEmitter<void>();
  /** Another page is shown, or none. */
  readonly onDidChange = this.#changed.event;
  readonly #disposables: Disposable[];
  #document: TextDocument | undefined;

  constructor() {
    this.#disposables = [
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#look()),
      window.tabGroups.onDidChangeTabs(() => this.#look()),
      // Also where only the language was changed.
      workspace.onDidOpenTextDocument(() => this.#look()),
      workspace.onDidCloseTextDocument(() => this.#look()),
    ];
    this.#look();
  }

  /** Undefined where no page is open. */
  get document(): TextDocument | undefined {
    return this.#document;
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  #look(): void {
    const front = window.activeTextEditor?.document;
    // The log in the panel is in front of nothing.
    if (front?.uri.scheme === 'output') return;
    const isPage = front !== undefined && isNewspaper(front);
    this.#keys.set('front', isPage ? 'page' : front ? 'text' : 'nothing');
    const shown = isPage ? front : this.#document && isOpen(this.#document) ? this.#document : undefined;
    if (shown === this.#document) return;
    this.#document = shown;
    this.#changed.fire();
  }
}

function isOpen(document: TextDocument): boolean {
  if (document.isClosed || !isNewspaper(document)) return false;
  const uri = document.uri.toString();
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) =>
      input instanceof TabInputTextDiff
        ? input.modified.toString() === uri || input.original.toString() === uri
        : input instanceof TabInputText && input.uri.toString() === uri,
    );
}
