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
    const entries = await this.#rosters.of(document);
    if (document.version !== version) return new CompletionList([], true);
    const proposals = complete(entries, before, triggerKind === CompletionTriggerKind.Invoke);
    // With each character that is typed another name may begin.
    return new CompletionList(
      proposals.map((proposal) => toItem(proposal, position)),
      true,
    );
  }

  dispose(): void {
    this.#provider?.dispose();
    this.#subscription.dispose();
  }

  /** Chinese text has no blanks at which words begin: completion comes up after the characters of names. */
  #register(): void {
    this.#provider?.dispose();
    this.#provider = languages.registerCompletionItemProvider(
      LANGUAGE,
      this,
      ...new Set([...this.#beginnings.values()].flat()),
    );
  }
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
