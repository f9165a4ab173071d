import { readFileSync } from 'node:fs';

import { exampleOf, narrow, TYPE_OF_CODE, type Example, type LabelledName } from './example.ts';

/** Reads a corpus of one character and its BIO tag (`B-PER`) a line, a blank line between sentences. */
export function readBio(path: string): Example[] {
  const examples: Example[] = [];
  for (const block of readFileSync(path, 'utf8').split(/\r?\n\s*\r?\n/)) {
    let text = '';
    const names: LabelledName[] = [];
    let open: { start: number; end: number; type: number } | undefined;
    for (const line of block.split(/\r?\n/)) {
      const [, char, tag] = /^(\S+)\s+(\S+)$/.exec(line) ?? [];
      if (char === undefined || tag === undefined) continue;
      const type = TYPE_OF_CODE[tag.slice(2)];
      if (type === undefined) open = undefined;
      else if (tag.startsWith('B') || open?.type !== type) names.push((open = { start: text.length, end: 0, type }));
      text += narrow(char);
      if (open) open.end = text.length;
    }
    if (text !== '') examples.push(exampleOf(text, names));
  }
  return examples;
}
