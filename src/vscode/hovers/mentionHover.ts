import { env, l10n, MarkdownString, type TextDocument } from 'vscode';
import type { EntityGroup } from '../../core/annotations/entityGroups.ts';
import type { Tag } from '../../core/annotations/overlay.ts';
import type { Extraction, Person, PersonTitle } from '../../core/entities/mention.ts';
import { namesakesOf } from '../../core/entities/linking/namesakes.ts';
import type { Place } from '../../core/entities/place.ts';
import type { Article, Issue } from '../../core/structure/issue.ts';
import { isDoubtful } from '../../core/structure/readers/doubts.ts';
import { contains } from '../../core/text/span.ts';
import { typeIconName, typeName } from '../entityTypes.ts';
import { commandLink, escapeMarkdown } from './markdown.ts';
import { revealLink } from '../navigation/mentionNavigation.ts';
import { divisionOf, othersOf } from './placeHover.ts';
import { reasonsFor } from './reasons.ts';
import { toRange } from '../ranges.ts';
import type { PlaceArgument } from '../commands/tagTargets.ts';

/** How many articles, titles and reasons a hover lists before it says that there are more. */
const LISTED = 5;

/** The commands that links in the hover may run. */
const COMMANDS = [
  'galley.revealMention',
  'galley.acceptSuggestion',
  'galley.rejectSuggestion',
  'galley.changeType',
  'galley.untag',
  'galley.tagAllOccurrences',
  'galley.addToRoster',
  'galley.explainMention',
];

/** A tag with all that is known of what it means. */
export interface KnownTag {
  readonly document: TextDocument;
  readonly issue: Issue;
  readonly tag: Tag;
  readonly group: EntityGroup | undefined;
  readonly extraction: Extraction | undefined;
}

/**
 * What is said of a mention: in bold who or what it is, with title or place; how sure that is, how often and where it
 * stands; what can be done with it; then the rest that is known. Why it was found is told where the engine is not sure of
 * it, elsewhere when asked.
 */
export function describeMention(known: KnownTag): MarkdownString {
  const { document, issue, tag, group, extraction } = known;
  const person = extraction?.people.find(({ id }) => id === group?.entity);
  const place = extraction?.places.find(({ id }) => id === group?.entity);
  const others = extraction && person ? namesakesOf(extraction, person) : [];
  const title = leadingTitle(known, person);
  const markdown = new MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: COMMANDS };
  const head = [
    heading(known, title, person, place),
    [typeName(tag.type), stateOf(tag), ...frequency(document, group)].join(' · '),
    actions(document, tag),
  ];
  const facts = [
    sourceOf(known, title),
    otherTitles(document, person, title),
    person?.titles.length ? rosterTitles(person) : '',
    forms(person),
    ...others.map((other) => namesake(document, other)),
    place ? othersOf(place, extraction?.homeRegion) : '',
    byArticle(document, group, issue),
    tag.annotation ? decidedBy(tag.annotation.creator, tag.annotation.created) : '',
    doubtsAbout(known, person),
  ];
  const sections = [head, facts].map((parts) => parts.filter((part) => part !== '').join('\n\n'));
  markdown.appendMarkdown(sections.filter((section) => section !== '').join('\n\n---\n\n'));
  return markdown;
}

/** The title that stands behind a name: one that the article at hand gives, else the first of the issue. */
function leadingTitle({ issue, tag }: KnownTag, person: Person | undefined): PersonTitle | undefined {
  const here = issue.articles.find(({ span }) => contains(span, tag.span.start));
  return person?.titles.find(({ span }) => here && contains(here.span, span.start)) ?? person?.titles[0];
}

function heading(
  { document, tag: { type, text }, group }: KnownTag,
  title: PersonTitle | undefined,
  person: Person | undefined,
  place: Place | undefined,
): string {
  const name = group && group.name !== text ? `${text} → ${group.name}` : (group?.label ?? text);
  // 欧阳警官 says the post already.
  const told = title === undefined || (group?.label !== group?.name && name.endsWith(title.title));
  const behind = [
    told ? '' : `**[${escapeMarkdown(title.title)}](${revealLink(document, title.span)})**`,
    title ? '' : rosterTitles(person),
    place ? divisionOf(place) : '',
  ];
  const parts = [`**${escapeMarkdown(name)}**`, ...behind.filter((part) => part !== '')];
  return `$(${typeIconName(type)}) ${parts.join(' &nbsp; ')}`;
}

function stateOf({ status, mention }: Tag): string {
  return status === 'annotation'
    ? l10n.t('tagged')
    : l10n.t('suggestion, {0} % sure', Math.round((mention?.confidence ?? 0) * 100));
}

/** How often a name stands in the issue, and where first. */
function frequency(document: TextDocument, group: EntityGroup | undefined): string[] {
  const tags = shownOf(group);
  const [first] = tags;
  if (!first) return [];
  if (tags.length === 1) return [l10n.t('only here in this issue')];
  const line = toRange(document, first.span).start.line + 1;
  const link = `[${l10n.t('first in line {0}', line)}](${revealLink(document, first.span)})`;
  return [l10n.t('places in this issue: {0}', tags.length), link];
}

function shownOf(group: EntityGroup | undefined): Tag[] {
  return group?.tags.filter(({ status }) => status !== 'rejected') ?? [];
}

