import type { ArticleKind } from '../core/structure/issue.ts';
import type { Localizer } from './localizer.ts';

/** The user's word for a kind of article. */
export function articleKindName(kind: ArticleKind, l10n: Localizer): string {
  switch (kind) {
    case 'news':
      return l10n.t('News');
    case 'feature':
      return l10n.t('Feature');
    case 'commentary':
      return l10n.t('Commentary');
    case 'photo':
      return l10n.t('Photo');
    case 'notice':
      return l10n.t('Notice');
    case 'brief':
      return l10n.t('Brief');
  }
}
