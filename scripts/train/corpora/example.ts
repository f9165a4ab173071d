import { BEGIN, END, INSIDE, labelOf, SINGLE, TAGGED_TYPES } from '../../../src/core/entities/tagger/labels.ts';
import { splitSentences } from '../../../src/core/text/sentences.ts';

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

/** A name in a text: half-open offsets, index into `TAGGED_TYPES`. */
export interface LabelledName {
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

export const PERSON = TAGGED_TYPES.indexOf('person');
export const PLACE = TAGGED_TYPES.indexOf('place');
export const ORGANIZATION = TAGGED_TYPES.indexOf('organization');

/** The codes of the types in corpora of the MSRA's kind and in pages marked by hand. */
export const TYPE_OF_CODE: Readonly<Record<string, number>> = { PER: PERSON, LOC: PLACE, ORG: ORGANIZATION };

/** The bit of label 0, and the bits of all labels of names of the types. */
export const OUTSIDE_BIT = 1;

/** The bits of all labels of names of the types. */
export function bitsOf(...types: readonly number[]): number {
  let bits = 0;
  for (const type of types) for (const part of [BEGIN, INSIDE, END, SINGLE]) bits |= 1 << labelOf(type, part);
  return bits;
}

/** Letters and digits as papers print them today. */
export function narrow(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) =>
    String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

/** Writes the labels of a name over `labels`. */
export function setName(labels: Uint8Array, { start, end, type }: LabelledName): void {
  if (end - start === 1) labels[start] = labelOf(type, SINGLE);
  else {
    labels[start] = labelOf(type, BEGIN);
    labels.fill(labelOf(type, INSIDE), start + 1, end - 1);
    labels[end - 1] = labelOf(type, END);
  }
}

/** The example of a text with its names. */
export function exampleOf(text: string, names: readonly LabelledName[]): Example {
  const labels = new Uint8Array(text.length);
  for (const name of names) setName(labels, name);
  return { text, labels };
}

/** The names of labelled text in order. */
export function namesOf(labels: Uint8Array): LabelledName[] {
  const found: LabelledName[] = [];
  let start = 0;
  for (const [i, label] of labels.entries()) {
    if (label === 0) continue;
    const part = (label - 1) & 3;
    if (part === BEGIN || part === SINGLE) start = i;
    if (part === END || part === SINGLE) found.push({ start, end: i + 1, type: (label - 1) >> 2 });
  }
  return found;
}

/** A labelled text cut at the ends of its sentences, as the extraction cuts it. */
export function sentencesOf({ text, labels }: Example): Example[] {
  return splitSentences(text).map(({ start, end }) => ({
    text: text.slice(start, end),
    labels: labels.slice(start, end),
  }));
}

/** The same of a text whose labels are known in part. */
export function partialSentencesOf({ text, allowed }: PartialExample): PartialExample[] {
  return splitSentences(text).map(({ start, end }) => ({
    text: text.slice(start, end),
    allowed: allowed.slice(start, end),
  }));
}
