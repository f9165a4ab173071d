import type { Candidate } from '../candidate.ts';
import { EVIDENCE_KINDS, type EntityType, type EvidenceKind } from '../mention.ts';
import { TAGGED_TYPES } from './labels.ts';
import type { Lattice } from './lattice.ts';

/** How the confidence of a candidate follows from what speaks for it: the weights of a logistic regression. */
export interface Calibration {
  readonly bias: number;
  /** By the names that `visitSigns` gives. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Margins are whole numbers of the model's scale; so small a one says little. */
const SMALL_MARGIN = 60;
/** No suggestion is certain: that is what the roster says and the editor. */
const SUREST = 0.99;

/** The names of the signs of each type: made once, since they are asked for with every candidate. */
const NAMES = TAGGED_TYPES.map((type) => ({
  for: `${type} for`,
  against: `${type} against`,
  found: `${type} found`,
  notFound: `${type} not found`,
  rule: `${type} rule`,
  odds: `${type} odds`,
  agreed: namesByKind(type, 'agreed'),
  alone: namesByKind(type, 'alone'),
}));

function namesByKind(type: string, what: string): Record<EvidenceKind, string> {
  return Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, `${type} ${kind} ${what}`])) as Record<EvidenceKind, string>;
}

/** Tells what speaks for and against a candidate, by the names of the calibration's weights. */
export function visitSigns(candidate: Candidate, lattice: Lattice, visit: (name: string, value: number) => void): void {
  const { type, confidence, evidence, readAs } = candidate;
  const number = numberOf(type);
  const names = NAMES[number];
  if (!names) return;
  const own = lattice.margin(candidate, number);
  const margin = readAs ? Math.max(own, lattice.margin(readAs, numberOf(readAs.type))) : own;
  const found = margin >= 0;
  visit(found ? names.for : names.against, Math.sign(margin) * Math.log1p(Math.abs(margin) / SMALL_MARGIN));
  visit(found ? names.found : names.notFound, 1);
  if (evidence.some(({ kind }) => kind !== 'model')) {
    const sure = Math.max(0.02, Math.min(0.99, confidence));
    visit(names.rule, 1);
    visit(names.odds, Math.log(sure / (1 - sure)));
  }
  const byKind = found ? names.agreed : names.alone;
  for (let i = 0; i < evidence.length; i++) {
    const { kind } = evidence[i]!;
    if (kind !== 'model' && evidence.findIndex((other) => other.kind === kind) === i) visit(byKind[kind], 1);
  }
}

function numberOf(type: EntityType): number {
  return TAGGED_TYPES.findIndex((known) => known === type);
}

/** The probability that a candidate is right, at most `SUREST`. */
export function confidenceOf(candidate: Candidate, lattice: Lattice, { bias, weights }: Calibration): number {
  let odds = bias;
  visitSigns(candidate, lattice, (name, value) => {
    odds += value * (weights[name] ?? 0);
  });
  return Math.min(SUREST, 1 / (1 + Math.exp(-odds)));
}
