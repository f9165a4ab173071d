import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until, writeFile } from './tagPage.ts';

/** A file of the test workspace. */
export function inWorkspace(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a workspace folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** A file of the project. */
export function inProject(path: string): vscode.Uri {
  const extension = vscode.extensions.getExtension('galley.galley');
  assert.ok(extension);
  return vscode.Uri.joinPath(extension.extensionUri, path);
}

/** Writes a file of the test workspace and opens it as the Explorer does. */
export async function open(name: string, text: string): Promise<vscode.TextEditor> {
  await writeFile(inWorkspace(name), text);
  return show(inWorkspace(name));
}

/** Opens a file as the Explorer does: an extension that opens a document keeps it open for minutes. */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  await until(
    `an editor for ${uri.path}`,
    () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString(),
  );
  return vscode.window.activeTextEditor!;
}

/** Closes the editor in front without saving. */
export async function close(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until('the editor to close', () => vscode.window.activeTextEditor !== editor);
}

/** Where the first `part` begins, `after` characters further on. */
export function positionOf(document: vscode.TextDocument, part: string, after = 0): vscode.Position {
  const start = document.getText().indexOf(part);
  assert.ok(start >= 0, `${part} in the page`);
  return document.positionAt(start + after);
}

/** Puts the cursor of the editor in front there. */
export function putCursor(editor: vscode.TextEditor, part: string, after = 0): void {
  const at = positionOf(editor.document, part, after);
  editor.selection = new vscode.Selection(at, at);
}

/** What hovers say at a place, Markdown and all. */
export async function hoversAt(document: vscode.TextDocument, part: string, after = 0): Promise<vscode.Hover[]> {
  return vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, positionOf(document, part, after));
}

export function textOf(hovers: readonly vscode.Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join('\n');
}
