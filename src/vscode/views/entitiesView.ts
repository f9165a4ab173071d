import {
  Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type TextDocument,
  type TreeDataProvider,
  type TreeItemLabel,
  type TreeView,
} from 'vscode';
import { isLineAnnotation } from '../../core/annotations/records/annotation.ts';
import { choicesOn } from '../../core/annotations/choices.ts';
import type { Tag } from '../../core/annotations/overlay.ts';
import { namesakesOf } from '../../core/entities/linking/namesakes.ts';
import type { AnnotationStore } from '../state/annotationStore.ts';
import {
  EntityNodes,
  type EntityNode,
  type MentionNode,
  type OrphanNode,
  type OrphansNode,
  type PageEntities,
  type TypeNode,
  type ViewNode,
} from './entityNodes.ts';
import { entityTypePlural } from '../../localized/entityTypePlural.ts';
import { typeColor, typeIcon, typeName } from '../entityTypes.ts';
import type { Extractions } from '../state/extraction.ts';
import type { Mentions } from '../state/mentions.ts';
import type { ShownPage } from '../state/shownPage.ts';
import { showPlace } from '../hovers/placeHover.ts';
import { toRange } from '../ranges.ts';
import { settingName } from '../hovers/remarks.ts';
import { rowContext } from './rowContext.ts';

/** Milliseconds without a change after which the view is drawn anew: typing must not redraw it at every key. */
const QUIET = 250;
/** Characters of the line shown before and after a mention. */
const BEFORE = 6;
const AFTER = 24;

/** The view *Entities*: type, entity with its count, mentions in their lines; of the page that is shown. */
export class EntitiesView implements TreeDataProvider<ViewNode> {
  readonly #shown: ShownPage;
  readonly #mentions: Mentions;
  readonly #store: AnnotationStore;
  readonly #extractions: Extractions;
  readonly #changed = new EventEmitter<ViewNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<ViewNode>;
  readonly #nodes = new EntityNodes();
  /** How each row was drawn last. */
  readonly #drawn = new WeakMap<ViewNode, string>();
  #timer: NodeJS.Timeout | undefined;
  readonly #disposables: Disposable[];

