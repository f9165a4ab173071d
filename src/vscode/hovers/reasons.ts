import type { TextDocument } from 'vscode';
import { whereFound } from '../../core/entities/linking/whereFound.ts';
import type { EvidenceKind, Extraction, Mention } from '../../core/entities/mention.ts';
import type { Span } from '../../core/text/span.ts';
import { toRange } from '../ranges.ts';
import { describeEvidence } from './evidence.ts';

/** Evidence that another mention of the issue gives. */
const ELSEWHERE: ReadonlySet<EvidenceKind> = new Set(['memory', 'short-form', 'surname-of']);

/** One reason for which a mention was found. */
export interface Reason {
  /** A sentence for the editor. */
  readonly text: string;
  /** What else in the page speaks for it, if that is it. */
  readonly witness?: Span;
}

/** Why a mention was found, each reason once, what speaks most for it first. `said` are titles that need not be told again. */
export function reasonsFor(
  document: TextDocument,
  mention: Mention,
  extraction: Extraction | undefined,
  said: ReadonlySet<string> = new Set(),
): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const evidence of mention.evidence) {
    const { kind, value } = evidence;
    if (kind === 'title' && value !== undefined && said.has(value)) continue;
    const witness =
      extraction && ELSEWHERE.has(kind) ? whereFound(extraction, mention, value ?? mention.text)?.span : undefined;
    const text = describeEvidence(evidence, mention.text, witness && toRange(document, witness).start.line + 1);
    reasons.set(text, { text, ...(witness && { witness }) });
  }
  return [...reasons.values()];
}
