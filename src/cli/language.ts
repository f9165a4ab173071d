import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as l10n from '@vscode/l10n';

/** The languages in which the command line speaks. */
export const LANGUAGES = ['en', 'zh-cn'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language of the terminal: the first that is set of LC_ALL, LC_MESSAGES and LANG, else the system's. */
export function systemLanguage(environment: NodeJS.ProcessEnv): Language {
  const locale =
    environment['LC_ALL'] ||
    environment['LC_MESSAGES'] ||
    environment['LANG'] ||
    Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh\b|^zh_/i.test(locale) ? 'zh-cn' : 'en';
}

/** Makes `l10n.t` speak `language` from here on. Throws the file system's error when the strings are missing. */
export function speak(language: Language, root: string): void {
  const contents = language === 'en' ? '{}' : readFileSync(join(root, 'l10n', `bundle.l10n.${language}.json`), 'utf8');
  l10n.config({ contents });
}
