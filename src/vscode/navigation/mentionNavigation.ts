import {
  commands,
  Disposable,
  Selection,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { Tag } from '../../core/annotations/overlay.ts';
import type { Span } from '../../core/text/span.ts';
import { isNewspaper } from '../language.ts';
import { commandLink } from '../hovers/markdown.ts';
import type { Mentions } from '../state/mentions.ts';
import { toRange, toSpan } from '../ranges.ts';
import { placeMeant, type PlaceArgument } from '../commands/tagTargets.ts';

/** A link to a place in a document, for Markdown. */
export function revealLink(document: TextDocument, { start, end }: Span): string {
  const place: PlaceArgument = { uri: document.uri.toString(), start, end };
  return commandLink('galley.revealMention', place);
}

/** Jumping from mention to mention, and to a mention that a view or hover names. */
export function registerMentionNavigation(mentions: Mentions): Disposable {
  return Disposable.from(
    commands.registerCommand('galley.nextMention', () => step(mentions, 1)),
    commands.registerCommand('galley.previousMention', () => step(mentions, -1)),
    commands.registerCommand('galley.revealMention', (target: unknown) => reveal(target)),
  );
}

async function reveal(target: unknown): Promise<void> {
  const place = placeMeant(target);
  if (!place) return;
  const { uri, start, end } = place;
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, {
    ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}),
  });
  select(editor, { start, end });
}

function step(mentions: Mentions, direction: 1 | -1): void {
  const editor = window.activeTextEditor;
  if (!editor || !isNewspaper(editor.document)) return;
  const spans = mentions
    .tagsOf(editor.document)
    .filter(({ status }) => status !== 'rejected')
    .map(({ span }) => span)
    .sort(inOrder);
  const here = toSpan(editor.document, editor.selection);
  // At a bare cursor the mention that begins right there has not been visited yet.
  const from = here.start === here.end && direction > 0 ? { start: here.start - 1, end: here.start - 1 } : here;
  const ahead =
    direction > 0
      ? (spans.find((span) => inOrder(span, from) > 0) ?? spans[0])
      : (spans.findLast((span) => inOrder(span, from) < 0) ?? spans.at(-1));
  if (ahead) select(editor, ahead);
}

function select(editor: TextEditor, span: Tag['span']): void {
  const range = toRange(editor.document, span);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** By start; of two that start together the longer comes first. */
function inOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
