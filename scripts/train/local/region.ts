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

const SUFFIX = /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市|地区|盟|县|区|旗)$/;
const AUTONOMOUS = /^(.{2,}?)(?:[\u4e00-\u9fff]{1,4}族)+(?:自治州|自治县|自治旗)$/;

/** A division without what says its level, where two characters or more are left. */
export function shortName(division: string): string {
  const short = AUTONOMOUS.exec(division)?.[1] ?? division.replace(SUFFIX, '');
  return short.length > 1 ? short : division;
}

/** All counties with settlements, read from the texts of `data/divisions.txt` and `settlements.txt`. */
export class Regions {
  readonly #regions: Region[] = [];

  constructor(divisions: string, settlements: string) {
    const names = new Map(rows(divisions).map(([code, name]) => [code!, name!]));
    for (const [code = '', towns = '', villages = '', communities = ''] of rows(settlements)) {
      const province = names.get(`${code.slice(0, 2)}0000`);
      const county = names.get(code);
      const city = names.get(`${code.slice(0, 4)}00`) ?? province;
      if (province === undefined || county === undefined || city === undefined) continue;
      if (towns === '' && villages === '') continue;
      const list = (words: string) => words.split(' ').filter((word) => word !== '');
      this.#regions.push({ province, city, county, towns: list(towns), villages: list(villages), communities: list(communities) });
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

function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}
