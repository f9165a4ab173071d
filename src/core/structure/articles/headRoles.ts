import { pattern } from '../../text/pattern.ts';
import { DETERMINERS, DIGITS, LEVELS } from '../../text/patternParts.ts';
import type { LineRole } from '../corrections.ts';
import type { ColumnWords } from '../lines/columnWords.ts';
import type { LineReader } from '../lines/lineReader.ts';
import { isSloganPair } from '../lines/slogans.ts';
import type { TitleWords } from '../lines/titleWords.ts';
import { weigh } from './weights.ts';

/** The role of a head line of an article. */
export type HeadRole = 'column' | 'kicker' | 'headline' | 'deck';

/** The head lines of an article. */
export interface HeadLines {
  readonly texts: readonly string[];
  /** By line, the role that an editor gave it. */
  readonly corrected: readonly (LineRole | undefined)[];
  /** Whether the text below is a row of briefs, so that a single line is their column. */
  readonly ofBriefs: boolean;
}

/** The roles of an article's head lines, and by how much they beat the next best ones. */
export interface HeadRoles {
  readonly roles: readonly HeadRole[];
  readonly margin: number;
}

/** More lines than this above a text are a list; the ones beyond are decks. */
const MOST_LINES = 8;

/** What speaks for each role of one line. */
interface Cues extends Readonly<Record<HeadRole, number>> {
  /** For going on with the headline of the line above, be that line the first of it below a kicker or not. */
  readonly goingOn: number;
  readonly goingOnBelowKicker: number;
}

/** A corrected role outweighs every cue. */
const CORRECTED = 100;

/** A body that met. */
const MEETING = /(?:召开|举行|主持召开).{0,16}(?:会议?|集体学习|学习|座谈|全会|论坛)$|(?:召开|举行)$/u;
/** A line that starts so says something of its own. */
const NEW_SUBJECT = pattern`^(?:[${DETERMINERS}][${LEVELS}国]|本报|记|访|来自|写在|——|[${DIGITS}])`;
const STRESSED = /(?:强调|指出|要求|提出)[：:]?$/u;
const QUESTION_QUOTED = /^“[^“”]+[？?！!]”$/u;
const IN_BRACKETS = /^[（(].*[）)]$/u;
const DASHED = /^(?:——|--)/u;

/**
 * Assigns the roles column, kicker, headline and deck to the head lines of one article, in this order, each optional
 * except the headline. Every way to cut the lines is weighed by what each line says: 时强调 leads in, 某某出席
 * completes, 之十一 belongs to a series, a line broken off in a noun goes on.
 */
export class HeadRoleFinder {
  readonly #titles: TitleWords;
  readonly #columns: ColumnWords;

  constructor({ titles, columns }: LineReader) {
    this.#titles = titles;
    this.#columns = columns;
  }

  /** The roles of the lines; corrected roles are kept, and the other lines are fitted to them. */
  find({ texts, corrected, ofBriefs }: HeadLines): HeadRoles {
    if (!corrected.some((role) => role !== undefined))
      return ofBriefs && texts.length === 1 ? { roles: ['column'], margin: 2 } : this.#bestCut(texts, corrected);
    const { roles, margin } = this.#bestCut(texts, corrected);
    const fitted = roles.map((role, i) => (isHeadRole(corrected[i]) ? corrected[i] : role));
    const free = fitted.findIndex((_, i) => corrected[i] === undefined);
    // If the corrections leave no headline, the first line without a correction becomes it.
    if (free >= 0 && !fitted.includes('headline')) fitted[free] = 'headline';
    return { roles: fitted, margin };
  }

  #bestCut(lines: readonly string[], corrected: HeadLines['corrected']): HeadRoles {
    const n = Math.min(lines.length, MOST_LINES);
    if (n <= 1) return { roles: lines.map(() => 'headline' as const), margin: 3 };
    const cues = lines.map((_, i) => this.#cuesOf(lines, i, corrected[i]));
    let best: { roles: HeadRole[]; score: number } | undefined;
    let second = -Infinity;
    for (const cut of cutsOf(n)) {
      const roles = rolesOf(lines.length, cut);
      const score = scoreOf(cues, roles);
      if (!best || score > best.score) {
        second = best?.score ?? -Infinity;
        best = { roles, score };
      } else if (score > second) second = score;
    }
    return { roles: best!.roles, margin: Math.min(3, best!.score - second) };
  }

  #cuesOf(lines: readonly string[], i: number, corrected: LineRole | undefined): Cues {
    const line = lines[i]!;
    const above = lines[i - 1];
    const next = lines[i + 1];
    const cues = {
      column: this.#columns.cue(line, next) - 1.6 - (line.length > 18 ? 1 : 0),
      kicker: this.#kickerCue(line, next),
      headline: this.#headlineCue(line),
      deck: this.#deckCue(line),
      goingOn: above === undefined ? 0 : this.#goingOn(above, line, ''),
      goingOnBelowKicker: above === undefined ? 0 : this.#goingOn(above, line, lines[i - 2] ?? ''),
    };
    if (i + 2 === lines.length && this.#precedesFigure(above, line, next!)) cues.kicker += 1.4;
    if (isHeadRole(corrected)) cues[corrected] += CORRECTED;
    return cues;
  }

