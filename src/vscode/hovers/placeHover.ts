import { l10n, type TreeItem } from 'vscode';
import type { HomeRegionReading, Place, PlaceDecision, PlaceReading } from '../../core/entities/place.ts';
import { escapeMarkdown } from './markdown.ts';

/** How many other divisions of a name a hover lists before it says that there are more. */
const LISTED = 5;

/** Which administrative division a place is, as Markdown to stand behind its name; empty where that is not certain. */
export function divisionOf(place: Place): string {
  const { code, chain, ambiguous } = place;
  if (code === undefined) return '';
  const chosen = `${strong(chain)} · ${code}${history(place)}`;
  return ambiguous ? l10n.t('Perhaps {0}', chosen) : chosen;
}

/** What decided which division a place is, and which others have its name; as Markdown, empty where it is the only one. */
export function othersOf(place: Place, home: HomeRegionReading | undefined): string {
  const { code, others, ambiguous } = place;
  if (code === undefined) return `${l10n.t('It is not certain which one this is:')}\n${list(others)}`;
  const lines: string[] = [];
  if (ambiguous || others.length > 0) lines.push(escapeMarkdown(decision(place, home)));
  if (others.length > 0) lines.push(`\n${l10n.t('Others of this name:')}\n${list(others)}`);
  return lines.join('  \n');
}

/** Adds to a row of the view *Entities* which division it is. */
export function showPlace(item: TreeItem, { name, code, chain, ambiguous, others }: Place): void {
  const whole = chain.join('');
  if (whole !== name) {
    const shown = code === undefined ? l10n.t('not certain') : ambiguous ? l10n.t('Perhaps {0}', whole) : whole;
    item.description = `${item.description as string} · ${shown}`;
  }
  const all = code === undefined || ambiguous ? others : [];
  const lines = [...(code === undefined ? [] : [{ chain, code }]), ...all].map(
    (one) => `${one.chain.join(' ')} ${one.code}`,
  );
  item.tooltip = [item.tooltip as string, ...lines].join('\n');
}

function decision({ decidedBy, ambiguous }: Place, home: HomeRegionReading | undefined): string {
  const reason = decidedBy ? reasonFor(decidedBy, home) : '';
  return ambiguous ? `${reason} ${l10n.t('Nothing in this issue makes it certain.')}`.trim() : reason;
}

function reasonFor(decidedBy: PlaceDecision, home: HomeRegionReading | undefined): string {
  switch (decidedBy) {
    case 'name':
      return l10n.t('It is the only division of this name today.');
    case 'neighbour':
      return l10n.t('The place next to it in the text tells which one it is.');
    case 'home':
      return home ? homeReason(home) : '';
    case 'issue':
      return l10n.t('The place that it lies in is named elsewhere in this issue.');
    case 'level':
      return l10n.t('It is the largest division of this name.');
  }
}

function homeReason({ chain, decidedBy }: HomeRegionReading): string {
  const region = chain.join('');
  switch (decidedBy) {
    case 'setting':
      return l10n.t('The home region {0} decides; it is set.', region);
    case 'masthead':
      return l10n.t('The home region {0} decides; the masthead or imprint of this issue names it.', region);
    case 'places':
      return l10n.t('The home region {0} decides; most places of this issue lie there.', region);
  }
}

function list(divisions: readonly PlaceReading[]): string {
  const rows = divisions
    .slice(0, LISTED)
    .map((one) => `- ${escapeMarkdown(one.chain.join(' '))} · ${one.code}${history(one)}`);
  if (divisions.length > LISTED) rows.push(`- ${l10n.t('and more: {0}', divisions.length - LISTED)}`);
  return rows.join('\n');
}

function strong(chain: readonly string[]): string {
  return `**${escapeMarkdown(chain.join(' '))}**`;
}

function history({ former, now }: Pick<PlaceReading, 'former' | 'now'>): string {
  if (!former) return '';
  return ` · ${now ? l10n.t('today {0}', escapeMarkdown(now.join(''))) : l10n.t('no longer a division')}`;
}
