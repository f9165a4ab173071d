import type { EntityLexicons } from '../core/entities/gazetteers/entityLexicons.ts';
import { EntityExtractor, EXTRACTION_PASSES } from '../core/entities/extractEntities.ts';
import type { Extraction } from '../core/entities/mention.ts';
import type { Segmenter } from '../core/entities/tokens/segmenter.ts';
import type { LineCorrection } from '../core/structure/corrections.ts';
import type { Tagger } from '../core/entities/tagger/tagger.ts';
import type { RosterEntry } from '../core/roster/roster.ts';
import { RosterIndex } from '../core/roster/rosterIndex.ts';
import { IssueParser } from '../core/structure/articles/issueParser.ts';
import type { StructureLexicons } from '../core/structure/lexicons.ts';
import { LruMap } from '../core/text/lruMap.ts';
import { WatchedWork, type Watch } from '../core/watch.ts';
import {
  dataDirectory,
  dictionaryDirectory,
  loadEntityLexicons,
  loadStructureLexicons,
  loadTagger,
} from './dataFiles.ts';
import { loadSegmenter } from './segmenter.ts';

/** What one extraction is done with. */
export interface ExtractOptions {
  /** What the editor set lines of the text as. */
  readonly corrections?: readonly LineCorrection[];
  /** Where the text is from: a division's name or code; empty where the text is to tell. */
  readonly homeRegion?: string;
  /** Which text this is: what is known of its last version spares work. Nothing is remembered where it is left out. */
  readonly document?: string;
  /** Told how far it is, and asked whether anybody still waits. */
  readonly watch?: Watch;
}

/** Texts that are remembered, and the most code units that one may have. */
const REMEMBERED = 4;
const LONGEST_REMEMBERED = 200_000;

/** What is remembered of a text from one extraction to the next. */
interface Followed {
  readonly parser: IssueParser;
  readonly extractor: EntityExtractor;
}

/** Everything that extraction needs, loaded once: a thread holds one of these. */
export class Analysis {
  readonly #segmenter: Segmenter;
  readonly #structure: StructureLexicons;
  readonly #lexicons: EntityLexicons;
  readonly #tagger: Tagger;
  #entries: readonly RosterEntry[] = [];
  #roster: RosterIndex | undefined;
  /** By document. */
  readonly #followed = new LruMap<string, Followed>(REMEMBERED);

  /** Loads from the package's folder. Throws a `NativeModuleError` or a `DataFileError`. */
  constructor(root: string, load: (dictionaryDir: string) => Segmenter = loadSegmenter) {
    this.#structure = loadStructureLexicons(dataDirectory(root));
    this.#lexicons = loadEntityLexicons(dataDirectory(root));
    this.#segmenter = load(dictionaryDirectory(root));
    // Last, since it fits into what loading the segmenter leaves free: that is 15 MB less in all.
    this.#tagger = loadTagger(root, this.#lexicons);
  }

  /** What the newsroom knows is certain from here on; an empty roster is none. */
  useRoster(entries: readonly RosterEntry[]): void {
    if (entries === this.#entries) return;
    this.#entries = entries;
    this.#roster = entries.length > 0 ? new RosterIndex(entries, this.#lexicons.ordinaryWords) : undefined;
  }

  /** The entities of an issue's text. Throws a `CancelledError` when `watch` says so. */
  extract(text: string, { corrections = [], homeRegion = '', document, watch }: ExtractOptions = {}): Extraction {
    const { parser, extractor } = this.#follow(text.length > LONGEST_REMEMBERED ? undefined : document);
    const work = new WatchedWork(watch, text.length * (1 + EXTRACTION_PASSES));
    const issue = parser.parse(text, corrections, work);
    const extraction = extractor.extract({
      issue,
      segmenter: this.#segmenter,
      certainNames: this.#roster,
      homeRegion,
      work,
    });
    // Blanks between the lines are in no unit.
    watch?.progress(1);
    return extraction;
  }

  #follow(document: string | undefined): Followed {
    const known = document === undefined ? undefined : this.#followed.get(document);
    const followed = known ?? {
      parser: new IssueParser(this.#structure),
      extractor: new EntityExtractor(this.#lexicons, this.#tagger),
    };
    if (document !== undefined) this.#followed.set(document, followed);
    return followed;
  }
}
