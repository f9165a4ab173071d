import { CharSet } from '../../text/charSet.ts';
import type { Candidate } from '../candidate.ts';
import { divisionBefore } from '../gazetteers/divisionBefore.ts';
import type { EntityLexicons, PlaceEnding } from '../gazetteers/entityLexicons.ts';
import { OWN_FIRST, PlaceEdges } from './placeEdges.ts';
import { ALL_PARTS, type Parts } from '../parts.ts';
import { isKindOfPlace } from '../rules/place/placeEndings.ts';
import { TWO_SIDES } from '../rules/place/placeAbbreviations.ts';
import { isSameName } from '../decode/resolve.ts';
import type { Sentence } from '../tokens/sentence.ts';

/** Below this a place is not worth its bounds. */
const LEAST = 0.35;
/** So many characters at least has a full name that says what stands behind it: 赵县 is too short. */
const DIVISION = 3;
/** Levels of administration below the county, and what is inside them: another name may follow. */
const LEVEL_LAST = new CharSet('镇乡村区道场木查街路巷坊组');
const LEVEL = /(?:街道|社区|小区|新村|苏木|嘎查|[镇乡村])$/;
const ROAD = /(?:大道|大街|胡同|[^铁公水陆道线思出网]路|街|巷)$/;
const ZONE = /(?:开发区|高新区|经开区|新区|园区|街区)$/;
const RIVER = /[江河溪湖]$/;
/** Beginnings of names that a level before them goes on into: 镇东村, 村中心. */
const NO_BEGIN =
  /^(?:[东西南北中前后上下内外新老大小口头尾][路街巷村站门桥]?|[一二三四五六七八九十]+[号组队区]?|委会?|民.?|政府|中心|干部|党.{0,2}|居民|公所)$/;
const DIRECTION_END = /^(?:[东西南北中前后上下][路街巷村站门桥]|[东西南北中]大?[街道])$/;
/** The first character of 县长丰站 after 正定. */
const CUT_LEVEL = new CharSet('省市县区旗州盟镇乡');
const DIVISION_END = new CharSet('市县区旗州');
/** 三县, 两镇: how many of a level, not which. */
const COUNTED = /(?<=..)[两二三四五六七八九十]+[省市县区州盟旗镇乡村](?:市区)?$/;
/** What a line of traffic is, behind the second of its ends. */
const ROUTE_LINE = /(?<=^[\u4e00-\u9fff]{2,4})(?:高速公路|高速铁路|城际铁路|高速|铁路|高铁|公路|客专)$/;
/** The level of a place abroad behind its name: 里昂市, not 里昂市长. */
const FOREIGN_LEVEL = /^[市州省邦郡](?![长民委区])/;
/** A part of a province: 苏南, 鄂西北. */
const REGION = /^.[东西南北中]{1,2}$/;
/** A plain or a plateau that abbreviations begin: 云贵高原. */
const GREAT_RELIEF = /(?:平原|高原|盆地|山脉|丘陵)$/;
/** The level that a name ends with and once more the same one: 某村|村部, 某镇|镇长. */
const LEVEL_TWICE = /([省市县区州盟旗镇乡村])\1$/;
/** A line behind its railway, and what grows at a place, are no part of its name. */
const NOT_OF_NAME = /(?:(?<=(?:高铁|铁路|城际|公路|高速))线|(?<=^.{2,3})[李桃梨橙枣茶米酒])$/;
/** A road and what one of its sections is called after: 某南路|某寺|段. */
const SECTION = /^([\u4e00-\u9fff]{2,}(?:路|大道|大街))(?![东西南北中]?段)[\u4e00-\u9fff]{2,4}段$/;
/** Before a section of a road between two others: （迎宾路至泰山路段）. */
const ROAD_TO = /[路街道](?:至|到|—|-|~|－|～)$/;
/** Where a train goes, and what may stand behind the station that it goes to. */
const TRAIN_GOES = /^(?:开往|发往|驶往|始发)$/;
const SIDES = new CharSet('东西南北');
const BEHIND_STATION = /^(?:[^\u4e00-\u9fff]|[的方等]|$)/;
/** The road round a city, that is called after it. */
const RING = /^(?:绕城|环城)(?:高速公路|高速|公路)/;
/** Groups of a village, whose names nothing but what follows them tells from its own: 某村某某、某某两个村民小组. */
const GROUPS_BEHIND = /^(?:、[\u4e00-\u9fff]{2,4}){0,4}等?(?:[两二三四五六七八九十]个?)?村民(?:小组|组)/;
const NUMBERED = /^[一二三四五六七八九十]{1,2}[路街](?![一二三四五六七八九十公])/;
/** What the 站 behind a place may belong to instead: 站在, 站立; a stop of a tour. */
const STATION_GOES_ON =
  /^站(?:[在立着起稳到上了出岗队满位姿台口点长前内外]|收官|揭幕|开赛|比赛|决赛|冠军|启动|巡|活动|[^，。、；：！？（）“”《》\s]{0,6}赛)/;
