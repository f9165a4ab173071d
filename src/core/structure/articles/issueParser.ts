import type { NameLexicon } from '../../lexicons/surnames.ts';
import { RecentMemory } from '../../text/recentMemory.ts';
import type { LineCorrection } from '../corrections.ts';
import { factsOf, type Facts } from '../lines/features.ts';
import { headRoles, type HeadReading } from './headRoles.ts';
import type { Issue } from '../issue.ts';
import { issueOf } from './issueOf.ts';

/**
 * Parses one text again and again as it is edited, giving what `parseIssue` gives. What the letters of
 * a line or paragraph say depends on nothing else, nor do the roles of head lines on more than their
 * words; both are remembered by those words from one parse to the next, so that only what an edit
 * changed is looked at.
 */
export class IssueParser {
  readonly #names: NameLexicon;
  readonly #facts = new RecentMemory<Facts>();
  readonly #heads = new RecentMemory<HeadReading>();

  constructor(names: NameLexicon) {
    this.#names = names;
  }

  /** The issue that `parseIssue` would make of the same text and corrections. */
  parse(text: string, corrections: readonly LineCorrection[] = []): Issue {
    const issue = issueOf(text, corrections, {
      // Units and head lines hold no line break, so that keys with and without what was said differ.
      facts: (words, said) => {
        const key =
          said.role === undefined && !said.opens ? words : `\n${said.role ?? ''}\n${said.opens ? 1 : 0}\n${words}`;
        return this.#facts.get(key, () => factsOf(words, said, this.#names));
      },
      heads: (lines, ofBriefs, said) =>
        this.#heads.get(`${ofBriefs ? 1 : 0}\n${said.join(' ')}\n${lines.join('\n')}`, () =>
          headRoles(lines, ofBriefs, said),
        ),
    });
    this.#facts.forgetUnused();
    this.#heads.forgetUnused();
    return issue;
  }
}
