import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';

/** What a sidecar holds of one decision. */
export interface StoredTag {
  readonly id: string;
  readonly type: string;
  readonly decision: string;
  readonly creator: string;
  readonly exact: string;
  /** Code points, `null` of an orphan. */
  readonly position: readonly [number, number] | null;
}

interface Item {
  id: string;
  decision: string;
  creator: { name: string };
  body: { value: string };
  target: { selector: { type: string; start: number; end: number; exact: string }[] };
}

/** A page file of the test workspace, shown in an editor, with its sidecar. */
export class TagPage {
  readonly uri: vscode.Uri;
  editor!: vscode.TextEditor;

  constructor(name: string) {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder, 'a workspace folder');
    this.uri = vscode.Uri.joinPath(folder.uri, `${name}.issue.txt`);
  }

  /** Writes the file and shows it. */
  static async open(name: string, text: string): Promise<TagPage> {
    const page = new TagPage(name);
    await vscode.workspace.fs.writeFile(page.uri, new TextEncoder().encode(text));
    await page.show();
    return page;
  }

  get sidecar(): vscode.Uri {
    return this.uri.with({ path: `${this.uri.path}.annotations.json` });
  }

  get document(): vscode.TextDocument {
    return this.editor.document;
  }

  get text(): string {
    return this.document.getText();
  }

  /** Opens the file as the Explorer does: an extension that opens a document keeps it open for minutes. */
  async show(): Promise<void> {
    await vscode.commands.executeCommand('vscode.open', this.uri, { preview: false });
    await until('the editor', () => vscode.window.activeTextEditor?.document.uri.toString() === this.uri.toString());
    this.editor = vscode.window.activeTextEditor!;
    assert.equal(this.document.languageId, 'newspaper');
  }

  /** Closes the editor, and with it the document, without saving. */
  async close(): Promise<void> {
    await vscode.commands.executeCommand('vscode.open', this.document.uri, { preview: false });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the page to close', () => this.document.isClosed);
  }

  /** Selects each of `parts`, the first time it stands in the text. */
  select(...parts: string[]): void {
    this.editor.selections = parts.map((part) => {
      const { start, end } = this.rangeOf(part);
      return new vscode.Selection(start, end);
    });
  }

  /** Puts the cursor `after` characters behind the start of `part`. */
  putCursor(part: string, after = 0): void {
    const at = this.rangeOf(part).start.translate(0, after);
    this.editor.selection = new vscode.Selection(at, at);
  }

  rangeOf(part: string): vscode.Range {
    const start = this.text.indexOf(part);
    assert.ok(start >= 0, `${part} in the page`);
    return new vscode.Range(this.document.positionAt(start), this.document.positionAt(start + part.length));
  }

  /** Replaces the first `from`, as typing does: with an undo stop before and after. */
  async replace(from: string, to: string): Promise<void> {
    assert.ok(await this.editor.edit((edit) => edit.replace(this.rangeOf(from), to)));
  }

  /** The tags that are stored; none while the sidecar is being written. */
  async tags(): Promise<StoredTag[]> {
    const json = await readFile(this.sidecar);
    if (json === '') return [];
    const { items } = JSON.parse(json) as { items: Item[] };
    return items.map(({ id, decision, creator, body, target }) => {
      const place = target.selector.find(({ type }) => type === 'TextPositionSelector');
      const quote = target.selector.find(({ type }) => type === 'TextQuoteSelector');
      return {
        id,
        decision,
        creator: creator.name,
        type: body.value,
        exact: quote?.exact ?? '',
        position: place ? ([place.start, place.end] as const) : null,
      };
    });
  }

  /** The decisions as `decision type text`. */
  async decisions(): Promise<string[]> {
    return (await this.tags()).map(({ decision, type, exact }) => `${decision} ${type} ${exact}`);
  }

  /** Why the first `part` is marked, as the command lists it; nothing where it is not. */
  async reasons(part: string): Promise<string[]> {
    this.putCursor(part, 1);
    return pickFrom(() => galley('explainMention'));
  }

  /** The hover's text on the first `part`, Markdown and all; only what Galley says of mentions. */
  async hover(part: string): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      this.document.uri,
      this.rangeOf(part).start,
    );
    return hovers
      .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
      .filter((content) => content.includes('galley.tagAllOccurrences'))
      .join('\n');
  }
}

