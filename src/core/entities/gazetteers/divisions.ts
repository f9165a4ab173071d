import { parseLexicon } from '../../lexicons/lexicon.ts';
import { lowerBound } from '../../text/sorted.ts';
import { shortLength } from './divisionName.ts';

/** An administrative division. */
export interface Division {
  /** Six digits: two for the province, two for the city, two for the county. */
  readonly code: string;
  /** In full: 丰台区. */
  readonly name: string;
  /** It is renamed, merged or abolished; `code` is the last one it had. */
  readonly former: boolean;
}

/** Province, city, county: how far down a division is. */
export type DivisionLevel = 1 | 2 | 3;

/** Why a division cannot be told from what was written. */
export type UnreadDivision = 'unknown' | 'ambiguous';

const NONE: readonly number[] = [];

/** More characters than a chain of three divisions has. */
const LONGEST = 40;
/** Cities that have the rank of a province: what the list calls their cities are shelves. */
const MUNICIPALITY = /^(?:11|12|31|50)/;
/** The parts of Hong Kong and Macao (九龙, 新界) are no level of administration. */
const WITHOUT_CITIES = /^8[12]/;

/**
 * The administrative divisions of China by name and by code. One string holds all names and typed arrays
 * the rest, so that the list costs little memory; a `Division` is made when it is asked for.
 */
export class Divisions {
  /** All names on end, the divisions of today in the order of their codes, then the former ones. */
  readonly #names: string;
  readonly #starts: Uint32Array;
  readonly #shortLengths: Uint8Array;
  readonly #codes: Uint32Array;
  /** How many are of today. */
  readonly #current: number;
  readonly #successors: ReadonlyMap<number, string>;
  /** By name and short form the divisions, in the order of their codes; of former ones the full name alone. */
  readonly #byForm = new Map<string, number[]>();

