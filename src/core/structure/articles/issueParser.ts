import { RecentMemory } from '../../text/recentMemory.ts';
import { UNWATCHED, type WatchedWork } from '../../watch.ts';
import type { LineCorrection } from '../corrections.ts';
import type { Issue } from '../issue.ts';
import type { StructureLexicons } from '../lexicons.ts';
import type { LineFeatures, UnitCorrection } from '../lines/features.ts';
import type { LineReader } from '../lines/lineReader.ts';
import { HeadRoleFinder, type HeadLines, type HeadRoles } from './headRoles.ts';
import { issueOf } from './issueOf.ts';

/**
 * Parses one text repeatedly while it is edited, with the same result as `parseIssue`. The features of a line or
 * paragraph depend on its words alone, and so do the roles of head lines; both are remembered by those words from one
 * parse to the next, so that only what an edit changed is read again.
 */
export class IssueParser {
  readonly #lines: LineReader;
  readonly #finder: HeadRoleFinder;
  readonly #features = new RecentMemory<LineFeatures>();
  readonly #headRoles = new RecentMemory<HeadRoles>();

  constructor({ lines }: StructureLexicons) {
    this.#lines = lines;
    this.#finder = new HeadRoleFinder(lines);
  }

  /**
   * The issue that `parseIssue` would make of the same text and corrections. `work` is asked between lines; the
   * amounts are code units.
   */
  parse(text: string, corrections: readonly LineCorrection[] = [], work: WatchedWork = UNWATCHED): Issue {
    const issue = issueOf(text, corrections, {
      lines: this.#lines,
      features: (words, corrected) => {
        work.advance(words.length);
        return this.#features.get(featuresKey(words, corrected), () => this.#lines.features(words, corrected));
      },
      headRoles: (heads) => {
        work.check();
        return this.#headRoles.get(headsKey(heads), () => this.#finder.find(heads));
      },
    });
    this.#features.forgetUnused();
    this.#headRoles.forgetUnused();
    return issue;
  }
}

/** Units hold no line break, so that keys with and without a correction differ. */
function featuresKey(words: string, { role, opens }: UnitCorrection): string {
  return role === undefined && !opens ? words : `\n${role ?? ''}\n${opens ? 1 : 0}\n${words}`;
}

/** Head lines hold no line break. */
function headsKey({ texts, corrected, ofBriefs }: HeadLines): string {
  return `${ofBriefs ? 1 : 0}\n${corrected.join(' ')}\n${texts.join('\n')}`;
}
