import { Hover, l10n, languages, MarkdownString, type Disposable, type TextDocument } from 'vscode';
import type { EntityCount, WhoAndWhere } from '../core/annotations/whoAndWhere.ts';
import { findCounterpart } from '../core/structure/continuations.ts';
import type { Article, Continuation, Issue, Line } from '../core/structure/issue.ts';
import { articleAt, continuationAt, textAcross } from '../core/structure/lookup.ts';
import { bylineOf, headlineSpan } from '../core/structure/outline.ts';
import type { Span } from '../core/text/span.ts';
import type { Issues } from './issues.ts';
import { LANGUAGE } from './language.ts';
import { commandLink, escapeMarkdown } from './markdown.ts';
import { toRange } from './ranges.ts';
import { articleKindName, charactersOf } from './structureNames.ts';

/** Length of the text that a hover on a marker shows of the other part. */
const PREVIEW = 120;
/** How many people and places a hover on a headline names. */
const NAMED = 8;

/** Who and where an article is about, as far as it is known by now. */
export type EntitiesOf = (document: TextDocument, article: Article) => WhoAndWhere;

/** Hovers on head lines, which say what the article is about, and on continuation markers. */
export function registerStructureHover(issues: Issues, entitiesOf: EntitiesOf): Disposable {
  return languages.registerHoverProvider(LANGUAGE, {
    provideHover: (document, position) => {
      const issue = issues.of(document);
      const offset = document.offsetAt(position);
      const continuation = continuationAt(issue, offset);
      if (continuation) return new Hover(onMarker(document, issue, continuation), toRange(document, continuation.span));
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

function onHead(document: TextDocument, issue: Issue, article: Article, { people, places }: WhoAndWhere): MarkdownString {
  const markdown = trusted();
  const facts = [
    articleKindName(article.kind),
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
    .map(({ name, count, first }) => `[${escapeMarkdown(name)}](${revealLink(document, first)})${count > 1 ? ` ${count}` : ''}`);
  if (entities.length > NAMED) names.push('…');
  return names.join(l10n.t(', '));
}

function onMarker(document: TextDocument, issue: Issue, continuation: Continuation): MarkdownString {
  const markdown = trusted();
  const counterpart = findCounterpart(issue, continuation);
  if (!counterpart) {
    const { page } = continuation;
    return markdown.appendMarkdown(escapeMarkdown(l10n.t('The other part is not in this file: page {0}', page)));
  }
  const { article } = counterpart;
  const target = counterpart.continuation?.span ?? headlineSpan(issue, article);
  const line = issue.lineIndex.lineAt(target.start) + 1;
  markdown.appendMarkdown(`[**${escapeMarkdown(article.title)}**](${revealLink(document, target)}) · ${l10n.t('line {0}', line)}`);
  const text = textAcross(issue, counterpart, continuation.direction, PREVIEW);
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

function revealLink(document: TextDocument, { start, end }: Span): string {
  return commandLink('galley.revealMention', { uri: document.uri.toString(), start, end });
}
