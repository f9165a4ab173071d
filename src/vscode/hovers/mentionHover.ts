import { env, Hover, l10n, MarkdownString, window, type HoverProvider, type Position, type TextDocument } from 'vscode';
import type { EntityGroup } from '../../core/annotations/entityGroups.ts';
import { tagsAt, type Tag } from '../../core/annotations/overlay.ts';
import type { Extraction, Person, PersonTitle } from '../../core/entities/mention.ts';
import { namesakesOf } from '../../core/entities/linking/namesakes.ts';
import { whereFound } from '../../core/entities/linking/whereFound.ts';
import type { Article, Issue } from '../../core/structure/issue.ts';
import { typeIconName, typeName } from '../entityTypes.ts';
import { describeEvidence } from './evidence.ts';
import type { Extractions } from '../state/extraction.ts';
import { commandLink, escapeMarkdown } from './markdown.ts';
import { revealLink } from '../navigation/mentionNavigation.ts';
import type { Mentions } from '../state/mentions.ts';
import { describePlace } from './placeHover.ts';
import { toRange } from '../ranges.ts';
import type { PlaceArgument } from '../commands/tagTargets.ts';

/** How many articles and reasons a hover lists before it says that there are more. */
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
];

/** Says who or what a mention is, where else it stands, why it was found, and what can be done with it. */
export class MentionHover implements HoverProvider {
  readonly #mentions: Mentions;
  readonly #extractions: Extractions;
  readonly #issueOf: (document: TextDocument) => Promise<Issue>;

  constructor(mentions: Mentions, extractions: Extractions, issueOf: (document: TextDocument) => Promise<Issue>) {
    this.#mentions = mentions;
    this.#extractions = extractions;
    this.#issueOf = issueOf;
  }

  async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    const issue = await this.#issueOf(document);
    const offset = document.offsetAt(position);
    // Asked for by key, the hover is for the cursor, which stands behind a mention after jumping to it.
    const { activeTextEditor: editor } = window;
    const byKey = editor?.document === document && editor.selection.active.isEqual(position);
    const tags = tagsAt(this.#mentions.tagsOf(document), offset, byKey ? 'cursor' : 'character');
    const [tag] = tags;
    if (!tag) return undefined;
    const piece = tag.pieces.find(({ start, end }) => start <= offset && offset <= end) ?? tag.span;
    return new Hover(
      tags.map((one) => this.#describe(document, one, issue)),
      toRange(document, piece),
    );
  }

  #describe(document: TextDocument, tag: Tag, issue: Issue): MarkdownString {
    const group = this.#mentions.groupsOf(document).find(({ tags }) => tags.includes(tag));
    const extraction = this.#extractions.of(document);
    const person = extraction?.people.find(({ id }) => id === group?.entity);
    const others = extraction && person ? namesakesOf(extraction, person) : [];
    const place = extraction?.places.find(({ id }) => id === group?.entity);
    const markdown = new MarkdownString('', true);
    markdown.isTrusted = { enabledCommands: COMMANDS };
    const facts = [
      titles(document, person),
      rosterTitles(person),
      forms(person),
      ...others.map((other) => namesake(document, other)),
      place ? describePlace(place, extraction?.homeRegion) : '',
      where(document, group, issue),
    ].filter((fact) => fact !== '');
    const sections = [
      `${heading(tag, group)}\n\n${actions(document, tag)}`,
      facts.join('\n\n'),
      reasons(document, tag, extraction),
    ];
    markdown.appendMarkdown(sections.filter((section) => section !== '').join('\n\n---\n\n'));
    return markdown;
  }
}

function heading({ type, text, status, mention }: Tag, group: EntityGroup | undefined): string {
  const name =
    group && group.name !== text
      ? `**${escapeMarkdown(text)}** → ${escapeMarkdown(group.name)}`
      : `**${escapeMarkdown(text)}**`;
  const state =
    status === 'annotation'
      ? l10n.t('tagged')
      : l10n.t('suggestion, {0} % sure', Math.round((mention?.confidence ?? 0) * 100));
  return `$(${typeIconName(type)}) ${name} — ${typeName(type)} · ${state}`;
}

function titles(document: TextDocument, person: Person | undefined): string {
  if (!person || person.titles.length === 0) return '';
  const list = person.titles.map((title) => titleLink(document, title));
  if (list.length === 1) return l10n.t('Titles in this issue: {0}', list[0]!);
  const more = list.length > LISTED ? [`- ${l10n.t('and more titles: {0}', list.length - LISTED)}`] : [];
  return [l10n.t('Titles in this issue: {0}', ''), ...list.slice(0, LISTED).map((one) => `- ${one}`), ...more].join(
    '\n',
  );
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
  const titles = person?.rosterTitles ?? [];
  return titles.length === 0 ? '' : l10n.t('Titles in the roster: {0}', titles.map(escapeMarkdown).join(l10n.t('; ')));
}

function where(document: TextDocument, group: EntityGroup | undefined, issue: Issue): string {
  const tags = group?.tags.filter(({ status }) => status !== 'rejected') ?? [];
  const [first] = tags;
  if (!first || tags.length === 1) return '';
  const line = toRange(document, first.span).start.line + 1;
  const link = `[${l10n.t('first in line {0}', line)}](${revealLink(document, first.span)})`;
  const lines = [l10n.t('Mentions in this issue: {0}, {1}', tags.length, link)];
  const counts = countByArticle(tags, issue.articles);
  if (counts.length > 1) {
    for (const { article, own } of counts.slice(0, LISTED)) {
      lines.push(`- [${escapeMarkdown(article.title)}](${revealLink(document, own[0]!.span)}) · ${own.length}`);
    }
    if (counts.length > LISTED) lines.push(`- ${l10n.t('and in more articles: {0}', counts.length - LISTED)}`);
  }
  return lines.join('\n');
}

function countByArticle(tags: readonly Tag[], articles: readonly Article[]): { article: Article; own: Tag[] }[] {
  return articles
    .map((article) => ({
      article,
      own: tags.filter(({ span }) => article.span.start <= span.start && span.start < article.span.end),
    }))
    .filter(({ own }) => own.length > 0);
}

function reasons(
  document: TextDocument,
  { mention, text, annotation }: Tag,
  extraction: Extraction | undefined,
): string {
  const made = annotation ? [decidedBy(annotation.creator, annotation.created)] : [];
  const line = (name: string): number | undefined => {
    const there = mention && extraction ? whereFound(extraction, mention, name) : undefined;
    return there && toRange(document, there.span).start.line + 1;
  };
  const found = new Set(
    mention?.evidence.map((evidence) => describeEvidence(evidence, text, line(evidence.value ?? text))),
  );
  return [...made, ...found].slice(0, LISTED).map(escapeMarkdown).join('  \n');
}

function decidedBy(creator: string, created: string): string {
  const at = new Date(created);
  const when = Number.isNaN(at.getTime())
    ? created
    : at.toLocaleString(env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return creator === '' ? l10n.t('Tagged on {0}.', when) : l10n.t('Tagged by {0} on {1}.', creator, when);
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
  ].join(' &nbsp; ');
}
