/** One administrative division that a name may mean. */
export interface PlaceReading {
  /** Six digits; within Hong Kong, Macao and Taiwan, which have no codes of their own, Galley's. */
  readonly code: string;
  /** The names from the province down: 辽宁省, 大连市, 中山区; empty where it cannot be told. */
  readonly chain: readonly string[];
  /** It is renamed, merged or abolished. */
  readonly former?: true;
  /** The chain of the division that it is today, where that is plain. */
  readonly now?: readonly string[];
}

/**
 * What decided which division a name means: no other has the name; the division above or below it stands next
 * to it; the home region; the division above it is named elsewhere in the issue; it is the largest of the name.
 */
export type PlaceDecision = 'name' | 'neighbour' | 'home' | 'issue' | 'level';

/** A place of the issue that is an administrative division; without a code where it cannot be told which one. */
export interface Place extends Omit<PlaceReading, 'code'> {
  /** Id of the place's entity. */
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  /** Missing where nothing decided. */
  readonly decidedBy?: PlaceDecision;
  /** The name may as well mean one of the others. */
  readonly ambiguous: boolean;
  /** The other divisions of that name: those that the text speaks for first, then the nearest to the home region. */
  readonly others: readonly PlaceReading[];
}

/** The part of the country that an issue is from. */
export interface HomeRegionReading {
  readonly code: string;
  readonly chain: readonly string[];
  /** Set by the user, named by the masthead or the imprint, or told by the places of the text. */
  readonly decidedBy: 'setting' | 'masthead' | 'places';
}

/** Why a home region that was set is not used: no division, or several, are called so. */
export type RefusedHomeRegion = 'unknown' | 'ambiguous';
