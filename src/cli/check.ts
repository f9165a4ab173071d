import * as l10n from '@vscode/l10n';

import type { Issue } from '../core/structure/issue.ts';
import { parseIssue } from '../core/structure/articles/parseIssue.ts';
import { countCharacters } from '../core/text/characters.ts';
import { dataDirectory, loadStructureLexicons } from '../node/dataFiles.ts';
import type { Command } from './command.ts';

/** One finding as `galley check --format json` gives it: line from 1, column and length in UTF-16 code units. */
interface FindingJson {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly class: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** `galley check`: what the structure shows to be wrong, which is paragraphs that an edge broke in two. */
export const check: Command = ({ root }) => {
  const lexicons = loadStructureLexicons(dataDirectory(root));
  return {
    width: 1,
    analyse(text) {
      const findings = splitParagraphs(parseIssue(text, lexicons));
      return Promise.resolve({
        json: { findings, characters: countCharacters(text) },
        text: () => findings.map(findingLine).join(''),
      });
    },
    dispose: () => Promise.resolve(),
  };
};

/** How much of the broken line is marked. */
const MARKED = 4;

function splitParagraphs(issue: Issue): FindingJson[] {
  return issue.articles.flatMap(({ joins }) =>
    joins.map(([broken, next]) => {
      const end = issue.lineIndex.line(broken).trimEnd().length;
      const column = Math.max(0, end - MARKED);
      return {
        line: broken + 1,
        column,
        length: end - column,
        class: 'split-paragraph',
        rule: 'split-paragraph',
        severity: 'info' as const,
        message: l10n.t('The paragraph goes on in line {0}.', next + 1),
      };
    }),
  );
}

function findingLine({ line, column, message }: FindingJson): string {
  return `${line}:${column}  ${message}\n`;
}
