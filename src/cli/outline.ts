import * as l10n from '@vscode/l10n';

import type { Article, Issue, Page } from '../core/structure/issue.ts';
import { outlineJson } from '../core/structure/readers/outlineJson.ts';
import { parseIssue } from '../core/structure/articles/parseIssue.ts';
import { articleKindName } from '../localized/articleKindName.ts';
import { dataDirectory, loadStructureLexicons } from '../node/dataFiles.ts';
import type { Command } from './command.ts';

/** `galley outline`: the articles of each text with their lines by role. */
export const outline: Command = ({ root }) => {
  const lexicons = loadStructureLexicons(dataDirectory(root));
  return {
    width: 1,
    analyse(text) {
      const issue = parseIssue(text, lexicons);
      return Promise.resolve({ json: outlineJson(issue), text: () => outlineText(issue) });
    },
    dispose: () => Promise.resolve(),
  };
};

function outlineText(issue: Issue): string {
  if (issue.articles.length === 0) return `${l10n.t('No article was found.')}\n`;
  const lines: string[] = [];
  for (const page of issue.pages) {
    const heading = pageHeading(page);
    if (heading) lines.push(heading);
    for (const article of page.articles) lines.push(...articleLines(issue, article));
  }
  return `${lines.join('\n')}\n`;
}

function pageHeading({ number, name, date }: Page): string {
  return [number === undefined ? '' : l10n.t('Page {0}', number), name ?? '', date ?? ''].filter(Boolean).join('  ');
}

function articleLines(issue: Issue, article: Article): string[] {
  const extent = `${article.first + 1}–${article.last + 1}`;
  const lineTexts = (lines: readonly number[]): string[] => lines.map((line) => issue.lineIndex.line(line).trim());
  const people = [...article.bylines, ...article.credits].flatMap((byline) => byline.people.map(({ name }) => name));
  const facts = [
    articleKindName(article.kind, l10n),
    l10n.t('{0} characters', article.characters),
    ...(people.length > 0 ? [people.join('、')] : []),
    ...article.continuations.map(({ span }) => issue.text.slice(span.start, span.end)),
  ];
  const indent = ' '.repeat(10);
  return [
    `${extent.padEnd(9)} ${article.title}`,
    ...lineTexts(article.deck).map((deck) => `${indent}${deck}`),
    `${indent}${facts.join(' · ')}`,
  ];
}
