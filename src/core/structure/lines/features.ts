import type { ContinuationMatch } from './continuations.ts';
import type { BylineMatch } from './byline.ts';
import type { FurnitureMatch } from './furniture.ts';
import type { BareNames } from './standingBylines.ts';
import type { Unit } from './units.ts';

/** What a unit looks like on its own, without regard to its neighbours. */
export type Shape = 'furniture' | 'marker' | 'byline' | 'credit' | 'title' | 'text';

/**
 * All that is read from the text of a unit alone; offsets are those of the text. The text itself is left out, so that
 * remembered features do not keep it in memory.
 */
export interface LineFeatures {
  readonly shape: Shape;
  readonly furniture: FurnitureMatch | undefined;
  readonly markers: readonly ContinuationMatch[];
  readonly leadIn: BylineMatch | undefined;
  /** A byline that fills the line; of shape `byline` or, for bare names, `title`. */
  readonly standing: BylineMatch | undefined;
  /** Names standing alone. */
  readonly bareNames: BareNames | undefined;
  readonly credit: BylineMatch | undefined;
  /** A writer's signature under a letter: place or post, then the name. */
  readonly signer: BylineMatch | undefined;
  /** A byline in brackets at the end of the text. */
  readonly trailing: BylineMatch | undefined;
  readonly caption: boolean;
  /** An editor's note; `inline` where its text stands behind its name. */
  readonly note: { readonly inline: boolean } | undefined;
  /** Whether it is a turn of an interview. */
  readonly turn: boolean;
  /** Whether it is a line of key and value. */
  readonly entry: boolean;
  /** Whether it opens with a number of its own, or is one. */
  readonly numbered: boolean;
  /** The mark with which a brief or list item opens. */
  readonly mark: string | undefined;
  /** Whether it closes with the page where a story stands. */
  readonly reference: boolean;
  readonly signedDate: boolean;
  readonly tableRow: boolean;
  /** Whether it tells a score, a mark, a rank or a reading. */
  readonly result: boolean;
  /** Whether it closes with a note about its author. */
  readonly authorNote: boolean;
  /** Whether it is, as a head line, the title of briefs, of a notice, of a guide to the issue. */
  readonly briefs: boolean;
  readonly notice: boolean;
  readonly guide: boolean;
  /** Whether the text ends where a sentence can end. */
  readonly finished: boolean;
  /** Its characters as papers count them. */
  readonly characters: number;
}

/** A unit with all that is read from its own text. */
export interface FeaturedUnit extends Unit, LineFeatures {}

/** What an editor said of a unit, which changes what is read from its text. */
export type UnitCorrection = Pick<Unit, 'role' | 'opens'>;

/** Whether a unit belongs to the lines above a text: headline, kicker, byline and the like. */
export function isHeadShape({ shape }: LineFeatures): boolean {
  return shape === 'title' || shape === 'byline';
}
