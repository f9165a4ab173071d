import { setImmediate } from 'node:timers/promises';
import {
  Disposable,
  languages,
  Location,
  SymbolInformation,
  SymbolKind,
  workspace,
  type CancellationToken,
  type TextDocument,
  type Uri,
} from 'vscode';
import { groupByEntity } from '../../core/annotations/entityGroups.ts';
import { articleSymbols, entitySymbols, matcherOf, type PageSymbol } from '../../core/annotations/pageSymbols.ts';
import type { Logger } from '../../core/logger.ts';
import { pageOfFile } from '../../core/structure/readers/siblings.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { LruMap } from '../../core/text/lruMap.ts';
import { typeName } from '../entityTypes.ts';
import type { Issues } from '../state/issues.ts';
import { isNewspaper } from '../language.ts';
import type { KnownMentions, Mentions } from '../state/mentions.ts';
import { rangeOf } from '../ranges.ts';
import { canHaveSidecar, fileName } from '../state/sidecarFile.ts';
import { pageName } from '../structureNames.ts';
import type { IndexedPage, WorkspaceIndex } from '../state/workspaceIndex.ts';

/** Symbols that one query gives at most; VS Code shows fewer. */
const MOST = 1000;
/** Milliseconds of looking through names after which the editor gets its turn. */
const TURN = 5;
/** Closed pages whose suggestions are remembered, the last extracted. */
const REMEMBERED = 50;

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
  readonly #log: Logger;
  /** What was known of open pages when it changed last: when they are closed it is too late to ask. */
  readonly #known = new Map<TextDocument, KnownMentions>();
  /** What was found in pages that are closed by now, by address. */
  readonly #extracted = new LruMap<string, Extracted>(REMEMBERED);
  readonly #disposables: Disposable[];

  constructor(issues: Issues, mentions: Mentions, index: WorkspaceIndex, log: Logger) {
    this.#issues = issues;
    this.#mentions = mentions;
    this.#index = index;
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
    const pages: { readonly uri: Uri; readonly symbols: readonly PageSymbol[] }[] = await Promise.all(
      open.map(async (document) => ({ uri: document.uri, symbols: await this.#symbolsOf(document) })),
    );
    if (token.isCancellationRequested) return [];
    for (const page of indexed)
      if (!keys.has(page.uri.toString())) pages.push({ uri: page.uri, symbols: this.#withExtracted(page) });
    const matches = matcherOf(query);
    const found: SymbolInformation[] = [];
    let turn = performance.now();
    for (const { uri, symbols } of pages) {
      if (performance.now() - turn > TURN) {
        await setImmediate();
        if (token.isCancellationRequested) return [];
        turn = performance.now();
      }
      const wanted = symbols.filter(({ name }) => matches(name));
      const page = wanted.length > 0 ? pageOfFile(fileName(uri))?.page : undefined;
      for (const symbol of wanted) {
        if (found.length === MOST) {
          this.#log.debug(`more than ${MOST} symbols have “${query}”; the others are left out`);
          return found;
        }
        found.push(toSymbol(uri, symbol, page));
      }
    }
    return found;
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
    const symbols = entitySymbols(new LineIndex(text), groupByEntity(tags, extraction));
    // The copy holds names of its own: a slice would keep the whole text of the page.
    this.#extracted.set(document.uri.toString(), { fingerprint: fingerprint(text), symbols: structuredClone(symbols) });
  }
}

function toSymbol(
  uri: Uri,
  { kind, name, page, count, start, end }: PageSymbol,
  pageOfName: string | undefined,
): SymbolInformation {
  const number = page === '' ? pageOfName : page;
  const article = number === undefined ? '' : pageName({ number });
  const container = kind === 'article' ? article : count > 1 ? `${typeName(kind)} ${count}` : typeName(kind);
  return new SymbolInformation(name, symbolKind(kind), container, new Location(uri, rangeOf(start, end)));
}

/** Kinds whose icons differ, and are those of the outline for articles. */
function symbolKind(kind: PageSymbol['kind']): SymbolKind {
  switch (kind) {
    case 'article':
      return SymbolKind.Class;
    case 'person':
      return SymbolKind.Variable;
    case 'place':
      return SymbolKind.Namespace;
    case 'organization':
      return SymbolKind.Module;
    case 'title':
      return SymbolKind.Property;
    case 'time':
      return SymbolKind.Event;
    case 'work':
      return SymbolKind.String;
    case 'contact':
      return SymbolKind.Key;
  }
}
