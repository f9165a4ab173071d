import { l10n, MarkdownString, type CancellationToken, type TextDocument, type Uri } from 'vscode';
import type { EntityCount, WhoAndWhere } from '../../core/annotations/whoAndWhere.ts';
import type { Article, Continuation, Issue, Line } from '../../core/structure/issue.ts';
import { articleAt, textAcross } from '../../core/structure/readers/lookup.ts';
import { bylineOf } from '../../core/structure/readers/outline.ts';
import type { Span } from '../../core/text/span.ts';
import { articleKindName } from '../../localized/articleKindName.ts';
import { commandLink, escapeMarkdown } from './markdown.ts';
import { arrivalOf, type OtherEnd, type ReadFile, type Stories } from '../state/siblings.ts';
import { fileName } from '../state/sidecarFile.ts';
import { charactersOf, otherPartMissing } from '../structureNames.ts';

/** Length of the text that a hover on a marker shows of the other part. */
const PREVIEW = 120;
/** How many people and places a hover on a headline names. */
const NAMED = 8;

/** Who and where an article is about, as far as it is known by now. */
export type EntitiesOf = (document: TextDocument, article: Article) => WhoAndWhere;

/** What is said on a continuation marker: the text that goes on there, or where it was looked for. */
export async function describeMarker(
  stories: Stories,
  here: ReadFile,
  continuation: Continuation,
  token: CancellationToken,
): Promise<MarkdownString> {
  const other = await stories.otherEnd(here, continuation, token);
  return other
    ? onMarker(here.uri, continuation, other)
    : trusted().appendMarkdown(escapeMarkdown(otherPartMissing(await stories.lookedFor(here, continuation))));
}

/** What is said on a head line of an article; undefined on other lines. */
export function describeHead(
  document: TextDocument,
  issue: Issue,
  index: number,
  entitiesOf: EntitiesOf,
): MarkdownString | undefined {
  const line = issue.lines[index];
  const article = articleAt(issue, index);
  return line && article && isHead(line) ? onHead(document, issue, article, entitiesOf(document, article)) : undefined;
}

function isHead({ kind }: Line): boolean {
  return kind === 'column' || kind === 'kicker' || kind === 'headline' || kind === 'deck';
}

function onHead(
  document: TextDocument,
  issue: Issue,
  article: Article,
  { people, places }: WhoAndWhere,
): MarkdownString {
  const markdown = trusted();
  const facts = [
    articleKindName(article.kind, l10n),
    escapeMarkdown(bylineOf(issue, article)),
    charactersOf(article.characters),
    l10n.t('Paragraphs: {0}', article.paragraphs.length),
  ];
  markdown.appendMarkdown(`**${escapeMarkdown(article.title)}**\n\n${facts.filter((fact) => fact !== '').join(' · ')}`);
  const names = (entities: readonly EntityCount[]): string => namesOf(document, entities);
  if (people.length > 0) markdown.appendMarkdown(`\n\n$(person) ${l10n.t('Who: {0}', names(people))}`);
  if (places.length > 0) markdown.appendMarkdown(`\n\n$(location) ${l10n.t('Where: {0}', names(places))}`);
  return markdown;
}

function namesOf(document: TextDocument, entities: readonly EntityCount[]): string {
  const names = entities
    .slice(0, NAMED)
    .map(
      ({ name, count, first }) =>
        `[${escapeMarkdown(name)}](${revealLink(document.uri, first)})${count > 1 ? ` ${count}` : ''}`,
    );
  if (entities.length > NAMED) names.push('…');
  return names.join(l10n.t(', '));
}

function onMarker(here: Uri, continuation: Continuation, other: OtherEnd): MarkdownString {
  const markdown = trusted();
  const { uri, issue, article } = other;
  const target = arrivalOf(other);
  const file = uri.toString() === here.toString() ? '' : `${escapeMarkdown(fileName(uri))} · `;
  const line = issue.lineIndex.lineAt(target.start) + 1;
  markdown.appendMarkdown(
    `[**${escapeMarkdown(article.title)}**](${revealLink(uri, target)}) · ${file}${l10n.t('line {0}', line)}`,
  );
  const text = textAcross(issue, other, continuation.direction, PREVIEW);
  const more = text.length >= PREVIEW - 1 ? '…' : '';
  const shown = continuation.direction === 'to' ? `${text}${more}` : `${more}${text}`;
  if (text !== '') markdown.appendMarkdown(`\n\n${escapeMarkdown(shown)}`);
  return markdown;
}

function trusted(): MarkdownString {
  const markdown = new MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: ['galley.revealMention'] };
  return markdown;
}

function revealLink(uri: Uri, { start, end }: Span): string {
  return commandLink('galley.revealMention', { uri: uri.toString(), start, end });
}
