import type { Span } from '../text/span.ts';
import type { EntityLexicons } from './entityLexicons.ts';

/** A division that the name of a body begins with. */
interface Part extends Span {
  readonly rank: number;
}

const PROVINCE = 1;
const CITY = 2;
const COUNTY = 3;
const TOWN = 4;
const VILLAGE = 5;
/** The end of a division's full name; 路 and 街 are none. */
const LEVEL_END = /(特别行政区|自治[区州县旗]|地区|[省市县区州旗盟])$/;
/** Towns and villages are in no list: a name and the level, with what is called something else left out. */
const TOWN_NAME = /^(?![\u4e00-\u9fff]{0,3}[县区市村])[\u4e00-\u9fff]{1,5}?(?<!城)(?:乡|镇|街道|苏木)(?![镇乡村长])(?=[\u4e00-\u9fff]{2})/;
const VILLAGE_NAME = /^(?:[\u4e00-\u9fff]{1,4}?(?<![农乡渔山牧全各城])村|[\u4e00-\u9fff]{2,4}社区|[\u4e00-\u9fff]{2,4}嘎查)(?![庄镇])(?=[\u4e00-\u9fff]{2})/;

/**
 * Where the name of a body begins that has several divisions before it, and the divisions that stay outside: the
 * corpora and the pages marked by hand part 某省 from the body of its city or county, 某市 from that of a county, and
 * all from that of a village, but keep a district with its city. A town with its county goes either way, and stays.
 */
export function divisionsOutside(name: string, places: EntityLexicons['places']): readonly Span[] {
  const parts = divisionsOf(name, places);
  for (let index = parts.length - 1; index > 0; index--) if (isParted(name, parts[index - 1]!, parts[index]!)) return parts.slice(0, index);
  return [];
}

function isParted(name: string, above: Part, below: Part): boolean {
  if (below.rank === VILLAGE) return true;
  if (above.rank === PROVINCE) return below.rank === CITY || below.rank === COUNTY;
  return above.rank === CITY && below.rank === COUNTY && !/(?<!自治)区$/.test(name.slice(below.start, below.end));
}

/** The divisions at the beginning of a name, the largest first. */
function divisionsOf(name: string, places: EntityLexicons['places']): Part[] {
  const parts: Part[] = [];
  let start = 0;
  while (start < name.length - 2) {
    const part = divisionAt(name, start, places);
    if (!part || part.rank <= (parts.at(-1)?.rank ?? 0)) break;
    parts.push(part);
    start = part.end;
  }
  return parts;
}

function divisionAt(name: string, start: number, places: EntityLexicons['places']): Part | undefined {
  const known = places.longestAt(name, start);
  if (known && known.value.kind === 'full' && known.end < name.length) {
    const rank = rankOf(name.slice(start, known.end));
    if (rank > 0) return { start, end: known.end, rank };
  }
  if (start === 0) return smallAt(name, start, TOWN_NAME, TOWN);
  return smallAt(name, start, TOWN_NAME, TOWN) ?? smallAt(name, start, VILLAGE_NAME, VILLAGE);
}

function smallAt(name: string, start: number, pattern: RegExp, rank: number): Part | undefined {
  const match = pattern.exec(name.slice(start, start + 10));
  return match ? { start, end: start + match[0].length, rank } : undefined;
}

/** Of a full name: 0 where it has no level. */
function rankOf(division: string): number {
  const level = LEVEL_END.exec(division)?.[1];
  if (level === undefined) return 0;
  if (level === '省' || level === '自治区' || level === '特别行政区') return PROVINCE;
  if (level === '市' || level === '州' || level === '盟' || level === '自治州' || level === '地区') return CITY;
  return COUNTY;
}
