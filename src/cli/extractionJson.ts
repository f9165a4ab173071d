import type { Evidence, Extraction } from '../core/entities/mention.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';

/** One mention as `galley extract --format json` gives it. */
export interface EntityJson {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 code units. */
  readonly column: number;
  readonly entity: string;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** One person as `galley extract --format json` gives it. */
export interface PersonJson {
  readonly id: string;
  readonly name: string;
  readonly titles: readonly string[];
  /** Those of the roster, where it has the person. */
  readonly rosterTitles?: readonly string[];
  /** How often the text names the person. */
  readonly mentions: number;
}

/** The JSON value of `galley extract`. */
export interface ExtractionJson {
  readonly entities: readonly EntityJson[];
  readonly people: readonly PersonJson[];
}

/** The extraction of the text behind `lines` in the command line's JSON. */
export function extractionJson(extraction: Extraction, lines: LineIndex): ExtractionJson {
  const counts = new Map(extraction.entities.map(({ id, mentions }) => [id, mentions.length]));
  return {
    entities: extraction.mentions.map((mention) => {
      const { line, column } = lines.position(mention.span.start);
      return {
        type: mention.type,
        start: mention.span.start,
        end: mention.span.end,
        text: mention.text,
        line: line + 1,
        column,
        entity: mention.entity,
        confidence: Math.round(mention.confidence * 1000) / 1000,
        evidence: mention.evidence.map(evidenceText),
      };
    }),
    people: extraction.people.map(({ id, name, titles, rosterTitles }) => ({
      id,
      name,
      titles: titles.map(({ title }) => title),
      ...(rosterTitles ? { rosterTitles } : {}),
      mentions: counts.get(id) ?? 0,
    })),
  };
}

function evidenceText({ kind, value }: Evidence): string {
  return value === undefined ? kind : `${kind}:${value}`;
}
