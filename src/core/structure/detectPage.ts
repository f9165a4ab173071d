import { NameLexicon } from '../lexicons/surnames.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { findLeadIn, findStandingByline } from './lines/bylines.ts';
import { findContinuations } from './readers/continuations.ts';
import { findFurniture } from './lines/furniture.ts';
import { recogniseLayout, shapesOf } from './lines/layout.ts';
import { isTitleShaped } from './lines/shapes.ts';
import { unitsOf } from './lines/units.ts';

/** How much of a text is looked at, in UTF-16 code units and in paragraphs. */
const PREFIX = 20_000;
const LINES = 300;

/** Points that make a text a newspaper page. */
const ENOUGH = 4;

/**
 * Whether a text is a newspaper page. Conservative and cheap: looks at a bounded prefix and asks for
 * what only papers print (本报讯, 新华社…电, 下转第三版, folio, 责编, □ 本报记者) beside headlines and running text.
 */
export function isNewspaperPage(text: string): boolean {
  const prefix = text.slice(0, PREFIX);
  const shapes = shapesOf(prefix, new LineIndex(prefix));
  const lines = unitsOf(prefix, shapes, recogniseLayout(prefix, shapes))
    .slice(0, LINES)
    .map((unit) => unit.text);
  if (lines.length < 4) return false;
  const han = prefix.match(/\p{Script=Han}/gu)?.length ?? 0;
  const visible = prefix.replace(/\s/g, '').length;
  if (han < 150 || han < visible * 0.55) return false;
  const noNames = new NameLexicon('');
  let points = 0;
  let titles = 0;
  let running = 0;
  lines.forEach((line, i) => {
    if (line.length >= 40 && /[。！？]/u.test(line)) running++;
    const title = line.length <= 40 && isTitleShaped(line);
    if (title) titles++;
    if (findContinuations(line).length > 0) points += 3;
    const furniture = findFurniture(line);
    if (furniture && (furniture.kind === 'folio' || furniture.kind === 'date' || furniture.kind === 'staff'))
      points += 1;
    const before = lines[i - 1];
    const afterTitle =
      before !== undefined &&
      before.length <= 40 &&
      (isTitleShaped(before) || findStandingByline(before, noNames) !== undefined);
    const leadIn = findLeadIn(line, noNames);
    if (leadIn && /讯|电/u.test(line.slice(0, leadIn.end))) points += afterTitle || i === 0 ? 2.5 : 1;
    else if (
      /^[□■○●◎☉口]?[ \u3000]*(?:本报|新华社|晚报|日报)?(?:首席|特约|见习|实习)?(?:记者|通讯员|评论员)/u.test(line) &&
      line.length <= 40 &&
      !/[。，]/u.test(line)
    )
      points += afterTitle ? 1.5 : 0.5;
    if (/(?:本报|新华社).{0,14}(?<!拍)摄[）)]?$/u.test(line)) points += 1;
  });
  return points >= ENOUGH && titles >= 2 && running >= 1;
}
