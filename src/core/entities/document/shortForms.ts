import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';

/** What stands before the own name of a body: places, and the level of government that it belongs to. */
interface Prefix {
  /** Stems of the places, the largest first. */
  readonly places: readonly string[];
  /** Of the last place or of its own: 市 of 市文旅局. */
  readonly level: string;
  /** Where the own name starts. */
  readonly end: number;
}

/**
 * Where a short form can mean its long form: in the whole issue if it says whose it is (省农信社, 数投公司); in the
 * `story` alone that has the long form if it leaves that out (市教育局), for another story may mean another one's.
 */
export type ShortFormReach = 'issue' | 'story';

const LEVEL = /^[省市县区州旗盟]$/;
const LEVEL_END = /(?:特别行政区|自治[区州县旗]|地区|[省市县区州旗盟镇乡村])$/;
/** Beginnings that short forms leave out. */
const LEADING = /^(?:中国共产党|中共|国立|私立|第|大|新|老)/;
/** Ends that a short form keeps the first character of: 协会 → 协. */
const FIRST_KEPT = /(?:协会|联合会|委员会|大学|中学|小学|办公室|办公厅|医院|学院)$/;
/** What is left out between the name and the end of a body of its kind without a change of meaning: 华新[科技有限]公司. */
const FILLER =
  /^(?:有限|责任|股份|集团|控股|总|分|发展|技术|科技|实业|工程|投资|贸易|工贸|建设|开发|建筑|管理|服务|公司|国际|文化|传媒|教育|旅游|农业)+$/;
const COMPANY = /(?:公司|集团)$/;
const LONGEST_SHORT = 10;

/** Tells which short form stands for which long form of a body. */
export class ShortForms {
  readonly #places: EntityLexicons['places'];
  readonly #suffixes: EntityLexicons['bodySuffixes'];
  readonly #bodies: EntityLexicons['bodies'];

  constructor({ places, bodySuffixes, bodies }: EntityLexicons) {
    this.#places = places;
    this.#suffixes = bodySuffixes;
    this.#bodies = bodies;
  }

  /** The stem of the city that a body of a city is named with: 石城 of 石城市教育局; nothing if it is none's. */
  cityOf(name: string): string | undefined {
    const { places, level } = this.#prefix(name);
    return level === '市' ? places.at(-1) : undefined;
  }

  /** Where `short` may stand for `long`; nothing if nowhere. */
  reachOf(short: string, long: string): ShortFormReach | undefined {
    if (short.length >= long.length || short.length > LONGEST_SHORT || short.length < 2) return undefined;
    const own = this.#prefix(short);
    const whole = this.#prefix(long);
    const core = short.slice(own.end);
    const longCore = long.slice(whole.end);
    if (!fits(own, whole) || core === '') return undefined;
    if (core === longCore) return this.#isPart(core, own) ? 'story' : undefined;
    // The places of a name may be more than the lexicon knows: 市 before what follows a place of its own.
    if (LEVEL.test(short[0]!) && whole.places.length === 0 && isBehindPlace(short, long)) return 'story';
    if (!this.#abbreviates(core, longCore, own)) return undefined;
    return own.places.length > 0 || own.level === '省' || COMPANY.test(long) ? 'issue' : 'story';
  }

  /** Keys under which a long form is kept, and a short form looked up: the first character of its own name, its end. */
  keys(name: string, as: 'short' | 'long'): string[] {
    const core = name.slice(this.#prefix(name).end);
    const last = core.at(-1) ?? '';
    if (as === 'short') return [`${core[0] ?? ''} ${last}`, ...(LEVEL.test(name[0]!) ? [`${name[0]!} ${last}`] : [])];
    const ends = new Set([last]);
    const head = FIRST_KEPT.exec(core);
    if (head) ends.add(head[0][0]!);
    if (COMPANY.test(core)) for (const character of core) ends.add(character);
    const starts = new Set([core[0] ?? '', core.replace(LEADING, '')[0] ?? '']);
    for (const level of name.slice(0, 5)) if (LEVEL.test(level)) starts.add(level);
    return [...starts].flatMap((start) => [...ends].map((end) => `${start} ${end}`));
  }

  #prefix(name: string): Prefix {
    const places: string[] = [];
    let at = /^(?:中国共产党|中共)/.exec(name)?.[0].length ?? 0;
    let level = '';
    for (;;) {
      const place = this.#places.longestAt(name, at);
      if (!place || place.end >= name.length) break;
      const text = name.slice(at, place.end);
      const stem = text.replace(LEVEL_END, '');
      places.push(stem.length > 1 ? stem : text);
      level = LEVEL_END.exec(text)?.[0].at(-1) ?? '';
      at = place.end;
      if (level === '' && LEVEL.test(name[at] ?? '') && at + 1 < name.length) level = name[at++]!;
    }
    if (places.length === 0 && LEVEL.test(name[at] ?? '') && name.length > at + 1) level = name[at++]!;
    return { places, level, end: at };
  }

  /** Whether what is left when the place is left out says enough: 教育局, not 委员会. */
  #isPart(core: string, { places, level }: Prefix): boolean {
    if (places.length > 0 || level !== '') return true;
    const head = this.#suffixes.longestBefore(core, core.length);
    return core.length > 2 && head !== undefined && head.start > 0;
  }

