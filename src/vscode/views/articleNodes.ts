import type { OutlineNode } from '../../core/structure/readers/outline.ts';
import { renewRows } from './renewRows.ts';

/** A row of the view *Articles*: a page or an article. */
export interface ArticleViewNode {
  /** Its place: stays the same while its words are edited. */
  readonly id: string;
  readonly parent: ArticleViewNode | undefined;
  readonly children: ArticleViewNode[];
  /** What the outline says now; renewed in place, so that the editor's rows stay the same. */
  outline: OutlineNode;
  /** What is to be said of the article's reading and of each of its parts; empty where nothing is. Renewed likewise. */
  remarks: Remarks;
}

/** The remark on an article, and those on its parts in order. */
export interface Remarks {
  readonly own: string;
  readonly parts: readonly string[];
}

/** The rows of an outline: pages only where there are several, or where the page says which it is. */
export function articleNodes(
  outline: readonly OutlineNode[],
  remark: (node: OutlineNode) => string,
): ArticleViewNode[] {
  const [only] = outline;
  const top = outline.length === 1 && only?.name === '' ? only.children : outline;
  return top.map((node, index) => toNode(node, `${index}`, undefined, remark));
}

function toNode(
  outline: OutlineNode,
  id: string,
  parent: ArticleViewNode | undefined,
  remark: (node: OutlineNode) => string,
): ArticleViewNode {
  const children: ArticleViewNode[] = [];
  const isPage = outline.kind === 'page';
  const remarks = isPage ? { own: '', parts: [] } : { own: remark(outline), parts: outline.children.map(remark) };
  const node: ArticleViewNode = { id, parent, outline, remarks, children };
  if (isPage) children.push(...outline.children.map((child, index) => toNode(child, `${id}.${index}`, node, remark)));
  return node;
}

/** All rows from top to bottom. */
export function allNodes(nodes: readonly ArticleViewNode[]): ArticleViewNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}

/**
 * Renews rows by what the outline says after an edit. Gives the rows to draw anew, or undefined where all are to be,
 * since some came or went on the first level.
 */
export function renewNodes(
  nodes: ArticleViewNode[],
  fresh: readonly ArticleViewNode[],
  looks: (node: ArticleViewNode) => string,
): ArticleViewNode[] | undefined {
  return renewRows(nodes, fresh, {
    renew: (node, { outline, remarks }) => {
      const before = looks(node);
      node.outline = outline;
      node.remarks = remarks;
      return looks(node) !== before;
    },
    below: ({ children }) => children,
    freshBelow: (parent, { children }) => children.map((child) => ({ ...child, parent })),
  });
}
