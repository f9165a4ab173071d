import { CharSet } from '../../text/charSet.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate } from '../candidate.ts';
import { divisionBefore } from '../gazetteers/divisionBefore.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';

type FoundName = Pick<Candidate, 'type' | 'start' | 'end'>;

const PROVINCE = 1;
const CITY = 2;
const COUNTY = 3;
const TOWN = 4;
const VILLAGE = 5;
/** The end of a division's full name; 路 and 街 are none. */
const LEVEL_END = /(特别行政区|自治[区州县旗]|地区|街道|苏木|嘎查|社区|[省市县区州旗盟乡镇村])$/;
const LEVEL_LAST = new CharSet('省市县区州旗盟乡镇道木村查');
/** Towns and villages are in no list: a name and the level, with what is called something else left out. */
const TOWN_NAME =
  /^(?![\u4e00-\u9fff]{0,3}[县区市村])[\u4e00-\u9fff]{1,5}?(?<!城)(?:乡|镇|街道|苏木)(?![镇乡村长])(?=[\u4e00-\u9fff]{2})/;
const VILLAGE_NAME =
  /^(?:[\u4e00-\u9fff]{1,4}?(?<![农乡渔山牧全各城])村|[\u4e00-\u9fff]{2,4}社区|[\u4e00-\u9fff]{2,4}嘎查)(?![庄镇])(?=[\u4e00-\u9fff]{2})/;

/**
 * Where the name of a body begins that stands at `body` in a text: with the largest of the divisions that lie right
 * before one another up to its own, 某省|某市委宣传部, 某县|某镇|某村小学. The guide wants the longest name with the
 * places in it, where the corpora part them. `places` are those that were found in the text.
 */
export function chainStart(
  text: string,
  body: Span,
  places: readonly FoundName[],
  lexicons: Pick<EntityLexicons, 'places'>,
): number {
  let { start } = body;
  if (start < 2 || !LEVEL_LAST.has(text.charCodeAt(start - 1))) return start;
  let rank = rankAt(text.slice(start, body.end), lexicons.places);
  while (rank > 0) {
    const above = placeBefore(text, start, places, lexicons.places);
    const higher = above === undefined ? 0 : rankOf(text.slice(above, start));
    if (above === undefined || higher === 0 || higher >= rank) break;
    start = above;
    rank = higher;
  }
  return start;
}

/** Where the division begins that ends at `end`: one of the list, or a place that was found there. */
function placeBefore(
  text: string,
  end: number,
  found: readonly FoundName[],
  places: EntityLexicons['places'],
): number | undefined {
  if (!LEVEL_LAST.has(text.charCodeAt(end - 1))) return undefined;
  const known = divisionBefore(text, end, 2, places);
  if (known !== undefined) return known;
  let start: number | undefined;
  for (const one of found)
    if (one.type === 'place' && one.end === end && end - one.start > 1 && (start === undefined || one.start > start))
      start = one.start;
  return start;
}

/** The rank of the division that a name begins with; 0 where it begins with none. */
function rankAt(name: string, places: EntityLexicons['places']): number {
  const known = places.longestAt(name, 0);
  if (known && known.value.kind === 'full' && known.end < name.length) return rankOf(name.slice(0, known.end));
  if (TOWN_NAME.test(name.slice(0, 10))) return TOWN;
  return VILLAGE_NAME.test(name.slice(0, 10)) ? VILLAGE : 0;
}

/** Of a full name: 0 where it has no level. */
function rankOf(division: string): number {
  const level = LEVEL_END.exec(division)?.[1];
  if (level === undefined || level.length === division.length) return 0;
  if (level === '省' || level === '自治区' || level === '特别行政区') return PROVINCE;
  if (level === '市' || level === '州' || level === '盟' || level === '自治州' || level === '地区') return CITY;
  if (level === '乡' || level === '镇' || level === '街道' || level === '苏木') return TOWN;
  return level === '村' || level === '社区' || level === '嘎查' ? VILLAGE : COUNTY;
}
