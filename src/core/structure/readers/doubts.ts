/** Confidence below which a reader is told of a doubt: about one article in twenty, one name in forty. */
const SURE_FROM = 0.6;

/** Whether the engine is not sure of what it read: an article, what a line is, a mention. */
export function isDoubtful({ confidence }: { readonly confidence: number }): boolean {
  return confidence < SURE_FROM;
}
