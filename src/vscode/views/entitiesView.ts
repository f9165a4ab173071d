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
import type { Tag } from '../../core/annotations/overlay.ts';
import { namesakesOf } from '../../core/entities/linking/namesakes.ts';
import type { AnnotationStore } from '../state/annotationStore.ts';
import {
  buildNodes,
  type EntityNode,
  type MentionNode,
  type OrphanNode,
  type OrphansNode,
  type TypeNode,
  type ViewNode,
} from './entityNodes.ts';
import { typeColor, typeIcon, typeName } from '../entityTypes.ts';
import type { Extractions } from '../state/extraction.ts';
import { isNewspaper } from '../language.ts';
import type { Mentions } from '../state/mentions.ts';
import { showPlace } from '../hovers/placeHover.ts';
import { toRange } from '../ranges.ts';
import { settingName } from '../hovers/remarks.ts';

/** Milliseconds without a change after which the view is drawn anew: typing must not redraw it at every key. */
const QUIET = 250;
/** Characters of the line shown before and after a mention. */
const BEFORE = 6;
const AFTER = 24;

/** The view *Entities*: type, entity with its count, mentions in their lines; of the page in front. */
export class EntitiesView implements TreeDataProvider<ViewNode> {
  readonly #mentions: Mentions;
  readonly #store: AnnotationStore;
  readonly #extractions: Extractions;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<ViewNode>;
  #document: TextDocument | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #disposables: Disposable[];

  constructor(mentions: Mentions, store: AnnotationStore, extractions: Extractions) {
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
      window.onDidChangeActiveTextEditor(() => this.#follow()),
    ];
    this.#follow();
  }

  getChildren(node?: ViewNode): ViewNode[] {
    switch (node?.kind) {
      case undefined:
        return this.#roots();
      case 'type':
        return [...node.entities];
      case 'entity':
        return [...node.mentions];
      case 'orphans':
        return [...node.orphans];
      case 'mention':
      case 'orphan':
        return [];
    }
  }

  getParent(node: ViewNode): ViewNode | undefined {
    return node.kind === 'type' || node.kind === 'orphans' ? undefined : node.parent;
  }

  getTreeItem(node: ViewNode): TreeItem {
    const item = toItem(node);
    if (node.kind === 'entity' && node.group.type === 'place') {
      const place = this.#extractions.of(node.document)?.places.find(({ id }) => id === node.group.entity);
      if (place) showPlace(item, place);
    }
    if (node.kind === 'entity' && node.group.type === 'person') {
      const title = this.#tellingTitle(node);
      if (title !== undefined) item.description = `${item.description} · ${title}`;
    }
    item.id = `${node.document.uri.toString()}#${node.id}`;
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

  #roots(): ViewNode[] {
    const document = this.#document;
    if (!document || document.isClosed || !isNewspaper(document)) return [];
    const orphans = this.#store.of(document)?.annotations.filter(({ span }) => !span) ?? [];
    return buildNodes(document, this.#mentions.groupsOf(document), orphans);
  }

  /** Stays with the page when the focus goes to an output, a view or another kind of editor. */
  #follow(): void {
    const document = window.activeTextEditor?.document;
    if (document && document !== this.#document && document.uri.scheme !== 'output') {
      this.#document = document;
      this.#refresh();
    }
  }

  #refreshSoon(document: TextDocument): void {
    if (document !== this.#document) return this.#follow();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), QUIET);
  }

  #refresh(): void {
    const document = this.#document;
    const running = document && this.#extractions.isRunning(document) && this.#mentions.tagsOf(document).length === 0;
    // Without a message the view's welcome text is shown while it is empty.
    this.#view.message = running ? l10n.t('Extracting entities…') : '';
    this.#changed.fire();
  }
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

function typeItem({ type, entities }: TypeNode): TreeItem {
  const state = type === 'person' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(typeName(type), state);
  item.iconPath = typeIcon(type);
  item.description = `${entities.length}`;
  item.contextValue = 'type';
  return item;
}

function entityItem({ group, tags }: EntityNode): TreeItem {
  const item = new TreeItem(group.label, TreeItemCollapsibleState.Collapsed);
  const shown = tags.filter(({ status }) => status !== 'rejected');
  const open = shown.filter(({ status }) => status === 'suggestion').length;
  item.description = `${shown.length}`;
  item.iconPath = statusIcon(shown.length === 0 ? 'rejected' : open === 0 ? 'annotation' : 'suggestion', group.type);
  item.contextValue = 'entity';
  item.tooltip =
    open === 0
      ? l10n.t('{0}: all mentions are settled', group.label)
      : l10n.t('{0}: suggestions still open: {1} of {2}', group.label, open, shown.length);
  return item;
}

function mentionItem({ document, tag }: MentionNode): TreeItem {
  const line = toRange(document, tag.span).start.line;
  const item = new TreeItem(inContext(document, tag), TreeItemCollapsibleState.None);
  item.description = `${line + 1}`;
  item.iconPath = statusIcon(tag.status, tag.type);
  item.contextValue = `mention.${tag.status}`;
  item.tooltip = statusTooltip(tag, line + 1);
  const { start, end } = tag.span;
  item.command = {
    command: 'galley.revealMention',
    title: l10n.t('Go to Mention'),
    arguments: [{ uri: document.uri.toString(), start, end }],
  };
  return item;
}

function orphansItem({ annotations }: OrphansNode): TreeItem {
  const item = new TreeItem(l10n.t('Without a place'), TreeItemCollapsibleState.Collapsed);
  item.description = `${annotations.length}`;
  item.iconPath = new ThemeIcon('warning');
  item.contextValue = 'orphans';
  item.tooltip = l10n.t('Tags whose text is no longer found in the page. They are kept until you remove them.');
  return item;
}

function orphanItem({ annotation }: OrphanNode): TreeItem {
  const { id, quote } = annotation;
  const item = new TreeItem(quote.exact, TreeItemCollapsibleState.None);
  item.id = id;
  item.description = isLineAnnotation(annotation) ? settingName(annotation) : typeName(annotation.type);
  item.iconPath = isLineAnnotation(annotation) ? new ThemeIcon('edit') : typeIcon(annotation.type);
  item.contextValue = 'mention.annotation';
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
