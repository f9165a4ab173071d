import * as l10n from '@vscode/l10n';

import { ENCODINGS } from '../node/readText.ts';

/** How to use the program. */
export function helpText(): string {
  return [
    l10n.t('galley outline|extract|check [OPTION…] FILE…'),
    '',
    l10n.t('Reads newspaper pages that were exported as plain text.'),
    '',
    `  outline   ${l10n.t('the articles, with their headline lines, bylines and continuations')}`,
    `  extract   ${l10n.t('people, places, organizations, titles, times, works and contacts')}`,
    `  check     ${l10n.t('paragraphs that a column or page edge broke in two')}`,
    '',
    l10n.t('FILE is a file, a folder (its .txt and .issue files at any depth), or - for standard input.'),
    '',
    `  --format text|json            ${l10n.t('for people (text, the default) or for programs')}`,
    `  --encoding NAME               ${l10n.t('of the files; auto, the default, tells it by the bytes: {0}', ENCODINGS.slice(1).join(', '))}`,
    `  --roster FILE                 ${l10n.t('extract: names that are certain; otherwise .galley/roster.csv of the folder or one around it')}`,
    `  --no-roster                   ${l10n.t('extract: without a roster')}`,
    `  --home-region NAME            ${l10n.t('extract: the division that the pages are from; otherwise each page tells')}`,
    `  --lang en|zh-cn               ${l10n.t('language of the messages; otherwise that of the terminal')}`,
    `  --verbose                     ${l10n.t('tell on standard error what is being done')}`,
    `  --help, --version`,
    '',
    l10n.t('As JSON one file gives one value; several files or a folder give one line each, with a "file" key.'),
    l10n.t('Lines count from 1; columns and offsets from 0 in UTF-16 code units, after a byte order mark.'),
    l10n.t('Exit status: 0 done, 2 when the command line makes no sense or a file could not be done.'),
    '',
  ].join('\n');
}
