import { env, l10n, type TextDocument } from 'vscode';
import type { LineAnnotation } from '../../core/annotations/records/annotation.ts';
import { isDoubtful } from '../../core/structure/readers/doubts.ts';
import type { Article, Issue } from '../../core/structure/issue.ts';
import type { OutlineNode } from '../../core/structure/readers/outline.ts';
import type { Corrections } from '../state/corrections.ts';
import { lineRoleName, whereItGoes } from '../structureNames.ts';

/** What is to be said of a row of the outline: on which page the text goes on, that the editor set it, that the parse is not sure. */
export function remarkOn(document: TextDocument, issue: Issue, corrections: Corrections, node: OutlineNode): string {
  if (node.article) return articleRemark(document, corrections, node.article);
  const line = issue.lines[issue.lineIndex.lineAt(node.range.start)];
  // A byline in a paragraph is not what the paragraph is set as.
  if (!line || line.kind !== node.kind) return '';
  const set = corrections.at(document, line.index);
  if (set) return set.creator === '' ? l10n.t('set by hand') : l10n.t('set by {0}', set.creator);
  return isDoubtful(line) ? l10n.t('not sure') : '';
}

function articleRemark(document: TextDocument, corrections: Corrections, article: Article): string {
  const corrected = corrections.of(document).some(({ line }) => article.first <= line && line <= article.last);
  const remark = corrected ? l10n.t('corrected') : isDoubtful(article) ? l10n.t('not sure') : '';
  return [...article.continuations.map(whereItGoes), remark].filter((part) => part !== '').join(' · ');
}

/** Who set a line as what, and when. */
export function describeSetting({ role, startsArticle, creator, created }: LineAnnotation): string {
  const at = new Date(created);
  const when = Number.isNaN(at.getTime())
    ? created
    : at.toLocaleString(env.language, { dateStyle: 'medium', timeStyle: 'short' });
  const what = settingName({ role, startsArticle });
  return creator === '' ? l10n.t('{0}: set on {1}', what, when) : l10n.t('{0}: set by {1} on {2}', what, creator, when);
}

/** What a line is set as. */
export function settingName({ role, startsArticle }: Pick<LineAnnotation, 'role' | 'startsArticle'>): string {
  const parts = role === null ? [] : [lineRoleName(role)];
  if (startsArticle) parts.push(l10n.t('Start of an Article'));
  return parts.join(l10n.t(', '));
}
