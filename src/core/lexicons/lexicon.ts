/** One entry of a data file: its tab-separated columns, the first being the entry itself. */
export interface LexiconEntry {
  readonly word: string;
  /** The columns after the first. */
  readonly columns: readonly string[];
}

/**
 * Reads a data file: lines that start with `#` are comments (source and licence stand there), blank
 * lines are skipped, every other line is one entry with tab-separated columns.
 */
export function parseLexicon(text: string): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const [word = '', ...columns] = line.split('\t');
    entries.push({ word: word.trim(), columns: columns.map((column) => column.trim()) });
  }
  return entries;
}
