import { readFileSync } from 'node:fs';

import type { NameLexicon } from '../../../src/core/lexicons/surnames.ts';
import {
  bitsOf,
  exampleOf,
  narrow,
  ORGANIZATION,
  OUTSIDE_BIT,
  partialSentencesOf,
  PERSON,
  PLACE,
  type PartialExample,
} from './example.ts';

/**
 * Reads text with parts of speech (`word/tag`, a paragraph a line), as Peking University tagged the People's
 * Daily. Persons (nr) are known whole, surname and given name joined; places (ns) lie inside a place or a body,
 * bodies (nt) inside a body, since the brackets round compound names are lost. The rest may be anything but a
 * person.
 */
export function readPartsOfSpeech(path: string, names: NameLexicon): PartialExample[] {
  const examples: PartialExample[] = [];
  for (const line of readFileSync(path, 'utf8').replaceAll('\0', '').split(/\r?\n/)) {
    const words = [...line.matchAll(/(\S+?)\/([A-Za-z]+)(?=\s|$)/g)].map(([, word, tag]) => ({
      word: narrow(word!),
      tag: tag!,
    }));
    let text = '';
    const allowed: number[] = [];
    for (let index = 0; index < words.length; index++) {
      const { word, tag } = words[index]!;
      if (tag === 'nr') {
        let name = word;
        const given = words[index + 1];
        if (names.surnameClass(word) && given?.tag === 'nr' && given.word.length <= 2) {
          name += given.word;
          index++;
        }
        while (/^[·・]$/.test(words[index + 1]?.word ?? '') && words[index + 2]?.tag === 'nr') {
          name += words[index + 1]!.word + words[index + 2]!.word;
          index += 2;
        }
        const { labels } = exampleOf(name, [{ start: 0, end: name.length, type: PERSON }]);
        for (const label of labels) allowed.push(1 << label);
        text += name;
      } else {
        for (let i = 0; i < word.length; i++) allowed.push(mayBe(word, tag));
        text += word;
      }
    }
    examples.push(...partialSentencesOf({ text, allowed: Uint16Array.from(allowed) }));
  }
  return examples;
}

function mayBe(word: string, tag: string): number {
  if (tag === 'nt') return bitsOf(ORGANIZATION);
  if (tag === 'ns') return bitsOf(PLACE, ORGANIZATION);
  return /^[，。；！？：]$/.test(word) ? OUTSIDE_BIT : OUTSIDE_BIT | bitsOf(PLACE, ORGANIZATION);
}
