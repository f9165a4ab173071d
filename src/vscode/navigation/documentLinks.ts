import { DocumentLink, l10n, languages, Uri, type Disposable } from 'vscode';
import { normalPage } from '../../core/structure/lines/continuations.ts';
import type { Continuation } from '../../core/structure/issue.ts';
import { LANGUAGE } from '../language.ts';
import { commandLink } from '../hovers/markdown.ts';
import { rangeIn, toRange } from '../ranges.ts';
import { arrivalOf, type ReadFile, type Stories } from '../state/siblings.ts';
import type { PlaceArgument } from '../commands/tagTargets.ts';

/** A link on a marker, which knows where it leads when it is asked to go there. */
class MarkerLink extends DocumentLink {
  readonly here: ReadFile;
  readonly continuation: Continuation;

  constructor(range: DocumentLink['range'], here: ReadFile, continuation: Continuation) {
    super(range);
    this.here = here;
    this.continuation = continuation;
    const page = normalPage(continuation.page);
    this.tooltip =
      continuation.direction === 'to'
        ? l10n.t('Go to where the text goes on: page {0}', page)
        : l10n.t('Go to where the text comes from: page {0}', page);
  }
}

/** Continuation markers as links, to the other end in this file or in a sibling; a marker that leads nowhere is none. */
export function registerDocumentLinks(stories: Stories): Disposable {
  return languages.registerDocumentLinkProvider(LANGUAGE, {
    provideDocumentLinks: async (document, token): Promise<MarkerLink[]> => {
      const here = await stories.of(document);
      const links: MarkerLink[] = [];
      for (const continuation of here.issue.articles.flatMap((article) => article.continuations)) {
        const range = toRange(document, continuation.span);
        if (await stories.otherEnd(here, continuation, token)) links.push(new MarkerLink(range, here, continuation));
        if (token.isCancellationRequested) return [];
      }
      return links;
    },
    resolveDocumentLink: async (link, token): Promise<MarkerLink> => {
      const { here, continuation } = link as MarkerLink;
      const other = await stories.otherEnd(here, continuation, token);
      link.target = other
        ? placeUri(other.uri, rangeIn(other.issue.lineIndex, arrivalOf(other)))
        : sayWhy(here, continuation);
      return link as MarkerLink;
    },
  });
}

/** A file's address with the place to select, as VS Code's own links write it. */
function placeUri(uri: Uri, { start, end }: DocumentLink['range']): Uri {
  const at = (line: number, character: number): string => `${line + 1},${character + 1}`;
  return uri.with({ fragment: `L${at(start.line, start.character)}-L${at(end.line, end.character)}` });
}

/** The command tells that the other part is nowhere; a link without a target would be an error. */
function sayWhy({ uri }: ReadFile, { span }: Continuation): Uri {
  const place: PlaceArgument = { uri: uri.toString(), start: span.start, end: span.end };
  return Uri.parse(commandLink('galley.goToContinuation', place));
}
