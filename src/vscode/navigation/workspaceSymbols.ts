import { setImmediate } from 'node:timers/promises';
import {
  Disposable,
  l10n,
  languages,
  Location,
  SymbolInformation,
  SymbolKind,
  window,
  workspace,
  type CancellationToken,
  type TextDocument,
  type Uri,
} from 'vscode';
import { groupByEntity } from '../../core/annotations/entityGroups.ts';
import {
  articleSymbols,
  entitySymbols,
  LAST_RANK,
  matcherOf,
  rankOf,
  type PageSymbol,
} from '../../core/annotations/pageSymbols.ts';
import type { Logger } from '../../core/logger.ts';
import { pageOfFile } from '../../core/structure/readers/siblings.ts';
import { pinyinTyped, saidAs } from '../../core/text/spoken.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { LruMap } from '../../core/text/lruMap.ts';
import { typeName } from '../entityTypes.ts';
import type { Issues } from '../state/issues.ts';
import { isNewspaper } from '../language.ts';
import type { KnownMentions, Mentions } from '../state/mentions.ts';
import { rangeOf } from '../ranges.ts';
import { canHaveSidecar, fileName } from '../state/sidecarFile.ts';
import { pageName } from '../structureNames.ts';
import type { SpokenNames } from './spokenNames.ts';
import type { IndexedPage, WorkspaceIndex } from '../state/workspaceIndex.ts';

/** Symbols that one query gives at most; VS Code shows fewer. */
const MOST = 1000;
/** Milliseconds of looking through names after which the editor gets its turn. */
const TURN = 5;
/** Files that a message names. */
const NAMED = 5;
/** Closed pages whose suggestions are remembered, the last extracted. */
const REMEMBERED = 50;

/** Sorts before all that can begin a name, and hardly shows: a hair space. */
const FIRST = '\u200a';

/** A page with what it holds. */
interface Listed {
  readonly uri: Uri;
  readonly symbols: readonly PageSymbol[];
}

/** What was found in a page, and the text in which it was found. */
interface Extracted {
  readonly fingerprint: string;
  readonly symbols: readonly PageSymbol[];
}

/** Go to Symbol in Workspace: headlines and entities of all pages of the workspace, of open ones as they are now. */
export class WorkspaceSymbols {
  readonly #issues: Issues;
  readonly #mentions: Mentions;
  readonly #index: WorkspaceIndex;
  readonly #spoken: SpokenNames;
  readonly #log: Logger;
  /** What was known of open pages when it changed last: when they are closed it is too late to ask. */
  readonly #known = new Map<TextDocument, KnownMentions>();
  /** What was found in pages that are closed by now, by address. */
  readonly #extracted = new LruMap<string, Extracted>(REMEMBERED);
  /** Files of which it was said that they are too long, by address. */
  readonly #told = new Set<string>();
  readonly #disposables: Disposable[];

