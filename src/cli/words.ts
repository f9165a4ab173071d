import * as l10n from '@vscode/l10n';

import type { EntityType } from '../core/entities/mention.ts';
import type { Place, PlaceReading } from '../core/entities/place.ts';

/** The user's word for the entities of a type. */
export function entityTypeName(type: EntityType): string {
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

/** What a place is: its chain with the code, or the divisions that it may be. */
export function placeWords({ chain, code, former, ambiguous, others }: Place): string[] {
  if (code === undefined) return [l10n.t('one of {0}', others.map(divisionWords).join(', '))];
  const chosen = divisionWords({ code, chain, ...(former ? { former } : {}) });
  return [ambiguous ? l10n.t('perhaps {0}', chosen) : chosen];
}

function divisionWords({ chain, code, former }: PlaceReading): string {
  return former ? l10n.t('formerly {0} {1}', chain.join(''), code) : `${chain.join('')} ${code}`;
}