/** Which article gives the title that stands behind the name, where that is not the one at hand. */
function sourceOf({ tag, issue }: KnownTag, title: PersonTitle | undefined): string {
  const here = issue.articles.find(({ span }) => contains(span, tag.span.start));
  return title?.article === undefined || (here && contains(here.span, title.span.start))
    ? ''
    : l10n.t('The title is from: {0}', escapeMarkdown(title.article));
}

/** The other titles of a person, with the articles that give them. */
function otherTitles(document: TextDocument, person: Person | undefined, said: PersonTitle | undefined): string {
  const others = person?.titles.filter((title) => title !== said) ?? [];
  if (others.length === 0) return '';
  const list = others.slice(0, LISTED).map((title) => `- ${titleLink(document, title)}`);
  if (others.length > LISTED) list.push(`- ${l10n.t('and more titles: {0}', others.length - LISTED)}`);
  return [l10n.t('Other titles in this issue:'), ...list].join('\n');
}

/** `title — headline of the article that says so`; the title leads there. */
function titleLink(document: TextDocument, { title, span, article }: PersonTitle): string {
  const link = `[${escapeMarkdown(title)}](${revealLink(document, span)})`;
  return article === undefined ? link : `${link} — ${escapeMarkdown(article)}`;
}

/** What the person is called by less than the full name: 张市长. */
function forms(person: Person | undefined): string {
  const called = person?.forms?.flatMap(({ name, titles: said }) =>
    said.length > 0 && name.length < 3 ? said.map((title) => name + title) : name,
  );
  return called ? l10n.t('Also called: {0}', called.map(escapeMarkdown).join(l10n.t(', '))) : '';
}

/** Another person of the same name, told apart by the titles. */
function namesake(document: TextDocument, { titles: [title] }: Person): string {
  return title
    ? l10n.t('Another person of this name in this issue: {0}', titleLink(document, title))
    : l10n.t('This issue names another person of this name.');
}

/** What the newsroom knows of a person, apart from what the issue says. */
function rosterTitles(person: Person | undefined): string {
  const inIssue = new Set(person?.titles.map(({ title }) => title));
  const others = person?.rosterTitles?.filter((title) => !inIssue.has(title)) ?? [];
  return others.length === 0 ? '' : l10n.t('Titles in the roster: {0}', others.map(escapeMarkdown).join(l10n.t('; ')));
}

/** How often the articles that name it do so, where there are several. */
function byArticle(document: TextDocument, group: EntityGroup | undefined, issue: Issue): string {
  const counts = countByArticle(shownOf(group), issue.articles);
  if (counts.length < 2) return '';
  const lines = counts
    .slice(0, LISTED)
    .map(
      ({ article, own }) =>
        `- [${escapeMarkdown(article.title)}](${revealLink(document, own[0]!.span)}) · ${own.length}`,
    );
  if (counts.length > LISTED) lines.push(`- ${l10n.t('and in more articles: {0}', counts.length - LISTED)}`);
  return [l10n.t('By article:'), ...lines].join('\n');
}

function countByArticle(tags: readonly Tag[], articles: readonly Article[]): { article: Article; own: Tag[] }[] {
  return articles
    .map((article) => ({
      article,
      own: tags.filter(({ span }) => contains(article.span, span.start)),
    }))
    .filter(({ own }) => own.length > 0);
}

function decidedBy(creator: string, created: string): string {
  const at = new Date(created);
  const when = Number.isNaN(at.getTime())
    ? created
    : at.toLocaleString(env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return escapeMarkdown(
    creator === '' ? l10n.t('Tagged on {0}.', when) : l10n.t('Tagged by {0} on {1}.', creator, when),
  );
}

/** The reasons for a mention that may be none, for the editor to judge. */
function doubtsAbout({ document, tag: { mention, status }, extraction }: KnownTag, person: Person | undefined): string {
  if (!mention || status !== 'suggestion' || !isDoubtful(mention)) return '';
  const said = new Set(person?.titles.map(({ title }) => title));
  return reasonsFor(document, mention, extraction, said)
    .slice(0, LISTED)
    .map(({ text }) => escapeMarkdown(text))
    .join('  \n');
}

function actions(document: TextDocument, { status, span, mention }: Tag): string {
  const place: PlaceArgument = { uri: document.uri.toString(), start: span.start, end: span.end };
  const link = (label: string, command: string): string => `[${label}](${commandLink(`galley.${command}`, place)})`;
  const links =
    status === 'suggestion'
      ? [
          link(`$(check) ${l10n.t('Accept')}`, 'acceptSuggestion'),
          link(`$(close) ${l10n.t('Reject')}`, 'rejectSuggestion'),
        ]
      : [link(`$(trash) ${l10n.t('Remove Tag')}`, 'untag')];
  return [
    ...links,
    link(`$(edit) ${l10n.t('Change Type…')}`, 'changeType'),
    link(`$(checklist) ${l10n.t('Tag All…')}`, 'tagAllOccurrences'),
    ...(mention?.evidence.some(({ kind }) => kind === 'roster')
      ? []
      : [link(`$(bookmark) ${l10n.t('Add to Roster')}`, 'addToRoster')]),
    ...(mention ? [link(`$(question) ${l10n.t('Why?')}`, 'explainMention')] : []),
  ].join(' &nbsp; ');
}
