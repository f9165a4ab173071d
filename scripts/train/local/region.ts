import { shortLength } from '../../../src/core/entities/gazetteers/divisionName.ts';
import { parseLexicon } from '../../../src/core/lexicons/lexicon.ts';
import type { Random } from '../random.ts';

/** A county with its city and province, as the names in one piece of training text hang together. */
export interface Region {
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly towns: readonly string[];
  readonly villages: readonly string[];
  readonly communities: readonly string[];
}

/** A division without what says its level, where there is such a form. */
export function shortName(division: string): string {
  return division.slice(0, shortLength(division));
}

/** All counties with settlements, read from the texts of `data/divisions.txt` and `settlements.txt`. */
export class Regions {
  readonly #regions: Region[] = [];

  constructor(divisions: string, settlements: string) {
    const names = new Map(parseLexicon(divisions).map(({ word: code, columns: [name = ''] }) => [code, name]));
    for (const {
      word: code,
      columns: [towns = '', villages = '', communities = ''],
    } of parseLexicon(settlements)) {
      const province = names.get(`${code.slice(0, 2)}0000`);
      const county = names.get(code);
      const city = names.get(`${code.slice(0, 4)}00`) ?? province;
      if (province === undefined || county === undefined || city === undefined) continue;
      if (towns === '' && villages === '') continue;
      const list = (words: string) => words.split(' ').filter((word) => word !== '');
      this.#regions.push({
        province,
        city,
        county,
        towns: list(towns),
        villages: list(villages),
        communities: list(communities),
      });
    }
  }

  /** Any county. */
  any(random: Random): Region {
    return random.oneOf(this.#regions);
  }

  /** Another county of the same city, or any where there is none. */
  besides(region: Region, random: Random): Region {
    const near = this.#regions.filter(({ city, county }) => city === region.city && county !== region.county);
    return near.length > 0 && random.happens(0.8) ? random.oneOf(near) : this.any(random);
  }
}
