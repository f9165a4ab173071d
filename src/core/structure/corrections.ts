import type { LineKind } from './issue.ts';

/** A role that an editor can give to a line. A continuation marker is read off the line's own words. */
export type LineRole = Exclude<LineKind, 'blank' | 'continuation'>;

/** What an editor said of one line; it wins over all that the parse thinks, and the rest of the parse adapts. */
export interface LineCorrection {
  /** Line number from 0. */
  readonly line: number;
  readonly role?: LineRole;
  /** Whether an article begins at this line, whatever its role but furniture. */
  readonly startsArticle?: boolean;
}

/**
 * Corrections by line. Of several for one line each later one wins in what it says; those that say nothing are left
 * out.
 */
export function correctionsByLine(corrections: readonly LineCorrection[]): ReadonlyMap<number, LineCorrection> {
  const byLine = new Map<number, LineCorrection>();
  for (const correction of corrections) {
    const { line, role, startsArticle } = { ...byLine.get(correction.line), ...correction };
    if (role === undefined && startsArticle !== true) byLine.delete(line);
    else
      byLine.set(line, { line, ...(role !== undefined && { role }), ...(startsArticle === true && { startsArticle }) });
  }
  return byLine;
}

/** Whether a role belongs to the lines above an article's text and so cannot stand behind text of the same article. */
export function opensByRole(role: LineRole | undefined): boolean {
  return role === 'headline' || role === 'kicker' || role === 'column';
}
