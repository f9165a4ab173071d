import type { Feature, Shape } from '../lines/features.ts';
import { isPageName } from '../lines/furniture.ts';
import { isNamedTurn } from '../lines/shapes.ts';
import { columnCue } from '../lines/titleWords.ts';

/** Shorter lines stand in verse. */
const VERSE = 20;

/** Short words that open or close a text under its headline, and are no pen names. */
/** How to reach somebody other than the paper. */
const OTHERS_CONTACT = /^(?:联系|咨询|监督|投诉|报名|举报|服务)?(?:电话|热线|邮箱|信箱|传真|网址)/u;

/** Who gave figures or a forecast. */
const GIVEN_BY = /^[（(].*(?:发布|提供|整理)[）)]$/u;

/** A numbered entry: 二、报名地点：…. */
const NUMBERED_ENTRY = /^[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]\s*[^：:]{2,14}[：:]/u;

const NO_AUTHOR =
  /^(?:引子|前言|序言|尾声|后记|题记|结语|导语|楔子|代序|附记|跋|序|简介|目录|其一|其二|其三|摘要|正文|背景)$/u;

/**
 * Looks at the units once more beside their neighbours: lines shaped like headlines that are entries of
 * a guide, turns of an interview, results, verse; names alone under a headline are bylines.
 */
export function refineShapes(features: readonly Feature[]): Feature[] {
  const refined = [...features];
  const set = (i: number, shape: Shape): void => {
    refined[i] = { ...refined[i]!, shape };
  };
  for (let i = 0; i < refined.length; i++) {
    const here = refined[i]!;
    if (here.unit.role !== undefined) continue;
    const before = refined[i - 1];
    const next = refined[i + 1];
    if (
      here.furniture?.kind === 'contact' &&
      before?.shape === 'text' &&
      (before.entry ||
        /[：:；;]$/u.test(before.text) ||
        (OTHERS_CONTACT.test(here.text) &&
          ((next && !next.furniture) || /[（(]\p{Script=Han}{2,4}[）)]/u.test(here.text))))
    ) {
      refined[i] = { ...here, furniture: undefined, shape: 'text', entry: true };
    }
    if (here.shape === 'credit' && /摄影报道[）)]?$/u.test(here.text) && before?.shape !== 'text')
      refined[i] = { ...here, shape: 'byline', standing: here.credit! };
    if (here.shape === 'credit' && before?.shape === 'title' && /提供$/u.test(here.text)) {
      // Who gave the figures of a table, not who took a photo.
      refined[i] = { ...here, shape: 'text', credit: undefined };
      continue;
    }
    if (
      here.shape === 'text' &&
      (isQuotedTitle(here, before, refined, i + 1) || isSpeaker(here, before, refined, i + 1))
    )
      set(i, 'title');
    if (refined[i]!.shape !== 'title') continue;
    const listed =
      NUMBERED_ENTRY.test(here.text) &&
      (NUMBERED_ENTRY.test(before?.text ?? '') || NUMBERED_ENTRY.test(next?.text ?? ''));
    if (listed || GIVEN_BY.test(here.text)) {
      refined[i] = { ...here, shape: 'text', entry: listed };
      continue;
    }
    if (isBracketed(here.text) && (before?.shape === 'text' || before?.shape === 'credit')) {
      set(i, 'text');
      continue;
    }
    if (
      !here.unit.opens &&
      (before === undefined ? next?.furniture : before.furniture) &&
      isPaperName(here.text, before === undefined)
    ) {
      refined[i] = { ...here, shape: 'furniture', furniture: { kind: 'masthead' } };
      continue;
    }
    if (!here.unit.opens && isPageName(here.text) && besideNamelessFolio(refined, i)) {
      refined[i] = { ...here, shape: 'furniture', furniture: { kind: 'masthead', name: here.text } };
      continue;
    }
    if (here.reference && (before?.reference || next?.reference || (before !== undefined && before.guide)))
      set(i, 'text');
    else if (before?.turn && isNamedTurn(here.text)) refined[i] = { ...here, shape: 'text', turn: true };
    else if (isTableHead(here.text) && (next?.tableRow || before?.tableRow)) {
      refined[i] = { ...here, shape: 'text', tableRow: true };
    } else if (
      here.result &&
      here.mark === undefined &&
      (before?.result || before?.tableRow || next?.result || next?.tableRow)
    )
      set(i, 'text');
    else if (isAuthor(here, before, refined, i + 1))
      refined[i] = { ...here, shape: 'byline', standing: here.bareNames! };
    else if (isSignedVerse(here, before, refined, i + 1))
      refined[i] = { ...here, shape: 'byline', standing: here.signer! };
  }
  return verse(refined);
}

/** Whether the furniture next to a line has a folio or date and says no page name. */
function besideNamelessFolio(features: readonly Feature[], index: number): boolean {
  const beside: Feature[] = [];
  for (let i = index - 1; i > index - 6 && features[i]?.furniture; i--) beside.push(features[i]!);
  for (let i = index + 1; i < index + 6 && features[i]?.furniture; i++) beside.push(features[i]!);
  const folio = beside.some(({ furniture }) => furniture!.kind === 'folio' || furniture!.kind === 'date');
  return folio && beside.every(({ furniture }) => furniture!.name === undefined);
}

