import { type FeaturedUnit, type Shape } from '../lines/features.ts';
import { isNamedTurn } from '../lines/lineForms.ts';
import type { LineReader } from '../lines/lineReader.ts';
import { NUMERALS } from '../../text/patternParts.ts';
import { pattern } from '../../text/pattern.ts';

/** Shorter lines stand in verse. */
const VERSE = 20;

/** How to reach somebody other than the paper. */
const OTHERS_CONTACT = /^(?:联系|咨询|监督|投诉|报名|举报|服务)?(?:电话|热线|邮箱|信箱|传真|网址)/u;
/** Who gave figures or a forecast. */
const GIVEN_BY = /^[（(].*(?:发布|提供|整理)[）)]$/u;
/** A numbered entry: 二、报名地点：…. */
const NUMBERED_ENTRY = pattern`^[（(]?[${NUMERALS}]{1,3}[）)、.．]\s*[^：:]{2,14}[：:]`;
const IN_BRACKETS = /^[（(][^（(）)]{2,40}[）)]$/u;
const OF_PICTURE = /^[（(](?:附|图片)/u;
const NUMBER_IN_BRACKETS = pattern`^[（(][${NUMERALS}]{1,3}[）)]$`;
const QUOTATION = /^“[^“”。]{4,26}”$/u;
const SPEAKER = /^[^，。；：:]{4,18}[：:]$/u;

/** A unit with what stands around it. */
interface Around {
  /** All units; those above are refined already. */
  readonly units: readonly FeaturedUnit[];
  readonly index: number;
  readonly before: FeaturedUnit | undefined;
  readonly next: FeaturedUnit | undefined;
  readonly lines: LineReader;
}

/** What a unit is rather, beside its neighbours; nothing where the rule does not hold. */
type Rule = (here: FeaturedUnit, around: Around) => FeaturedUnit | undefined;

/** Rules for units of any shape; the first that holds decides. */
const ANY_SHAPE: readonly Rule[] = [contactOfOthers, reportOfPhotographer, sourceOfFigures];

/** Rules for units shaped like head lines; the first that holds decides. */
const TITLES: readonly Rule[] = [
  listEntry,
  remarkInBrackets,
  paperName,
  pageName,
  guideEntry,
  interviewTurn,
  tableHead,
  result,
  author,
  signerOfVerse,
];

/** The passes over all units, in this order; each sees what the ones before it changed. */
const PASSES: readonly ((units: FeaturedUnit[], lines: LineReader) => void)[] = [
  byRules,
  versesOfBylines,
  singleVerses,
];

/**
 * Corrects the shapes of units by their neighbours: lines shaped like headlines may be entries of a guide, turns of an
 * interview, results, verse; names alone under a headline are bylines.
 */
export function refineShapes(units: readonly FeaturedUnit[], lines: LineReader): FeaturedUnit[] {
  const refined = [...units];
  for (const pass of PASSES) pass(refined, lines);
  return refined;
}

/** Applies the rules to each unit that no editor gave a role. */
function byRules(units: FeaturedUnit[], lines: LineReader): void {
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    if (unit.role !== undefined) continue;
    const around = { units, index, before: units[index - 1], next: units[index + 1], lines };
    units[index] = refined(unit, around);
  }
}

function refined(unit: FeaturedUnit, around: Around): FeaturedUnit {
  const other = firstOf(ANY_SHAPE, unit, around);
  if (other) return other;
  const here = isSpokenTitle(unit, around) ? withShape(unit, 'title') : unit;
  return (here.shape === 'title' ? firstOf(TITLES, here, around) : undefined) ?? here;
}

function firstOf(rules: readonly Rule[], unit: FeaturedUnit, around: Around): FeaturedUnit | undefined {
  for (const rule of rules) {
    const found = rule(unit, around);
    if (found) return found;
  }
  return undefined;
}

function withShape(unit: FeaturedUnit, shape: Shape): FeaturedUnit {
  return { ...unit, shape };
}

/** 咨询电话：… behind a text that leads to it is the text's and not the paper's own. */
function contactOfOthers(here: FeaturedUnit, { before, next }: Around): FeaturedUnit | undefined {
  if (here.furniture?.kind !== 'contact' || before?.shape !== 'text') return undefined;
  const led = before.entry || /[：:；;]$/u.test(before.text);
  const named = (next && !next.furniture) || /[（(]\p{Script=Han}{2,4}[）)]/u.test(here.text);
  if (!led && !(named && OTHERS_CONTACT.test(here.text))) return undefined;
  return { ...here, furniture: undefined, shape: 'text', entry: true };
}

