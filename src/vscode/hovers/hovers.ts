import {
  Hover,
  languages,
  window,
  type CancellationToken,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import { tagsAt } from '../../core/annotations/overlay.ts';
import type { Issue } from '../../core/structure/issue.ts';
import { continuationAt } from '../../core/structure/readers/lookup.ts';
import { LANGUAGE } from '../language.ts';
import { toRange } from '../ranges.ts';
import type { Corrections } from '../state/corrections.ts';
import type { Extractions } from '../state/extraction.ts';
import type { Mentions } from '../state/mentions.ts';
import type { ReadFile, Stories } from '../state/siblings.ts';
import { describeLine } from './lineHover.ts';
import { describeMention } from './mentionHover.ts';
import { describeHead, describeMarker, type EntitiesOf } from './structureHover.ts';

/** What the hovers say something of. */
export interface HoverParts {
  readonly stories: Stories;
  readonly corrections: Corrections;
  readonly mentions: Mentions;
  readonly extractions: Extractions;
  readonly entitiesOf: EntitiesOf;
}

/**
 * The hovers on a page. One provider says what there is to say of a place, the most particular first: of a name who or
 * what it is, and then nothing of the article around it; of a marker where it leads; of a head line what the article
 * is about. What is to be said of the line stands last.
 */
export function registerHovers(parts: HoverParts): Disposable {
  return languages.registerHoverProvider(LANGUAGE, {
    provideHover: async (document, position, token) => {
      const here = await parts.stories.of(document);
      const line = here.issue.lines[position.line];
      const said =
        onName(parts, document, here.issue, position) ?? (await onStructure(parts, document, here, position, token));
      const ofLine = line && describeLine(document, parts.corrections, line);
      if (!ofLine) return said;
      return said ? new Hover([...said.contents, ofLine], said.range) : new Hover(ofLine, toRange(document, line.span));
    },
  });
}

function onName(
  { mentions, extractions }: HoverParts,
  document: TextDocument,
  issue: Issue,
  position: Position,
): Hover | undefined {
  const offset = document.offsetAt(position);
  // Asked for by key, the hover is for the cursor, which stands behind a mention after jumping to it.
  const { activeTextEditor: editor } = window;
  const byKey = editor?.document === document && editor.selection.active.isEqual(position);
  const tags = tagsAt(mentions.tagsOf(document), offset, byKey ? 'cursor' : 'character');
  const [first] = tags;
  if (!first) return undefined;
  const piece = first.pieces.find(({ start, end }) => start <= offset && offset <= end) ?? first.span;
  const extraction = extractions.of(document);
  const contents = tags.map((tag) => {
    const group = mentions.groupsOf(document).find((one) => one.tags.includes(tag));
    return describeMention({ document, issue, tag, group, extraction });
  });
  return new Hover(contents, toRange(document, piece));
}

async function onStructure(
  { stories, entitiesOf }: HoverParts,
  document: TextDocument,
  here: ReadFile,
  position: Position,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const continuation = continuationAt(here.issue, document.offsetAt(position));
  if (continuation)
    return new Hover(await describeMarker(stories, here, continuation, token), toRange(document, continuation.span));
  const said = describeHead(document, here.issue, position.line, entitiesOf);
  return said && new Hover(said, document.lineAt(position).range);
}
