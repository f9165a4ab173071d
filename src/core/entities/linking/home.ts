import type { Issue } from '../../structure/issue.ts';
import { isInMunicipality, levelOf, type Division, type Divisions } from '../gazetteers/divisions.ts';
import type { EntityType, Extraction } from '../mention.ts';
import type { HomeRegionReading, RefusedHomeRegion } from '../place.ts';
import { mastheadHome, placesHome } from './homeGuess.ts';

/** Where an issue is from, as far as it is known. */
export interface Home {
  readonly division?: Division;
  readonly decidedBy?: HomeRegionReading['decidedBy'];
  /** Why what was set is not used. */
  readonly refused?: RefusedHomeRegion;
}

/** What is known before the text is read: the home region that is set, else the one of the issue's masthead and imprint. */
export function statedHome(issue: Issue, divisions: Divisions, set: string): Home {
  const read = set.trim() === '' ? undefined : divisions.read(set);
  if (typeof read === 'object') return { division: read, decidedBy: 'setting' };
  const refused = read === undefined ? {} : { refused: read };
  const division = mastheadHome(issue, divisions);
  return division ? { division, decidedBy: 'masthead', ...refused } : refused;
}

/** The home that is stated, else the one that the names found in the text tell. */
export function homeOf(
  stated: Home,
  names: Iterable<{ readonly type: EntityType; readonly text: string }>,
  divisions: Divisions,
): Home {
  if (stated.division) return stated;
  const division = placesHome(names, divisions);
  return division ? { ...stated, division, decidedBy: 'places' } : stated;
}

/** The short name of the city that 市 means at home: 浏阳 in 浏阳市, 大连 in its 中山区; nothing where home is a province. */
export function homeCity({ division }: Home, divisions: Divisions): string | undefined {
  if (!division) return undefined;
  const { code, name } = division;
  if (name.endsWith('市')) return divisions.shortName(code);
  if (isInMunicipality(code)) return divisions.shortName(`${code.slice(0, 2)}0000`);
  return levelOf(code) === 1 ? undefined : divisions.shortName(`${code.slice(0, 4)}00`);
}

/** What an extraction says of the home. */
export function homeRecord(home: Home, divisions: Divisions): Pick<Extraction, 'homeRegion' | 'refusedHomeRegion'> {
  const { division, decidedBy, refused } = home;
  return {
    ...(division && decidedBy && { homeRegion: { code: division.code, chain: divisions.chain(division), decidedBy } }),
    ...(refused && { refusedHomeRegion: refused }),
  };
}
