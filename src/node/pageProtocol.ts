import type { PageSymbol } from '../core/annotations/pageSymbols.ts';
import type { LineCorrection } from '../core/structure/corrections.ts';
import type { Article } from '../core/structure/issue.ts';
import type { IssueFrame } from '../core/structure/issueParts.ts';
import type { NameToSay } from './pinyin.ts';
import type { Failure } from './protocol.ts';

/** What the page reader is started with. */
export interface PageWorkerData {
  /** The package's folder: data/ is found from here. */
  readonly root: string;
}

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

/** A text to parse. */
export interface IssueText {
  readonly text: string;
  /** What the editor set its lines as. */
  readonly corrections?: readonly LineCorrection[];
  /** The text of its sidecar, of which the corrections are read, where nobody has read them yet. */
  readonly sidecar?: string | null;
  /** Which text this is: what is remembered of its last version spares work; left out, nothing is remembered. */
  readonly document?: string;
}

/** One page to read for its symbols, one text to parse, or names to say; each gets one answer that is no part of one. */
export type PageRequest = { readonly id: number } & (
  { readonly page: PageText } | { readonly issue: IssueText } | { readonly names: readonly NameToSay[] }
);

/** What it says. */
export type PageReply = { readonly id: number } & (
  | { readonly reading: PageReading }
  | { readonly said: readonly string[] }
  /** Some articles of an issue, in order; more comes. */
  | { readonly articles: readonly Article[] }
  /** The rest of an issue, and why its sidecar could not be read; it is parsed all the same. */
  | { readonly frame: IssueFrame; readonly sidecarError?: string }
  | { readonly failure: Failure }
);
