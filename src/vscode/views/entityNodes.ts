import type { TextDocument } from 'vscode';
import type { Annotation } from '../../core/annotations/records/annotation.ts';
import type { EntityGroup } from '../../core/annotations/entityGroups.ts';
import type { Tag } from '../../core/annotations/overlay.ts';
import { ENTITY_TYPES, type EntityType } from '../../core/entities/mention.ts';
import { renewRows, type Renewal } from './renewRows.ts';

/** A type with its entities. It is the same row for every page, so that it stays open from page to page. */
export interface TypeNode {
  readonly kind: 'type';
  readonly id: string;
  readonly type: EntityType;
  document: TextDocument;
  groups: readonly EntityGroup[];
  /** The rows below, made when they are first asked for; so in all nodes. */
  children: ViewNode[] | undefined;
}

/** An entity with its mentions. */
export interface EntityNode {
  readonly kind: 'entity';
  readonly id: string;
  readonly document: TextDocument;
  readonly parent: TypeNode;
  group: EntityGroup;
  children: ViewNode[] | undefined;
}

/** One mention. */
export interface MentionNode {
  readonly kind: 'mention';
  readonly id: string;
  readonly document: TextDocument;
  readonly parent: EntityNode;
  tag: Tag;
}

/** The annotations that have no place in the text. */
export interface OrphansNode {
  readonly kind: 'orphans';
  readonly id: string;
  readonly document: TextDocument;
  annotations: readonly Annotation[];
  children: ViewNode[] | undefined;
}

/** One annotation that has no place in the text. */
export interface OrphanNode {
  readonly kind: 'orphan';
  readonly id: string;
  readonly document: TextDocument;
  readonly parent: OrphansNode;
  annotation: Annotation;
}

/**
 * A node of the view *Entities*. Ids are by type, name and count, so that edits elsewhere leave them alone; below a
 * type they name the page as well, so that a row is never taken for one of another page.
 */
export type ViewNode = TypeNode | EntityNode | MentionNode | OrphansNode | OrphanNode;

/** What the view shows of one page. */
export interface PageEntities {
  readonly document: TextDocument;
  /** By type, as `groupByEntity` gives them. */
  readonly groups: readonly EntityGroup[];
  /** Annotations without a place. */
  readonly orphans: readonly Annotation[];
}

/** The rows of the view *Entities*: made as far as they are asked for, and renewed in place. */
export class EntityNodes {
  #roots: ViewNode[] = [];

  /** The rows on the first level. */
  get roots(): readonly ViewNode[] {
    return this.#roots;
  }

  /** The rows below one. */
  below(node: ViewNode): readonly ViewNode[] {
    if (node.kind === 'mention' || node.kind === 'orphan') return [];
    return (node.children ??= makeChildren(node));
  }

  /** The row above one; undefined on the first level. */
  above(node: ViewNode): ViewNode | undefined {
    return node.kind === 'type' || node.kind === 'orphans' ? undefined : node.parent;
  }

  /**
   * Shows a page as it is now; `undefined`, none. Gives the rows to draw anew, or undefined where it is all of them:
   * `looksDifferent` says of a row that stays whether it is drawn otherwise than it was.
   */
  show(page: PageEntities | undefined, looksDifferent: (node: ViewNode) => boolean): readonly ViewNode[] | undefined {
    return renewRows<ViewNode>(this.#roots, page ? rootsOf(page) : [], new NodeRenewal(looksDifferent));
  }
}

class NodeRenewal implements Renewal<ViewNode> {
  readonly #looksDifferent: (node: ViewNode) => boolean;

  constructor(looksDifferent: (node: ViewNode) => boolean) {
    this.#looksDifferent = looksDifferent;
  }

  renew(node: ViewNode, fresh: ViewNode): boolean {
    if (node.kind === 'type' && fresh.kind === 'type') {
      node.document = fresh.document;
      node.groups = fresh.groups;
    } else if (node.kind === 'entity' && fresh.kind === 'entity') node.group = fresh.group;
    else if (node.kind === 'mention' && fresh.kind === 'mention') node.tag = fresh.tag;
    else if (node.kind === 'orphans' && fresh.kind === 'orphans') node.annotations = fresh.annotations;
    else if (node.kind === 'orphan' && fresh.kind === 'orphan') node.annotation = fresh.annotation;
    return this.#looksDifferent(node);
  }

  below(node: ViewNode): ViewNode[] | undefined {
    return node.kind === 'mention' || node.kind === 'orphan' ? undefined : node.children;
  }

  freshBelow(node: ViewNode): readonly ViewNode[] {
    return node.kind === 'mention' || node.kind === 'orphan' ? [] : makeChildren(node);
  }
}

/** Whether a command was called on annotations without a place. */
export function isOrphanNode(value: unknown): value is OrphansNode | OrphanNode {
  return isNode(value) && (value.kind === 'orphan' || value.kind === 'orphans');
}

/** Whether a command was called on an entity or a mention. */
export function isTagNode(value: unknown): value is EntityNode | MentionNode {
  return isNode(value) && (value.kind === 'entity' || value.kind === 'mention');
}

function isNode(value: unknown): value is { readonly kind: unknown } {
  return typeof value === 'object' && value !== null && 'kind' in value && 'document' in value;
}

function rootsOf({ document, groups, orphans }: PageEntities): (TypeNode | OrphansNode)[] {
  const roots: (TypeNode | OrphansNode)[] = [];
  for (const type of ENTITY_TYPES) {
    const own = groups.filter((group) => group.type === type);
    if (own.length > 0) roots.push({ kind: 'type', id: type, document, type, groups: own, children: undefined });
  }
  if (orphans.length > 0) {
    const id = `${document.uri.toString()}#orphans`;
    roots.push({ kind: 'orphans', id, document, annotations: orphans, children: undefined });
  }
  return roots;
}

function makeChildren(node: TypeNode | EntityNode | OrphansNode): ViewNode[] {
  switch (node.kind) {
    case 'type':
      return entityNodes(node);
    case 'entity':
      return mentionNodes(node);
    case 'orphans':
      return orphanNodes(node);
  }
}

function entityNodes(parent: TypeNode): EntityNode[] {
  const { document, type } = parent;
  const sameName = new Map<string, number>();
  return parent.groups.map((group) => {
    const count = sameName.get(group.name) ?? 0;
    sameName.set(group.name, count + 1);
    const id = `${document.uri.toString()}#${type}/${group.name}/${count}`;
    return { kind: 'entity', id, document, parent, group, children: undefined };
  });
}

function mentionNodes(parent: EntityNode): MentionNode[] {
  const { id, document, group } = parent;
  return group.tags.map((tag, index) => ({ kind: 'mention', id: `${id}/${index}`, document, parent, tag }));
}

function orphanNodes(parent: OrphansNode): OrphanNode[] {
  const { id, document, annotations } = parent;
  return annotations.map((annotation) => ({
    kind: 'orphan',
    id: `${id}/${annotation.id}`,
    document,
    parent,
    annotation,
  }));
}
