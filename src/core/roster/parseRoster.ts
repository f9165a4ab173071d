import { typeOf, type Column } from './columns.ts';
import type { Roster, RosterEntry, RosterProblem, RosterProblemCode } from './roster.ts';
import { readTable, type TableRow } from './table.ts';

/** Between titles: 、 is none, because it stands within one. A line break in a cell is one. */
const BETWEEN_TITLES = /[；;|｜\n]/;
/** No name holds 、. */
const BETWEEN_ALIASES = /[；;|｜、\n]/;
/** What a damaged file is read as. */
const DAMAGE = '\ufffd';

type Fault = Omit<RosterProblem, 'line'>;

/**
 * Reads a roster: a table with the columns of `COLUMNS` in any order, in English or Chinese; other columns are
 * left alone. Without a header the columns are taken in that order; without a column of types all are people.
 * A row that cannot be used is told with its line, and the others are. Pure and total.
 */
export function parseRoster(text: string): Roster {
  const { rows, columns, header } = readTable(text);
  const problems: RosterProblem[] = [];
  if (header && !columns.includes('name')) {
    return { entries: [], problems: [{ code: 'no-name-column', line: 1, used: false }] };
  }
  const read = rows.flatMap((row) => {
    const result = readRow(row, columns);
    if ('name' in result) return [{ entry: result, line: row.line }];
    problems.push({ ...result, line: row.line });
    return [];
  });
  const entries = settleForms(read, problems);
  return { entries, problems: problems.sort((a, b) => a.line - b.line) };
}

/** A name as it is looked for: blanks between Han characters are layout, and dots are of one kind. */
export function plainName(name: string): string {
  const dotted = name.trim().replace(/[•・‧]/g, '·');
  return /\s/.test(dotted)
    ? dotted.replace(/\s+/g, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    : dotted;
}

function readRow({ cells, broken }: TableRow, columns: readonly (Column | undefined)[]): RosterEntry | Fault {
  if (broken) return fault('quotes');
  if (cells.some((cell) => cell.includes(DAMAGE))) return fault('damaged');
  const extra = cells.slice(columns.length).find((cell) => cell.trim() !== '');
  if (extra !== undefined) return fault('too-many-cells', extra.trim());
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const name = plainName(cell('name'));
  if (name === '') return fault('no-name');
  if (isShort(name)) return fault('short-name', name);
  const type = columns.includes('type') ? typeOf(cell('type')) : 'person';
  const written = cell('type').trim();
  if (!type) return written === '' ? fault('no-type', name) : fault('unknown-type', written);
  return {
    name,
    type,
    titles: [...new Set(split(cell('titles'), BETWEEN_TITLES))],
    aliases: [...new Set(split(cell('aliases'), BETWEEN_ALIASES).map(plainName))].filter((alias) => alias !== name),
    note: cell('note').trim(),
  };
}

/** Each form of a name means one entry: names go before aliases, and what comes first before what follows. */
function settleForms(read: readonly { entry: RosterEntry; line: number }[], problems: RosterProblem[]): RosterEntry[] {
  const lines = new Map<string, number>();
  const named = read.filter(({ entry: { name }, line }) => {
    const other = lines.get(name);
    if (other !== undefined) problems.push({ code: 'duplicate-name', line, value: name, other, used: false });
    else lines.set(name, line);
    return other === undefined;
  });
  return named.map(({ entry, line }) => {
    const aliases = entry.aliases.filter((alias) => {
      const other = lines.get(alias);
      if (isShort(alias)) problems.push({ code: 'short-alias', line, value: alias, used: true });
      else if (other !== undefined) problems.push({ code: 'taken-alias', line, value: alias, other, used: true });
      else return lines.set(alias, line);
      return false;
    });
    return { ...entry, aliases };
  });
}

function split(cell: string, between: RegExp): string[] {
  if (cell === '') return [];
  return cell
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** One character fits in too many places to be sure of any. */
function isShort(name: string): boolean {
  return [...name].length < 2;
}

function fault(code: RosterProblemCode, value?: string): Fault {
  return { code, used: false, ...(value === undefined ? {} : { value }) };
}
