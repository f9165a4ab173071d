import type { RosterProblem } from '../core/roster/roster.ts';
import type { Localizer } from './localizer.ts';

/** What is wrong with a row of the roster, as a sentence. */
export function rosterProblemMessage({ code, value = '', other = 0 }: RosterProblem, l10n: Localizer): string {
  switch (code) {
    case 'no-name-column':
      return l10n.t('The roster has no column “name”, and is not used.');
    case 'no-name':
      return l10n.t('This row has no name, and is not used.');
    case 'short-name':
      return l10n.t('“{0}” is too short for a name; the row is not used.', value);
    case 'no-type':
      return l10n.t('“{0}” has no type; the row is not used.', value);
    case 'unknown-type':
      return l10n.t('“{0}” is not a type, such as person, place or organization; the row is not used.', value);
    case 'quotes':
      return l10n.t('A quotation mark is not closed, or stands inside a cell; the row is not used.');
    case 'too-many-cells':
      return l10n.t(
        '“{0}” is beyond the last column: a comma in a cell wants the cell in quotation marks. The row is not used.',
        value,
      );
    case 'damaged':
      return l10n.t('This row holds broken characters, and is not used.');
    case 'duplicate-name':
      return l10n.t('“{0}” is already in line {1}; the row is not used.', value, other);
    case 'taken-alias':
      return l10n.t('“{0}” is already a name in line {1}; it is not used as an alias.', value, other);
    case 'short-alias':
      return l10n.t('“{0}” is too short for an alias, and is not used as one.', value);
  }
}
