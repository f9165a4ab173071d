import { userInfo } from 'node:os';
import { workspace } from 'vscode';
import type { Decider } from '../core/annotations/decide.ts';

/** The editor at this machine, deciding now: by `galley.annotator`, else by the account's name. */
export function annotator(): Decider {
  return {
    creator: workspace.getConfiguration('galley').get('annotator', '').trim() || accountName(),
    created: new Date().toISOString(),
    newId: () => `urn:uuid:${crypto.randomUUID()}`,
  };
}

/** An account need not have a name: the system has none for a user id made for a container. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? '';
  }
}
