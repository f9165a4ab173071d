import type { Span } from '../text/span.ts';
import type { HomeRegionReading, Place, RefusedHomeRegion } from './place.ts';

/** The entity types, in the order in which pickers and views list them. */
export const ENTITY_TYPES = ['person', 'place', 'organization', 'title', 'time', 'work', 'contact'] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

/**
 * Why a mention was found: `kind` names the rule or source, `value` the words that speak for it
 * (the title before a name, the suffix of a body, the first place of a remembered name).
 * Written `kind:value` on the command line; put into words of the user's language in the editor.
 */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly value?: string;
}

/** The rules and sources that may speak for a mention. */
export const EVIDENCE_KINDS = [
  'title',
  'title-list',
  'title-after',
  'byline',
  'credit',
  'surname',
  'transliteration',
  'memory',
  'segmenter',
  'division',
  'gazetteer',
  'suffix',
  'abbreviation',
  'merged',
  'pattern',
  'work-marks',
  'model',
  'roster',
  'short-form',
  'surname-of',
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One place in the text that names somebody or something. */
export interface Mention {
  readonly type: EntityType;
  /** First to last code unit in the file. */
  readonly span: Span;
  /** The pieces on screen: one, or several where a column edge breaks the name. */
  readonly pieces: readonly Span[];
  /** The name, with a break inside it healed. */
  readonly text: string;
  /** Estimated probability that span and type are right, 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** Id of its entity. */
  readonly entity: string;
}

/** What all mentions of one name and type in an issue mean. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  /** The fullest form of the name in this issue. */
  readonly name: string;
  /** Indexes into `Extraction.mentions`, ascending. */
  readonly mentions: readonly number[];
}

/** A title that the issue gives a person, as written, with where it says so. */
export interface PersonTitle {
  readonly title: string;
  readonly span: Span;
  /** The places and bodies that it names, as written. */
  readonly bodies?: readonly string[];
  /** Title of the article that says so. */
  readonly article?: string;
  /** What the person is called there, where that is not the name in full: 张 of 张市长. */
  readonly calledAs?: string;
}

/** A person of the issue. Two people of one name whose titles disagree are two. */
export interface Person {
  /** Id of the person's entity. */
  readonly id: string;
  readonly name: string;
  /** Each title once, in the order of the text. */
  readonly titles: readonly PersonTitle[];
  /** The titles that the newsroom's roster gives the person, where it has the person. */
  readonly rosterTitles?: readonly string[];
  /** What else the person is called, if anything: 张 in 张市长. */
  readonly forms?: readonly PersonForm[];
}

/** A name of a person that is not the full one, with the titles that stand with it. */
export interface PersonForm {
  readonly name: string;
  readonly titles: readonly string[];
  /** How often the issue says it. */
  readonly mentions: number;
}

/** What the extraction stage says of an issue. Mentions ascend and do not overlap within a type. */
export interface Extraction {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly people: readonly Person[];
  /** The places that are administrative divisions. */
  readonly places: readonly Place[];
  /** Where the issue is from, if anything tells. */
  readonly homeRegion?: HomeRegionReading;
  /** Why the home region that was set is not used. */
  readonly refusedHomeRegion?: RefusedHomeRegion;
}
