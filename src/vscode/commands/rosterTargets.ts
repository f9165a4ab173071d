import { l10n, window, type QuickPickItem, type TextDocument } from 'vscode';
import type { Tag } from '../../core/annotations/overlay.ts';
import { ENTITY_TYPES, type EntityType } from '../../core/entities/mention.ts';
import { plainName } from '../../core/roster/parseRoster.ts';
import type { RosterEntry } from '../../core/roster/roster.ts';
import { typeIconName, typeName } from '../entityTypes.ts';
import type { Extractions } from '../state/extraction.ts';
import type { Mentions } from '../state/mentions.ts';
import type { Targets } from './tagTargets.ts';

/** Characters beyond which a selection is no name. */
const LONGEST = 60;

/**
 * What is to go into the roster: the entities of the tags that were meant, with the titles that the issue gives
 * them, or the selected words as they stand, of a type that is asked for. Undefined when the editor gives up.
 */
export async function entriesOf(
  { document, spans, tags }: Targets,
  mentions: Mentions,
  extractions: Extractions,
): Promise<RosterEntry[] | undefined> {
  const entries = new Map<string, RosterEntry>();
  for (const span of spans) {
    const tag = tags.find((one) => one.span.start === span.start && one.span.end === span.end);
    const entry = tag
      ? ofTag(document, tag, mentions, extractions)
      : await ofWords(document.getText().slice(span.start, span.end));
    if (!entry) return undefined;
    const known = entries.get(entry.name);
    entries.set(entry.name, { ...entry, aliases: [...new Set([...(known?.aliases ?? []), ...entry.aliases])] });
  }
  return [...entries.values()];
}

function ofTag(document: TextDocument, tag: Tag, mentions: Mentions, extractions: Extractions): RosterEntry {
  const group = mentions.groupsOf(document).find(({ tags }) => tags.includes(tag));
  const person = extractions.of(document)?.people.find(({ id }) => id === group?.entity);
  const name = plainName(group?.name ?? tag.text);
  const form = plainName(tag.text);
  return {
    name,
    type: tag.type,
    titles: person?.titles.map(({ title }) => title) ?? [],
    // A surname alone fits many.
    aliases: form === name || [...form].length < 2 ? [] : [form],
    note: '',
  };
}

async function ofWords(words: string): Promise<RosterEntry | undefined> {
  // A column edge may break a name.
  const name = plainName(words.replace(/\s*[\r\n]+\s*/g, ''));
  const { length } = [...name];
  if (length < 2 || length > LONGEST) {
    void window.setStatusBarMessage(l10n.t('Select the name to add to the roster first.'), 3000);
    return undefined;
  }
  const type = await pickType(name);
  return type && { name, type, titles: [], aliases: [], note: '' };
}

async function pickType(name: string): Promise<EntityType | undefined> {
  const items = ENTITY_TYPES.map((type): QuickPickItem & { type: EntityType } => ({
    type,
    label: `$(${typeIconName(type)}) ${typeName(type)}`,
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('What is “{0}”?', name) });
  return picked?.type;
}
