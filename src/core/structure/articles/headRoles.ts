import type { LineRole } from '../corrections.ts';
import {
  columnCue,
  isBodyName,
  isNoticeTitle,
  isSloganPair,
  looksBroken,
  saysOccasion,
  saysWhoAttended,
} from '../lines/titleWords.ts';

/** The role of a head line of an article. */
export type HeadRole = 'column' | 'kicker' | 'headline' | 'deck';

/** The roles of an article's head lines, and by how much they beat the next best reading. */
export interface HeadReading {
  readonly roles: readonly HeadRole[];
  readonly margin: number;
}

/** By line, the role that an editor gave it. */
export type SaidRoles = readonly (LineRole | undefined)[];

/** More lines than this above a text are a list; the ones beyond are decks. */
const MOST_LINES = 8;

/**
 * Reads the head lines of one article as column, kicker, headline and deck, in this order, each
 * perhaps missing but the headline. Every way to cut the lines is weighed by what each line says:
 * 时强调 leads in, 某某出席 completes, 之十一 belongs to a series, a line broken off in a noun goes on.
 * `ofBriefs`: the text below is a row of briefs, so that a single line is their column. `said`: by line,
 * the role that an editor gave it; the other lines are read so as to fit.
 */
export function headRoles(lines: readonly string[], ofBriefs = false, said: SaidRoles = []): HeadReading {
  if (!said.some((role) => role !== undefined))
    return ofBriefs && lines.length === 1 ? { roles: ['column'], margin: 2 } : bestCut(lines, said);
  const { roles, margin } = bestCut(lines, said);
  const fitted = roles.map((role, i) => (isHeadRole(said[i]) ? said[i] : role));
  const free = fitted.findIndex((_, i) => said[i] === undefined);
  // Where what was said leaves no headline, the first line of which nothing was said is it.
  if (free >= 0 && !fitted.includes('headline')) fitted[free] = 'headline';
  return { roles: fitted, margin };
}

function isHeadRole(role: LineRole | undefined): role is HeadRole {
  return role === 'column' || role === 'kicker' || role === 'headline' || role === 'deck';
}

function bestCut(lines: readonly string[], said: SaidRoles): HeadReading {
  const n = Math.min(lines.length, MOST_LINES);
  if (n <= 1) return { roles: lines.map(() => 'headline' as const), margin: 3 };
  const cues = lines.map((_, i) => cuesOf(lines, i, said[i]));
  let best: { roles: HeadRole[]; score: number } | undefined;
  let second = -Infinity;
  for (let columns = 0; columns < n; columns++) {
    for (let kickers = 0; columns + kickers < n; kickers++) {
      for (let headlines = 1; columns + kickers + headlines <= n; headlines++) {
        const roles = rolesOf(lines.length, columns, kickers, headlines);
        const score = scoreOf(cues, roles);
        if (!best || score > best.score) {
          second = best?.score ?? -Infinity;
          best = { roles, score };
        } else if (score > second) second = score;
      }
    }
  }
  return { roles: best!.roles, margin: Math.min(3, best!.score - second) };
}

function rolesOf(count: number, columns: number, kickers: number, headlines: number): HeadRole[] {
  return Array.from({ length: count }, (_, i) =>
    i < columns ? 'column' : i < columns + kickers ? 'kicker' : i < columns + kickers + headlines ? 'headline' : 'deck',
  );
}

/** What speaks for each role of one line. */
interface Cues extends Readonly<Record<HeadRole, number>> {
  /** For going on with the headline of the line above, be that line the first of it below a kicker or not. */
  readonly goingOn: number;
  readonly goingOnBelowKicker: number;
}

/** What an editor said outweighs every cue. */
const SAID = 100;

