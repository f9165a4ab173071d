import { ENTITY_TYPES, type EntityType, type Extraction } from '../entities/mention.ts';
import type { Tag } from './overlay.ts';

/** All tags of one entity. */
export interface EntityGroup {
  readonly type: EntityType;
  /** The fullest form of the name. */
  readonly name: string;
  /** Id of the entity in the extraction, if the engine knows it. */
  readonly entity: string | null;
  readonly tags: readonly Tag[];
}

/**
 * Groups tags by the entity that they mean, types in the order of `ENTITY_TYPES`, entities by their
 * first tag. A tag that the engine did not find belongs to the entity of its type that has its name.
 */
export function groupByEntity(tags: readonly Tag[], extraction: Extraction | null): EntityGroup[] {
  const names = new Map<string, string>();
  const entityOfName = new Map<string, string>();
  for (const { id, type, name, mentions } of extraction?.entities ?? []) {
    names.set(id, name);
    for (const index of mentions) {
      const form = key(type, extraction!.mentions[index]!.text);
      if (!entityOfName.has(form)) entityOfName.set(form, id);
    }
    if (!entityOfName.has(key(type, name))) entityOfName.set(key(type, name), id);
  }
  const groups = new Map<string, { entity: string | null; name: string; type: EntityType; tags: Tag[] }>();
  for (const tag of tags) {
    const entity = tag.mention?.entity ?? entityOfName.get(key(tag.type, tag.text)) ?? null;
    const name = (entity === null ? undefined : names.get(entity)) ?? tag.text;
    const id = entity === null ? key(tag.type, name) : `#${entity}`;
    const group = groups.get(id) ?? { type: tag.type, name, entity, tags: [] };
    groups.set(id, group);
    group.tags.push(tag);
  }
  return [...groups.values()].sort((a, b) => ENTITY_TYPES.indexOf(a.type) - ENTITY_TYPES.indexOf(b.type));
}

function key(type: EntityType, name: string): string {
  return `${type} ${name}`;
}
