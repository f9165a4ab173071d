import type { Extraction, Mention } from '../../entities/mention.ts';
import type { Span } from '../../text/span.ts';
import { shiftPoint, shiftSpan, trimChanges, type ContentChange } from './shift.ts';

/**
 * The extraction of a text as far as it still holds after an edit, to show until the new one is there:
 * all moved along, mentions that the edit touched left out. `before` is the text before the edit.
 */
export function shiftExtraction(extraction: Extraction, before: string, changes: readonly ContentChange[]): Extraction {
  const trimmed = trimChanges(before, changes).filter(({ span, text }) => text !== '' || span.start < span.end);
  if (trimmed.length === 0) return extraction;
  const kept = new Map<number, number>();
  const mentions: Mention[] = [];
  extraction.mentions.forEach((mention, index) => {
    const span = shiftUntouched(mention.span, trimmed);
    if (!span) return;
    kept.set(index, mentions.length);
    mentions.push({ ...mention, span, pieces: mention.pieces.map((piece) => shiftUntouched(piece, trimmed) ?? piece) });
  });
  const entities = extraction.entities
    .map((entity) => ({ ...entity, mentions: entity.mentions.flatMap((index) => kept.get(index) ?? []) }))
    .filter((entity) => entity.mentions.length > 0);
  const left = new Set(entities.map(({ id }) => id));
  return {
    ...extraction,
    mentions,
    entities,
    places: extraction.places.filter(({ id }) => left.has(id)),
    people: extraction.people.map((person) => ({
      ...person,
      titles: person.titles.map((title) => ({ ...title, span: shiftAnyhow(title.span, trimmed) })),
    })),
  };
}

function shiftUntouched(span: Span, changes: readonly ContentChange[]): Span | null {
  let shifted: Span | null = span;
  for (const change of changes) {
    if (!shifted) return null;
    const { start, end } = change.span;
    if (start < shifted.end && end > shifted.start) return null;
    shifted = shiftSpan(shifted, change);
  }
  return shifted;
}

function shiftAnyhow(span: Span, changes: readonly ContentChange[]): Span {
  return changes.reduce(
    (moved, change) =>
      shiftSpan(moved, change) ?? { start: shiftPoint(moved.start, change), end: shiftPoint(moved.start, change) },
    span,
  );
}
