import { languages, Location, type Disposable, type Position, type TextDocument } from 'vscode';
import { tagsAt } from '../../core/annotations/overlay.ts';
import type { Issue } from '../../core/structure/issue.ts';
import { articleAt, continuationAt } from '../../core/structure/readers/lookup.ts';
import { LANGUAGE } from '../language.ts';
import type { Mentions } from '../state/mentions.ts';
import { placesOfName } from './namesAt.ts';
import { toRange } from '../ranges.ts';
import { headlineOf, type Stories } from '../state/siblings.ts';

/** Find All References: of a marker or headline the parts of the story, of a name the places where it stands. */
export function registerReferences(stories: Stories, mentions: Mentions): Disposable {
  return languages.registerReferenceProvider(LANGUAGE, {
    provideReferences: async (document, position, _context, token): Promise<Location[]> => {
      const here = await stories.of(document);
      const article = articleAt(here.issue, position.line);
      const onMarker = continuationAt(here.issue, document.offsetAt(position)) !== undefined;
      const onName = tagsAt(mentions.tagsOf(document), document.offsetAt(position), 'cursor').length > 0;
      if (article && (onMarker || (!onName && isHeadline(here.issue, position.line)))) {
        const parts = await stories.parts(here, article, token);
        if (onMarker || parts.length > 1) return parts.map(headlineOf);
      }
      return namesOf(mentions, document, position);
    },
  });
}

function namesOf(mentions: Mentions, document: TextDocument, position: Position): Location[] {
  return placesOfName(mentions, document, position).flatMap(({ pieces: [piece] }) =>
    piece ? [new Location(document.uri, toRange(document, piece))] : [],
  );
}

function isHeadline({ lines }: Issue, line: number): boolean {
  return lines[line]?.kind === 'headline';
}
