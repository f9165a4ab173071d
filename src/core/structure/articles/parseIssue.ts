import type { LineCorrection } from '../corrections.ts';
import type { Issue } from '../issue.ts';
import type { StructureLexicons } from '../lexicons.ts';
import { IssueParser } from './issueParser.ts';

/**
 * Parses an issue file: lines, layout, units, what each looks like, pages, articles, roles,
 * paragraphs. Pure; takes any text whatever; time grows linearly with the text. What `corrections`
 * say of a line wins over all that the parse thinks.
 */
export function parseIssue(
  text: string,
  lexicons: StructureLexicons,
  corrections: readonly LineCorrection[] = [],
): Issue {
  return new IssueParser(lexicons).parse(text, corrections);
}