  /** Reads the texts of the data files divisions.txt and formerDivisions.txt. */
  constructor(currentText: string, formerText: string) {
    const current = parseLexicon(currentText).sort((a, b) => Number(a.word) - Number(b.word));
    const former = parseLexicon(formerText);
    const all = [...current, ...former];
    this.#current = current.length;
    this.#names = all.map(({ columns }) => columns[0] ?? '').join('');
    this.#starts = new Uint32Array(all.length + 1);
    this.#shortLengths = new Uint8Array(all.length);
    this.#codes = new Uint32Array(all.length);
    const successors = new Map<number, string>();
    this.#successors = successors;
    let start = 0;
    for (const [index, { word, columns }] of all.entries()) {
      const [name = '', successor = ''] = columns;
      this.#codes[index] = Number(word);
      this.#starts[index] = start;
      start += name.length;
      this.#starts[index + 1] = start;
      this.#shortLengths[index] = shortLength(name);
      if (successor !== '') successors.set(index, successor);
    }
    for (let index = 0; index < all.length; index++) {
      const name = this.#nameAt(index);
      this.#enter(name, index);
      const short = this.#shortLengths[index]!;
      if (short < name.length && index < this.#current) this.#enter(name.slice(0, short), index);
    }
  }

  /** Every division of today with its short form (its name where it has none) and its level. */
  *all(): Generator<{ readonly name: string; readonly short: string; readonly level: DivisionLevel }> {
    for (let index = 0; index < this.#current; index++) {
      const name = this.#nameAt(index);
      yield { name, short: name.slice(0, this.#shortLengths[index]), level: levelOf(this.#codeAt(index)) };
    }
  }

  /** The full names of former divisions. */
  *former(): Generator<string> {
    for (let index = this.#current; index < this.#shortLengths.length; index++) yield this.#nameAt(index);
  }

  /** The divisions of today that are called `name`, in full or in short, in the order of their codes. */
  find(name: string): Division[] {
    return this.#called(name)
      .filter((index) => index < this.#current)
      .map((index) => this.#divisionAt(index));
  }

  /** The divisions of today and former ones whose full name is `name`. */
  findFull(name: string): Division[] {
    return this.#called(name)
      .map((index) => this.#divisionAt(index))
      .filter((division) => division.name === name);
  }

  /** The codes of the divisions of today that are called `name`; none if it is no division. */
  codes(name: string): string[] {
    return this.find(name).map(({ code }) => code);
  }

  /** The division of today with a code. */
  withCode(code: string): Division | undefined {
    const index = this.#indexOf(Number(code));
    return index < 0 ? undefined : this.#divisionAt(index);
  }

  /** The short form of the division of today with a code: 大连 of 210200. */
  shortName(code: string): string | undefined {
    const index = this.#indexOf(Number(code));
    return index < 0 ? undefined : this.#nameAt(index).slice(0, this.#shortLengths[index]);
  }

  /**
   * The names from the province down: 辽宁省, 大连市, 中山区. A municipality is one level (北京市, 朝阳区), and
   * a county that a province governs itself has no city (湖北省, 仙桃市).
   */
  chain({ code, name }: Division): string[] {
    const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter(
      (other, index) => other !== code && levelOf(code) > index + 1 && !(index === 1 && WITHOUT_CITIES.test(code)),
    );
    return [...above.flatMap((other) => this.#nameOfOnce(other) ?? []), name];
  }

  /** What a former division is today, where that is plain. */
  successor({ code, name, former }: Division): Division | undefined {
    if (!former) return undefined;
    for (const [index, successor] of this.#successors)
      if (this.#codes[index] === Number(code) && this.#nameAt(index) === name) return this.withCode(successor);
    return undefined;
  }

  /**
   * The division of today that somebody means by 大连, 大连市, 辽宁省大连市 or 210200: of several with one name
   * the one of the highest level, if that is one.
   */
  read(written: string): Division | UnreadDivision {
    const text = written.replace(/\s+/g, '');
    if (/^\d{6}$/.test(text)) return this.withCode(text) ?? 'unknown';
    const found = this.#read(text, '');
    return found.length === 0 ? 'unknown' : (highest(found) ?? 'ambiguous');
  }

  /** The divisions that a name with its chain in front means: 辽宁省大连市, 辽宁大连. */
  readChain(text: string): Division[] {
    return this.find(text).length > 0 ? [] : this.#read(text, '');
  }

  /** Divisions inside `prefix` (digits of a code) that `text` names; the first levels may stand in front. */
  #read(text: string, prefix: string): Division[] {
    if (text.length > LONGEST) return [];
    const whole = this.find(text).filter(({ code }) => code.startsWith(prefix));
    if (whole.length > 0) return whole;
    for (let end = text.length - 2; end >= 2; end--) {
      const found = this.find(text.slice(0, end))
        .filter(({ code }) => code.startsWith(prefix) && levelOf(code) < 3)
        .flatMap(({ code }) => this.#read(text.slice(end), significant(code)).filter((inner) => inner.code !== code));
      if (found.length > 0) return found;
    }
    return [];
  }

  /** The name of a level above, also where that is gone. */
  #nameOfOnce(code: string): string | undefined {
    const division = this.withCode(code);
    if (division) return division.name;
    const index = this.#codes.indexOf(Number(code), this.#current);
    return index < 0 ? undefined : this.#nameAt(index);
  }

  #enter(form: string, index: number): void {
    const known = this.#byForm.get(form);
    if (known) known.push(index);
    else this.#byForm.set(form, [index]);
  }

  #called(name: string): readonly number[] {
    return this.#byForm.get(name) ?? NONE;
  }

  #indexOf(code: number): number {
    const index = lowerBound(this.#current, (other) => this.#codes[other]! < code);
    return index < this.#current && this.#codes[index] === code ? index : -1;
  }

  #divisionAt(index: number): Division {
    return { code: this.#codeAt(index), name: this.#nameAt(index), former: index >= this.#current };
  }

  #codeAt(index: number): string {
    return String(this.#codes[index]);
  }

  #nameAt(index: number): string {
    return this.#names.slice(this.#starts[index], this.#starts[index + 1]);
  }
}

/** How far down the division with a code is; a municipality is a province. */
export function levelOf(code: string): DivisionLevel {
  return code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3;
}

/** The digits of a code that all divisions inside it begin with. */
export function significant(code: string): string {
  return code.slice(0, levelOf(code) * 2);
}

/** Whether the division with code `inner` lies in the one with code `outer`, and is another. */
export function isAbove(outer: string, inner: string): boolean {
  return outer !== inner && inner.startsWith(significant(outer));
}

/** How near two divisions are: 3 the same county, 2 the same city or municipality, 1 the same province, 0 none of these. */
export function nearness(home: string, code: string): 0 | 1 | 2 | 3 {
  if (home.slice(0, 2) !== code.slice(0, 2)) return 0;
  if (isInMunicipality(code)) return home === code && levelOf(home) === 3 ? 3 : 2;
  // Counties that a province governs itself share the digits 90 and no city.
  if (levelOf(home) === 1 || home.slice(0, 4) !== code.slice(0, 4)) return 1;
  if (home.slice(2, 4) === '90') return home === code ? 3 : 1;
  return levelOf(home) === 3 && home === code ? 3 : 2;
}

/** Whether the division with a code lies in a city that has the rank of a province, or is one. */
export function isInMunicipality(code: string): boolean {
  return MUNICIPALITY.test(code);
}

/** The one division of the highest level, if there is but one of that level. */
export function highest<T extends Pick<Division, 'code'>>(divisions: readonly T[]): T | undefined {
  const level = Math.min(...divisions.map(({ code }) => levelOf(code)));
  const top = divisions.filter(({ code }) => levelOf(code) === level);
  return top.length === 1 ? top[0] : undefined;
}
