import { COLUMNS, headerOf, isChinese, typeWord, type Column, type RosterLanguage } from './columns.ts';
import { parseRoster, plainName } from './parseRoster.ts';
import type { RosterEntry } from './roster.ts';
import { readTable, writeRow, type Table } from './table.ts';

/** What a roster is that has no entry yet: its columns in the language given. */
export function emptyRoster(language: RosterLanguage): string {
  return `${COLUMNS.map((column) => headerOf(column, language)).join(',')}\r\n`;
}

/** The entry that has a name, as its full name or as an alias. */
export function entryOf(entries: readonly RosterEntry[], name: string): RosterEntry | undefined {
  const plain = plainName(name);
  return entries.find((entry) => entry.name === plain) ?? entries.find(({ aliases }) => aliases.includes(plain));
}

/**
 * What is to be put behind a roster's text for an entry, written as that is: its columns, also those of the
 * newsroom's own, its delimiter, its line ends, its language of types. An empty text gets a header; `language` is
 * for that, and for a file that does not tell its own.
 */
export function rowFor(source: string, entry: RosterEntry, language: RosterLanguage): string {
  if (source.replace('\ufeff', '').trim() === '') {
    const header = emptyRoster(language);
    return header + rowFor(header, entry, language);
  }
  const table = readTable(source);
  const { columns, delimiter } = table;
  const cells: Record<Column, string> = {
    name: entry.name,
    type: typeWord(entry.type, languageOf(table) ?? language),
    titles: entry.titles.join('；'),
    aliases: entry.aliases.join('；'),
    note: entry.note,
  };
  const end = /\r\n|\r|\n/.exec(source)?.[0] ?? '\r\n';
  const row = writeRow(
    columns.map((column) => (column ? cells[column] : '')),
    delimiter,
  );
  return `${/[\r\n]$/.test(source) ? '' : end}${row}${end}`;
}

/** The language of a roster's types, else of its header; undefined where it has neither. */
function languageOf({ columns, rows, header }: Table): RosterLanguage | undefined {
  const at = columns.indexOf('type');
  const types = rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell.trim() !== '');
  const told = types.length > 0 ? types : header;
  return told && (told.some(isChinese) ? 'zh' : 'en');
}

/** Whether a roster's text can take another row: its columns are known. */
export function takesRows(source: string): boolean {
  return !parseRoster(source).problems.some(({ code }) => code === 'no-name-column');
}
