import type { EntityType } from '../core/entities/mention.ts';
import type { Localizer } from './localizer.ts';

/** The user's word for the entities of a type. */
export function entityTypePlural(type: EntityType, l10n: Localizer): string {
  switch (type) {
    case 'person':
      return l10n.t('People');
    case 'place':
      return l10n.t('Places');
    case 'organization':
      return l10n.t('Organizations');
    case 'title':
      return l10n.t('Titles');
    case 'time':
      return l10n.t('Times');
    case 'work':
      return l10n.t('Works');
    case 'contact':
      return l10n.t('Contacts');
  }
}
