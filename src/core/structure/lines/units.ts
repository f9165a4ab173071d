import type { Span } from '../../text/span.ts';
import type { LineCorrection, LineRole } from '../corrections.ts';
import { fullWidth, isIndented, type Layout, type LineShape } from './layout.ts';

/**
 * A headline line or paragraph as the author wrote it: one line of the file, or several where the
 * layout broke it at a fixed width.
 */
export interface Unit extends Span {
  /** Its lines in the file, from 0. */
  readonly lines: readonly number[];
  /** The visible part of each line. */
  readonly pieces: readonly Span[];
  /** The pieces joined. */
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
  /** Whether it is set in like a paragraph. */
  readonly indented: boolean;
  /** The role that an editor gave it. */
  readonly role?: LineRole;
  /** Whether an editor said that an article begins here. */
  readonly opens?: boolean;
}

/**
 * Joins the lines that a fixed width broke; without a fixed width each line is a unit. Lines with different corrected
 * roles are never joined.
 */
export function unitsOf(
  text: string,
  shapes: readonly LineShape[],
  layout: Layout,
  corrections: ReadonlyMap<number, LineCorrection> = new Map(),
): Unit[] {
  const apart = (next: number): boolean => {
    const here = corrections.get(shapes[next]!.line);
    return here?.startsArticle === true || here?.role !== corrections.get(shapes[next - 1]!.line)?.role;
  };
  const { wrapWidth } = layout;
  const units: Unit[] = [];
  for (let i = 0; i < shapes.length;) {
    let next = i + 1;
    if (wrapWidth !== undefined) {
      const wrap = { text, indented: layout.indented, width: wrapWidth, first: shapes[i]! };
      while (next < shapes.length && !apart(next) && goesOn(wrap, shapes[next - 1]!, shapes[next]!)) next++;
    }
    units.push(unitOf(text, shapes.slice(i, next), corrections.get(shapes[i]!.line)));
    i = next;
  }
  return units;
}

const FINAL = /[。！？!?…][”’』」）)]*$/u;

/** How a unit's lines are broken at a fixed width. */
interface Wrap {
  readonly text: string;
  /** Whether running text starts its paragraphs with an indent. */
  readonly indented: boolean;
  /** Width at which lines are broken, in Han characters. */
  readonly width: number;
  /** The first line of the unit. */
  readonly first: LineShape;
}

/** Whether the line `here` goes on with the line `before` it. */
function goesOn({ text, indented, width, first }: Wrap, before: LineShape, here: LineShape): boolean {
  if (here.gap > 0 || (indented && isIndented(here))) return false;
  if (fullWidth(before) < width - 2 || (indented && !isIndented(first))) return false;
  const finished = FINAL.test(text.slice(Math.max(before.start, before.end - 4), before.end));
  // A short line without an end after a finished full one is rather a headline than the paragraph's last words.
  return !finished || here.width >= width - 2 || /[。！？；，：]/u.test(text.slice(here.start, here.end));
}

function unitOf(text: string, shapes: readonly LineShape[], correction: LineCorrection | undefined): Unit {
  const [first] = shapes;
  const last = shapes.at(-1)!;
  return {
    start: first!.start,
    end: last.end,
    lines: shapes.map(({ line }) => line),
    pieces: shapes.map(({ start, end }) => ({ start, end })),
    text:
      shapes.length === 1
        ? text.slice(first!.start, first!.end)
        : shapes.map(({ start, end }) => text.slice(start, end)).join(''),
    gap: first!.gap,
    indented: isIndented(first!),
    ...(correction?.role !== undefined && { role: correction.role }),
    ...(correction?.startsArticle && correction.role !== 'furniture' && { opens: true }),
  };
}
