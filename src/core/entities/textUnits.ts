import { HealedText } from '../structure/healedText.ts';
import type { Byline, Issue } from '../structure/issue.ts';
import type { Span } from '../text/span.ts';

/** A stretch of the issue that is read as one running text: a healed paragraph, or a line that stands alone. */
export interface TextUnit {
  readonly healed: HealedText;
  /** The bylines and credits that lie in it. */
  readonly bylines: readonly { readonly byline: Byline; readonly credit: boolean }[];
}

/** The units of an issue in the order of the text; together they hold every line that is not blank. */
export function textUnits(issue: Issue): TextUnit[] {
  const pieces: (readonly Span[])[] = [];
  const taken = new Set<number>();
  const bylines: { byline: Byline; credit: boolean }[] = [];
  for (const article of issue.articles) {
    for (const paragraph of article.paragraphs) {
      if (paragraph.pieces.length === 0) continue;
      pieces.push(paragraph.pieces);
      for (const { start, end } of paragraph.pieces) {
        // A paragraph that holds less than its line (an inline marker cut off) leaves the rest unread.
        const line = issue.lineIndex.lineAt(start);
        const last = issue.lineIndex.lineAt(Math.max(start, end - 1));
        for (let index = line; index <= last; index++) taken.add(index);
      }
    }
    for (const byline of article.bylines) bylines.push({ byline, credit: false });
    for (const byline of article.credits) bylines.push({ byline, credit: true });
  }
  for (const { index, span, kind } of issue.lines) if (kind !== 'blank' && !taken.has(index)) pieces.push([span]);
  pieces.sort((a, b) => a[0]!.start - b[0]!.start);
  const units = pieces.map((spans) => ({ spans, bylines: [] as { byline: Byline; credit: boolean }[] }));
  const unitOfLine = new Map<number, (typeof units)[number]>();
  for (const unit of units) for (const { start } of unit.spans) unitOfLine.set(issue.lineIndex.lineAt(start), unit);
  for (const item of bylines) unitOfLine.get(item.byline.line)?.bylines.push(item);
  return units.map((unit) => ({ healed: new HealedText(issue.text, unit.spans), bylines: unit.bylines }));
}
