import { LineIndex } from '../../text/lineIndex.ts';
import { correctionsByLine, type LineCorrection } from '../corrections.ts';
import type { Article, Issue, Line, LineKind, Page } from '../issue.ts';
import type { FeaturedUnit, LineFeatures, UnitCorrection } from '../lines/features.ts';
import type { PageData } from '../lines/furniture.ts';
import { recogniseLayout, shapesOf } from '../lines/layout.ts';
import type { LineReader } from '../lines/lineReader.ts';
import { unitsOf } from '../lines/units.ts';
import { buildArticle } from './buildArticle.ts';
import type { HeadLines, HeadRoles } from './headRoles.ts';
import { pagesOf } from './pages.ts';
import { refineShapes } from './refine.ts';
import { segment } from './segment.ts';

/**
 * What an issue is parsed with. Features and roles take nine tenths of the time and depend on some words alone: they
 * may be remembered.
 */
export interface ParseTools {
  readonly lines: LineReader;
  /** What the letters of a unit say. */
  readonly features: (text: string, corrected: UnitCorrection) => LineFeatures;
  readonly headRoles: (heads: HeadLines) => HeadRoles;
}

/** Kind and confidence by line, filled in while a text is parsed. */
type Kinds = { kind: LineKind; confidence: number }[];

/** The text that is parsed, and what its pages share. */
interface Parse {
  readonly text: string;
  readonly usualGap: number;
  readonly tools: ParseTools;
  readonly kinds: Kinds;
}

/** Makes an issue of a text. */
export function issueOf(text: string, corrections: readonly LineCorrection[], tools: ParseTools): Issue {
  const lineIndex = new LineIndex(text);
  const shapes = shapesOf(text, lineIndex);
  const layout = recogniseLayout(text, shapes);
  const units = refineShapes(
    unitsOf(text, shapes, layout, correctionsByLine(corrections)).map((unit): FeaturedUnit => ({
      ...unit,
      ...tools.features(unit.text, unit),
    })),
    tools.lines,
  );
  const kinds: Kinds = Array.from({ length: lineIndex.count }, () => ({ kind: 'blank', confidence: 1 }));
  const parse = { text, usualGap: layout.usualGap, tools, kinds };
  const pages = pagesOf(units).map(({ from, to, ...data }) => pageOf(units.slice(from, to), data, parse));
  const lines = kinds.map(({ kind, confidence }, index): Line => ({
    index,
    span: lineIndex.span(index),
    kind,
    confidence,
  }));
  return { text, lineIndex, lines, pages, articles: pages.flatMap(({ articles }) => articles) };
}

function pageOf(units: readonly FeaturedUnit[], data: PageData, parse: Parse): Page {
  const { text, usualGap, tools, kinds } = parse;
  const content: FeaturedUnit[] = [];
  const breaks = new Set<number>();
  const furniture: number[] = [];
  for (const unit of units) {
    if (unit.shape !== 'furniture') {
      content.push(unit);
      continue;
    }
    breaks.add(content.length);
    furniture.push(...unit.lines);
    for (const line of unit.lines) kinds[line] = { kind: 'furniture', confidence: 0.95 };
  }
  const articles: Article[] = [];
  for (const draft of segment({ units: content, breaks, usualGap }, tools.lines)) {
    const built = buildArticle(draft, { text, headRoles: tools.headRoles, columns: tools.lines.columns });
    articles.push(built.article);
    for (const { line, kind, confidence } of built.kinds) kinds[line] = { kind, confidence };
  }
  return { ...extentOf(units), ...data, articles, furniture };
}

/** Where a page stands; one without any unit stands at the start. */
function extentOf(units: readonly FeaturedUnit[]): Pick<Page, 'span' | 'first' | 'last'> {
  const [first] = units;
  const last = units.at(-1);
  if (!first || !last) return { span: { start: 0, end: 0 }, first: 0, last: 0 };
  return { span: { start: first.start, end: last.end }, first: first.lines[0]!, last: last.lines.at(-1)! };
}