  constructor(shown: ShownPage, mentions: Mentions, store: AnnotationStore, extractions: Extractions) {
    this.#shown = shown;
    this.#mentions = mentions;
    this.#store = store;
    this.#extractions = extractions;
    this.#view = window.createTreeView('galley.entities', {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#disposables = [
      this.#changed,
      this.#view,
      mentions.onDidChange((document) => this.#refreshSoon(document)),
      extractions.onDidChangeRunning((document) => this.#refreshSoon(document)),
      shown.onDidChange(() => this.#refresh()),
    ];
    this.#refresh();
  }

  getChildren(node?: ViewNode): ViewNode[] {
    return [...(node ? this.#nodes.below(node) : this.#nodes.roots)];
  }

  getParent(node: ViewNode): ViewNode | undefined {
    return this.#nodes.above(node);
  }

  getTreeItem(node: ViewNode): TreeItem {
    const item = this.#itemOf(node);
    this.#drawn.set(node, looksOf(item));
    return item;
  }

  #itemOf(node: ViewNode): TreeItem {
    const item = toItem(node);
    if (node.kind === 'entity' && node.group.type === 'place') {
      const place = this.#extractions.of(node.document)?.places.find(({ id }) => id === node.group.entity);
      if (place) showPlace(item, place);
    }
    if (node.kind === 'entity' && node.group.type === 'person') {
      const title = this.#tellingTitle(node);
      if (title !== undefined) item.description = `${item.description} · ${title}`;
    }
    item.id = node.id;
    return item;
  }

  /** The title that tells a person from others of the same name. */
  #tellingTitle({ document, group }: EntityNode): string | undefined {
    const extraction = this.#extractions.of(document);
    const person = extraction?.people.find(({ id }) => id === group.entity);
    return extraction && person && namesakesOf(extraction, person).length > 0 ? person.titles[0]?.title : undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    Disposable.from(...this.#disposables).dispose();
  }

  #refreshSoon(document: TextDocument): void {
    if (document !== this.#shown.document) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), QUIET);
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    const page = this.#pageNow();
    const running = page && page.groups.length === 0 && this.#extractions.isRunning(page.document);
    // Without a message the view's welcome text is shown while it is empty.
    const message = running ? l10n.t('Extracting entities…') : '';
    if (this.#view.message !== message) this.#view.message = message;
    const changed = this.#nodes.show(page, (node) => this.#looksDifferent(node));
    if (!changed || changed.length > 0) this.#changed.fire(changed && [...changed]);
  }

  #pageNow(): PageEntities | undefined {
    const { document } = this.#shown;
    if (!document) return undefined;
    const orphans = this.#store.of(document)?.annotations.filter(({ span }) => !span) ?? [];
    return { document, groups: this.#mentions.groupsOf(document), orphans };
  }

  /** A row that the editor has yet to ask for is drawn right when it does. */
  #looksDifferent(node: ViewNode): boolean {
    const drawn = this.#drawn.get(node);
    return drawn !== undefined && drawn !== looksOf(this.#itemOf(node));
  }
}

/** All that a row shows: not its command, which finds its place when it is run. */
function looksOf({ label, description, iconPath, contextValue, tooltip }: TreeItem): string {
  return JSON.stringify([label, description, iconPath, contextValue, tooltip]);
}

function toItem(node: ViewNode): TreeItem {
  switch (node.kind) {
    case 'type':
      return typeItem(node);
    case 'entity':
      return entityItem(node);
    case 'mention':
      return mentionItem(node);
    case 'orphans':
      return orphansItem(node);
    case 'orphan':
      return orphanItem(node);
  }
}

function typeItem({ type, groups }: TypeNode): TreeItem {
  const state = type === 'person' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(entityTypePlural(type, l10n), state);
  item.iconPath = typeIcon(type);
  item.description = `${groups.length}`;
  item.contextValue = rowContext('type');
  return item;
}

function entityItem({ group: { label, type, tags } }: EntityNode): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  const shown = tags.filter(({ status }) => status !== 'rejected').length;
  const open = tags.filter(({ status }) => status === 'suggestion').length;
  const isPartly = open > 0 && open < shown;
  item.description = isPartly ? l10n.t('{0}/{1}', shown - open, shown) : `${shown}`;
  item.iconPath = isPartly
    ? new ThemeIcon('color-mode', typeColor(type))
    : statusIcon(shown === 0 ? 'rejected' : open === 0 ? 'annotation' : 'suggestion', type);
  item.contextValue = rowContext('entity', choicesOn(tags.map(({ status }) => status)));
  item.tooltip =
    open === 0
      ? l10n.t('{0}: all mentions are settled', label)
      : l10n.t('{0}: suggestions still open: {1} of {2}', label, open, shown);
  return item;
}

function mentionItem(node: MentionNode): TreeItem {
  const { document, tag } = node;
  const line = toRange(document, tag.span).start.line;
  const item = new TreeItem(inContext(document, tag), TreeItemCollapsibleState.None);
  item.description = `${line + 1}`;
  item.iconPath = statusIcon(tag.status, tag.type);
  item.contextValue = rowContext('mention', choicesOn([tag.status]));
  item.tooltip = statusTooltip(tag, line + 1);
  item.command = { command: 'galley.revealMention', title: l10n.t('Go to Mention'), arguments: [node] };
  return item;
}

function orphansItem({ annotations }: OrphansNode): TreeItem {
  const item = new TreeItem(l10n.t('Without a place'), TreeItemCollapsibleState.Collapsed);
  item.description = `${annotations.length}`;
  item.iconPath = new ThemeIcon('warning');
  item.contextValue = rowContext('orphans', ['untag']);
  item.tooltip = l10n.t('Tags whose text is no longer found in the page. They are kept until you remove them.');
  return item;
}

function orphanItem({ annotation }: OrphanNode): TreeItem {
  const { quote } = annotation;
  const item = new TreeItem(quote.exact, TreeItemCollapsibleState.None);
  item.description = isLineAnnotation(annotation) ? settingName(annotation) : typeName(annotation.type);
  item.iconPath = isLineAnnotation(annotation) ? new ThemeIcon('edit') : typeIcon(annotation.type);
  item.contextValue = rowContext('orphan', ['untag']);
  item.tooltip = `…${quote.prefix}【${quote.exact}】${quote.suffix}…`;
  return item;
}

/** The mention with what stands around it in its line, the mention itself marked. */
function inContext(document: TextDocument, { span, text }: Tag): TreeItemLabel {
  const { start, end } = toRange(document, span);
  const before = document
    .lineAt(start.line)
    .text.slice(Math.max(0, start.character - BEFORE), start.character)
    .trimStart();
  const after = document
    .lineAt(end.line)
    .text.slice(end.character, end.character + AFTER)
    .trimEnd();
  const lead = start.character > BEFORE ? '…' : '';
  const from = lead.length + before.length;
  return { label: `${lead}${before}${text}${after}`, highlights: [[from, from + text.length]] };
}

function statusIcon(status: Tag['status'], type: Tag['type']): ThemeIcon {
  switch (status) {
    case 'suggestion':
      return new ThemeIcon('circle-outline', typeColor(type));
    case 'annotation':
      return new ThemeIcon('pass-filled', typeColor(type));
    case 'rejected':
      return new ThemeIcon('circle-slash');
  }
}

function statusTooltip({ status }: Tag, line: number): string {
  switch (status) {
    case 'suggestion':
      return l10n.t('Line {0}: suggestion', line);
    case 'annotation':
      return l10n.t('Line {0}: tagged', line);
    case 'rejected':
      return l10n.t('Line {0}: rejected', line);
  }
}
