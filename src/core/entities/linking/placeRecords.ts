import {
  isAbove,
  highest,
  isInMunicipality,
  levelOf,
  nearness,
  type Division,
  type Divisions,
} from '../gazetteers/divisions.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import type { Entity, Extraction, Mention } from '../mention.ts';
import type { Place, PlaceDecision, PlaceReading } from '../place.ts';

/** What may stand between a division and the one inside it: a break of the line. */
const NOTHING = /^\s{0,4}$/;

interface Open {
  readonly entity: Entity;
  readonly divisions: readonly Division[];
  /** The name is that of a sea, a mountain or a country as well (东海). */
  readonly another: boolean;
  /** What the neighbours of its mentions, and the home region, say where they disagree. */
  told?: ReadonlySet<Division>;
  chosen?: Division;
  decidedBy?: PlaceDecision;
  ambiguous: boolean;
}

/**
 * The records of an issue's places that are divisions. Of several divisions with one name the neighbours in
 * the text decide; else the home region (a code), else another mention of the division above, else the level
 * where the others are but districts, whose short forms hardly ever stand alone. Otherwise the largest is
 * taken and said to be ambiguous, or none; a far county's short form is ambiguous though no other has it. A
 * record is for all mentions of the name: where neighbours of two mentions say different things, or those of
 * one another thing than the home region, it says that it is ambiguous.
 */
export function placeRecords(
  text: string,
  { mentions, entities }: Pick<Extraction, 'mentions' | 'entities'>,
  lexicons: EntityLexicons,
  home: string | undefined,
): Place[] {
  const places: Open[] = [];
  for (const entity of entities) {
    if (entity.type !== 'place') continue;
    const divisions = divisionsCalled(entity.name, lexicons);
    if (divisions.length > 0)
      places.push({ entity, divisions, another: isAnother(entity.name, lexicons), ambiguous: false });
  }
  const byId = new Map(places.map((place) => [place.entity.id, place]));
  for (const place of places) byNeighbours(place, byId, mentions, text, home);
  for (const place of places) if (!place.chosen && !place.ambiguous) byHome(place, home);
  const sure = new Set(places.flatMap(({ chosen, ambiguous }) => (chosen && !ambiguous ? [chosen.code] : [])));
  for (const place of places) if (!place.chosen && !place.ambiguous) byIssue(place, sure);
  for (const place of places) if (!place.chosen && !place.ambiguous) byLevel(place, home);
  for (const place of places) place.ambiguous ||= mayBeAnother(place);
  return places.map((place) => toRecord(place, lexicons.divisions, home));
}

function isAnother(name: string, { places }: EntityLexicons): boolean {
  const kind = places.get(name)?.kind;
  return kind === 'place' || kind === 'country';
}

/** Divisions with a name: in full or in short, former ones in full, with their chain in front, by an abbreviation. */
function divisionsCalled(
  name: string,
  { divisions, regionAbbreviations, countryAbbreviations }: EntityLexicons,
): Division[] {
  if (name.length === 1) {
    if (countryAbbreviations.has(name)) return [];
    return regionAbbreviations.namesOf(name).flatMap((short) => {
      const meant = highest(divisions.find(short));
      return meant && levelOf(meant.code) < 3 ? [meant] : [];
    });
  }
  const full = divisions.findFull(name);
  if (full.length > 0) return full;
  const short = divisions.find(name);
  return short.length > 0 ? short : divisions.readChain(name);
}

/** The division above it stands right before it, or one inside it right after it. */
function byNeighbours(
  place: Open,
  byId: ReadonlyMap<string, Open>,
  mentions: readonly Mention[],
  text: string,
  home: string | undefined,
): void {
  if (isPlain(place)) return;
  const told = new Set<Division>();
  let bare = false;
  for (const index of place.entity.mentions) {
    const own = mentions[index]!;
    const before = adjoining(byId, mentions[index - 1], text, (other) => [other.span.end, own.span.start]);
    const after = adjoining(byId, mentions[index + 1], text, (other) => [own.span.end, other.span.start]);
    const fitting = place.divisions.filter(
      ({ code }) =>
        before.some((other) => isAbove(other.code, code)) || after.some((other) => isAbove(code, other.code)),
    );
    const [meant, ...others] = preferred(fitting);
    if (meant && others.length === 0) told.add(meant);
    else bare = true;
  }
  if (told.size > 0 && bare && home !== undefined) {
    // 鼓楼区 alone is the one at home, though 福州市鼓楼区 is named as well.
    const near = preferred(nearest(contenders(place), home));
    if (near.length === 1) told.add(near[0]!);
  }
  const [meant, ...others] = told;
  if (!meant) return;
  if (others.length > 0) {
    place.told = told;
    place.ambiguous = true;
  } else decide(place, meant, 'neighbour');
}

function adjoining(
  byId: ReadonlyMap<string, Open>,
  other: Mention | undefined,
  text: string,
  gap: (other: Mention) => [number, number],
): readonly Division[] {
  if (other?.type !== 'place') return [];
  const [start, end] = gap(other);
  return start <= end && NOTHING.test(text.slice(start, Math.min(end, start + 5)))
    ? (byId.get(other.entity)?.divisions ?? [])
    : [];
}

function byHome(place: Open, home: string | undefined): void {
  const current = place.divisions.filter(({ former }) => !former);
  const only = place.divisions.length === 1 ? place.divisions[0] : current.length === 1 ? current[0] : undefined;
  const [meant, ...others] = home === undefined ? [] : preferred(nearest(contenders(place), home));
  // A former division of the same province is no match for one of today.
  const weak = meant?.former === true && current.length > 0 && nearness(home!, meant.code) < 2;
  if (meant && others.length === 0 && meant !== only && !weak) decide(place, meant, 'home');
  else if (only && (isPlain(place) || only.name === place.entity.name || isNear(place.entity.name, only, home)))
    decide(place, only, 'name');
}

