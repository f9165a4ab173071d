import type { NameLexicon } from '../lexicons/surnames.ts';
import type { LineCorrection } from './corrections.ts';
import { factsOf, type Facts, type Said } from './features.ts';
import type { Issue } from './issue.ts';
import { issueOf } from './issueOf.ts';

/**
 * Parses one text again and again as it is edited, giving what `parseIssue` gives. What the letters of
 * a line or paragraph say depends on nothing else, so it is remembered by those letters from one parse
 * to the next; only what the edit changed is looked at.
 */
export class IssueParser {
  readonly #names: NameLexicon;
  #known = new Map<string, Facts>();

  constructor(names: NameLexicon) {
    this.#names = names;
  }

  parse(text: string, corrections: readonly LineCorrection[] = []): Issue {
    const known = this.#known;
    const met = new Map<string, Facts>();
    const issue = issueOf(text, corrections, (words, said) => {
      const key = keyOf(words, said);
      const facts = met.get(key) ?? known.get(key) ?? factsOf(words, said, this.#names);
      met.set(key, facts);
      return facts;
    });
    // What the text does not hold any more is forgotten with the old map.
    this.#known = met;
    return issue;
  }
}

/** The words of a unit hold no line break, so that nothing said and something said are told apart. */
function keyOf(words: string, { role, opens }: Said): string {
  return role === undefined && !opens ? words : `\n${role ?? ''}\n${opens ? 1 : 0}\n${words}`;
}