/** The labels of the quick pick that `run` shows; the one at the index that `choose` gives is taken. */
export async function pickFrom(
  run: () => Promise<void>,
  choose: (labels: readonly string[]) => number = () => -1,
): Promise<string[]> {
  const window = vscode.window as { showQuickPick: unknown };
  const original = window.showQuickPick;
  let labels: string[] = [];
  window.showQuickPick = (items: vscode.QuickPickItem[]) => {
    labels = items.map(({ label }) => label);
    return Promise.resolve(items[choose(labels)]);
  };
  try {
    await run();
  } finally {
    window.showQuickPick = original;
  }
  return labels;
}

/** Runs a command of Galley. */
export async function galley(name: string, ...args: unknown[]): Promise<void> {
  await vscode.commands.executeCommand(`galley.${name}`, ...args);
}

export async function readFile(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function writeFile(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Waits until `check` holds; the test's own time limit ends it. */
export async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await check())) {
    assert.ok(Date.now() < end, `waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Sets a setting for the workspace, and gives back what undoes that. */
export async function configure(setting: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('galley').update(setting, value, vscode.ConfigurationTarget.Global);
}

type Shower = 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';

/** Messages shown while `run` runs; the buttons are pressed as `answer` says. */
export async function messagesOf(
  run: (messages: string[]) => Promise<void>,
  answer: (message: string) => string | undefined = () => undefined,
): Promise<string[]> {
  const messages: string[] = [];
  const showers: Shower[] = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'];
  const window = vscode.window as unknown as Record<Shower, unknown>;
  const originals = showers.map((name) => window[name]);
  for (const name of showers) {
    window[name] = (message: string) => {
      messages.push(message);
      return Promise.resolve(answer(message));
    };
  }
  try {
    await run(messages);
  } finally {
    showers.forEach((name, index) => (window[name] = originals[index]));
  }
  return messages;
}

/** What the status bar is told while `run` runs. */
export async function statusMessagesOf(run: () => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const { setStatusBarMessage } = vscode.window;
  const window = vscode.window as { setStatusBarMessage: unknown };
  window.setStatusBarMessage = (message: string) => said.push(message);
  try {
    await run();
  } finally {
    window.setStatusBarMessage = setStatusBarMessage;
  }
  return said;
}

/** Answers the lists that open while `run` runs; gives what they were opened with. */
export async function listsOf(
  run: () => Promise<void>,
  answer: (items: vscode.QuickPickItem[], options: vscode.QuickPickOptions) => unknown,
): Promise<{ items: vscode.QuickPickItem[]; options: vscode.QuickPickOptions }[]> {
  const lists: { items: vscode.QuickPickItem[]; options: vscode.QuickPickOptions }[] = [];
  const { showQuickPick } = vscode.window;
  const window = vscode.window as { showQuickPick: unknown };
  window.showQuickPick = (items: vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
    lists.push({ items, options });
    return Promise.resolve(answer(items, options));
  };
  try {
    await run();
  } finally {
    window.showQuickPick = showQuickPick;
  }
  return lists;
}

/** Has the next request to any worker of this process, which Galley's shares, meet `instead`; `post` lets it go on. */
export function onNextRequest(instead: (worker: Worker, post: () => void) => void): void {
  const prototype = Worker.prototype as { postMessage: (this: Worker, value: unknown) => void };
  const original = prototype.postMessage;
  prototype.postMessage = function (value): void {
    prototype.postMessage = original;
    instead(this, () => this.postMessage(value));
  };
}
