// Readers of the training corpora: each gives sentences with labels, or with what the labels may be.
import { readFileSync } from 'node:fs';

import { BEGIN, END, INSIDE, labelOf, SINGLE, TAGGED_TYPES } from '../../src/core/entities/tagger/labels.ts';
import type { NameLexicon } from '../../src/core/lexicons/surnames.ts';
import { splitSentences } from '../../src/core/text/sentences.ts';

/** A sentence to learn from. Labels are those of the tagger, one a character (UTF-16 unit). */
export interface Example {
  readonly text: string;
  readonly labels: Uint8Array;
}

/** A sentence whose labels are known in part: one bit for each label that a character may have. */
export interface PartialExample {
  readonly text: string;
  readonly allowed: Uint16Array;
}

const CODES: Readonly<Record<string, number>> = { PER: 0, LOC: 1, ORG: 2 };

/** Letters and digits as papers print them today. */
function narrow(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** Writes a name of the type at `type` over `labels`. */
export function setName(labels: Uint8Array, start: number, end: number, type: number): void {
  if (end - start === 1) labels[start] = labelOf(type, SINGLE);
  else {
    labels[start] = labelOf(type, BEGIN);
    labels.fill(labelOf(type, INSIDE), start + 1, end - 1);
    labels[end - 1] = labelOf(type, END);
  }
}

/** A corpus of one character and its BIO tag a line, a blank line between sentences. */
export function readBio(path: string): Example[] {
  const examples: Example[] = [];
  for (const block of readFileSync(path, 'utf8').split(/\r?\n\s*\r?\n/)) {
    let text = '';
    const names: { start: number; end: number; type: number }[] = [];
    let open: { start: number; end: number; type: number } | undefined;
    for (const line of block.split(/\r?\n/)) {
      const [, char, tag] = /^(\S+)\s+(\S+)$/.exec(line) ?? [];
      if (char === undefined || tag === undefined) continue;
      const type = CODES[tag.slice(2)];
      if (type === undefined) open = undefined;
      else if (tag.startsWith('B') || open?.type !== type) names.push((open = { start: text.length, end: 0, type }));
      text += narrow(char);
      if (open) open.end = text.length;
    }
    if (text === '') continue;
    const labels = new Uint8Array(text.length);
    for (const { start, end, type } of names) setName(labels, start, end, type);
    examples.push({ text, labels });
  }
  return examples;
}

/**
 * The People's Daily of January 1998 with Peking University's parts of speech. Persons (nr) are known whole,
 * surname and given name joined; places (ns) lie inside a place or a body, bodies (nt) inside a body, since
 * the brackets round compound names are lost. The rest may be anything but a person.
 */
export function readPartsOfSpeech(path: string, names: NameLexicon): PartialExample[] {
  const examples: PartialExample[] = [];
  for (const line of readFileSync(path, 'utf8').replaceAll('\0', '').split(/\r?\n/)) {
    const words = [...line.matchAll(/(\S+?)\/([A-Za-z]+)(?=\s|$)/g)].map(([, word, tag]) => ({ word: narrow(word!), tag: tag! }));
    let text = '';
    const masks: number[] = [];
    const mask = (word: string, allowed: (i: number) => number) => {
      for (let i = 0; i < word.length; i++) masks.push(allowed(i));
      text += word;
    };
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
        const labels = new Uint8Array(name.length);
        setName(labels, 0, name.length, CODES['PER']!);
        mask(name, (i) => 1 << labels[i]!);
      } else {
        const types = tag === 'nt' ? [2] : tag === 'ns' ? [1, 2] : /^[，。；！？：]$/.test(word) ? [] : [1, 2];
        let allowed = tag === 'nt' || tag === 'ns' ? 0 : 1;
        for (const type of types) for (const part of [BEGIN, INSIDE, END, SINGLE]) allowed |= 1 << labelOf(type, part);
        mask(word, () => allowed);
      }
    }
    for (const { start, end } of splitSentences(text))
      if (end > start) examples.push({ text: text.slice(start, end), allowed: Uint16Array.from(masks.slice(start, end)) });
  }
  return examples;
}

/** The names of labelled text as `type start-end`, for scoring. */
export function namesOf(labels: Uint8Array): string[] {
  const found: string[] = [];
  let start = 0;
  for (const [i, label] of labels.entries()) {
    if (label === 0) continue;
    const type = (label - 1) >> 2;
    const part = (label - 1) & 3;
    if (part === BEGIN || part === SINGLE) start = i;
    if (part === END || part === SINGLE) found.push(`${TAGGED_TYPES[type]} ${start}-${i + 1}`);
  }
  return found;
}
