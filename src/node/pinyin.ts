import { pinyin } from 'pinyin-pro';

/** A name to be said. */
export interface NameToSay {
  readonly name: string;
  /** Whether it begins with a surname, which may be read otherwise than the word: 单 shan, 仇 qiu, 解 xie. */
  readonly person: boolean;
}

/**
 * How names are said: for each the syllables of its characters in Hanyu Pinyin, without tones, ü as v, with blanks
 * between them; letters and digits stand for themselves, other signs are left out.
 */
export function sayNames(names: readonly NameToSay[]): string[] {
  return names.map(({ name, person }) =>
    pinyin(name, { type: 'array', toneType: 'none', v: true, surname: person ? 'head' : 'off' })
      .map((syllable) => syllable.toLowerCase())
      .filter((syllable) => /^[a-z\d]+$/.test(syllable))
      .join(' '),
  );
}
