import { LineIndex } from '../../text/lineIndex.ts';
import { buildArticle, type ReadHeads } from './buildArticle.ts';
import { correctionsByLine, type LineCorrection } from '../corrections.ts';
import type { Facts, Feature, Said } from '../lines/features.ts';
import type { Article, Issue, Line, LineKind, Page } from '../issue.ts';
import { recogniseLayout, shapesOf } from '../lines/layout.ts';
import { pagesOf, type PageRange } from './pages.ts';
import { refineShapes } from './refine.ts';
import { segment } from './segment.ts';
import { unitsOf } from '../lines/units.ts';

/** What takes nine tenths of the time of a parse and depends on some words alone, found or remembered. */
export interface Reader {
  /** What the letters of a unit say. */
  readonly facts: (text: string, said: Said) => Facts;
  readonly heads: ReadHeads;
}

/** Makes an issue of a text, asking `read` what its words say. */
export function issueOf(text: string, corrections: readonly LineCorrection[], read: Reader): Issue {
  const lineIndex = new LineIndex(text);
  const shapes = shapesOf(text, lineIndex);
  const layout = recogniseLayout(text, shapes);
  const units = unitsOf(text, shapes, layout, correctionsByLine(corrections));
  const features = refineShapes(
    units.map((unit): Feature => ({ unit, text: unit.text, ...read.facts(unit.text, unit) })),
  );
  const kinds: { kind: LineKind; confidence: number }[] = Array.from({ length: lineIndex.count }, () => ({
    kind: 'blank',
    confidence: 1,
  }));
  const pages = pagesOf(features).map((range) => {
    const part = features.slice(range.from, range.to);
    const articles: Article[] = [];
    const breaks = new Set<number>();
    const content: Feature[] = [];
    const furniture: number[] = [];
    for (const feature of part) {
      if (feature.shape !== 'furniture') {
        content.push(feature);
        continue;
      }
      breaks.add(content.length);
      for (const line of feature.unit.lines) {
        furniture.push(line);
        kinds[line] = { kind: 'furniture', confidence: 0.95 };
      }
    }
    for (const draft of segment(content, breaks, layout.usualGap)) {
      const built = buildArticle(text, draft, read.heads);
      articles.push(built.article);
      for (const { line, kind, confidence } of built.kinds) kinds[line] = { kind, confidence };
    }
    return pageOf(range, part, articles, furniture);
  });
  const lines = kinds.map(({ kind, confidence }, index): Line => ({
    index,
    span: lineIndex.span(index),
    kind,
    confidence,
  }));
  return { text, lineIndex, lines, pages, articles: pages.flatMap(({ articles }) => articles) };
}

function pageOf(
  range: PageRange,
  part: readonly Feature[],
  articles: readonly Article[],
  furniture: readonly number[],
): Page {
  const first = part[0]?.unit;
  const last = part.at(-1)?.unit;
  return {
    span: { start: first?.start ?? 0, end: last?.end ?? 0 },
    first: first?.lines[0] ?? 0,
    last: last?.lines.at(-1) ?? 0,
    ...(range.number !== undefined && { number: range.number }),
    ...(range.name !== undefined && { name: range.name }),
    ...(range.date !== undefined && { date: range.date }),
    articles,
    furniture,
  };
}
