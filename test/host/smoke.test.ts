import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is known to VS Code under its id', () => {
    assert.ok(vscode.extensions.getExtension('galley.galley'));
  });
});
