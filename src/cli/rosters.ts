import { dirname, join, resolve } from 'node:path';

import * as l10n from '@vscode/l10n';

import type { Logger } from '../core/logger.ts';
import { parseRoster } from '../core/roster/parseRoster.ts';
import { ROSTER_PATH, type RosterEntry } from '../core/roster/roster.ts';
import { rosterProblemMessage } from '../localized/rosterProblemMessage.ts';
import { readText } from '../node/readText.ts';
import type { RosterChoice } from './arguments.ts';
import { STDIN } from './inputs.ts';
import { textMessage } from './messages.ts';
import { RosterFileError } from './rosterFileError.ts';

type Entries = readonly RosterEntry[];

const NONE: Entries = [];

/** The rosters of texts. Each file is read once, and what is wrong with it is told once. */
export class Rosters {
  readonly #choice: RosterChoice;
  readonly #log: Logger;
  readonly #ofFolder = new Map<string, Promise<Entries>>();
  #named: Promise<Entries> | undefined;

  constructor(choice: RosterChoice, log: Logger) {
    this.#choice = choice;
    this.#log = log;
  }

  /**
   * The entries that are certain in the text at `path`: the same list for all texts of one roster. Rejects with a
   * `RosterFileError` where the user named a file that cannot be read.
   */
  of(path: string): Promise<Entries> {
    if (this.#choice === 'none') return Promise.resolve(NONE);
    if (this.#choice === 'folder') return this.#nearest(path === STDIN ? resolve('.') : dirname(resolve(path)));
    const { file } = this.#choice;
    return (this.#named ??= this.#read(file).catch((error: unknown) => {
      throw new RosterFileError(file, error);
    }));
  }

  /** The roster of a folder, else that of the folder around it. */
  #nearest(folder: string): Promise<Entries> {
    let found = this.#ofFolder.get(folder);
    if (!found) this.#ofFolder.set(folder, (found = this.#find(folder)));
    return found;
  }

  async #find(folder: string): Promise<Entries> {
    const path = join(folder, ROSTER_PATH);
    try {
      return await this.#read(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') {
        this.#log.warn(`${path}: ${l10n.t('The roster cannot be read: {0}', textMessage(error, 'auto'))}`);
        return NONE;
      }
    }
    const around = dirname(folder);
    return around === folder ? NONE : this.#nearest(around);
  }

  async #read(path: string): Promise<Entries> {
    const { text } = await readText(path);
    const { entries, problems } = parseRoster(text);
    this.#log.debug(`${path}: ${entries.length} roster entries, ${problems.length} problems`);
    for (const problem of problems) this.#log.warn(`${path}:${problem.line}: ${rosterProblemMessage(problem, l10n)}`);
    return entries;
  }
}
