import { Hover, l10n, languages, MarkdownString, type Disposable, type TextDocument, type Uri } from 'vscode';
import type { EntityCount, WhoAndWhere } from '../../core/annotations/whoAndWhere.ts';
import type { Article, Continuation, Issue, Line } from '../../core/structure/issue.ts';
import { articleAt, continuationAt, textAcross } from '../../core/structure/readers/lookup.ts';
import { bylineOf } from '../../core/structure/readers/outline.ts';
import type { Span } from '../../core/text/span.ts';
import { articleKindName } from '../../localized/articleKindName.ts';
import { LANGUAGE } from '../language.ts';
import { commandLink, escapeMarkdown } from './markdown.ts';
import { toRange } from '../ranges.ts';
import { arrivalOf, type OtherEnd, type Stories } from '../state/siblings.ts';
import { fileName } from '../state/sidecarFile.ts';
import { charactersOf, otherPartMissing } from '../structureNames.ts';

/** Length of the text that a hover on a marker shows of the other part. */
const PREVIEW = 120;
/** How many people and places a hover on a headline names. */
const NAMED = 8;

/** Who and where an article is about, as far as it is known by now. */
export type EntitiesOf = (document: TextDocument, article: Article) => WhoAndWhere;

/** Hovers on head lines, which say what the article is about, and on continuation markers. */
export function registerStructureHover(stories: Stories, entitiesOf: EntitiesOf): Disposable {
  return languages.registerHoverProvider(LANGUAGE, {
    provideHover: async (document, position, token) => {
      const here = await stories.of(document);
      const { issue } = here;
      const offset = document.offsetAt(position);
      const continuation = continuationAt(issue, offset);
      if (continuation) {
        const range = toRange(document, continuation.span);
        const other = await stories.otherEnd(here, continuation, token);
        return new Hover(onMarker(document.uri, continuation, other), range);
      }
      const line = issue.lines[position.line];
      const article = articleAt(issue, position.line);
      if (!line || !article || !isHead(line)) return undefined;
      return new Hover(onHead(document, issue, article, entitiesOf(document, article)), toRange(document, line.span));
    },
  });
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

function onMarker(here: Uri, continuation: Continuation, other: OtherEnd | undefined): MarkdownString {
  const markdown = trusted();
  if (!other) return markdown.appendMarkdown(escapeMarkdown(otherPartMissing(continuation)));
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
