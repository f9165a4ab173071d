import { exampleOf, TYPE_OF_CODE, type Example, type LabelledName } from '../corpora/example.ts';
import type { Random } from '../random.ts';
import type { Region } from './region.ts';
import { slotNamed } from './slots.ts';
import type { Sources } from './sources.ts';

/** Slots whose second name is of another part of the country, not of the county next to the first. */
const FAR = /^[省市]/;

/**
 * Fills the slots of a line: `{县}` and `{县2}` become names, the same slot of the same number the same name
 * (`{人}` without a number is another person each time); `[ORG words]` is a name as it stands, `[ORG+ {县}…]`
 * one name with the slots in it. Throws an `Error` that says what is wrong with the line.
 */
export function fill(line: string, { regions, words, persons }: Sources, random: Random): Example {
  const home = regions.any(random);
  const regionOf = new Map<string, Region>([['', home]]);
  const given = new Map<string, string>();
  const names: LabelledName[] = [];
  let text = '';

  const region = (slot: string, number: string): Region => {
    const far = FAR.test(slot);
    const key = number === '1' || number === '' ? '' : `${far ? 'far' : 'near'} ${number}`;
    let found = regionOf.get(key);
    if (!found) regionOf.set(key, (found = far ? regions.any(random) : regions.besides(home, random)));
    return found;
  };
  const nameOf = (slot: string, number: string): string => {
    const [, make] = slotNamed(slot) ?? unknown(slot, line);
    const key = `${slot}${number}`;
    const known = given.get(key);
    if (known !== undefined && !(number === '' && isPerson(slot))) return known;
    const name = make({ region: region(slot, number), words, persons, random });
    given.set(key, name);
    return name;
  };

  for (const { 0: whole, groups } of line.matchAll(
    /\[(?<code>PER|LOC|ORG)\+? (?<inside>[^[\]]+)\]|\{(?<slot>[^{}\d]+)(?<number>\d*)\}|(?<plain>[^[{]+|[[{])/g,
  )) {
    const { code, inside, slot, number, plain } = groups!;
    const start = text.length;
    if (code !== undefined) {
      text += inside!.replace(/\{([^{}\d]+)(\d*)\}/g, (_, name: string, of: string) => nameOf(name, of));
      names.push({ start, end: text.length, type: TYPE_OF_CODE[code]! });
    } else if (slot !== undefined) {
      text += nameOf(slot, number!);
      names.push({ start, end: text.length, type: TYPE_OF_CODE[slotNamed(slot)![0]]! });
    } else if (plain === '[' || plain === '{') throw new Error(`a bracket that is not closed: ${line}`);
    else text += plain ?? whole;
  }
  return exampleOf(text, names);
}

function isPerson(slot: string): boolean {
  return slotNamed(slot)?.[0] === 'PER';
}

function unknown(slot: string, line: string): never {
  throw new Error(`no slot {${slot}}: ${line}`);
}
