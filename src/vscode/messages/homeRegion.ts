import { commands, l10n, window, workspace, type TextDocument } from 'vscode';
import type { Extraction } from '../../core/entities/mention.ts';
import type { RefusedHomeRegion } from '../../core/entities/place.ts';
import type { Logger } from '../../core/logger.ts';

/** Where the pages of a document's folder are from: `galley.homeRegion`, empty where each page is to tell. */
export function homeRegionOf(document: TextDocument): string {
  return workspace.getConfiguration('galley', document).get('homeRegion', '').trim();
}

/** Says once for each value of `galley.homeRegion` that is no division what is wrong with it. */
export class HomeRegionMessages {
  readonly #log: Logger;
  readonly #told = new Set<string>();

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Looks at what was found with the home region `value`. */
  check(value: string, { refusedHomeRegion }: Extraction): void {
    if (!refusedHomeRegion || this.#told.has(value)) return;
    this.#told.add(value);
    this.#log.warn(`galley.homeRegion is not used: ${refusedHomeRegion} division ${JSON.stringify(value)}`);
    void offerSettings(refusal(value, refusedHomeRegion));
  }
}

function refusal(value: string, reason: RefusedHomeRegion): string {
  return reason === 'unknown'
    ? l10n.t(
        'The setting galley.homeRegion is not used: there is no administrative division {0}. Give the name or the six-digit code of one.',
        value,
      )
    : l10n.t(
        'The setting galley.homeRegion is not used: there are several administrative divisions {0}. Put the name of the city or province in front.',
        value,
      );
}

async function offerSettings(message: string): Promise<void> {
  const open = l10n.t('Open Settings');
  if ((await window.showWarningMessage(message, open)) === open)
    await commands.executeCommand('workbench.action.openSettings', 'galley.homeRegion');
}
