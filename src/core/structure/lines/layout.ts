import type { LineIndex } from '../../text/lineIndex.ts';

/** How the file sets its paragraphs: one a line, or broken at a fixed width; and whether it indents them. */
export interface Layout {
  /** Width at which lines are broken, in Han characters; absent where a line holds a whole paragraph. */
  readonly wrapWidth?: number;
  /** Whether running text starts its paragraphs with an indent. */
  readonly indented: boolean;
  /** The number of blank lines that usually stands between two lines. */
  readonly usualGap: number;
}

/** One line as the layout sees it: its visible part, indent and width. */
export interface LineShape {
  /** Line number from 0. */
  readonly line: number;
  /** The visible part, without blanks at both ends. */
  readonly start: number;
  readonly end: number;
  /** Blanks before it, in Han widths. */
  readonly indent: number;
  /** Width in Han characters: half-width characters count one half. */
  readonly width: number;
  /** Blank lines before it. */
  readonly gap: number;
}

const FINAL = new Set('。！？!?”』」）)…：；');

/** The lines that are not blank, with their shapes. */
export function shapesOf(text: string, index: LineIndex): LineShape[] {
  const shapes: LineShape[] = [];
  let gap = 0;
  for (let line = 0; line < index.count; line++) {
    const { start: from, end: to } = index.span(line);
    let start = from;
    let end = to;
    let indent = 0;
    while (start < end && isBlank(text.charCodeAt(start))) indent += widthOf(text.charCodeAt(start++));
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (start === end) {
      gap++;
      continue;
    }
    shapes.push({ line, start, end, indent, width: widthBetween(text, start, end), gap });
    gap = 0;
  }
  return shapes;
}

/** Recognises how the file is laid out from the shapes of its lines. */
export function recogniseLayout(text: string, shapes: readonly LineShape[]): Layout {
  const wrapWidth = wrapWidthOf(text, shapes);
  const long = shapes.filter(({ width }) => width >= (wrapWidth === undefined ? 40 : wrapWidth * 0.6));
  const starts =
    wrapWidth === undefined ? long : shapes.filter(({ indent, width }) => indent >= 1 && width >= wrapWidth * 0.6);
  const indentedLines = long.filter(isIndented).length;
  const indented =
    wrapWidth === undefined
      ? long.length >= 2 && indentedLines >= long.length * 0.6
      : starts.filter(isIndented).length >= Math.max(2, long.length * 0.08);
  const gaps = new Map<number, number>();
  for (const { gap } of shapes.slice(1)) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
  let usualGap = 0;
  for (const [gap, count] of gaps) if (count > (gaps.get(usualGap) ?? 0)) usualGap = gap;
  return wrapWidth === undefined ? { indented, usualGap } : { wrapWidth, indented, usualGap };
}

/** Whether a line is set in by about two characters, as paragraphs are. */
export function isIndented({ indent }: LineShape): boolean {
  return indent >= 1 && indent <= 4;
}

/** Widest fixed width looked for, in Han characters, and the narrowest. */
const WIDEST = 64;
const NARROWEST = 10;

function wrapWidthOf(text: string, shapes: readonly LineShape[]): number | undefined {
  if (shapes.length < 8) return undefined;
  const best = commonWidth(shapes);
  if (!best || best.lines < 6 || best.lines < shapes.length * 0.35) return undefined;
  const { width } = best;
  const longer = shapes.filter((shape) => shape.width + shape.indent > width + 1.5).length;
  if (longer > Math.max(1, shapes.length * 0.04)) return undefined;
  const full = shapes.filter((shape) => fullWidth(shape) >= width - 1.5);
  const broken = full.filter(({ end }) => !FINAL.has(text[end - 1]!)).length;
  return broken >= full.length * 0.6 ? width : undefined;
}

/**
 * A line's extent with its indent if each character, narrow ones too, takes a Han character's place: some
 * systems break lines by the count of characters, others by their width.
 */
export function fullWidth({ start, end, indent }: LineShape): number {
  return end - start + indent;
}

/** The width to which most lines come near, from below or by one character more. */
function commonWidth(shapes: readonly LineShape[]): { width: number; lines: number } | undefined {
  // By width w: the lines that reach w, and those that go over w, counted once for all widths.
  const reach = new Uint32Array(WIDEST + 4);
  const over = new Uint32Array(WIDEST + 4);
  const seen = new Set<number>();
  for (const shape of shapes) {
    const width = Math.round(shape.width + shape.indent);
    reach[Math.min(Math.round(fullWidth(shape)), WIDEST + 2)]!++;
    over[Math.min(width, WIDEST + 2)]!++;
    if (width >= NARROWEST && width <= WIDEST) seen.add(width);
  }
  for (let w = WIDEST + 2; w > 0; w--) {
    reach[w - 1]! += reach[w]!;
    over[w - 1]! += over[w]!;
  }
  let best: { width: number; lines: number } | undefined;
  for (const width of seen) {
    const lines = reach[width - 1]! - over[width + 1]!;
    if (!best || lines > best.lines || (lines === best.lines && width > best.width)) best = { width, lines };
  }
  return best;
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0x3000 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b);
}

/** Width of a blank in Han characters; a zero-width blank and a byte order mark have none. */
function widthOf(blank: number): number {
  if (blank === 0x200b || blank === 0xfeff) return 0;
  if (blank === 0x09) return 2;
  return blank < 0x1100 ? 0.5 : 1;
}

function widthBetween(text: string, start: number, end: number): number {
  let width = 0;
  // Beyond this a line is long, whatever its exact width.
  const stop = Math.min(end, start + 400);
  for (let i = start; i < stop; i++) {
    const code = text.charCodeAt(i);
    width += code < 0x1100 && code !== 0xb7 ? 0.5 : 1;
  }
  return width + (end - stop);
}
