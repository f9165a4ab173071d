import type { EntityLexicons } from '../entityLexicons.ts';
import { OUTSIDE } from './hashing.ts';

const CODES = 0x10000;
/** Scores of given names in steps of 10, from below -40 to above 30. */
const bucket = (score: number) => Math.max(0, Math.min(7, Math.floor(score / 10) + 4));

/** What the characters of a text are, each in a number: as surname, in given names, in foreign names, by shape. */
export interface CharacterNumbers {
  readonly surnames: Uint8Array;
  readonly given: Uint16Array;
  readonly foreign: Uint8Array;
  readonly shapes: Uint8Array;
}

/** Tables by code unit. */
export class CharacterClasses {
  readonly #surnames = new Uint8Array(CODES);
  readonly #given = new Uint16Array(CODES);
  readonly #foreign = new Uint8Array(CODES);

  constructor({ names, givenScores, transliteration }: EntityLexicons) {
    for (let code = 0x4e00; code < 0xa000; code++) this.#surnames[code] = names.surnameClass(String.fromCharCode(code))?.length ?? 0;
    for (const [character, { only, middle, last }] of givenScores)
      this.#given[character.charCodeAt(0)] = bucket(only) + 8 * bucket(middle) + 64 * bucket(last) + 1;
    for (const [character, kind] of transliteration) this.#foreign[character.charCodeAt(0)] = kind === 'strong' ? 2 : 1;
  }

  /** The numbers of the characters at the same places. */
  of(codes: Int32Array): CharacterNumbers {
    const { length } = codes;
    const surnames = new Uint8Array(length);
    const given = new Uint16Array(length);
    const foreign = new Uint8Array(length);
    const shapes = new Uint8Array(length);
    for (let i = 0; i < length; i++) {
      const code = codes[i]!;
      surnames[i] = this.#surnames[code]!;
      given[i] = this.#given[code]!;
      foreign[i] = this.#foreign[code]!;
      shapes[i] = shapeOf(code);
    }
    return { surnames, given, foreign, shapes };
  }
}

function shapeOf(code: number): number {
  if (code === OUTSIDE) return 0;
  if (code === 0x30) return 1;
  if (code === 0x61) return 2;
  if (code >= 0x4e00 && code <= 0x9fff) return 3;
  if (code === 0xb7 || code === 0x2022 || code === 0x30fb) return 4;
  if (code === 0x3001 || code === 0xff0c || code === 0x3002 || code === 0xff1b) return 5;
  return 6;
}
