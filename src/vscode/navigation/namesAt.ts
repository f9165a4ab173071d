import { window, type Position, type TextDocument } from 'vscode';
import type { EntityGroup } from '../../core/annotations/entityGroups.ts';
import { tagsAt, type Tag } from '../../core/annotations/overlay.ts';
import { occurrencesOf } from '../../core/text/occurrences.ts';
import type { Span } from '../../core/text/span.ts';
import type { Mentions } from '../state/mentions.ts';
import { toSpan } from '../ranges.ts';
import { wordAt } from '../commands/tagTargets.ts';

/** Where a name stands: its pieces, more than one where a column edge breaks it. */
export interface Standing {
  readonly pieces: readonly Span[];
}

/**
 * Where the name at a place stands in the page: all mentions of the same entity. Of what no mention is known of, the
 * places where the same word stands to the letter: the selected one, else the one there of two characters or more.
 */
export function placesOfName(mentions: Mentions, document: TextDocument, position: Position): readonly Standing[] {
  const offset = document.offsetAt(position);
  const group = nameAt(mentions, document, position)?.group;
  if (group) return group.tags.filter(({ status }) => status !== 'rejected');
  const word = selectedAt(document, position) ?? wordAt(document, offset);
  const text = document.getText();
  if (!word || word.end - word.start < 2) return [];
  return occurrencesOf(text, text.slice(word.start, word.end)).map((span) => ({ pieces: [span] }));
}

/** The innermost tag at a cursor, with all tags of what it means. */
export function nameAt(
  mentions: Mentions,
  document: TextDocument,
  position: Position,
): { readonly tag: Tag; readonly group: EntityGroup } | undefined {
  const [tag] = tagsAt(mentions.tagsOf(document), document.offsetAt(position), 'cursor');
  const group = tag && mentions.groupsOf(document).find(({ tags }) => tags.includes(tag));
  return group && { tag, group };
}

/** What is selected around a place, within one line. */
function selectedAt(document: TextDocument, position: Position): Span | undefined {
  const editor = window.activeTextEditor;
  const selection = editor?.document === document ? editor.selection : undefined;
  return selection && !selection.isEmpty && selection.isSingleLine && selection.contains(position)
    ? toSpan(document, selection)
    : undefined;
}
