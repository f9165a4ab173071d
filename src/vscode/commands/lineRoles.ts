import {
  commands,
  l10n,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
  type Disposable,
  type QuickPickItem,
  type Selection,
  type TextDocument,
} from 'vscode';
import { LINE_ROLES, setLines, type LineChange } from '../../core/annotations/lineDecisions.ts';
import type { LineKind } from '../../core/structure/issue.ts';
import { annotator } from '../annotator.ts';
import type { AnnotationStore } from '../state/annotationStore.ts';
import type { Corrections } from '../state/corrections.ts';
import type { Issues } from '../state/issues.ts';
import { isNewspaper } from '../language.ts';
import { meansEditor } from './tagTargets.ts';
import { settingName } from '../hovers/remarks.ts';
import { lineRoleName } from '../structureNames.ts';

/** What a link, a key binding or another extension can call `galley.setLineAs` with. */
export interface LineArgument {
  /** With `line`, and only with it: the line that is meant. Else the selected lines of the editor in front are. */
  readonly uri?: string;
  /** From 0. */
  readonly line?: number;
  /** A role (headline, deck, …), `articleStart`, or `automatic`; left out, a list asks for it. */
  readonly as?: string;
}

interface Lines {
  readonly document: TextDocument;
  /** From 0, ascending. */
  readonly numbers: readonly number[];
}

/** Characters of the line that the list is about. */
const SHOWN = 30;

/** *Set Line As…*: says what the selected lines are, where the parse has it wrong. */
export function registerLineRoles(store: AnnotationStore, corrections: Corrections, issues: Issues): Disposable {
  return commands.registerCommand('galley.setLineAs', async (argument?: unknown) => {
    const front = window.activeTextEditor?.document;
    if (!isArgument(argument) && !(front && meansEditor(argument, front))) return;
    const { as, ...place } = isArgument(argument) ? argument : {};
    const lines = await linesMeant(place);
    const page = lines && store.of(lines.document);
    if (!page) return;
    const { version } = lines.document;
    await page.ready;
    const change = as === undefined ? await pick(lines, corrections, issues) : changeOf(as);
    // In a text that was edited meanwhile the lines are others.
    if (!change || lines.document.version !== version) return;
    const step = setLines(lines.document.getText(), page.lineAnnotations, lines.numbers, change, annotator());
    if (step.length > 0) await page.perform(step);
  });
}

async function linesMeant({ uri, line }: LineArgument): Promise<Lines | undefined> {
  if (uri !== undefined && line !== undefined) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    return line < document.lineCount ? { document, numbers: [line] } : undefined;
  }
  const editor = window.activeTextEditor;
  if (!editor || !isNewspaper(editor.document)) return undefined;
  const { document } = editor;
  const numbers = [...new Set(editor.selections.flatMap(linesOf))].filter(
    (number) => !document.lineAt(number).isEmptyOrWhitespace,
  );
  if (numbers.length > 0) return { document, numbers: numbers.sort((a, b) => a - b) };
  window.setStatusBarMessage(l10n.t('There is no text in this line.'), 3000);
  return undefined;
}

/** A selection that ends before the first character of a line does not mean that line. */
function linesOf({ start, end }: Selection): number[] {
  const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
  return Array.from({ length: last - start.line + 1 }, (_, index) => start.line + index);
}

async function pick(
  { document, numbers }: Lines,
  corrections: Corrections,
  issues: Issues,
): Promise<LineChange | undefined> {
  const { lines } = await issues.of(document);
  const set = numbers.flatMap((number) => corrections.at(document, number) ?? []);
  const isNow = (kind: LineKind): boolean => numbers.every((number) => lines[number]?.kind === kind);
  const item = (label: string, change: LineChange, description = ''): QuickPickItem & { change?: LineChange } => ({
    label,
    change,
    description,
  });
  const picked = await window.showQuickPick(
    [
      ...LINE_ROLES.map((role) =>
        item(lineRoleName(role), { kind: 'role', role }, isNow(role) ? l10n.t('as it is now') : ''),
      ),
      { label: '', kind: QuickPickItemKind.Separator },
      item(settingName({ role: null, startsArticle: true }), { kind: 'startsArticle' }),
      ...(set.length > 0
        ? [item(l10n.t('As Galley Sees It'), { kind: 'automatic' }, set.map(settingName).join(' · '))]
        : []),
    ],
    {
      title: l10n.t('Set Line As…'),
      placeHolder:
        numbers.length === 1
          ? document.lineAt(numbers[0]!).text.trim().slice(0, SHOWN)
          : l10n.t('Lines: {0}', numbers.length),
    },
  );
  return picked?.change;
}

function changeOf(as: string): LineChange | undefined {
  if (as === 'automatic') return { kind: 'automatic' };
  if (as === 'articleStart') return { kind: 'startsArticle' };
  const role = LINE_ROLES.find((one) => one === as);
  return role && { kind: 'role', role };
}

function isArgument(value: unknown): value is LineArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, line, as, ...others } = value as Record<keyof LineArgument, unknown>;
  if (Object.keys(others).length > 0) return false;
  const isText = (one: unknown): boolean => one === undefined || typeof one === 'string';
  if ((uri === undefined) !== (line === undefined)) return false;
  return isText(uri) && isText(as) && (line === undefined || (Number.isInteger(line) && (line as number) >= 0));
}
