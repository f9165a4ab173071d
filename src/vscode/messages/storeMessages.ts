import { commands, l10n, window, type Disposable } from 'vscode';
import type { AnnotationStore, PageOutcome } from '../state/annotationStore.ts';
import { fileName, sidecarUri } from '../state/sidecarFile.ts';

/** Tells the editor what keeps tags from being stored: each hindrance of a page once, until it is over. */
export function registerStoreMessages(store: AnnotationStore): Disposable {
  const told = new WeakMap<object, string>();
  return store.onOutcome((event) => {
    const { kind } = event.outcome;
    if (kind === told.get(event.page)) return;
    if (kind !== 'unchanged') told.set(event.page, kind);
    void tell(event);
  });
}

async function tell({ page, outcome }: PageOutcome): Promise<void> {
  const { uri } = page.document;
  const name = fileName(uri);
  switch (outcome.kind) {
    case 'read':
    case 'stored':
    case 'unchanged':
      return;
    case 'no-place':
      await window.showInformationMessage(
        page.document.isUntitled
          ? l10n.t('The tags of an unsaved page are kept once the page is saved.')
          : l10n.t('No file can be written beside {0}: its tags last until it is closed.', name),
      );
      return;
    case 'unreadable': {
      const open = l10n.t('Open File');
      const answer = await window.showWarningMessage(
        outcome.error.code === 'syntax'
          ? l10n.t(
              'The annotations file of {0} is damaged. It is left as it is, and new tags are kept once it can be read again.',
              name,
            )
          : l10n.t(
              'The file with the name of the annotations file of {0} is none. It is left as it is, and new tags cannot be kept.',
              name,
            ),
        open,
      );
      if (answer === open) await commands.executeCommand('vscode.open', sidecarUri(uri));
      return;
    }
    case 'failed': {
      const again = l10n.t('Try Again');
      const answer = await window.showErrorMessage(
        l10n.t('The tags of {0} could not be stored or read: {1}', name, outcome.error.message),
        again,
      );
      if (answer === again) await page.store();
      return;
    }
    case 'removed': {
      const restore = l10n.t('Restore');
      const answer = await window.showWarningMessage(
        l10n.t('The annotations file of {0} was removed, and its tags with it.', name),
        restore,
      );
      if (answer === restore) await page.adopt(outcome.annotations);
      return;
    }
  }
}
