import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  CompletionTriggerKind,
  Disposable,
  l10n,
  languages,
  Range,
  type CompletionContext,
  type Position,
  type TextDocument,
} from 'vscode';
import type { EntityType } from '../../core/entities/mention.ts';
import { beginnings, complete, type Proposal } from '../../core/roster/complete.ts';
import { typeName } from '../entityTypes.ts';
import { LANGUAGE } from '../language.ts';
import type { Rosters } from '../state/rosters.ts';
import { LastTyped } from './lastTyped.ts';

/** How much of a line before the cursor a name may begin in. */
const LOOKED_AT = 40;

const KINDS: Readonly<Partial<Record<EntityType, CompletionItemKind>>> = {
  person: CompletionItemKind.User,
  place: CompletionItemKind.Reference,
  organization: CompletionItemKind.Module,
};

/** Offers the roster's names while one is typed in a page, also in the middle of a sentence, and by key. */
export class RosterCompletion {
  readonly #rosters: Rosters;
  readonly #lastTyped = new LastTyped();
  /** Of each folder, what its names begin with. */
  readonly #beginnings = new Map<string, readonly string[]>();
  readonly #subscription: Disposable;
  #provider: Disposable | undefined;

  constructor(rosters: Rosters) {
    this.#rosters = rosters;
    this.#register();
    this.#subscription = rosters.onDidChange(({ folder, entries }) => {
      this.#beginnings.set(folder.uri.toString(), beginnings(entries));
      this.#register();
    });
  }

  async provideCompletionItems(
    document: TextDocument,
    position: Position,
    _: unknown,
    { triggerKind }: Pick<CompletionContext, 'triggerKind'>,
  ): Promise<CompletionList> {
    const { version } = document;
    const before = document
      .lineAt(position)
      .text.slice(Math.max(0, position.character - LOOKED_AT), position.character);
    const typed = this.#lastTyped.tell(document, position);
    const asked = triggerKind === CompletionTriggerKind.Invoke && !(typed.isNew && comesByItself(document, position));
    const entries = await this.#rosters.of(document);
    if (document.version !== version) return new CompletionList([], true);
    const proposals = complete(entries, before, asked ? 'asked' : { typed: typed.length });
    // With each character that is typed another name may begin.
    return new CompletionList(
      proposals.map((proposal) => toItem(proposal, position)),
      true,
    );
  }

  dispose(): void {
    this.#provider?.dispose();
    this.#subscription.dispose();
    this.#lastTyped.dispose();
  }

  /** Within a run of Han characters VS Code asks after the characters of names only, behind it as one types. */
  #register(): void {
    this.#provider?.dispose();
    this.#provider = languages.registerCompletionItemProvider(
      LANGUAGE,
      this,
      ...new Set([...this.#beginnings.values()].flat()),
    );
  }
}

/** Whether VS Code asks there by itself as one types (`editor.quickSuggestions`): behind a word that is no number. */
function comesByItself(document: TextDocument, position: Position): boolean {
  const word = document.getWordRangeAtPosition(position);
  if (!word || !Number.isNaN(Number(document.getText(word)))) return false;
  return word.end.isEqual(position) || word.start.translate(0, 1).isEqual(position);
}

function toItem({ entry, text, typed }: Proposal, position: Position): CompletionItem {
  const { name, type, titles, note } = entry;
  const item = new CompletionItem(text, KINDS[type] ?? CompletionItemKind.Text);
  item.detail = titles.length > 0 ? titles.join(l10n.t('; ')) : typeName(type);
  item.insertText = text;
  item.range = new Range(position.translate(0, -typed), position);
  // What was typed begins the name, which a title may stand before.
  item.filterText = text.endsWith(name) ? name : text;
  item.sortText = `${name} ${text === name ? '0' : '1'}`;
  if (text !== name || note !== '')
    item.documentation = [...(text === name ? [] : [name]), ...(note === '' ? [] : [note])].join('\n\n');
  return item;
}
