import type { Evidence, Extraction, Person } from '../core/entities/mention.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';

/** One mention as `galley extract --format json` gives it. */
export interface EntityJson {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** The file's characters from `start` to `end`, also where a line ends between them. */
  readonly text: string;
  /** Where a line ends within `text`: the same as it is read, without the break. */
  readonly name?: string;
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 code units. */
  readonly column: number;
  readonly entity: string;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/**
 * One person as `galley extract --format json` gives it. What a person is called by less than the full name (张 in
 * 张市长) follows it as a record of its own with the same id and `shortFor`, its titles as they stand there.
 */
export interface PersonJson {
  readonly id: string;
  readonly name: string;
  readonly titles: readonly string[];
  /** Those of the roster, where it has the person. */
  readonly rosterTitles?: readonly string[];
  /** How often the text names the person, by this name if it is a short one. */
  readonly mentions: number;
  /** The person's name in full, in the record of a short one. */
  readonly shortFor?: string;
  /** Where the text gives each of the titles. */
  readonly sources?: readonly TitleSourceJson[];
}

/** Where a title stands: in which article, of which bodies and places. */
export interface TitleSourceJson {
  readonly title: string;
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 code units. */
  readonly column: number;
  readonly bodies: readonly string[];
  /** The article's headline, null outside all articles. */
  readonly article: string | null;
}

/** One administrative division that a name may mean, as `galley extract --format json` gives it. */
export interface DivisionJson {
  /** Six digits. */
  readonly code: string;
  /** The names from the province down. */
  readonly chain: readonly string[];
  /** It is renamed, merged or abolished; `now` is what it is today, where that is plain. */
  readonly former?: true;
  readonly now?: readonly string[];
}

/** One place that is an administrative division; without code and with an empty chain where it cannot be told which. */
export interface PlaceJson extends Partial<DivisionJson> {
  readonly id: string;
  readonly name: string;
  readonly chain: readonly string[];
  /** What decided: name, neighbour, home, issue, level. */
  readonly decidedBy?: string;
  /** The name may as well mean one of the others. */
  readonly ambiguous?: true;
  readonly others?: readonly DivisionJson[];
  /** How often the text names the place. */
  readonly mentions: number;
}

/** The JSON value of `galley extract`. */
export interface ExtractionJson {
  readonly entities: readonly EntityJson[];
  readonly people: readonly PersonJson[];
  readonly places: readonly PlaceJson[];
  /** Where the text is from, if anything tells; `decidedBy` is setting, masthead or places. */
  readonly homeRegion?: { readonly code: string; readonly chain: readonly string[]; readonly decidedBy: string };
}

/** The extraction of the text behind `lines` in the command line's JSON. */
export function extractionJson(extraction: Extraction, lines: LineIndex): ExtractionJson {
  const counts = new Map(extraction.entities.map(({ id, mentions }) => [id, mentions.length]));
  return {
    entities: extraction.mentions.map((mention) => {
      const { line, column } = lines.position(mention.span.start);
      const text = lines.text.slice(mention.span.start, mention.span.end);
      return {
        type: mention.type,
        start: mention.span.start,
        end: mention.span.end,
        text,
        ...(text !== mention.text && { name: mention.text }),
        line: line + 1,
        column,
        entity: mention.entity,
        confidence: Math.round(mention.confidence * 1000) / 1000,
        evidence: mention.evidence.map(evidenceText),
      };
    }),
    people: extraction.people.flatMap((person) => personJson(person, counts.get(person.id) ?? 0, lines)),
    places: extraction.places.map(({ ambiguous, others, ...place }) => ({
      ...place,
      ...(ambiguous ? { ambiguous } : {}),
      ...(others.length > 0 ? { others } : {}),
      mentions: counts.get(place.id) ?? 0,
    })),
    ...(extraction.homeRegion ? { homeRegion: extraction.homeRegion } : {}),
  };
}

function personJson(
  { id, name, titles, rosterTitles, forms = [] }: Person,
  mentions: number,
  lines: LineIndex,
): PersonJson[] {
  const sources = titles.map(({ title, span, bodies = [], article = null }) => {
    const { line, column } = lines.position(span.start);
    return { title, line: line + 1, column, bodies, article };
  });
  return [
    {
      id,
      name,
      titles: titles.map(({ title }) => title),
      ...(rosterTitles && { rosterTitles }),
      mentions,
      ...(sources.length > 0 && { sources }),
    },
    ...forms.map((form) => ({ id, name: form.name, titles: form.titles, mentions: form.mentions, shortFor: name })),
  ];
}

function evidenceText({ kind, value }: Evidence): string {
  return value === undefined ? kind : `${kind}:${value}`;
}
