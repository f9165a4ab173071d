import type { Candidate } from '../candidate.ts';
import { EVIDENCE_KINDS, type EntityType, type Evidence, type EvidenceKind } from '../mention.ts';
import { TAGGED_TYPES } from './labels.ts';
import type { Lattice } from './lattice.ts';

/** How the confidence of a candidate follows from what speaks for it: the weights of a logistic regression. */
export interface Calibration {
  readonly bias: number;
  /** By the names of the signs. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Margins are whole numbers of the model's scale; so small a one says little. */
const SMALL_MARGIN = 60;
/** No suggestion is certain: that is what the roster says and the editor. */
const SUREST = 0.99;

/** The names of all signs: a sign is a number, its place here. */
export const SIGN_NAMES: readonly string[] = TAGGED_TYPES.flatMap((type) => [
  ...['for', 'against', 'found', 'not found', 'rule', 'odds'].map((what) => `${type} ${what}`),
  ...['agreed', 'alone'].flatMap((what) => EVIDENCE_KINDS.map((kind) => `${type} ${kind} ${what}`)),
]);

/** The signs of each type: looked up once, since they are asked for with every candidate. */
const SIGNS = TAGGED_TYPES.map((type) => {
  const sign = (what: string) => SIGN_NAMES.indexOf(`${type} ${what}`);
  const byKind = (what: string) =>
    Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, sign(`${kind} ${what}`)])) as Record<EvidenceKind, number>;
  return {
    for: sign('for'),
    against: sign('against'),
    found: sign('found'),
    notFound: sign('not found'),
    rule: sign('rule'),
    odds: sign('odds'),
    agreed: byKind('agreed'),
    alone: byKind('alone'),
  };
});

/** Tells what speaks for and against a candidate, and how much: signs as numbers into `SIGN_NAMES`. */
export function visitSigns(candidate: Candidate, lattice: Lattice, visit: (sign: number, value: number) => void): void {
  const { type, confidence, evidence, readAs } = candidate;
  const number = numberOf(type);
  const signs = SIGNS[number];
  if (!signs) return;
  const own = lattice.margin(candidate, number);
  const margin = readAs ? Math.max(own, lattice.margin(readAs, numberOf(readAs.type))) : own;
  const found = margin >= 0;
  visit(found ? signs.for : signs.against, Math.sign(margin) * Math.log1p(Math.abs(margin) / SMALL_MARGIN));
  visit(found ? signs.found : signs.notFound, 1);
  const byKind = found ? signs.agreed : signs.alone;
  let hasRule = false;
  for (let i = 0; i < evidence.length; i++) {
    const { kind } = evidence[i]!;
    if (kind === 'model') continue;
    hasRule = true;
    if (!isKindBefore(evidence, i)) visit(byKind[kind], 1);
  }
  if (!hasRule) return;
  const sure = Math.max(0.02, Math.min(0.99, confidence));
  visit(signs.rule, 1);
  visit(signs.odds, Math.log(sure / (1 - sure)));
}

function isKindBefore(evidence: readonly Evidence[], index: number): boolean {
  for (let i = 0; i < index; i++) if (evidence[i]!.kind === evidence[index]!.kind) return true;
  return false;
}

function numberOf(type: EntityType): number {
  return TAGGED_TYPES.findIndex((known) => known === type);
}

/** Says by a calibration how sure candidates are. */
export class Confidence {
  readonly #bias: number;
  /** By sign. */
  readonly #weights: Float64Array;
  #odds = 0;

  constructor({ bias, weights }: Calibration) {
    this.#bias = bias;
    this.#weights = Float64Array.from(SIGN_NAMES, (name) => weights[name] ?? 0);
  }

  /** The probability that a candidate is right, at most `SUREST`. */
  of(candidate: Candidate, lattice: Lattice): number {
    this.#odds = this.#bias;
    visitSigns(candidate, lattice, this.#add);
    return Math.min(SUREST, 1 / (1 + Math.exp(-this.#odds)));
  }

  // One for all candidates: to make a function for each costs more than its signs.
  readonly #add = (sign: number, value: number): void => {
    this.#odds += value * this.#weights[sign]!;
  };
}
