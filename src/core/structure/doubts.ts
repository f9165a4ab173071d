import type { Article, Issue, Line } from './issue.ts';

/** Confidence below which a reader is told that the parse may be wrong: about one article in twenty. */
const SURE_FROM = 0.6;

/** Whether the parse is not sure of an article, or of what a line is. */
export function isDoubtful({ confidence }: Pick<Article | Line, 'confidence'>): boolean {
  return confidence < SURE_FROM;
}

/** The lines of an article of which the parse is not sure what they are. */
export function doubtfulLines({ lines }: Issue, { first, last }: Article): Line[] {
  return lines.slice(first, last + 1).filter((line) => line.kind !== 'blank' && isDoubtful(line));
}