function cuesOf(lines: readonly string[], i: number, said: LineRole | undefined): Cues {
  const line = lines[i]!;
  const above = lines[i - 1];
  const next = lines[i + 1];
  const cues = {
    column: columnCue(line, next) - 1.6 - (line.length > 18 ? 1 : 0),
    kicker: kickerCue(line, next),
    headline: headlineCue(line),
    deck: deckCue(line),
    goingOn: above === undefined ? 0 : goingOn(above, line, ''),
    goingOnBelowKicker: above === undefined ? 0 : goingOn(above, line, lines[i - 2] ?? ''),
  };
  if (
    i + 2 === lines.length &&
    (above === undefined || columnCue(above, line) >= 1.6) &&
    FIGURES.test(next!) &&
    !FIGURES.test(line) &&
    !ATTRIBUTE.test(next!)
  )
    cues.kicker += 1.4;
  if (isHeadRole(said)) cues[said] += SAID;
  return cues;
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

/** A meeting that took place states the occasion of the headline below. */
const MEETING_HELD =
  /(?:会议|大会|全会|常委会|(?:工作|推进|座谈|动员|部署|调度|表彰|协商|通报|办公|电视电话|汇报|培训|现场|碰头|联席|交流|专题)会|仪式)(?:第[^ ]{1,6}次(?:全体)?会议)?(?:昨日|昨天|今日|今天|日前|近日|昨|今)?(?:在.{1,8})?(?:召开|举行|开幕|闭幕)$/u;

/** A body that met, and what it resolved or studied. */
const MEETING = /(?:召开|举行|主持召开).{0,16}(?:会议?|集体学习|学习|座谈|全会|论坛)$|(?:召开|举行)$/u;
const DECIDED =
  /^(?:深入|学习|传达|研究|贯彻|推动|坚持|坚决|坚定|全力|奋力|扎实|切实|加快|落实|努力|着力|进一步|持续|审议|部署|听取|安排|以[^ ]{2,12}|把[^ ]{2,12})/u;

/** An amount: the line that has it tells the news, and the line above it what that is part of. */
const FIGURES =
  /[0-9０-９][0-9０-９.,．％%]*(?:余|多)?[万亿千百]?(?:[%％]|名|人|个|所|元|吨|起|倍|条|户|次|项|家|亩|公里|公斤|辆|台|套|件|场|处|万|亿)/u;
const ATTRIBUTE =
  /^(?:总|预计|全长|全程|将|最|平均|累计|首批|计划|涉及|惠及|目标|比|同比|年均|其中|投资|耗资|历时|日均)/u;

function kickerCue(line: string, next: string | undefined): number {
  let cue = next !== undefined && line.length >= next.length + 4 ? -0.5 : -0.85;
  if (saysOccasion(line)) cue += 4;
  if (/[：:]$/u.test(line)) cue += 1.5;
  if (/^“[^“”]+[？?！!]”$/u.test(line)) cue += 1.2;
  if (next !== undefined && MEETING.test(line) && DECIDED.test(next)) cue += 1.6;
  if (next !== undefined && MEETING_HELD.test(line) && !saysWhoAttended(next) && !/^——/u.test(next)) cue += 1.5;
  if (
    next !== undefined &&
    isSloganPair(next) &&
    !NEW_SUBJECT.test(next) &&
    !isSloganPair(line) &&
    !/^[“《]/.test(line)
  )
    cue += 1;
  if (isSloganPair(line)) cue -= 0.5;
  if (/[！？!?]$/u.test(line)) cue -= 1;
  if (line.length > 30) cue -= 0.3;
  if (saysWhoAttended(line)) cue -= 0.5;
  return cue;
}

function deckCue(line: string): number {
  let cue = 0;
  if (/^(?:——|--|—|─)/u.test(line)) cue += 4;
  if (saysWhoAttended(line)) cue += 3;
  if (/^[（(].*[）)]$/u.test(line)) cue += 1.5;
  if (saysOccasion(line) && /强调|指出|要求|[：:]$/u.test(line)) cue -= 2.5;
  if (line.length > 26) cue += 0.3;
  if (/。$/u.test(line)) cue += 4;
  return cue;
}

function headlineCue(line: string): number {
  let cue = 0;
  if (saysOccasion(line)) cue -= 2;
  if (saysWhoAttended(line)) cue -= 1;
  if (/^(?:——|--)/u.test(line)) cue -= 3;
  if (/^[（(].*[）)]$/u.test(line)) cue -= 2;
  if (isSloganPair(line)) cue += 0.3;
  cue -= Math.min(2, columnCue(line) * 0.3);
  return cue;
}

/** A line that starts so says something of its own. */
const NEW_SUBJECT = /^(?:我[市省县区国]|全[市省县区国]|本报|记|访|来自|写在|——|[\d０-９])/u;

/** What speaks for two lines being one headline that the page breaks; `kicker` is the line above them. */
function goingOn(line: string, next: string, kicker: string): number {
  let cue = -1.5;
  // What somebody stressed may take two lines.
  if (/(?:强调|指出|要求|提出)[：:]?$/u.test(kicker)) cue += 1.8;
  const broken = columnCue(line, next) >= 1.6 ? 0 : looksBroken(line);
  if (broken === 2) cue += 4;
  else if (broken === 1 && next.length <= 18 && !NEW_SUBJECT.test(next)) cue += 2.6;
  if (isBodyName(line) && (/^关于/u.test(next) || isNoticeTitle(next))) cue += 4;
  const even = Math.abs(line.length - next.length) <= (kicker === '' ? 0 : 1);
  if (even && Math.max(line.length, next.length) <= 12 && !/[ \u3000“”\d]/.test(line + next) && !NEW_SUBJECT.test(next))
    cue += 1.8;
  if (/^(?:——|--)/u.test(next) || saysWhoAttended(next)) cue -= 3;
  return cue;
}
