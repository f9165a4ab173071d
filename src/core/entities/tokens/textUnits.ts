import { HealedText } from '../../structure/healedText.ts';
import type { Byline, Issue } from '../../structure/issue.ts';
import type { Span } from '../../text/span.ts';

/** A byline or credit of the structure. */
export interface UnitByline {
  readonly byline: Byline;
  readonly credit: boolean;
}

/** A stretch of the issue that is read as one running text: a healed paragraph, or a line that stands alone. */
export interface TextUnit {
  readonly healed: HealedText;
  /** The bylines and credits on its lines. */
  readonly bylines: readonly UnitByline[];
}

/** The units of an issue in the order of the text; together they hold every line that is not blank. */
export function textUnits(issue: Issue): TextUnit[] {
  const { lineIndex } = issue;
  const units: (readonly Span[])[] = [];
  const covered = new Map<number, Span[]>();
  const bylines = new Map<number, UnitByline[]>();
  const note = <T>(map: Map<number, T[]>, line: number, item: T) => map.set(line, [...(map.get(line) ?? []), item]);
  for (const article of issue.articles) {
    for (const { pieces } of article.paragraphs) {
      if (pieces.length === 0) continue;
      units.push(pieces);
      for (const piece of pieces) note(covered, lineIndex.lineAt(piece.start), piece);
    }
    for (const byline of article.bylines) note(bylines, byline.line, { byline, credit: false });
    for (const byline of article.credits) note(bylines, byline.line, { byline, credit: true });
  }
  for (const { index, span, kind } of issue.lines) {
    if (kind !== 'blank') units.push(...uncovered(span, covered.get(index) ?? []).map((part) => [part]));
  }
  units.sort((a, b) => a[0]!.start - b[0]!.start);
  return units.map((pieces) => ({
    healed: new HealedText(issue.text, pieces),
    bylines: pieces.flatMap(({ start }) => bylines.get(lineIndex.lineAt(start)) ?? []),
  }));
}

/** The parts of a line that no paragraph holds: the whole line, or what stands before and behind. */
function uncovered(line: Span, pieces: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let start = line.start;
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    if (piece.start > start) parts.push({ start, end: piece.start });
    start = Math.max(start, piece.end);
  }
  if (start < line.end) parts.push({ start, end: line.end });
  return parts;
}
