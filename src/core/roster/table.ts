import Papa from 'papaparse';

import { columnOf, COLUMNS, type Column } from './columns.ts';

/** A row with the line of the file in which it begins, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether its quotes are not closed as they should be. */
  readonly broken: boolean;
}

/** A roster's rows without the header and without blank ones, and how they are written. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly delimiter: string;
  /** What each column means, from the left; undefined for a column of the newsroom's own. */
  readonly columns: readonly (Column | undefined)[];
  /** The words over the columns; undefined where the first row is an entry. */
  readonly header: readonly string[] | undefined;
}

/** What Excel separates cells by, by the region's settings, and for text with tabs. */
const DELIMITERS = [',', '\t', ';'];

/**
 * How a cell begins that Excel may take for a formula, by the list of OWASP (CSV injection), and one that is guarded
 * against that already. Full-width signs count in an East Asian Excel; a carriage return is read as a line feed.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
/** The guard, which Excel does not show: an apostrophe in front. */
const GUARDED = /^'(?='*[=+\-@＝＋－＠\t\r\n])/;

/**
 * Reads a table as Excel writes it. Cells may hold line breaks in quotes. From the first row on whose quotes are
 * not sound each line is a row of its own, so that an unclosed quote costs one row and not all that follow. The
 * apostrophe that `writeRow` puts before what looks like a formula is left out.
 */
export function readTable(source: string): Table {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const first = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const delimiter = DELIMITERS.reduce((best, one) => (count(first, one) > count(first, best) ? one : best));
  const rows = rowsOf(text, delimiter).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const header = rows[0]?.cells.map((cell) => cell.trim()) ?? [];
  const columns = header.map(columnOf);
  if (columns.every((column) => column === undefined)) return { rows, delimiter, columns: COLUMNS, header: undefined };
  return { rows: rows.slice(1), delimiter, columns, header };
}

/**
 * A row as it is written into a table, without a line break behind it. Excel shows each cell as text: what looks like a
 * formula gets an apostrophe in front.
 */
export function writeRow(cells: readonly string[], delimiter: string): string {
  return Papa.unparse([[...cells]], { delimiter, escapeFormulae: FORMULA });
}

function rowsOf(text: string, delimiter: string): TableRow[] {
  const rows: TableRow[] = [];
  const { data, errors } = parse(text, delimiter);
  const firstBroken = errors.reduce((first, { row }) => Math.min(first, row ?? 0), data.length);
  let line = 1;
  for (const cells of data.slice(0, firstBroken)) {
    rows.push({ line, cells, broken: false });
    line += 1 + count(cells.join(''), '\n');
  }
  if (firstBroken === data.length) return rows;
  for (const alone of text.split('\n').slice(line - 1)) {
    const own = parse(alone, delimiter);
    rows.push({ line: line++, cells: own.data[0] ?? [], broken: own.errors.length > 0 });
  }
  return rows;
}

function parse(text: string, delimiter: string): Pick<Papa.ParseResult<string[]>, 'data' | 'errors'> {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  const cells = data.map((row) => row.map((cell) => cell.replace(GUARDED, '')));
  return { data: cells, errors: errors.filter(({ type }) => type === 'Quotes') };
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
