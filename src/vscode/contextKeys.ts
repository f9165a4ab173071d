import { commands } from 'vscode';

/** The keys that the manifest's `when` clauses ask for; VS Code is told only what changes. */
export class ContextKeys {
  readonly #told = new Map<string, boolean | string>();

  /** Sets `galley.NAME`. */
  set(name: string, value: boolean | string): void {
    if (this.#told.get(name) === value) return;
    this.#told.set(name, value);
    void commands.executeCommand('setContext', `galley.${name}`, value);
  }
}
