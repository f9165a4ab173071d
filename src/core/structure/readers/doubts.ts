import type { Article, Line } from '../issue.ts';

/** Confidence below which a reader is told that the parse may be wrong: about one article in twenty. */
const SURE_FROM = 0.6;

/** Whether the parse is not sure of an article, or of what a line is. */
export function isDoubtful({ confidence }: Pick<Article | Line, 'confidence'>): boolean {
  return confidence < SURE_FROM;
}
