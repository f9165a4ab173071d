import { groupByEntity } from '../core/annotations/entityGroups.ts';
import { overlay } from '../core/annotations/overlay.ts';
import { articleSymbols, entitySymbols } from '../core/annotations/pageSymbols.ts';
import { readDecisions, type StoredDecisions } from '../core/annotations/storedDecisions.ts';
import { isNewspaperPage } from '../core/structure/detectPage.ts';
import { IssueParser } from '../core/structure/articles/issueParser.ts';
import { parseIssue } from '../core/structure/articles/parseIssue.ts';
import type { StructureLexicons } from '../core/structure/lexicons.ts';
import { takeApart, type IssueParts } from '../core/structure/issueParts.ts';
import { fingerprint } from '../core/text/hash.ts';
import { LruMap } from '../core/text/lruMap.ts';
import type { IssueText, PageReading, PageText } from './pageProtocol.ts';

/** The decisions in a sidecar, or none and the reason where it cannot be read. */
interface Decided extends StoredDecisions {
  readonly sidecarError?: string;
}

/** Texts whose last parse is remembered. */
const REMEMBERED = 3;

/** The symbols of a file that is not open: its articles, and what the editor tagged in it. */
export function readPage({ text, sidecar, byName }: PageText, lexicons: StructureLexicons): PageReading {
  const mark = fingerprint(text);
  if (!byName && !isNewspaperPage(text, lexicons)) return { symbols: null, fingerprint: mark };
  const { tags, corrections, ...rest } = decided(text, sidecar);
  const issue = parseIssue(text, lexicons, corrections);
  const groups = groupByEntity(text, overlay(text, [], tags), null);
  const symbols = [...articleSymbols(issue), ...entitySymbols(issue.lineIndex, groups)];
  return { symbols, fingerprint: mark, ...rest };
}

/** Parses texts, of some again and again as they are edited. */
export class IssueReader {
  readonly #lexicons: StructureLexicons;
  readonly #parsers = new LruMap<string, IssueParser>(REMEMBERED);

  constructor(lexicons: StructureLexicons) {
    this.#lexicons = lexicons;
  }

  /** The parts of the issue that `parseIssue` would make. */
  read({ text, corrections = [], sidecar = null, document }: IssueText): {
    readonly parts: IssueParts;
    readonly sidecarError?: string;
  } {
    const { corrections: stored, sidecarError } = decided(text, sidecar);
    const parser =
      (document === undefined ? undefined : this.#parsers.get(document)) ?? new IssueParser(this.#lexicons);
    if (document !== undefined) this.#parsers.set(document, parser);
    const parts = takeApart(parser.parse(text, [...corrections, ...stored]));
    return { parts, ...(sidecarError !== undefined && { sidecarError }) };
  }
}

function decided(text: string, sidecar: string | null): Decided {
  try {
    if (sidecar !== null) return readDecisions(text, sidecar);
  } catch (error) {
    return { tags: [], corrections: [], sidecarError: String(error) };
  }
  return { tags: [], corrections: [] };
}
