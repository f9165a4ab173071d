import { LineIndex } from '../text/lineIndex.ts';
import { pattern } from '../text/pattern.ts';
import type { StructureLexicons } from './lexicons.ts';
import { recogniseLayout, shapesOf } from './lines/layout.ts';
import type { LineReader } from './lines/lineReader.ts';
import { unitsOf } from './lines/units.ts';
import { findContinuations } from './lines/continuations.ts';

/** How much of a text is looked at, in UTF-16 code units and in paragraphs. */
const PREFIX = 20_000;
const LINES = 300;

/** Points that make a text a newspaper page. */
const ENOUGH = 4;

/** Longest line that is looked at as a headline. */
const SHORT = 40;

const STANDING_BYLINE = pattern`
  ^[□■○●◎☉口]?[ \u3000]*(?:本报|新华社|晚报|日报)?(?:首席|特约|见习|实习)?(?:记者|通讯员|评论员)
`;
const CREDIT = /(?:本报|新华社).{0,14}(?<!拍)摄[）)]?$/u;

/**
 * Whether a text is a newspaper page. Conservative and cheap: looks at a bounded prefix and asks for
 * what only papers print (本报讯, 新华社…电, 下转第三版, folio, 责编, □ 本报记者) beside headlines and running text.
 */
export function isNewspaperPage(text: string, { lines: reader }: StructureLexicons): boolean {
  const prefix = text.slice(0, PREFIX);
  const shapes = shapesOf(prefix, new LineIndex(prefix));
  const lines = unitsOf(prefix, shapes, recogniseLayout(prefix, shapes))
    .slice(0, LINES)
    .map((unit) => unit.text);
  if (lines.length < 4 || !isChinese(prefix)) return false;
  const titles = lines.filter((line) => isTitle(line, reader)).length;
  const running = lines.filter((line) => line.length >= 40 && /[。！？]/u.test(line)).length;
  if (titles < 2 || running < 1) return false;
  const points = lines.reduce((sum, line, i) => sum + pointsOf(line, lines[i - 1], reader), 0);
  return points >= ENOUGH;
}

function isChinese(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 150 && han >= text.replace(/\s/g, '').length * 0.55;
}

function isTitle(line: string, { shapes }: LineReader): boolean {
  return line.length <= SHORT && shapes.isTitle(line);
}

/** What a line says for a newspaper page; `before` is the line above it. */
function pointsOf(line: string, before: string | undefined, reader: LineReader): number {
  const afterTitle = before !== undefined && isHeadLine(before, reader);
  let points = 0;
  if (findContinuations(line).length > 0) points += 3;
  const kind = reader.furniture.find(line)?.kind;
  if (kind === 'folio' || kind === 'date' || kind === 'staff') points += 1;
  const leadIn = reader.leadIns.find(line);
  if (leadIn && /讯|电/u.test(line.slice(0, leadIn.end))) points += afterTitle || before === undefined ? 2.5 : 1;
  else if (isBylineShaped(line)) points += afterTitle ? 1.5 : 0.5;
  if (CREDIT.test(line)) points += 1;
  return points;
}

/** Whether a line can stand above a text. */
function isHeadLine(line: string, { shapes, standing }: LineReader): boolean {
  return line.length <= SHORT && (shapes.isTitle(line) || standing.find(line) !== undefined);
}

function isBylineShaped(line: string): boolean {
  return line.length <= SHORT && STANDING_BYLINE.test(line) && !/[。，]/u.test(line);
}
