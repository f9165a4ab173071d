import type { CancellationToken } from 'vscode';
import type { PageSymbol } from '../../core/annotations/pageSymbols.ts';
import type { Logger } from '../../core/logger.ts';
import type { PageClient } from '../../node/pageClient.ts';

/** Names that are asked for at a time: about a twentieth of a second of the worker's time. */
const TOGETHER = 2000;
/** Names that are kept: about 10 MB. */
const KEPT = 200_000;

/** How names are said, kept once asked for; the worker that reads pages knows it. */
export class SpokenNames {
  readonly #reader: Pick<PageClient, 'say'>;
  readonly #log: Logger;
  readonly #said = new Map<string, string>();

  constructor(reader: Pick<PageClient, 'say'>, log: Logger) {
    this.#reader = reader;
    this.#log = log;
  }

  /** The syllables of a symbol's name (see `sayNames`); undefined before `learn` was told of it. */
  of(symbol: PageSymbol): string | undefined {
    return this.#said.get(keyOf(symbol));
  }

  /** Asks for the names that are not known yet. */
  async learn(symbols: Iterable<PageSymbol>, token: CancellationToken): Promise<void> {
    const unknown = new Map<string, PageSymbol>();
    for (const symbol of symbols) if (!this.#said.has(keyOf(symbol))) unknown.set(keyOf(symbol), symbol);
    if (this.#said.size + unknown.size > KEPT) this.#said.clear();
    const wanted = [...unknown];
    for (let i = 0; i < wanted.length && !token.isCancellationRequested; i += TOGETHER) {
      const batch = wanted.slice(i, i + TOGETHER);
      try {
        const said = await this.#reader.say(batch.map(([, { name, kind }]) => ({ name, person: kind === 'person' })));
        batch.forEach(([key], index) => this.#said.set(key, said[index] ?? ''));
      } catch (error) {
        this.#log.warn(`how names are said could not be found out: ${String(error)}`);
        return;
      }
    }
  }
}

function keyOf({ kind, name }: PageSymbol): string {
  return `${kind === 'person' ? '1' : '0'}${name}`;
}