/** One division and no other has the name, and it is no county's short form, which may be a mountain's name as well (东海, 天山). */
function isPlain({ entity, divisions: [only, ...others] }: Open): boolean {
  return others.length === 0 && (only!.name === entity.name || levelOf(only!.code) < 3);
}

/** Whether the short form of a county is understood in the home region: of a district in its city, of others in the province. */
function isNear(name: string, division: Division, home: string | undefined): boolean {
  return home !== undefined && nearness(home, division.code) >= (isShortOfDistrict(name, division) ? 2 : 1);
}

/**
 * The divisions that the name can be thought to mean by itself: a province's short name means the province,
 * and 西安 not the district of another city, which is written 西安区.
 */
function contenders({ entity, divisions }: Open): readonly Division[] {
  const largest = highest(divisions.filter(({ former }) => !former));
  if (!largest || largest.name === entity.name) return divisions;
  if (levelOf(largest.code) === 1) return [largest];
  return levelOf(largest.code) === 2 ? divisions.filter((one) => !isShortOfDistrict(entity.name, one)) : divisions;
}

/** Whether a county's short form may as well be the sea or the mountain of that name; only a neighbour makes it sure. */
function mayBeAnother({ entity, another, chosen, decidedBy }: Open): boolean {
  return (
    another &&
    chosen !== undefined &&
    decidedBy !== 'neighbour' &&
    chosen.name !== entity.name &&
    levelOf(chosen.code) === 3
  );
}

/** The divisions that are nearest to the home region; none if all are far. */
function nearest(divisions: readonly Division[], home: string): Division[] {
  const best = Math.max(...divisions.map(({ code }) => nearness(home, code)));
  return best === 0 ? [] : divisions.filter(({ code }) => nearness(home, code) === best);
}

function byIssue(place: Open, sure: ReadonlySet<string>): void {
  const { name } = place.entity;
  const inCity = contenders(place).filter(({ code }) => levelOf(code) === 3 && sure.has(`${code.slice(0, 4)}00`));
  const inProvince = contenders(place).filter(
    (one) =>
      levelOf(one.code) > 1 &&
      sure.has(`${one.code.slice(0, 2)}0000`) &&
      (isInMunicipality(one.code) || !isShortOfDistrict(name, one)),
  );
  const [meant, ...others] = preferred(inCity.length > 0 ? inCity : inProvince);
  if (meant && others.length === 0) decide(place, meant, 'issue');
}

function byLevel(place: Open, home: string | undefined): void {
  const current = place.divisions.filter(({ former }) => !former);
  const largest = highest(current);
  if (!largest || levelOf(largest.code) === 3) {
    place.ambiguous = true;
    if (place.divisions.length === 1) decide(place, place.divisions[0]!, 'name');
    return;
  }
  place.ambiguous ||= current.some((other) => other !== largest && isRival(place.entity.name, other, largest, home));
  decide(place, largest, 'level');
}

/** Whether a name that means `largest` as a rule may well mean `other`. */
function isRival(name: string, other: Division, largest: Division, home: string | undefined): boolean {
  if (home !== undefined && nearness(home, other.code) > nearness(home, largest.code)) return true;
  if (name.length === 1) return false;
  // 吉林 is a province and a city; of 河南 and 海南 no prefecture or county goes by the short name.
  if (levelOf(largest.code) === 1) return levelOf(other.code) === 2 && other.name.endsWith('市');
  return !isShortOfDistrict(name, other) && !isAbove(largest.code, other.code);
}

/** Those of today before former ones, and of those one inside the other (朝阳市, 朝阳县) the larger. */
function preferred(divisions: readonly Division[]): readonly Division[] {
  const current = divisions.filter(({ former }) => !former);
  const own = current.length > 0 ? current : divisions;
  const largest = highest(own);
  return largest && own.every(({ code }) => code === largest.code || isAbove(largest.code, code)) ? [largest] : own;
}

function isShortOfDistrict(name: string, division: Division): boolean {
  return division.name !== name && levelOf(division.code) === 3 && division.name.endsWith('区');
}

function decide(place: Open, meant: Division, by: PlaceDecision): void {
  place.chosen = meant;
  place.decidedBy = by;
}

function toRecord(
  { entity, divisions, told, chosen, decidedBy, ambiguous }: Open,
  lexicon: Divisions,
  home: string | undefined,
): Place {
  const near = (one: Division) => (told?.has(one) ? 4 : 0) + (home === undefined ? 0 : nearness(home, one.code));
  const others = divisions
    .filter((other) => other !== chosen)
    .sort((a, b) => Number(a.former) - Number(b.former) || near(b) - near(a) || levelOf(a.code) - levelOf(b.code));
  return {
    id: entity.id,
    name: entity.name,
    ...(chosen ? toReading(chosen, lexicon) : { chain: [] }),
    ...(decidedBy ? { decidedBy } : {}),
    ambiguous,
    others: others.map((other) => toReading(other, lexicon)),
  };
}

function toReading(division: Division, divisions: Divisions): PlaceReading {
  const successor = divisions.successor(division);
  return {
    code: division.code,
    chain: divisions.chain(division),
    ...(division.former ? { former: true as const } : {}),
    ...(successor ? { now: divisions.chain(successor) } : {}),
  };
}