/** … 摄影报道 signs a story where no text stands above it. */
function reportOfPhotographer(here: FeaturedUnit, { before }: Around): FeaturedUnit | undefined {
  if (here.shape !== 'credit' || before?.shape === 'text' || !/摄影报道[）)]?$/u.test(here.text)) return undefined;
  return { ...here, shape: 'byline', standing: here.credit };
}

/** … 提供 under a headline: who gave the figures of a table, not who took a photo. */
function sourceOfFigures(here: FeaturedUnit, { before }: Around): FeaturedUnit | undefined {
  if (here.shape !== 'credit' || before?.shape !== 'title' || !here.text.endsWith('提供')) return undefined;
  return { ...here, shape: 'text', credit: undefined };
}

/** Whether a line over a headline is words that somebody said, as the first line of it, or says who says it. */
function isSpokenTitle(here: FeaturedUnit, around: Around): boolean {
  if (here.shape !== 'text' || around.next?.shape !== 'title' || !opensArticle(around)) return false;
  const { before } = around;
  if (before?.shape === 'text' && !before.finished) return false;
  if (QUOTATION.test(here.text)) return true;
  const led = before?.shape === 'text' && /[：:]$/u.test(before.text);
  return !led && !here.entry && !here.turn && SPEAKER.test(here.text);
}

/** Whether the head lines below a unit stand over a lead-in or byline. */
function opensArticle({ units, index }: Around): boolean {
  const opened = units.slice(index + 1, index + 5).find(({ shape }) => shape !== 'title');
  return opened?.leadIn !== undefined || opened?.shape === 'byline';
}

/** One of several numbered entries, or who gave a forecast. */
function listEntry(here: FeaturedUnit, { before, next }: Around): FeaturedUnit | undefined {
  const isNumbered = (unit: FeaturedUnit | undefined): boolean => NUMBERED_ENTRY.test(unit?.text ?? '');
  const listed = isNumbered(here) && (isNumbered(before) || isNumbered(next));
  return listed || GIVEN_BY.test(here.text) ? { ...here, shape: 'text', entry: listed } : undefined;
}

/** A remark in brackets after a text closes it: （本文为系列结束篇）. */
function remarkInBrackets(here: FeaturedUnit, { before }: Around): FeaturedUnit | undefined {
  if (before?.shape !== 'text' && before?.shape !== 'credit') return undefined;
  const { text } = here;
  const remark = IN_BRACKETS.test(text) && !OF_PICTURE.test(text) && !NUMBER_IN_BRACKETS.test(text);
  return remark ? withShape(here, 'text') : undefined;
}

/** A paper's name without a usual ending, as its masthead prints it. */
function paperName(here: FeaturedUnit, { before, next, lines }: Around): FeaturedUnit | undefined {
  const first = before === undefined;
  if (here.opens || !(first ? next : before)?.furniture) return undefined;
  if (!lines.furniture.isPaperName(here.text, first)) return undefined;
  return { ...here, shape: 'furniture', furniture: { kind: 'masthead' } };
}

/** A page's name beside a folio that says none. */
function pageName(here: FeaturedUnit, { units, index, lines }: Around): FeaturedUnit | undefined {
  if (here.opens || !lines.furniture.isPageName(here.text) || !isBesideNamelessFolio(units, index)) return undefined;
  return { ...here, shape: 'furniture', furniture: { kind: 'masthead', name: here.text } };
}

/** Whether the furniture next to a line has a folio or date and says no page name. */
function isBesideNamelessFolio(units: readonly FeaturedUnit[], index: number): boolean {
  const beside: FeaturedUnit[] = [];
  for (let i = index - 1; i > index - 6 && units[i]?.furniture; i--) beside.push(units[i]!);
  for (let i = index + 1; i < index + 6 && units[i]?.furniture; i++) beside.push(units[i]!);
  const folio = beside.some(({ furniture }) => furniture!.kind === 'folio' || furniture!.kind === 'date');
  return folio && beside.every(({ furniture }) => furniture!.name === undefined);
}

/** One of several headlines with a page behind them. */
function guideEntry(here: FeaturedUnit, { before, next }: Around): FeaturedUnit | undefined {
  const listed = here.reference && (before?.reference || next?.reference || before?.guide);
  return listed ? withShape(here, 'text') : undefined;
}

