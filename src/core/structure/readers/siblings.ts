import type { Continuation, Issue } from '../issue.ts';
import { normalPage, pagesMeant } from '../lines/continuations.ts';

/** The page that a file's name tells, and the name around it. */
export interface PageOfFile {
  /** In the form of `normalPage`: 3, A3. */
  readonly page: string;
  /** Length of the number as written: 03 has 2. */
  readonly digits: number;
  /** The name without its ending before and after the page, in small half-width letters. */
  readonly before: string;
  readonly after: string;
}

const ENDING = /(?:\.(?:issue|news))?\.(?:txt|issue)$/;
const NUMBER = '[a-z]{0,2}\\d{1,3}|\\d{1,3}[a-z]|[一二三四五六七八九十]{1,3}|头';

/** What tells the page in a name, the surest first. */
const FORMS: readonly RegExp[] = [
  new RegExp(`(?<![a-z\\d])(?:第\\s*)?(?<page>${NUMBER})\\s*版(?![本面权式])`, 'gd'),
  /版(?:面|次)?[-_ .]?(?<page>[a-z]?\d{1,3})(?![a-z\d])/dg,
  /(?<![a-z\d])(?:page|pg|p)[-_ .]?(?<page>[a-z]?\d{1,3})(?![a-z\d])/dg,
  /(?<![a-z\d])(?<page>[a-uw-z]\d{1,3}|\d{1,2}[a-z])(?![a-z\d])/dg,
  /(?<![a-z\d])(?<page>\d{1,3})(?![a-z\d])(?!\s*[年月日号期届次周卷辑集章])/dg,
  /[a-z]{2}(?<page>\d{1,2})(?![a-z\d])/dg,
];

/** Dates, which are no pages: 20230508 (also with a page glued to it), 2023-05-08, 2023年5月8日, 2023-05. */
const DATES = /(?<!\d)(?:19|20)\d\d(?:[01]\d[0-3]\d(?=\d{2}(?!\d))|[-_. 年]?[01]?\d(?:[-_. 月]?[0-3]?\d日?)?(?!\d))/g;

/** The page that a file's name tells (`01版.txt`, `A1.txt`, `…-p1.txt`, `…_03.txt`); undefined for other names. */
export function pageOfFile(name: string): PageOfFile | undefined {
  const whole = name.normalize('NFKC').toLowerCase();
  const stem = whole.replace(ENDING, '');
  if (stem === whole && whole.includes('.')) return undefined;
  const undated = stem.replace(DATES, (date) => '-'.repeat(date.length));
  for (const form of FORMS) {
    const found = [...undated.matchAll(form)].findLast(({ groups }) =>
      /[1-9一二三四五六七八九十头]/.test(groups!['page']!),
    );
    if (!found) continue;
    const written = found.groups!['page']!;
    const [start, end] = found.indices!.groups!['page']!;
    const page = written === '头' ? '1' : normalPage(written.replace(/^p(?=\d)/, ''));
    return { page, digits: /\d*$/.exec(written)![0].length, before: stem.slice(0, start), after: stem.slice(end) };
  }
  return undefined;
}

/**
 * The files of a folder that can be the page which a marker in the file `name` names, likeliest first: of the same
 * name but for the page; after those of names in which other Chinese words stand beside it (`01版要闻`, `03版文化`).
 */
export function siblingsFor(name: string, page: string, names: readonly string[]): string[] {
  const own = pageOfFile(name);
  if (!own) return [];
  const meant = pagesMeant(page, own.page);
  const found: { readonly name: string; readonly rank: readonly number[] }[] = [];
  for (const other of names) {
    const told = other === name ? undefined : pageOfFile(other);
    if (
      !told ||
      !meant.includes(told.page) ||
      wordless(told.before) !== wordless(own.before) ||
      wordless(told.after) !== wordless(own.after)
    )
      continue;
    const same = told.before === own.before && told.after === own.after;
    found.push({ name: other, rank: [same ? 0 : 1, meant.indexOf(told.page), told.digits === own.digits ? 0 : 1] });
  }
  return found.sort((a, b) => compare(a.rank, b.rank) || (a.name < b.name ? -1 : 1)).map((sibling) => sibling.name);
}

/** The name of a file that holds `page` and is otherwise named like `name`; undefined where that cannot be told. */
export function siblingName(name: string, page: string): string | undefined {
  const own = pageOfFile(name);
  const [meant] = own ? pagesMeant(page, own.page) : [];
  const [, letters = '', digits = '', behind = ''] = /^([A-Z]*)(\d+)([A-Z]*)$/.exec(meant ?? '') ?? [];
  if (!own || digits === '') return undefined;
  const written = `${letters}${digits.padStart(own.digits, '0')}${behind}`;
  const end = name.length - name.normalize('NFKC').toLowerCase().replace(ENDING, '').length;
  const after = name.slice(name.length - end - own.after.length);
  const sibling = `${name.slice(0, own.before.length)}${written}${after}`;
  // Full-width letters and Chinese numerals are not put together so simply.
  const told = pageOfFile(sibling);
  return told?.page === meant && told?.before === own.before && told.after === own.after ? sibling : undefined;
}

/** Whether a text holds the page that one of its markers names. */
export function holdsPage(issue: Issue, { line, page }: Continuation): boolean {
  const home = issue.pages.find(({ articles }) => articles.some(({ first, last }) => first <= line && line <= last));
  const meant = pagesMeant(page, home?.number);
  return issue.pages.some(({ number }) => number !== undefined && meant.includes(normalPage(number)));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((rank, index) => rank !== b[index]);
  return i < 0 ? 0 : a[i]! - b[i]!;
}

/** What must agree in the names of the pages of one issue: its letters and digits. */
function wordless(part: string): string {
  return part.replace(/[^a-z\d]+/g, ' ').trim();
}
