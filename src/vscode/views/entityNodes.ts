import type { TextDocument } from 'vscode';
import type { Annotation } from '../../core/annotations/records/annotation.ts';
import type { EntityGroup } from '../../core/annotations/entityGroups.ts';
import type { Tag } from '../../core/annotations/overlay.ts';
import { ENTITY_TYPES, type EntityType } from '../../core/entities/mention.ts';

/** A type with its entities. */
export interface TypeNode {
  readonly kind: 'type';
  readonly id: string;
  readonly document: TextDocument;
  readonly type: EntityType;
  readonly tags: readonly Tag[];
  readonly entities: readonly EntityNode[];
}

/** An entity with its mentions. */
export interface EntityNode {
  readonly kind: 'entity';
  readonly id: string;
  readonly document: TextDocument;
  readonly parent: TypeNode;
  readonly group: EntityGroup;
  readonly tags: readonly Tag[];
  readonly mentions: readonly MentionNode[];
}

/** One mention. */
export interface MentionNode {
  readonly kind: 'mention';
  readonly id: string;
  readonly document: TextDocument;
  readonly parent: EntityNode;
  readonly tag: Tag;
  readonly tags: readonly Tag[];
}

/** The annotations that have no place in the text, or one of them. */
export interface OrphansNode {
  readonly kind: 'orphans';
  readonly id: string;
  readonly document: TextDocument;
  readonly annotations: readonly Annotation[];
  readonly orphans: readonly OrphanNode[];
}

export interface OrphanNode {
  readonly kind: 'orphan';
  readonly id: string;
  readonly document: TextDocument;
  readonly parent: OrphansNode;
  readonly annotation: Annotation;
  readonly annotations: readonly Annotation[];
}

/** A node of the view *Entities*. Ids are by type, name and count, so that edits elsewhere leave them alone. */
export type ViewNode = TypeNode | EntityNode | MentionNode | OrphansNode | OrphanNode;

/** The view's tree for one page. */
export function buildNodes(
  document: TextDocument,
  groups: readonly EntityGroup[],
  orphans: readonly Annotation[],
): (TypeNode | OrphansNode)[] {
  const roots: (TypeNode | OrphansNode)[] = [];
  for (const type of ENTITY_TYPES) {
    const own = groups.filter((group) => group.type === type);
    if (own.length > 0) roots.push(typeNode(document, type, own));
  }
  if (orphans.length > 0) roots.push(orphansNode(document, orphans));
  return roots;
}

/** Whether a command was called on annotations without a place. */
export function isOrphanNode(value: unknown): value is OrphansNode | OrphanNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    (value.kind === 'orphan' || value.kind === 'orphans')
  );
}

function typeNode(document: TextDocument, type: EntityType, groups: readonly EntityGroup[]): TypeNode {
  const entities: EntityNode[] = [];
  const parent: TypeNode = {
    kind: 'type',
    id: type,
    document,
    type,
    tags: groups.flatMap(({ tags }) => tags),
    entities,
  };
  const sameName = new Map<string, number>();
  for (const group of groups) {
    const count = sameName.get(group.name) ?? 0;
    sameName.set(group.name, count + 1);
    entities.push(entityNode(parent, group, `${type}/${group.name}/${count}`));
  }
  return parent;
}

function entityNode(parent: TypeNode, group: EntityGroup, id: string): EntityNode {
  const mentions: MentionNode[] = [];
  const { document } = parent;
  const node: EntityNode = { kind: 'entity', id, document, parent, group, tags: group.tags, mentions };
  group.tags.forEach((tag, index) => {
    mentions.push({ kind: 'mention', id: `${id}/${index}`, document, parent: node, tag, tags: [tag] });
  });
  return node;
}

function orphansNode(document: TextDocument, annotations: readonly Annotation[]): OrphansNode {
  const orphans: OrphanNode[] = [];
  const parent: OrphansNode = { kind: 'orphans', id: 'orphans', document, annotations, orphans };
  for (const annotation of annotations) {
    orphans.push({ kind: 'orphan', id: annotation.id, document, parent, annotation, annotations: [annotation] });
  }
  return parent;
}
