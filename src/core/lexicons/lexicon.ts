/** One entry of a data file: its tab-separated columns, the first being the entry itself. */
export interface LexiconEntry {
  readonly word: string;
  /** The columns after the first. */
  readonly columns: readonly string[];
}

const NO_COLUMNS: readonly string[] = [];

/**
 * Reads a data file: lines that start with `#` are comments (source and licence stand there), blank
 * lines are skipped, every other line is one entry with tab-separated columns.
 */
export function parseLexicon(text: string): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length;) {
    const end = lineEnd(text, start);
    if (text[start] !== '#') {
      const line = text.slice(start, end);
      if (line.trim() !== '') entries.push(entryOf(line));
    }
    start = end + 1;
  }
  return entries;
}

/** The next line break or the end of the text; an LF behind a CR makes a blank line of its own. */
function lineEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

function entryOf(line: string): LexiconEntry {
  const tab = line.indexOf('\t');
  if (tab < 0) return { word: line.trim(), columns: NO_COLUMNS };
  const columns = line.slice(tab + 1).split('\t');
  for (let i = 0; i < columns.length; i++) columns[i] = columns[i]!.trim();
  return { word: line.slice(0, tab).trim(), columns };
}
