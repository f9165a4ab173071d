import { commands, l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import { findTargets, type PlaceArgument } from '../commands/tagTargets.ts';
import { typeName } from '../entityTypes.ts';
import type { Extractions } from '../state/extraction.ts';
import type { Mentions } from '../state/mentions.ts';
import { reasonsFor, type Reason } from './reasons.ts';

/** Milliseconds for which the status bar says that there is nothing to explain. */
const SHOWN = 3000;

/** *Why Is This Marked?*: lists the reasons for the mention of a link or at the cursor; one that is a place leads there. */
export function registerExplanation(mentions: Mentions, extractions: Extractions): Disposable {
  return commands.registerCommand('galley.explainMention', async (...args: unknown[]) => {
    const targets = await findTargets(mentions, args, () => undefined);
    const tag = targets?.tags.find(({ mention }) => mention);
    if (!targets || !tag?.mention) {
      window.setStatusBarMessage(l10n.t('Nothing was found here.'), SHOWN);
      return;
    }
    const { document } = targets;
    const reasons = reasonsFor(document, tag.mention, extractions.of(document));
    const picked = await window.showQuickPick(
      reasons.map((reason): QuickPickItem & Reason => ({
        ...reason,
        label: `${reason.witness ? '$(go-to-file)' : '$(circle-small-filled)'} ${reason.text}`,
      })),
      { title: l10n.t('Why “{0}” is marked: {1}', tag.text, typeName(tag.type)) },
    );
    if (!picked?.witness) return;
    const place: PlaceArgument = { uri: document.uri.toString(), ...picked.witness };
    await commands.executeCommand('galley.revealMention', place);
  });
}
