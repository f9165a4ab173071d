import type { EntityLexicons } from '../core/entities/entityLexicons.ts';
import { extractEntities } from '../core/entities/extractEntities.ts';
import type { Extraction } from '../core/entities/mention.ts';
import type { Segmenter } from '../core/entities/segmenter.ts';
import type { LineCorrection } from '../core/structure/corrections.ts';
import type { Tagger } from '../core/entities/tagger/tagger.ts';
import type { RosterEntry } from '../core/roster/roster.ts';
import { RosterIndex } from '../core/roster/rosterIndex.ts';
import { parseIssue } from '../core/structure/parseIssue.ts';
import { dataDirectory, dictionaryDirectory, loadEntityLexicons, loadTagger } from './dataFiles.ts';
import { loadSegmenter } from './segmenter.ts';
import { WatchedSegmenter, type Watch } from './watchedSegmenter.ts';

/** What one extraction is done with. */
export interface ExtractOptions {
  /** What the editor set lines of the text as. */
  readonly corrections?: readonly LineCorrection[];
  /** Where the text is from: a division's name or code; empty where the text is to tell. */
  readonly homeRegion?: string;
  /** Told how far it is, and asked whether anybody still waits. */
  readonly watch?: Watch;
}

/** Everything that extraction needs, loaded once: a thread holds one of these. */
export class Analysis {
  readonly #segmenter: Segmenter;
  readonly #lexicons: EntityLexicons;
  readonly #tagger: Tagger;
  #entries: readonly RosterEntry[] = [];
  #roster: RosterIndex | undefined;

  /** Loads from the package's folder. Throws a `NativeModuleError` or a `DataFileError`. */
  constructor(root: string) {
    this.#lexicons = loadEntityLexicons(dataDirectory(root));
    this.#tagger = loadTagger(root, this.#lexicons);
    this.#segmenter = loadSegmenter(dictionaryDirectory(root));
  }

  /** What the newsroom knows is certain from here on; an empty roster is none. */
  useRoster(entries: readonly RosterEntry[]): void {
    if (entries === this.#entries) return;
    this.#entries = entries;
    this.#roster = entries.length > 0 ? new RosterIndex(entries, this.#lexicons.ordinaryWords) : undefined;
  }

  /** The entities of an issue's text. Throws a `CancelledError` when `watch` says so. */
  extract(text: string, { corrections = [], homeRegion = '', watch }: ExtractOptions = {}): Extraction {
    const issue = parseIssue(text, this.#lexicons.names, corrections);
    const segmenter = watch ? new WatchedSegmenter(this.#segmenter, watch) : this.#segmenter;
    return extractEntities(issue, segmenter, this.#lexicons, this.#tagger, this.#roster, homeRegion);
  }
}