  #abbreviates(core: string, long: string, { places, level }: Prefix): boolean {
    // 人大 is not the 人民大学 of the same place, nor one of two teams the other.
    if (core.length < 2 || /队$/.test(core) || (core.length === 2 && this.#bodies.get(core) !== undefined))
      return false;
    const bare = long.replace(LEADING, '');
    const body = core[0] === long[0] ? long : core[0] === bare[0] ? bare : undefined;
    if (body === undefined) return false;
    if (body.startsWith(core)) return core.length > 2 && COMPANY.test(body) && FILLER.test(body.slice(core.length));
    const head = FIRST_KEPT.exec(body);
    const keepsLast = core.at(-1) === body.at(-1);
    if (!keepsLast && !(head && core.at(-1) === head[0][0])) return false;
    const stem = keepsLast ? body : body.slice(0, body.length - head![0].length + 1);
    const left = gaps(core, stem);
    if (!left) return false;
    if (COMPANY.test(core) && COMPANY.test(body)) {
      const name = core.replace(COMPANY, '');
      if (body.startsWith(name)) return FILLER.test(body.slice(name.length));
    }
    // One character beside the end says too little alone.
    if (core.length === 2) return places.length > 0 || (level !== '' && !keepsLast);
    return !leavesMiddleOut(core, stem) && left.some((gap, index) => gap > 0 && index > 0 && index < core.length - 1);
  }
}

/** 市教育局 of 石城市教育局, where no list has the place. */
function isBehindPlace(short: string, long: string): boolean {
  const place = long.length - short.length;
  return long.endsWith(short) && place >= 2 && place <= 4;
}

/** 农业局 is no 农业农村局, 广新银行 no 广新电子银行: a short form takes characters from more than one word. */
function leavesMiddleOut(short: string, long: string): boolean {
  for (let start = 2; start < short.length; start++)
    if (long.startsWith(short.slice(0, start)) && long.endsWith(short.slice(start))) return true;
  return false;
}

/** Whether the places of a short form can be those of the long form. */
function fits(short: Prefix, long: Prefix): boolean {
  if (short.places.length > 0) return short.places.every((place) => long.places.includes(place));
  return short.level === '' || long.level === short.level || (long.level === '' && long.places.length === 0);
}

/** How many characters of `long` stand before each of `short`, taken in order from the left, the last at its end. */
function gaps(short: string, long: string): number[] | undefined {
  const result: number[] = [];
  let at = 0;
  for (let index = 0; index < short.length; index++) {
    const found = index === short.length - 1 ? long.length - 1 : long.indexOf(short[index]!, at);
    if (found < at || long[found] !== short[index]) return undefined;
    result.push(found - at);
    at = found + 1;
  }
  return result;
}
