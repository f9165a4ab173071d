import type { EntityType } from '../entities/mention.ts';

/** One row of a newsroom's roster: somebody or something that is certain. */
export interface RosterEntry {
  /** The full name. */
  readonly name: string;
  readonly type: EntityType;
  /** Each as written; 省委常委、市委书记 is one. */
  readonly titles: readonly string[];
  /** Other forms of the name. */
  readonly aliases: readonly string[];
  /** For people; Galley makes nothing of it. */
  readonly note: string;
}

/** What is wrong with a row. */
export type RosterProblemCode =
  | 'no-name-column'
  | 'no-name'
  | 'short-name'
  | 'no-type'
  | 'unknown-type'
  | 'quotes'
  | 'too-many-cells'
  | 'damaged'
  | 'duplicate-name'
  | 'taken-alias'
  | 'short-alias';

/** Something in a roster that cannot be used. */
export interface RosterProblem {
  readonly code: RosterProblemCode;
  /** Line of the file in which the row begins, from 1. */
  readonly line: number;
  /** The word at fault. */
  readonly value?: string;
  /** The line that it clashes with, from 1. */
  readonly other?: number;
  /** Whether the row is used all the same, without the word at fault. */
  readonly used: boolean;
}

/** A roster as it was read: the good rows, and what is wrong with the others. */
export interface Roster {
  readonly entries: readonly RosterEntry[];
  readonly problems: readonly RosterProblem[];
}

/** Where a folder's roster is, seen from the folder. */
export const ROSTER_PATH = '.galley/roster.csv';
