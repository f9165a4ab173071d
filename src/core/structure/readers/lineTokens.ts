import { encloses, overlaps, type Span } from '../../text/span.ts';
import type { Issue, Line } from '../issue.ts';

/** What a piece of a line is, in the order of the legend of the editor's semantic tokens. */
export const TOKEN_KINDS = [
  'column',
  'kicker',
  'headline',
  'deck',
  'subhead',
  'byline',
  'caption',
  'credit',
  'continuation',
  'furniture',
] as const;

export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A piece of one line that stands out from running text. */
export interface LineToken extends Span {
  readonly kind: TokenKind;
  /** Line number from 0. */
  readonly line: number;
}

const KINDS: ReadonlySet<string> = new Set(TOKEN_KINDS);

/**
 * The pieces of an issue that are no running text, in order and disjoint: lines of the headline system, standing
 * bylines, captions, credits and furniture whole but for blanks at their ends; lead-ins, credits and
 * continuation markers that stand inside another line as far as they go.
 */
export function lineTokensOf(issue: Issue): LineToken[] {
  const inner = innerTokens(issue);
  return issue.lines.flatMap((line) => tokensOfLine(issue.text, line, inner.get(line.index) ?? []));
}

function tokensOfLine(text: string, line: Line, inner: readonly LineToken[]): LineToken[] {
  const whole = trimmed(text, line.span);
  if (!isTokenKind(line.kind)) return [...inner];
  const tokens: LineToken[] = [];
  const push = (span: Span): void => {
    if (isTokenKind(line.kind) && span.start < span.end) tokens.push({ ...span, kind: line.kind, line: line.index });
  };
  let { start } = whole;
  for (const token of inner) {
    push(trimmed(text, { start, end: token.start }));
    tokens.push(token);
    start = token.end;
  }
  push(trimmed(text, { start, end: whole.end }));
  return tokens;
}

/** Bylines, credits and markers by line, in order; of two that overlap the first is kept. */
function innerTokens({ articles, lines }: Issue): Map<number, LineToken[]> {
  const byLine = new Map<number, LineToken[]>();
  const add = (kind: TokenKind, place: { line: number; span: Span }): void => {
    const line = lines[place.line];
    if (!line || line.kind === kind || place.span.start >= place.span.end || !encloses(line.span, place.span)) return;
    const tokens = byLine.get(place.line) ?? [];
    if (tokens.some((token) => overlaps(token, place.span))) return;
    tokens.push({ ...place.span, kind, line: place.line });
    byLine.set(place.line, tokens);
  };
  for (const { continuations, bylines, credits } of articles) {
    for (const continuation of continuations) add('continuation', continuation);
    for (const byline of bylines) add('byline', byline);
    for (const credit of credits) add('credit', credit);
  }
  for (const tokens of byLine.values()) tokens.sort((a, b) => a.start - b.start);
  return byLine;
}

function isTokenKind(kind: string): kind is TokenKind {
  return KINDS.has(kind);
}

/** The span without blanks at its ends; empty where there is nothing else. */
function trimmed(text: string, { start, end }: Span): Span {
  if (start >= end) return { start, end: start };
  const inside = text.slice(start, end);
  const from = start + (inside.length - inside.trimStart().length);
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}
