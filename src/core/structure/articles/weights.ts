/** A feature that may be present, with its weight. */
export type WeightedFeature = readonly [present: boolean, weight: number];

/** The sum of the weights of the features that are present, begun at `start`. */
export function weigh(start: number, features: readonly WeightedFeature[]): number {
  return features.reduce((sum, [present, weight]) => (present ? sum + weight : sum), start);
}
