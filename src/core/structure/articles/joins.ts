import type { FeaturedUnit } from '../lines/features.ts';
import type { Item } from './articleDraft.ts';

/** Two units that are one paragraph which a column or page edge broke. */
export interface Join {
  readonly from: FeaturedUnit;
  readonly to: FeaturedUnit;
}

/** Shorter lines without a full stop are verse, table rows or lists rather than broken paragraphs. */
const SHORTEST = 14;

/**
 * Finds the split paragraphs of an article: a line of running text without an end, where the next
 * running text of the same article goes on with it. A photo may stand between the two.
 */
export function joinsOf(items: readonly Item[]): Join[] {
  const joins: Join[] = [];
  const verse = isVerse(items);
  for (let i = 0; i < items.length; i++) {
    const { unit, part } = items[i]!;
    if (part !== 'text' || verse || !breaksOff(unit)) continue;
    let j = i + 1;
    while (j < items.length && (items[j]!.part === 'caption' || items[j]!.part === 'credit')) j++;
    const next = items[j];
    if (next?.part === 'text' && goesOn(next.unit)) joins.push({ from: unit, to: next.unit });
  }
  return joins;
}

function breaksOff({
  finished,
  text,
  entry,
  tableRow,
  result,
  markers,
  signedDate,
  trailing,
  credit,
  reference,
}: FeaturedUnit): boolean {
  if (finished || tableRow || reference || result || signedDate || trailing || credit) return false;
  if (/^[（(][^（()）]*[）)]$/u.test(text)) return false;
  if (markers.some(({ direction, end }) => direction === 'to' && text.slice(end).trim() === '')) return false;
  return text.length >= SHORTEST && !(entry && text.length < 40);
}

function goesOn(unit: FeaturedUnit): boolean {
  const { leadIn, entry, numbered, mark, turn, note, tableRow, signedDate, text } = unit;
  return (
    !leadIn &&
    !entry &&
    !numbered &&
    mark === undefined &&
    !turn &&
    !note &&
    !tableRow &&
    !signedDate &&
    !/^——/u.test(text)
  );
}

/** Lines of verse and lists are short, most of them without a full stop. */
function isVerse(items: readonly Item[]): boolean {
  const texts = items.filter(({ part }) => part === 'text');
  if (texts.length < 4) return false;
  const short = texts.filter(({ unit }) => unit.text.length <= 22 && !unit.leadIn).length;
  return short >= texts.length * 0.8;
}