const TOUR = /(?:赛|巡演|巡展|巡回[^，。]{0,6}|论坛|网)[^，。]{0,3}$/;

/**
 * Puts the bounds of places as the annotation guide wants them, whichever source proposed them: one mark for each
 * level (某县|某镇|某村) and each name (某江|某河), the level with its name (某县|长丰站, not 某|县长丰站), and the
 * ending of a built place with the place that it is called after (某旗站, 某高原).
 */
export class PlaceBounds {
  readonly #lexicons: EntityLexicons;
  readonly #edges: PlaceEdges;
  readonly #parts: Parts;

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#lexicons = lexicons;
    this.#parts = parts;
    this.#edges = new PlaceEdges(lexicons);
  }

  /** The candidates with other bounds where theirs are not the guide's; the others as they are. */
  settle(sentence: Sentence, candidates: readonly Candidate[]): readonly Candidate[] {
    if (!this.#parts.has('placeBounds')) return candidates;
    let changed: Candidate[] | undefined;
    for (let index = 0; index < candidates.length; index++) {
      const candidate = candidates[index]!;
      const pieces =
        candidate.type !== 'place' || candidate.confidence < LEAST
          ? undefined
          : this.#piecesOf(sentence, candidate, candidates);
      if (!pieces) {
        changed?.push(candidate);
        continue;
      }
      changed ??= candidates.slice(0, index);
      changed.push(...pieces);
    }
    return changed ? surest(changed) : candidates;
  }

  /** What a place is within its own edges; nothing where it is right. */
  #piecesOf(sentence: Sentence, candidate: Candidate, candidates: readonly Candidate[]): Candidate[] | undefined {
    const own = this.#parts.has('placeBounds.placeEdges')
      ? this.#edges.trim(sentence, candidate, candidates)
      : candidate;
    if (!own) return [];
    return this.#bounded(sentence, own) ?? (own === candidate ? undefined : [own]);
  }

  /** The places that a place with wrong bounds is; nothing where they are right. */
  #bounded(sentence: Sentence, candidate: Candidate): Candidate[] | undefined {
    const { text } = sentence;
    const { start, end } = candidate;
    if (end - start < 2) return this.#region(sentence, candidate);
    const name = text.slice(start, end);
    if (/^中[欧非]$/.test(name) && TWO_SIDES.test(text.slice(end, end + 3)))
      return [
        { ...candidate, end: start + 1 },
        { ...candidate, start: start + 1 },
      ];
    const line = ROUTE_LINE.exec(name);
    if (line && this.#isRouteEnd(text, start)) return [{ ...candidate, end: start + line.index }];
    const tail =
      NOT_OF_NAME.exec(name) ??
      (name.endsWith('站') && TOUR.test(text.slice(Math.max(0, start - 10), start)) ? /站$/.exec(name) : null);
    if (
      tail &&
      this.#lexicons.places.get(name) === undefined &&
      (tail[0] === '线' || this.#lexicons.places.getAt(text, start, end - 1))
    )
      return [{ ...candidate, end: end - 1 }];
    const above = CUT_LEVEL.has(text.charCodeAt(start))
      ? divisionBefore(text, start + 1, DIVISION, this.#lexicons.places)
      : undefined;
    if (above !== undefined && end - start > 2) {
      return [{ ...candidate, start: above, end: start + 1 }, ...this.split(text, { ...candidate, start: start + 1 })];
    }
    const whole = this.#fromBegin(text, this.#withEnding(sentence, candidate));
    const pieces = this.split(text, whole);
    return pieces.length > 1 || pieces[0] !== candidate ? pieces : undefined;
  }

  /** Whether what begins at `start` is the other end of a route: 某县至[某镇]高速公路. */
  #isRouteEnd(text: string, start: number): boolean {
    if (!/[至到—]/.test(text[start - 1] ?? '')) return false;
    for (let at = Math.max(0, start - 6); at < start - 2; at++) {
      if (this.#lexicons.places.getAt(text, at, start - 1)) return true;
    }
    return false;
  }

  /** The region that a word names of which an abbreviation was taken for a place: 苏南, not 苏. */
  #region(sentence: Sentence, candidate: Candidate): Candidate[] | undefined {
    const index = sentence.wordAt(candidate.start);
    const end = sentence.endOf(index);
    if (sentence.starts[index] !== candidate.start || end - candidate.start < 2) return undefined;
    const { word } = sentence.words[index]!;
    const isNatural = word.length > 2 && GREAT_RELIEF.test(word);
    if (!(REGION.test(word) || isNatural) || this.#lexicons.places.get(word)?.kind !== 'place') return undefined;
    return [{ ...candidate, end }];
  }

  /** The place by itself where it has a first character too many or too few: 办|某村 behind 街道, 上某乡 behind its county. */
  #fromBegin(text: string, candidate: Candidate): Candidate {
    const { start, end } = candidate;
    if (text[start] === '办' && end - start > 3 && text.startsWith('街道', start - 2))
      return { ...candidate, start: start + 1 };
    const isBelow =
      start > 3 && OWN_FIRST.has(text.charCodeAt(start - 1)) && DIVISION_END.has(text.charCodeAt(start - 2));
    if (
      !isBelow ||
      !LEVEL.test(text.slice(start, end)) ||
      divisionBefore(text, start - 1, DIVISION, this.#lexicons.places) === undefined
    )
      return candidate;
    return { ...candidate, start: start - 1 };
  }

  /** The parts of a place where it is several, and without how many of a level there are; else the place alone. */
  split(text: string, candidate: Candidate): Candidate[] {
    return this.piecesOf(text, candidate) ?? [candidate];
  }

  /** Like `split`, but nothing where a place is as it should be. */
  piecesOf(text: string, candidate: Candidate): Candidate[] | undefined {
    const { start, end } = candidate;
    if (end - start < 4 || !this.#parts.has('placeBounds')) return undefined;
    const name = text.slice(start, end);
    const counted = COUNTED.exec(name);
    if (
      counted &&
      this.#lexicons.places.get(name) === undefined &&
      this.#lexicons.places.getAt(text, start, start + counted.index)
    )
      return [{ ...candidate, end: start + counted.index }];
    if (LEVEL_TWICE.test(name)) return [{ ...candidate, end: end - 1 }];
    if (end - start < 5 || this.#lexicons.places.get(name)) return undefined;
    const section = SECTION.exec(name)?.[1];
    if (section !== undefined) {
      return [
        { ...candidate, end: start + section.length },
        { ...candidate, start: start + section.length, end: end - 1 },
      ];
    }
    for (const length of [2, 3, 4])
      if (
        LEVEL.test(name.slice(0, -length)) &&
        this.#lexicons.ordinaryWords.has(name.slice(-length)) &&
        !LEVEL.test(name)
      )
        return [{ ...candidate, end: end - length }];
    for (let cut = end - 2; cut >= start + 2; cut--) {
      if (
        !this.#partsAt(text, start, cut, end) &&
        !(LEVEL.test(text.slice(start, cut)) && GROUPS_BEHIND.test(text.slice(end, end + 16)))
      )
        continue;
      return [...this.split(text, { ...candidate, end: cut }), { ...candidate, start: cut }];
    }
    return undefined;
  }

  /** Whether a name ends and another begins at `cut`. */
  #partsAt(text: string, start: number, cut: number, end: number): boolean {
    const last = text.charCodeAt(cut - 1);
    const left = text.slice(start, cut);
    const right = text.slice(cut, end);
    if (this.#lexicons.places.getAt(text, start, cut)?.kind === 'full')
      return this.#isName(right, left.length > 2 ? 1 : 2);
    if (RIVER.test(left))
      return left.length > 2 && right.length > 2 && RIVER.test(right) && !this.#lexicons.placeEndings.get(right);
    if (!LEVEL_LAST.has(last) || left.length < 3) return false;
    if (ZONE.test(left)) return left.length > 3 && this.#isName(right, 2);
    if (LEVEL.test(left)) return this.#isName(right, /[镇乡道木]$/.test(left) && /村$/.test(right) ? 1 : 2);
    return ROAD.test(left) && this.#isName(right, 2);
  }

  /** Whether words are a name of their own: `least` characters and an ending, and no mere ending, direction or kind. */
  #isName(right: string, least: number): boolean {
    if (this.#lexicons.places.get(right)?.kind === 'full') return right.length > 2;
    if (this.#lexicons.placeEndings.get(right)) return least === 1 && /^(?:商业|步行|中心)街$/.test(right);
    const ending = this.#lexicons.placeSuffixes.longestBefore(right, right.length);
    if (!ending || this.#lexicons.placeEndings.get(right.slice(ending.start)) === undefined) return false;
    const stem = right.slice(0, ending.start);
    if (stem.length < least || NO_BEGIN.test(stem) || DIRECTION_END.test(right) || isKindOfPlace(stem)) return false;
    return this.#lexicons.placeEndings.get(stem) === undefined && !this.#lexicons.ordinaryWords.has(right);
  }

  /** The place with the ending that stands right behind it, where that makes it the name of something else. */
  #withEnding(sentence: Sentence, candidate: Candidate): Candidate {
    const { text } = sentence;
    const { start, end } = candidate;
    if (end >= text.length || !sentence.isBoundary(end)) return candidate;
    if (text[end] === '站') {
      const stands =
        sentence.endOf(sentence.wordAt(end)) === end + 1 && !STATION_GOES_ON.test(text.slice(end, end + 12));
      return stands && !TOUR.test(text.slice(Math.max(0, start - 10), start))
        ? { ...candidate, end: end + 1 }
        : candidate;
    }
    if (
      FOREIGN_LEVEL.test(text.slice(end, end + 2)) &&
      end - start > 2 &&
      this.#lexicons.places.getAt(text, start, end)?.kind === 'place'
    )
      return sentence.isBoundary(end + 1) ? { ...candidate, end: end + 1 } : candidate;
    if (isRailwayStation(text, start, end) && this.#lexicons.places.getAt(text, start, end))
      return { ...candidate, end: end + 1 };
    const ring = RING.exec(text.slice(end, end + 6));
    if (ring && this.#lexicons.places.getAt(text, start, end)?.kind === 'short')
      return { ...candidate, end: end + ring[0].length };
    const numbered = NUMBERED.exec(text.slice(end, end + 4));
    if (numbered) return { ...candidate, end: end + numbered[0].length };
    if (text.startsWith('路段', end) && ROAD_TO.test(text.slice(Math.max(0, start - 2), start)))
      return { ...candidate, end: end + 1 };
    const ending = this.#lexicons.placeEndings.longestAt(text, end);
    if (!ending || ending.end - end < 2 || !this.#extends(text.slice(end, ending.end), ending.value)) return candidate;
    const term = this.#lexicons.places.getAt(text, start, end)?.kind;
    if (term === 'full' || term === 'country' || !sentence.isBoundary(ending.end)) return candidate;
    return { ...candidate, end: ending.end };
  }

  #extends(ending: string, kind: PlaceEnding): boolean {
    if (kind !== 'relief' && kind !== 'site') return false;
    return this.#lexicons.placeSuffixes.get(ending) === 'strong';
  }
}

/** Whether a city and the side of it where the railway stops stand before or behind where trains go: 从某市北开往某市西的列车. */
function isRailwayStation(text: string, start: number, end: number): boolean {
  if (!SIDES.has(text.charCodeAt(end))) return false;
  return (
    TRAIN_GOES.test(text.slice(end + 1, end + 3)) ||
    (TRAIN_GOES.test(text.slice(Math.max(0, start - 2), start)) && BEHIND_STATION.test(text.slice(end + 1, end + 2)))
  );
}

/** Each span and type once, as the surest of those that came to it. */
function surest(candidates: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    const at = found.findIndex((one) => isSameName(one, candidate));
    if (at < 0) found.push(candidate);
    else if (candidate.confidence > found[at]!.confidence) found[at] = candidate;
  }
  return found;
}
