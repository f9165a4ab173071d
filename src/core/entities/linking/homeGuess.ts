import type { Issue } from '../../structure/issue.ts';
import { highest, levelOf, significant, type Division, type Divisions } from '../gazetteers/divisions.ts';
import type { EntityType } from '../mention.ts';

/** Code units of a line of page furniture that are looked at. */
const LINE = 200;
const PAPER = /(?:^|[^\u4e00-\u9fff])([\u4e00-\u9fff]{2,10}报)社?(?![\u4e00-\u9fff])/g;
const ORGAN = /中共([\u4e00-\u9fff]{2,12}?)委(?:员会)?(?:主管|主办|机关报)/;
const ADDRESS = /址[：:][ \u3000]*([\u4e00-\u9fff]{2,20})/;
/** The first digits of the national number of a periodical are the province; 11 is Beijing's papers and the nation's. */
const SERIAL_NUMBER = /(?:CN|ＣＮ)[ \u3000]*(?!11)([1-8][0-9])[ \u3000]*[-—－/]/;

/** Places that must speak for a region, and the least part of all, before the text alone tells where it is from. */
const LEAST = 4;
const LEAST_PART_CITY = 0.3;
const LEAST_PART_PROVINCE = 0.4;
/** How much more often than the next one the region must be named. */
const LEAD = 1.5;

/** The region that mastheads, imprints and addresses on the pages name: 大连日报, 地址：辽宁省大连市…. */
export function mastheadHome({ pages, lines, text }: Issue, divisions: Divisions): Division | undefined {
  const furniture = pages.flatMap((page) => page.furniture.flatMap((line) => lines[line] ?? []));
  const texts = furniture.map(({ span }) => text.slice(span.start, Math.min(span.end, span.start + LINE)));
  const names = [
    ...texts.flatMap((line) => [...line.matchAll(PAPER)].map(([, name = '']) => name)),
    ...texts.flatMap((line) => ORGAN.exec(line)?.[1] ?? []),
  ];
  for (const name of names) {
    const division = opening(name, divisions);
    if (division) return division;
  }
  for (const address of texts.flatMap((line) => ADDRESS.exec(line)?.[1] ?? [])) {
    const division = opening(address, divisions);
    // The district where the house stands is not what the paper is about.
    if (division) return divisions.withCode(`${division.code.slice(0, 4)}00`) ?? division;
  }
  const province = texts.flatMap((line) => SERIAL_NUMBER.exec(line)?.[1] ?? [])[0];
  return province === undefined ? undefined : divisions.withCode(`${province}0000`);
}

/** The region that the places of the text speak for, and the places in the names of bodies (大连市人民医院). */
export function placesHome(
  names: Iterable<{ readonly type: EntityType; readonly text: string }>,
  divisions: Divisions,
): Division | undefined {
  const counts = new Map<string, number>();
  let total = 0;
  const known = new Map<string, Division | undefined>();
  for (const { type, text } of names) {
    if (type !== 'place' && type !== 'organization') continue;
    if (!known.has(text)) known.set(text, type === 'place' ? named(text, divisions) : opening(text, divisions));
    const division = known.get(text);
    if (!division) continue;
    total++;
    const province = division.code.slice(0, 2);
    const city = levelOf(division.code) === 1 ? [] : [division.code.slice(0, 4)];
    for (const region of [province, ...city]) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return (
    foremost(counts, 4, total * LEAST_PART_CITY, divisions) ??
    foremost(counts, 2, total * LEAST_PART_PROVINCE, divisions)
  );
}

function foremost(
  counts: ReadonlyMap<string, number>,
  digits: number,
  least: number,
  divisions: Divisions,
): Division | undefined {
  const [first, second] = [...counts].filter(([region]) => region.length === digits).sort(([, a], [, b]) => b - a);
  if (!first || first[1] < Math.max(LEAST, least) || (second && first[1] < second[1] * LEAD)) return undefined;
  return divisions.withCode(first[0].padEnd(6, '0'));
}

function named(name: string, divisions: Divisions): Division | undefined {
  const found = divisions.find(name);
  return found.length === 1 ? found[0] : highest(found);
}

/** The division that a name begins with, down its chain as far as it goes. */
function opening(name: string, divisions: Divisions): Division | undefined {
  let found: Division | undefined;
  let start = 0;
  for (let end = Math.min(name.length - 1, start + 12); end >= start + 2; end--) {
    const above = found?.code;
    const inside = divisions
      .find(name.slice(start, end))
      .filter(({ code }) => above === undefined || (code !== above && code.startsWith(significant(above))));
    const division = highest(inside);
    if (!division) continue;
    found = division;
    start = end;
    end = Math.min(name.length, start + 12) + 1;
  }
  return found;
}
