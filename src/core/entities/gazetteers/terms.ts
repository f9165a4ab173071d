import type { PhraseIndex } from '../../lexicons/phraseIndex.ts';
import type { SuffixIndex } from '../../lexicons/suffixIndex.ts';

/**
 * A place of the lexicons. `full` is a division with its suffix (丰台区), `short` one without
 * (丰台); countries and other well-known places keep their own kinds.
 */
export interface PlaceTerm {
  readonly kind: 'full' | 'short' | 'county' | 'country' | 'place';
}

/** A body of the lexicons: an office, party, company …, or a paper or agency. */
export interface BodyTerm {
  readonly kind: 'body' | 'media';
}

/** A post or profession, a word after names (同志), or a word before them that is no title (记者). */
export type TitleClass = 'post' | 'address' | 'cue';

/** How much must stand before the ending of a name: nothing but name-like words, or more; `none` ends no name. */
export type SuffixStrength = 'strong' | 'weak' | 'none';

/** What names with an ending of places are: a level of administration, a road, a water, a form of the land, a built place. */
export type PlaceEnding = 'level' | 'road' | 'water' | 'relief' | 'site';

/** Scores of a character in a given name, in tenths of a natural logarithm. */
export interface GivenScore {
  readonly only: number;
  readonly middle: number;
  readonly last: number;
}

/** How a character writes foreign names. */
export type TransliterationClass = 'strong' | 'weak';

/** Words beside the names of goods and plants, and the characters that such names end with. */
export interface GoodsWords {
  readonly before: SuffixIndex<true>;
  readonly behind: PhraseIndex<true>;
  readonly ends: Set<string>;
}
