import type { FurnitureMatch, PageData } from '../lines/furniture.ts';

/** A unit as the division into pages sees it. */
export interface PageUnit {
  readonly furniture?: FurnitureMatch | undefined;
}

/** One page: its units `[from, to)` and what its furniture says. */
export interface PageRange extends PageData {
  readonly from: number;
  readonly to: number;
}

interface FurnitureRun {
  readonly from: number;
  readonly to: number;
  /** Where a new page would start in this run: at its first line that heads a page. */
  readonly head: number;
  readonly number?: string;
}

/**
 * Divides units into pages: a folio with another number than the last begins a page, or ends one where folios
 * stand at the foot.
 */
export function pagesOf(units: readonly PageUnit[]): PageRange[] {
  const runs = runsOf(units).filter(({ number }) => number !== undefined);
  const starts: number[] = [0];
  const atFoot = runs.length > 0 && runs[0]!.from > 0 && runs.at(-1)!.to >= units.length;
  let number: string | undefined;
  for (const run of runs) {
    if (atFoot) {
      if (run.to < units.length && run.number !== nextNumber(runs, run)) starts.push(run.to);
    } else {
      const opens = run.number !== number && (number !== undefined || run.from > 0);
      if (opens && run.head > 0) starts.push(run.head);
      number = run.number;
    }
  }
  let date: string | undefined;
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? units.length;
    const data = pageDataOf(units.slice(from, to));
    date = data.date ?? date;
    return { from, to, ...data, ...(date !== undefined && { date }) };
  });
}

function nextNumber(runs: readonly FurnitureRun[], run: FurnitureRun): string | undefined {
  return runs[runs.indexOf(run) + 1]?.number;
}

function runsOf(units: readonly PageUnit[]): FurnitureRun[] {
  const runs: FurnitureRun[] = [];
  for (let i = 0; i < units.length;) {
    if (!units[i]!.furniture) {
      i++;
      continue;
    }
    let to = i;
    while (to < units.length && units[to]!.furniture) to++;
    const run = units.slice(i, to).map(({ furniture }) => furniture!);
    const folio =
      run.findLast(({ number, kind }) => number !== undefined && kind !== 'staff') ??
      run.find(({ number }) => number !== undefined);
    const head = run.findIndex(({ kind }) => kind === 'folio' || kind === 'date' || kind === 'masthead');
    runs.push({
      from: i,
      to,
      head: i + Math.max(0, head),
      ...(folio?.number !== undefined && { number: folio.number }),
    });
    i = to;
  }
  return runs;
}

/** What the furniture of a page says of it; of several lines the first one counts. */
function pageDataOf(units: readonly PageUnit[]): PageData {
  const data: { -readonly [key in keyof PageData]: PageData[key] } = {};
  for (const { furniture } of units) {
    if (furniture?.number !== undefined) data.number ??= furniture.number;
    if (furniture?.name !== undefined) data.name ??= furniture.name;
    if (furniture?.date !== undefined) data.date ??= furniture.date;
  }
  return data;
}
