import { l10n } from 'vscode';
import type { Evidence } from '../../core/entities/mention.ts';

/**
 * Why `name` was found, as a sentence for the editor. `line`, from 1, is where the issue has the name that speaks for
 * it, if it is another mention's.
 */
export function describeEvidence({ kind, value = '' }: Evidence, name: string, line?: number): string {
  switch (kind) {
    case 'title':
      return l10n.t('The title “{0}” stands before it.', value);
    case 'title-list':
      return l10n.t('It is in a list of names beside “{0}”.', value);
    case 'title-after':
      return l10n.t('“{0}” stands after it.', value);
    case 'byline':
      return l10n.t('It is in a byline.');
    case 'credit':
      return l10n.t('It is in a photo credit.');
    case 'surname':
      return value === '' ? l10n.t('It begins with a surname.') : l10n.t('It begins with the surname “{0}”.', value);
    case 'transliteration':
      return l10n.t('It is written as foreign names are.');
    case 'memory':
      return describeMemory(value, name, line);
    case 'short-form':
      return line === undefined
        ? l10n.t('It is a short form of “{0}” in this issue.', value)
        : l10n.t('It is a short form of “{0}” in line {1}.', value, line);
    case 'surname-of':
      return line === undefined
        ? l10n.t('It means {0}, whom this issue names in full.', value)
        : l10n.t('It means {0}, who is named in full in line {1}.', value, line);
    case 'segmenter':
      return l10n.t('The word segmenter’s dictionary has it.');
    case 'division':
      return l10n.t('It is in the list of administrative divisions.');
    case 'gazetteer':
      return l10n.t('It is in a list of known names.');
    case 'suffix':
      return l10n.t('It ends in “{0}”.', value);
    case 'abbreviation':
      return value === '' || value === name
        ? l10n.t('It is a known short form.')
        : l10n.t('It is a short form of “{0}”.', value);
    case 'merged':
      return l10n.t('It is put together from adjoining parts.');
    case 'pattern':
      return l10n.t('It is written in a form that only such things have.');
    case 'work-marks':
      return l10n.t('It stands in 《》.');
    case 'model':
      return l10n.t('The trained model sees it so in this sentence.');
    case 'roster':
      return value === '' || value === name
        ? l10n.t('It is in the newsroom’s roster.')
        : l10n.t('In the newsroom’s roster it is another name of “{0}”.', value);
  }
}

function describeMemory(found: string, name: string, line: number | undefined): string {
  if (found !== '' && found !== name) {
    return line === undefined
      ? l10n.t('“{0}” is surely found elsewhere in this issue.', found)
      : l10n.t('It is found as “{0}” in line {1}.', found, line);
  }
  return line === undefined
    ? l10n.t('The same name is found elsewhere in this issue.')
    : l10n.t('The same name is surely found in line {0}.', line);
}
