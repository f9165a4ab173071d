import type { Issue } from '../../structure/issue.ts';
import type { Division, Divisions } from '../gazetteers/divisions.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { mastheadHome, placesHome } from './homeGuess.ts';
import type { Extraction } from '../mention.ts';
import type { HomeRegionReading, RefusedHomeRegion } from '../place.ts';
import { placeRecords } from './placeRecords.ts';

/** What is known of where an issue is from before its text is read. */
export interface Home {
  readonly division?: Division;
  readonly decidedBy?: HomeRegionReading['decidedBy'];
  /** Why what was set is not used. */
  readonly refused?: RefusedHomeRegion;
}

/** The home region that is set, else the one that the issue's masthead and imprint name. */
export function findHome(issue: Issue, divisions: Divisions, set: string): Home {
  const read = set.trim() === '' ? undefined : divisions.read(set);
  if (typeof read === 'object') return { division: read, decidedBy: 'setting' };
  const refused = read === undefined ? {} : { refused: read };
  const division = mastheadHome(issue, divisions);
  return division ? { division, decidedBy: 'masthead', ...refused } : refused;
}

/** The extraction with its home region, which now its places may tell, and the records of its places. */
export function withPlaces(extraction: Extraction, issue: Issue, lexicons: EntityLexicons, known: Home): Extraction {
  const { divisions } = lexicons;
  const division = known.division ?? placesHome(extraction, divisions);
  const homeRegion = division && {
    code: division.code,
    chain: divisions.chain(division),
    decidedBy: known.decidedBy ?? ('places' as const),
  };
  return {
    ...extraction,
    places: placeRecords(issue.text, extraction, lexicons, division?.code),
    ...(homeRegion ? { homeRegion } : {}),
    ...(known.refused ? { refusedHomeRegion: known.refused } : {}),
  };
}
