// Makes of what was learnt a model as it is read: few rows of small whole numbers.
import { LABELS } from '../../src/core/entities/tagger/labels.ts';
import { slotOf, TaggerModel, type ModelRow } from '../../src/core/entities/tagger/model.ts';
import type { Averages, FeatureNumbers } from './perceptron.ts';

/**
 * The bytes of a model, with weights of -127 to 127. A feature counts by its greatest weight and by the logarithm of
 * how often it was seen: of those with one slot the one that counts most is kept, and of all at most `most`.
 */
export function quantise(
  { weights, transitions }: Averages,
  { hashes, counts }: FeatureNumbers,
  gate: Int8Array,
  most: number,
): Uint8Array {
  const greatest = (feature: number) => {
    let weight = 0;
    for (let label = 0; label < LABELS; label++)
      weight = Math.max(weight, Math.abs(weights[feature * LABELS + label]!));
    return weight;
  };
  const bySlot = new Map<number, { feature: number; importance: number }>();
  for (const [feature, hash] of hashes.entries()) {
    const importance = greatest(feature) * Math.log1p(counts[feature]!);
    if (importance > (bySlot.get(slotOf(hash))?.importance ?? 0)) bySlot.set(slotOf(hash), { feature, importance });
  }
  const kept = [...bySlot.values()].sort((a, b) => b.importance - a.importance || a.feature - b.feature).slice(0, most);
  const scale = kept.reduce((top, { feature }) => Math.max(top, greatest(feature)), 0) / 127;
  const rows: ModelRow[] = [];
  for (const { feature } of kept) {
    const row = Int8Array.from({ length: LABELS }, (_, label) =>
      Math.round(weights[feature * LABELS + label]! / scale),
    );
    if (row.some((weight) => weight !== 0)) rows.push({ hash: hashes[feature]!, weights: row });
  }
  return TaggerModel.format({
    rows,
    transitions: Int32Array.from(transitions, (weight) => Math.round(weight / scale)),
    gate,
  });
}
