import type { Candidate } from '../candidate.ts';
import { heaviest } from '../spanSelection.ts';
import { TAGGED_TYPES } from './labels.ts';

/** What the rules say of the characters of a sentence, as small numbers for the tagger's features; 0 is nothing. */
export interface RuleMarks {
  /** Type, part of the name and how sure the rules are; shifted by one, with room behind. */
  readonly names: readonly number[];
  /** Which rule it was. */
  readonly rules: readonly number[];
}

/**
 * The marks of those of the rules' names, each once, that go together best, as when names are decided: one that counts
 * nothing there, of a confidence of 0.3 or less, marks nothing. Weights are trained on these marks.
 */
export function ruleMarks(proposed: readonly Candidate[], length: number): RuleMarks {
  // No typed arrays: memory of their own for each of these few numbers costs more than to fill them.
  const names = new Array<number>(length + 2).fill(0);
  const rules = new Array<number>(length + 2).fill(0);
  for (const { type, start, end, confidence, evidence } of heaviest(proposed)) {
    const sure = confidence < 0.5 ? 1 : confidence < 0.68 ? 2 : confidence < 0.84 ? 3 : 4;
    const kind = 16 * (1 + TAGGED_TYPES.findIndex((known) => known === type)) + 4 * (sure - 1);
    const rule = numberOf(evidence[0]?.kind ?? '');
    for (let i = Math.max(0, start); i < Math.min(length, end); i++) {
      names[i + 1] = kind + (i === start ? 1 : 0) + (i === end - 1 ? 2 : 0) + 1;
      rules[i + 1] = rule;
    }
  }
  return { names, rules };
}

/** The name of a rule as a number of 15 bits. */
function numberOf(kind: string): number {
  let number = kind.length;
  for (let i = 0; i < kind.length; i++) number = (number * 31 + kind.charCodeAt(i)) & 0x7fff;
  return number;
}
