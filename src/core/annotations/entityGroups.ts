import { displayName, type PlaceOfName } from '../entities/displayName.ts';
import { ENTITY_TYPES, type EntityType, type Extraction } from '../entities/mention.ts';
import type { Tag } from './overlay.ts';

/** All tags of one entity. */
export interface EntityGroup {
  readonly type: EntityType;
  /** The fullest form of the name. */
  readonly name: string;
  /** What it is called on the screen (see `displayName`). */
  readonly label: string;
  /** Id of the entity in the extraction, if the engine knows it. */
  readonly entity: string | null;
  readonly tags: readonly Tag[];
}

/**
 * Groups the tags of a text by the entity that they mean, types in the order of `ENTITY_TYPES`, entities by their
 * first tag. A tag that the engine did not find belongs to the entity of its type that has its name.
 */
export function groupByEntity(text: string, tags: readonly Tag[], extraction: Extraction | null): EntityGroup[] {
  const names = new Map((extraction?.entities ?? []).map(({ id, name }) => [id, name]));
  let byName: ReadonlyMap<string, string> | undefined;
  const groups: Group[] = [];
  const ofEntity = new Map<string, Group>();
  const ofName = new Map<string, Group>();
  for (const tag of tags) {
    // The names of all mentions are looked through only for what the engine did not find.
    const entity = tag.mention?.entity ?? (byName ??= entitiesByName(extraction)).get(key(tag.type, tag.text)) ?? null;
    const known = entity === null ? ofName.get(key(tag.type, tag.text)) : ofEntity.get(entity);
    if (known) {
      known.tags.push(tag);
      continue;
    }
    const name = (entity === null ? undefined : names.get(entity)) ?? tag.text;
    const group = { type: tag.type, name, entity, tags: [tag] };
    groups.push(group);
    if (entity === null) ofName.set(key(tag.type, tag.text), group);
    else ofEntity.set(entity, group);
  }
  return groups
    .map((group) => ({ ...group, label: displayName(text, group, placesOf(group)) }))
    .sort((a, b) => ENTITY_TYPES.indexOf(a.type) - ENTITY_TYPES.indexOf(b.type));
}

function* placesOf({ tags }: Group): Iterable<PlaceOfName> {
  for (const { span, mention } of tags) yield { span, evidence: mention?.evidence ?? [] };
}

interface Group extends Omit<EntityGroup, 'label'> {
  readonly tags: Tag[];
}

/** The entity that has a name, the first of those of its type. */
function entitiesByName(extraction: Extraction | null): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const { id, type, name, mentions } of extraction?.entities ?? []) {
    for (const index of mentions) {
      const form = key(type, extraction!.mentions[index]!.text);
      if (!byName.has(form)) byName.set(form, id);
    }
    if (!byName.has(key(type, name))) byName.set(key(type, name), id);
  }
  return byName;
}

function key(type: EntityType, name: string): string {
  return `${type} ${name}`;
}
