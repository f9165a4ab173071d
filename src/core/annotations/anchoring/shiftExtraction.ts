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
  const first = Math.min(...trimmed.map(({ span }) => span.start));
  const kept: (number | undefined)[] = [];
  const mentions: Mention[] = [];
  for (const mention of extraction.mentions) {
    const moved = mention.span.end < first ? mention : shiftMention(mention, trimmed);
    kept.push(moved && mentions.length);
    if (moved) mentions.push(moved);
  }
  return {
    ...extraction,
    ...(mentions.length < extraction.mentions.length && withoutTouched(extraction, kept)),
    mentions,
    people: extraction.people.map((person) => ({
      ...person,
      titles: person.titles.map((title) => ({ ...title, span: shiftAnyhow(title.span, trimmed) })),
    })),
  };
}

/** The entities with the indexes that their mentions have now, those without any left out. */
function withoutTouched(
  { entities, places }: Extraction,
  kept: readonly (number | undefined)[],
): Pick<Extraction, 'entities' | 'places'> {
  const left = entities
    .map((entity) => ({ ...entity, mentions: entity.mentions.flatMap((index) => kept[index] ?? []) }))
    .filter(({ mentions }) => mentions.length > 0);
  const ids = new Set(left.map(({ id }) => id));
  return { entities: left, places: places.filter(({ id }) => ids.has(id)) };
}

function shiftMention(mention: Mention, changes: readonly ContentChange[]): Mention | undefined {
  const span = shiftUntouched(mention.span, changes);
  if (!span) return undefined;
  // Mostly it is one piece, which is the whole.
  const pieces =
    mention.pieces.length === 1 ? [span] : mention.pieces.map((piece) => shiftUntouched(piece, changes) ?? piece);
  return { ...mention, span, pieces };
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
