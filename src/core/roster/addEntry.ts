import { chineseType, COLUMNS, type Column } from './columns.ts';
import { parseRoster, plainName } from './parseRoster.ts';
import type { RosterEntry } from './roster.ts';
import { readTable, writeRow } from './table.ts';

/** What a roster is that has no entry yet. */
export const EMPTY_ROSTER = `${COLUMNS.join(',')}\r\n`;

/** The entry that has a name, as its full name or as an alias. */
export function entryOf(entries: readonly RosterEntry[], name: string): RosterEntry | undefined {
  const plain = plainName(name);
  return entries.find((entry) => entry.name === plain) ?? entries.find(({ aliases }) => aliases.includes(plain));
}

/**
 * What is to be put behind a roster's text for an entry, written as that is: its columns, also those of the
 * newsroom's own, its delimiter, its line ends, its language of types. An empty text gets a header.
 */
export function rowFor(source: string, entry: RosterEntry): string {
  if (source.replace('\ufeff', '').trim() === '') return EMPTY_ROSTER + rowFor(EMPTY_ROSTER, entry);
  const { columns, rows, delimiter } = readTable(source);
  const types = columns.indexOf('type');
  const inChinese = rows.some(({ cells }) => /\p{Script=Han}/u.test(cells[types] ?? ''));
  const cells: Record<Column, string> = {
    name: entry.name,
    type: inChinese ? chineseType(entry.type) : entry.type,
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

/** Whether a roster's text can take another row: its columns are known. */
export function takesRows(source: string): boolean {
  return !parseRoster(source).problems.some(({ code }) => code === 'no-name-column');
}
