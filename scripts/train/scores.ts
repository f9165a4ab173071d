import { TAGGED_TYPES } from '../../src/core/entities/tagger/labels.ts';
import { namesOf, type Example } from './corpora/example.ts';

/** F1 of all names and of each type, in one line: a name counts where both ends and the type are right. */
export function scoreLine(examples: readonly Example[], tag: (text: string) => Uint8Array): string {
  const counts = ['all', ...TAGGED_TYPES].map((name) => ({ name, gold: 0, found: 0, hit: 0 }));
  for (const { text, labels } of examples) {
    const keyOf = ({ start, end, type }: { start: number; end: number; type: number }) => `${start} ${end} ${type}`;
    const gold = namesOf(labels);
    const found = namesOf(tag(text));
    const right = new Set(gold.map(keyOf));
    for (const { type } of gold) for (const count of [counts[0]!, counts[type + 1]!]) count.gold++;
    for (const name of found)
      for (const count of [counts[0]!, counts[name.type + 1]!]) {
        count.found++;
        if (right.has(keyOf(name))) count.hit++;
      }
  }
  return counts.map(({ name, gold, found, hit }) => `${name} ${((2 * hit) / (gold + found)).toFixed(4)}`).join('  ');
}
