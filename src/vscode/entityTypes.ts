import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import { ENTITY_TYPES, type EntityType } from '../core/entities/mention.ts';

const ICONS: Readonly<Record<EntityType, string>> = {
  person: 'person',
  place: 'location',
  organization: 'organization',
  title: 'briefcase',
  time: 'calendar',
  work: 'book',
  contact: 'mail',
};

/** What a type is called, for one of it. */
export function typeName(type: EntityType): string {
  switch (type) {
    case 'person':
      return l10n.t('Person');
    case 'place':
      return l10n.t('Place');
    case 'organization':
      return l10n.t('Organization');
    case 'title':
      return l10n.t('Title or post');
    case 'time':
      return l10n.t('Time');
    case 'work':
      return l10n.t('Work');
    case 'contact':
      return l10n.t('Contact');
  }
}

/** The theme colour that the manifest gives a type. */
export function typeColor(type: EntityType): ThemeColor {
  return new ThemeColor(`galley.${type}`);
}

/** The icon of a type in its colour. */
export function typeIcon(type: EntityType): ThemeIcon {
  return new ThemeIcon(ICONS[type], typeColor(type));
}

/** The name of the type's icon, for Markdown and labels. */
export function typeIconName(type: EntityType): string {
  return ICONS[type];
}

/** The key that tags as this type, as the manifest binds it. */
export function typeKey(type: EntityType): string {
  const digit = ENTITY_TYPES.indexOf(type) + 1;
  return process.platform === 'darwin' ? `⌃⌥${digit}` : `Alt+${digit}`;
}