/** A short answer below another turn. */
function interviewTurn(here: FeaturedUnit, { before }: Around): FeaturedUnit | undefined {
  return before?.turn && isNamedTurn(here.text) ? { ...here, shape: 'text', turn: true } : undefined;
}

/** The head of a table: short words set apart, more than a headline has. */
function tableHead(here: FeaturedUnit, { before, next }: Around): FeaturedUnit | undefined {
  if (!next?.tableRow && !before?.tableRow) return undefined;
  const groups = here.text.split(/[ \t\u3000]+/u);
  const isHead = groups.length >= 4 && groups.every(({ length }) => length <= 12);
  return isHead ? { ...here, shape: 'text', tableRow: true } : undefined;
}

/** One of several scores. */
function result(here: FeaturedUnit, { before, next }: Around): FeaturedUnit | undefined {
  if (!here.result || here.mark !== undefined) return undefined;
  const listed = [before, next].some((unit) => unit?.result || unit?.tableRow);
  return listed ? withShape(here, 'text') : undefined;
}

/** Names under a headline and above its text, which may be verse. */
function author(here: FeaturedUnit, around: Around): FeaturedUnit | undefined {
  const { before, next } = around;
  if (!here.bareNames || here.notice || before?.shape !== 'title' || !next || next.leadIn || next.shape === 'furniture')
    return undefined;
  const named = here.bareNames.sure
    ? next.shape === 'text' || next.text.length <= VERSE || next.note !== undefined
    : isPenName(here, around);
  return named ? { ...here, shape: 'byline', standing: here.bareNames } : undefined;
}

/** Whether a word that may be a pen name stands where an author's name does. */
function isPenName(here: FeaturedUnit, { units, index, before, next, lines }: Around): boolean {
  const { columns, titles } = lines;
  if (columns.cue(before!.text) >= 3 || titles.isTextPart(here.text) || columns.cue(here.text) >= 2) return false;
  if (next!.shape === 'text') return true;
  // Within verse a word of two or three characters is a line like the others.
  const above = units[index - 2];
  if (above?.shape === 'title' && above.text.length <= VERSE) return false;
  const below = units.slice(index + 1, index + 4);
  return below.length === 3 && below.every(isTitleOfVerse);
}

/** A post and a name under a headline and over verse: 某厂工人 王某. */
function signerOfVerse(here: FeaturedUnit, { units, index, before }: Around): FeaturedUnit | undefined {
  if (here.signer === undefined || before?.shape !== 'title') return undefined;
  const below = units.slice(index + 1, index + 5);
  const verse = below.length === 4 && below.every((unit) => isTitleOfVerse(unit) || isTextOfVerse(unit));
  return verse ? { ...here, shape: 'byline', standing: here.signer } : undefined;
}

function isTitleOfVerse({ shape, text }: FeaturedUnit): boolean {
  return shape === 'title' && text.length <= VERSE;
}

function isTextOfVerse({ shape, text }: FeaturedUnit): boolean {
  return shape === 'text' && text.length <= VERSE;
}

/** Lines of verse after a byline are text. */
function versesOfBylines(units: FeaturedUnit[], { columns }: LineReader): void {
  for (let i = 0; i < units.length; i++) {
    if (units[i]!.shape !== 'byline') continue;
    let end = i + 1;
    while (end < units.length && isTitleOfVerse(units[end]!)) end++;
    // The line above the next byline is a headline, and above that may stand its column.
    if (units[end]?.shape === 'byline') end -= columns.cue(units[end - 2]?.text ?? '') >= 2 ? 2 : 1;
    if (end - i - 1 < 3) continue;
    for (let j = i + 1; j < end; j++) if (units[j]!.role === undefined) units[j] = withShape(units[j]!, 'text');
  }
}

/** Single short lines between short lines of text are text. */
function singleVerses(units: FeaturedUnit[]): void {
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const free = unit.role === undefined && !unit.numbered;
    if (free && isTitleOfVerse(unit) && isPlainVerse(units[i - 1]) && isPlainVerse(units[i + 1]))
      units[i] = withShape(unit, 'text');
  }
}

/** Whether a unit is a short text and nothing else. */
function isPlainVerse(unit: FeaturedUnit | undefined): boolean {
  if (!unit || !isTextOfVerse(unit) || /[：:]$/u.test(unit.text)) return false;
  return !unit.entry && !unit.turn && !unit.leadIn && !unit.tableRow && !unit.result;
}
