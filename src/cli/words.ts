import * as l10n from '@vscode/l10n';

import type { Place, PlaceReading } from '../core/entities/place.ts';

/** What a place is: its chain with the code, or the divisions that it may be. */
export function placeWords({ chain, code, former, ambiguous, others }: Place): string[] {
  if (code === undefined) return [l10n.t('one of {0}', others.map(divisionWords).join(', '))];
  const chosen = divisionWords({ code, chain, ...(former ? { former } : {}) });
  return [ambiguous ? l10n.t('perhaps {0}', chosen) : chosen];
}

function divisionWords({ chain, code, former }: PlaceReading): string {
  return former ? l10n.t('formerly {0} {1}', chain.join(''), code) : `${chain.join('')} ${code}`;
}
