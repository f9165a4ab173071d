import { l10n, ThemeIcon } from 'vscode';
import type { LineRole } from '../core/structure/corrections.ts';
import { normalPage } from '../core/structure/lines/continuations.ts';
import type { ArticleKind, Continuation, Page } from '../core/structure/issue.ts';
import type { OutlineKind } from '../core/structure/readers/outline.ts';
import type { LookedFor } from './state/siblings.ts';

/** The icon of an article of this kind. */
export function articleIcon(kind: ArticleKind): ThemeIcon {
  switch (kind) {
    case 'news':
      return new ThemeIcon('note');
    case 'feature':
      return new ThemeIcon('book');
    case 'commentary':
      return new ThemeIcon('comment');
    case 'photo':
      return new ThemeIcon('device-camera');
    case 'notice':
      return new ThemeIcon('megaphone');
    case 'brief':
      return new ThemeIcon('list-unordered');
  }
}

/** What a part of an article is called. */
export function outlineKindName(kind: OutlineKind): string {
  switch (kind) {
    case 'page':
      return l10n.t('Page');
    case 'article':
      return l10n.t('Article');
    case 'column':
      return l10n.t('Column');
    case 'kicker':
      return l10n.t('Kicker');
    case 'headline':
      return l10n.t('Headline');
    case 'deck':
      return l10n.t('Deck');
    case 'subhead':
      return l10n.t('Subhead');
    case 'byline':
      return l10n.t('Byline');
    case 'caption':
      return l10n.t('Caption');
    case 'credit':
      return l10n.t('Credit');
  }
}

/** What a line is called that has this role. */
export function lineRoleName(role: LineRole): string {
  switch (role) {
    case 'body':
      return l10n.t('Body');
    case 'furniture':
      return l10n.t('Page Furniture');
    default:
      return outlineKindName(role);
  }
}

/** A page by its number and name as printed; never empty. */
export function pageName({ number, name }: Pick<Page, 'number' | 'name'>): string {
  const numbered = number === undefined ? '' : l10n.t('Page {0}', number);
  return [numbered, name ?? ''].filter((part) => part !== '').join(' ') || l10n.t('Page');
}

/** A count of characters. */
export function charactersOf(count: number): string {
  return l10n.t('{0} characters', count);
}

/** Where a marker leads, in short. */
export function whereItGoes({ direction, page }: Continuation): string {
  return direction === 'to' ? l10n.t('→ page {0}', normalPage(page)) : l10n.t('← page {0}', normalPage(page));
}

/** That the other part of a story was not found, and where it was looked for. */
export function otherPartMissing({ page, inFile, files, missing }: LookedFor): string {
  const number = normalPage(page);
  if (files.length > 0)
    return l10n.t('Page {0} is {1}, where no article is the other part.', number, files.join(l10n.t(', ')));
  if (inFile) return l10n.t('On page {0} of this file no article is the other part.', number);
  return missing === undefined
    ? l10n.t('There is no page {0} in this file, and its name does not tell what other pages are called.', number)
    : l10n.t('There is no page {0}: neither in this file, nor as {1} beside it.', number, missing);
}
