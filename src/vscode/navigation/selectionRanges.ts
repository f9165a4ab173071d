import { languages, SelectionRange, type Disposable, type TextDocument } from 'vscode';
import { tagsAt } from '../../core/annotations/overlay.ts';
import { selectionsAt } from '../../core/structure/readers/selection.ts';
import { encloses, type Span } from '../../core/text/span.ts';
import type { Issues } from '../state/issues.ts';
import { LANGUAGE } from '../language.ts';
import type { Mentions } from '../state/mentions.ts';
import { toRange } from '../ranges.ts';

/** Expand Selection: name, clause, sentence, paragraph, article, page. */
export function registerSelectionRanges(issues: Issues, mentions: Mentions): Disposable {
  return languages.registerSelectionRangeProvider(LANGUAGE, {
    provideSelectionRanges: async (document, positions) => {
      const issue = await issues.of(document);
      return positions.map((position) => {
        const offset = document.offsetAt(position);
        const spans = selectionsAt(issue, offset);
        const names = tagsAt(mentions.tagsOf(document), offset, 'cursor').map(({ span }) => span);
        return (
          chain(document, [...names, ...spans]) ?? new SelectionRange(toRange(document, { start: offset, end: offset }))
        );
      });
    },
  });
}

/** Spans from the least to the most; what does not enclose the one before is left out. */
function chain(document: TextDocument, spans: readonly Span[]): SelectionRange | undefined {
  const nested: Span[] = [];
  for (const span of spans) {
    const before = nested.at(-1);
    if (!before || (encloses(span, before) && !encloses(before, span))) nested.push(span);
  }
  return nested.reduceRight<SelectionRange | undefined>(
    (parent, span) => new SelectionRange(toRange(document, span), parent),
    undefined,
  );
}