  /** Whether the last line tells by a figure what became of that in the line above it. */
  #precedesFigure(above: string | undefined, line: string, last: string): boolean {
    const first = above === undefined || this.#columns.cue(above, line) >= 1.6;
    return first && this.#titles.holdsFigure(last) && !this.#titles.holdsFigure(line) && !this.#titles.addsFigure(last);
  }

  #kickerCue(line: string, next: string | undefined): number {
    const slogans = isSloganPair(line);
    return weigh(next !== undefined && line.length >= next.length + 4 ? -0.5 : -0.85, [
      [this.#titles.saysOccasion(line), 4],
      [/[：:]$/u.test(line), 1.5],
      [QUESTION_QUOTED.test(line), 1.2],
      [next !== undefined && MEETING.test(line) && this.#titles.saysResolution(next), 1.6],
      [next !== undefined && this.#titles.saysMeetingHeld(line) && !this.#isDeck(next), 1.5],
      [next !== undefined && areSlogansOfOneStory(next) && !slogans && !/^[“《]/.test(line), 1],
      [slogans, -0.5],
      [/[！？!?]$/u.test(line), -1],
      [line.length > 30, -0.3],
      [this.#titles.saysWhoAttended(line), -0.5],
    ]);
  }

  #isDeck(line: string): boolean {
    return this.#titles.saysWhoAttended(line) || line.startsWith('——');
  }

  #deckCue(line: string): number {
    return weigh(0, [
      [/^(?:——|--|—|─)/u.test(line), 4],
      [this.#titles.saysWhoAttended(line), 3],
      [IN_BRACKETS.test(line), 1.5],
      [this.#titles.saysOccasion(line) && /强调|指出|要求|[：:]$/u.test(line), -2.5],
      [line.length > 26, 0.3],
      [line.endsWith('。'), 4],
    ]);
  }

  #headlineCue(line: string): number {
    const cue = weigh(0, [
      [this.#titles.saysOccasion(line), -2],
      [this.#titles.saysWhoAttended(line), -1],
      [DASHED.test(line), -3],
      [IN_BRACKETS.test(line), -2],
      [isSloganPair(line), 0.3],
    ]);
    return cue - Math.min(2, this.#columns.cue(line) * 0.3);
  }

  /** What speaks for two lines being one headline that the page breaks; `kicker` is the line above them. */
  #goingOn(line: string, next: string, kicker: string): number {
    const broken = this.#columns.cue(line, next) >= 1.6 ? 0 : this.#titles.brokenOff(line);
    const ofNotice = /^关于/u.test(next) || this.#titles.isNotice(next);
    return weigh(-1.5, [
      // What somebody stressed may take two lines.
      [STRESSED.test(kicker), 1.8],
      [broken === 2, 4],
      [broken === 1 && next.length <= 18 && !NEW_SUBJECT.test(next), 2.6],
      [ofNotice && this.#titles.isBodyName(line), 4],
      [areEvenHalves(line, next, kicker), 1.8],
      [DASHED.test(next) || this.#titles.saysWhoAttended(next), -3],
    ]);
  }
}

function isHeadRole(role: LineRole | undefined): role is HeadRole {
  return role === 'column' || role === 'kicker' || role === 'headline' || role === 'deck';
}

/** How many lines of a head are columns, kickers and headlines; the rest are decks. */
interface Cut {
  readonly columns: number;
  readonly kickers: number;
  readonly headlines: number;
}

/** Every way to cut `n` lines of which one at least is a headline. */
function* cutsOf(n: number): Generator<Cut> {
  for (let columns = 0; columns < n; columns++)
    for (let kickers = 0; columns + kickers < n; kickers++)
      for (let headlines = 1; columns + kickers + headlines <= n; headlines++) yield { columns, kickers, headlines };
}

function rolesOf(count: number, { columns, kickers, headlines }: Cut): HeadRole[] {
  return Array.from({ length: count }, (_, i) => {
    if (i < columns) return 'column';
    if (i < columns + kickers) return 'kicker';
    return i < columns + kickers + headlines ? 'headline' : 'deck';
  });
}

function scoreOf(cues: readonly Cues[], roles: readonly HeadRole[]): number {
  let score = 0;
  roles.forEach((role, i) => {
    const before = roles[i - 1];
    score += cues[i]![role];
    if (before !== role) return;
    if (role === 'kicker') score -= 1;
    else if (role === 'deck') score -= 1.5;
    else if (role === 'headline') score += roles[i - 2] === 'kicker' ? cues[i]!.goingOnBelowKicker : cues[i]!.goingOn;
  });
  return score;
}

/** Slogans that say of a kicker what it led to, and begin with no subject of their own. */
function areSlogansOfOneStory(line: string): boolean {
  return isSloganPair(line) && !NEW_SUBJECT.test(line);
}

/** Whether two short lines are as long as each other; below a kicker they may differ by one character. */
function areEvenHalves(line: string, next: string, kicker: string): boolean {
  const even = Math.abs(line.length - next.length) <= (kicker === '' ? 0 : 1);
  const plain = !/[ \u3000“”\d]/.test(line + next) && !NEW_SUBJECT.test(next);
  return even && plain && Math.max(line.length, next.length) <= 12;
}
