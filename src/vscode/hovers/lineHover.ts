import { l10n, MarkdownString, type TextDocument } from 'vscode';
import { isDoubtful } from '../../core/structure/readers/doubts.ts';
import type { Line } from '../../core/structure/issue.ts';
import type { Corrections } from '../state/corrections.ts';
import type { LineArgument } from '../commands/lineRoles.ts';
import { commandLink, escapeMarkdown } from './markdown.ts';
import { describeSetting } from './remarks.ts';
import { lineRoleName } from '../structureNames.ts';

/** What is said of a line that the editor has set, or of which the parse is not sure, with links to set it; else undefined. */
export function describeLine(document: TextDocument, corrections: Corrections, line: Line): MarkdownString | undefined {
  const set = corrections.at(document, line.index);
  const place: LineArgument = { uri: document.uri.toString(), line: line.index };
  const change = `[$(edit) ${l10n.t('Set Line As…')}](${commandLink('galley.setLineAs', place)})`;
  if (set) {
    const automatic: LineArgument = { ...place, as: 'automatic' };
    const back = `[$(discard) ${l10n.t('As Galley Sees It')}](${commandLink('galley.setLineAs', automatic)})`;
    return markdown(`$(edit) ${escapeMarkdown(describeSetting(set))} &nbsp; ${change} &nbsp; ${back}`);
  }
  const { kind, confidence } = line;
  if (kind === 'blank' || kind === 'continuation' || !isDoubtful(line)) return undefined;
  const doubt = l10n.t('Not sure: {0}, {1} %', lineRoleName(kind), Math.round(confidence * 100));
  return markdown(`$(question) ${escapeMarkdown(doubt)} &nbsp; ${change}`);
}

function markdown(text: string): MarkdownString {
  const said = new MarkdownString(text, true);
  said.isTrusted = { enabledCommands: ['galley.setLineAs'] };
  return said;
}