  constructor(issues: Issues, mentions: Mentions, index: WorkspaceIndex, spoken: SpokenNames, log: Logger) {
    this.#issues = issues;
    this.#mentions = mentions;
    this.#index = index;
    this.#spoken = spoken;
    this.#log = log;
    this.#disposables = [
      mentions.onDidChange((document) => {
        if (!document.isClosed && !document.isUntitled && isNewspaper(document))
          this.#known.set(document, mentions.known(document));
      }),
      workspace.onDidCloseTextDocument((document) => this.#remember(document)),
      languages.registerWorkspaceSymbolProvider({
        provideWorkspaceSymbols: async (query, token) => {
          const closed = await this.#index.pages(token);
          this.#tellTooLong();
          return closed ? this.#find(query, closed, token) : [];
        },
      }),
    ];
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  async #find(query: string, indexed: readonly IndexedPage[], token: CancellationToken): Promise<SymbolInformation[]> {
    const open = workspace.textDocuments.filter(
      (document) => isNewspaper(document) && (document.isUntitled || canHaveSidecar(document.uri)),
    );
    const keys = new Set(open.map(({ uri }) => uri.toString()));
    const pages: Listed[] = await Promise.all(
      open.map(async (document) => ({ uri: document.uri, symbols: await this.#symbolsOf(document) })),
    );
    if (token.isCancellationRequested) return [];
    for (const page of indexed)
      if (!keys.has(page.uri.toString())) pages.push({ uri: page.uri, symbols: this.#withExtracted(page) });
    const labelOf = await this.#labels(query, pages, token);
    const ranks: SymbolInformation[][] = [];
    let turn = performance.now();
    for (const { uri, symbols } of pages) {
      if (performance.now() - turn > TURN) {
        await setImmediate();
        if (token.isCancellationRequested) return [];
        turn = performance.now();
      }
      for (const symbol of symbols) {
        const label = labelOf(symbol);
        if (label === undefined) continue;
        const found = (ranks[rankOf(symbol.kind)] ??= []);
        if (found.length < MOST) found.push(toSymbol(uri, symbol, label));
      }
    }
    const found = ranks.flat();
    if (found.length > MOST) this.#log.debug(`more than ${MOST} symbols have “${query}”; the others are left out`);
    return found.slice(0, MOST);
  }

  /** What tells of a symbol under which name it is to be listed for what was typed; undefined where it does not fit. */
  async #labels(
    query: string,
    pages: readonly Listed[],
    token: CancellationToken,
  ): Promise<(symbol: PageSymbol) => string | undefined> {
    // Without a word to go by VS Code sorts by name alone.
    if (query.trim() === '') return ({ kind, name }) => FIRST.repeat(LAST_RANK - rankOf(kind)) + name;
    const matches = matcherOf(query);
    const typed = pinyinTyped(query);
    if (typed === '') return ({ name }) => (matches(name) ? name : undefined);
    await this.#spoken.learn(allOf(pages), token);
    return (symbol) => {
      if (matches(symbol.name)) return symbol.name;
      const said = saidAs(this.#spoken.of(symbol) ?? '', typed);
      if (said === undefined) return undefined;
      // VS Code shows only what has the typed letters in its name: of a headline the words that were meant.
      return `${symbol.name} ${symbol.kind === 'article' ? said : this.#spoken.of(symbol)!.replaceAll(' ', '')}`;
    };
  }

  /** Says once of each file that it is too long to be listed. */
  #tellTooLong(): void {
    const fresh = this.#index.tooLong.filter((uri) => !this.#told.has(uri.toString()));
    if (fresh.length === 0) return;
    for (const uri of fresh) this.#told.add(uri.toString());
    const names = fresh.slice(0, NAMED).map(fileName);
    if (fresh.length > NAMED) names.push('…');
    void window.showWarningMessage(
      l10n.t('Too long to be searched for headlines and names: {0}', names.join(l10n.t(', '))),
    );
  }

  async #symbolsOf(document: TextDocument): Promise<PageSymbol[]> {
    const issue = await this.#issues.of(document);
    return [...articleSymbols(issue), ...entitySymbols(issue.lineIndex, this.#mentions.groupsOf(document))];
  }

  /** What was found in the page when it was open stands in the place of its tags, which are among it. */
  #withExtracted({ uri, symbols, fingerprint: mark }: IndexedPage): readonly PageSymbol[] {
    const extracted = this.#extracted.get(uri.toString());
    return extracted?.fingerprint === mark
      ? [...symbols.filter(({ kind }) => kind === 'article'), ...extracted.symbols]
      : symbols;
  }

  /** Names that are looked for among closed pages are made when a page is closed, not while it is typed in. */
  #remember(document: TextDocument): void {
    const known = this.#known.get(document);
    if (!known) return;
    this.#known.delete(document);
    const { text, tags, extraction } = known;
    const symbols = entitySymbols(new LineIndex(text), groupByEntity(text, tags, extraction));
    // The copy holds names of its own: a slice would keep the whole text of the page.
    this.#extracted.set(document.uri.toString(), { fingerprint: fingerprint(text), symbols: structuredClone(symbols) });
  }
}

function* allOf(pages: readonly Listed[]): Iterable<PageSymbol> {
  for (const { symbols } of pages) yield* symbols;
}

function toSymbol(uri: Uri, { kind, page, count, start, end }: PageSymbol, label: string): SymbolInformation {
  const number = page === '' ? pageOfFile(fileName(uri))?.page : page;
  const article = number === undefined ? '' : pageName({ number });
  const container = kind === 'article' ? article : count > 1 ? `${typeName(kind)} ${count}` : typeName(kind);
  return new SymbolInformation(label, symbolKind(kind), container, new Location(uri, rangeOf(start, end)));
}

/** Kinds whose icons look most like what they stand for, that of articles as in the outline: a sheet, a head, a plot, a tree of offices. */
function symbolKind(kind: PageSymbol['kind']): SymbolKind {
  switch (kind) {
    case 'article':
      return SymbolKind.File;
    case 'person':
      return SymbolKind.Interface;
    case 'place':
      return SymbolKind.Field;
    case 'organization':
      return SymbolKind.Class;
    case 'title':
      return SymbolKind.Property;
    case 'time':
      return SymbolKind.Event;
    case 'work':
      return SymbolKind.Constant;
    case 'contact':
      return SymbolKind.Number;
  }
}