/** A remark in brackets after a text closes it: （本文为系列结束篇）. */
function isBracketed(text: string): boolean {
  return (
    /^[（(][^（(）)]{2,40}[）)]$/u.test(text) &&
    !/^[（(](?:附|图片)/u.test(text) &&
    !/^[（(][一二三四五六七八九十0-9]{1,3}[）)]$/u.test(text)
  );
}

/** A paper's name without a usual ending, as its masthead prints it; more so on the file's `first` line. */
function isPaperName(text: string, first: boolean): boolean {
  return (
    /^[\p{Script=Han} \u3000]{3,10}(?:报|周刊|导刊)$/u.test(text) &&
    (first || !/(?:情|预|海|喜|捷|简|通|公|战|警|汇|申|电|画|板|黑板|墙)报$/u.test(text))
  );
}

/** Names under a headline and above its text, which may be verse. */
function isAuthor(here: Feature, before: Feature | undefined, features: readonly Feature[], index: number): boolean {
  const next = features[index];
  if (
    !here.bareNames ||
    here.notice ||
    before?.shape !== 'title' ||
    next === undefined ||
    next.leadIn ||
    next.shape === 'furniture'
  )
    return false;
  if (here.bareNames.sure) return next.shape === 'text' || next.text.length <= VERSE || next.note !== undefined;
  if (columnCue(before.text) >= 3 || NO_AUTHOR.test(here.text) || columnCue(here.text) >= 2) return false;
  if (next.shape === 'text') return true;
  // Within verse a word of two or three characters is a line like the others.
  const above = features[index - 3];
  if (above?.shape === 'title' && above.text.length <= VERSE) return false;
  return (
    features.slice(index, index + 3).filter(({ shape, text }) => shape === 'title' && text.length <= VERSE).length === 3
  );
}

/** Whether a post and a name stand under a headline and over verse: 某厂工人 王某. */
function isSignedVerse(
  { signer }: Feature,
  before: Feature | undefined,
  features: readonly Feature[],
  index: number,
): boolean {
  const below = features.slice(index, index + 4);
  return signer !== undefined && before?.shape === 'title' && below.length === 4 && below.every(isVerseLine);
}

function isVerseLine({ shape, text }: Feature): boolean {
  return text.length <= VERSE && (shape === 'title' || shape === 'text');
}

/** The head of a table: short words set apart, more than a headline has. */
function isTableHead(text: string): boolean {
  const groups = text.split(/[ \t\u3000]+/u);
  return groups.length >= 4 && groups.every(({ length }) => length <= 12);
}

/** 某某： over a headline: who says it. */
function isSpeaker(
  { text, entry, turn }: Feature,
  before: Feature | undefined,
  features: readonly Feature[],
  index: number,
): boolean {
  if (entry || turn || !/^[^，。；：:]{4,18}[：:]$/u.test(text) || features[index]?.shape !== 'title') return false;
  const opened = features.slice(index, index + 4).find(({ shape }) => shape !== 'title');
  return (
    (before?.shape !== 'text' || (before.finished && !/[：:]$/u.test(before.text))) &&
    (opened?.leadIn !== undefined || opened?.shape === 'byline')
  );
}

/** “…，…？” alone in its line over a headline: words somebody said as the first line of it. */
function isQuotedTitle(
  { text }: Feature,
  before: Feature | undefined,
  features: readonly Feature[],
  index: number,
): boolean {
  if (!/^“[^“”。]{4,26}”$/u.test(text) || features[index]?.shape !== 'title') return false;
  const opened = features.slice(index, index + 4).find(({ shape }) => shape !== 'title');
  return (before?.shape !== 'text' || before.finished) && (opened?.leadIn !== undefined || opened?.shape === 'byline');
}

/** Lines of verse after a byline, and single short lines between short lines of text, are text. */
function verse(features: Feature[]): Feature[] {
  for (let i = 0; i < features.length; i++) {
    const { shape, text, unit } = features[i]!;
    if (shape === 'byline') {
      let end = i + 1;
      while (features[end]?.shape === 'title' && features[end]!.text.length <= VERSE) end++;
      // The line above the next byline is a headline, and above that may stand its column.
      if (features[end]?.shape === 'byline') end -= columnCue(features[end - 2]?.text ?? '') >= 2 ? 2 : 1;
      if (end - i - 1 >= 3)
        for (let j = i + 1; j < end; j++)
          if (features[j]!.unit.role === undefined) features[j] = { ...features[j]!, shape: 'text' };
    } else if (
      unit.role === undefined &&
      shape === 'title' &&
      text.length <= VERSE &&
      isShortText(features[i - 1]) &&
      isShortText(features[i + 1]) &&
      !isNumberedLine(features[i]!)
    ) {
      features[i] = { ...features[i]!, shape: 'text' };
    }
  }
  return features;
}

function isShortText(feature: Feature | undefined): boolean {
  return (
    feature?.shape === 'text' &&
    feature.text.length <= VERSE &&
    !feature.entry &&
    !feature.turn &&
    !feature.leadIn &&
    !feature.tableRow &&
    !feature.result &&
    !/[：:]$/u.test(feature.text)
  );
}

function isNumberedLine({ numbered }: Feature): boolean {
  return numbered;
}
