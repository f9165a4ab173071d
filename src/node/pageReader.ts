import { groupByEntity } from '../core/annotations/entityGroups.ts';
import { overlay } from '../core/annotations/overlay.ts';
import { articleSymbols, entitySymbols, type PageSymbol } from '../core/annotations/pageSymbols.ts';
import { readDecisions, type StoredDecisions } from '../core/annotations/storedDecisions.ts';
import { isNewspaperPage } from '../core/structure/detectPage.ts';
import { parseIssue } from '../core/structure/articles/parseIssue.ts';
import type { StructureLexicons } from '../core/structure/lexicons.ts';
import { fingerprint } from '../core/text/fingerprint.ts';

/** A file whose symbols are asked for. */
export interface PageText {
  readonly text: string;
  /** The text of its sidecar; null where it has none. */
  readonly sidecar: string | null;
  /** Whether it is a page whatever it looks like. */
  readonly byName: boolean;
}

/** What a file holds that can be jumped to. */
export interface PageReading {
  /** Null where the file is no newspaper page. */
  readonly symbols: readonly PageSymbol[] | null;
  /** Of the text (see `fingerprint`). */
  readonly fingerprint: string;
  /** Why the sidecar could not be read; the articles are there all the same. */
  readonly sidecarError?: string;
}

/** The symbols of a file that is not open: its articles, and what the editor tagged in it. */
export function readPage({ text, sidecar, byName }: PageText, lexicons: StructureLexicons): PageReading {
  const mark = fingerprint(text);
  if (!byName && !isNewspaperPage(text, lexicons)) return { symbols: null, fingerprint: mark };
  let decisions: StoredDecisions = { tags: [], corrections: [] };
  let sidecarError: string | undefined;
  try {
    if (sidecar !== null) decisions = readDecisions(text, sidecar);
  } catch (error) {
    sidecarError = String(error);
  }
  const issue = parseIssue(text, lexicons, decisions.corrections);
  const groups = groupByEntity(overlay(text, [], decisions.tags), null);
  const symbols = [...articleSymbols(issue), ...entitySymbols(issue.lineIndex, groups)];
  return { symbols, fingerprint: mark, ...(sidecarError !== undefined && { sidecarError }) };
}
