import { Disposable, EventEmitter, type TextDocument } from 'vscode';
import { groupByEntity, type EntityGroup } from '../../core/annotations/entityGroups.ts';
import { overlay, type Tag } from '../../core/annotations/overlay.ts';
import { TagIndex } from '../../core/annotations/tagIndex.ts';
import type { Extraction } from '../../core/entities/mention.ts';
import type { AnnotationStore } from './annotationStore.ts';
import type { DocumentTexts } from './documentTexts.ts';
import type { Extractions } from './extraction.ts';

/** Milliseconds in which changes of a page are told as one. */
const TOGETHER = 40;

/** What is known of a page at one time: it stays true of its text when the page is edited or closed. */
export interface KnownMentions {
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly extraction: Extraction | null;
}

interface PageMentions {
  readonly tags: readonly Tag[];
  groups: readonly EntityGroup[] | undefined;
  index: TagIndex | undefined;
}

/** What every surface shows: suggestions with the decisions laid over them. */
export class Mentions {
  readonly #extractions: Extractions;
  readonly #store: AnnotationStore;
  readonly #texts: DocumentTexts;
  #pages = new WeakMap<TextDocument, PageMentions>();
  readonly #timers = new Map<TextDocument, NodeJS.Timeout>();
  readonly #changed = new EventEmitter<TextDocument>();
  /** Fired shortly after changes; what is asked for is always up to date. */
  readonly onDidChange = this.#changed.event;
  readonly #disposables: Disposable[];

  constructor(extractions: Extractions, store: AnnotationStore, texts: DocumentTexts) {
    this.#extractions = extractions;
    this.#store = store;
    this.#texts = texts;
    const changed = (document: TextDocument): void => this.#change(document);
    this.#disposables = [this.#changed, extractions.onDidChange(changed), store.onDidChange(changed)];
  }

  /** The tags of a page in the order of the text. */
  tagsOf(document: TextDocument): readonly Tag[] {
    return this.#page(document).tags;
  }

  /** The tags of a page by type and entity. */
  groupsOf(document: TextDocument): readonly EntityGroup[] {
    const page = this.#page(document);
    page.groups ??= groupByEntity(this.#texts.of(document), page.tags, this.#extractions.of(document) ?? null);
    return page.groups;
  }

  /** What is known of a page now, to be kept beyond its closing. */
  known(document: TextDocument): KnownMentions {
    const extraction = this.#extractions.of(document) ?? null;
    return { text: this.#texts.of(document), tags: this.tagsOf(document), extraction };
  }

  /** The tags of a page by where they stand. */
  indexOf(document: TextDocument): TagIndex {
    const page = this.#page(document);
    return (page.index ??= new TagIndex(page.tags));
  }

  /** Whether the tags of a page are laid out as they are now; else `onDidChange` is fired when it is time to ask. */
  isCurrent(document: TextDocument): boolean {
    return this.#pages.has(document);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    Disposable.from(...this.#disposables).dispose();
  }

  #page(document: TextDocument): PageMentions {
    const known = this.#pages.get(document);
    if (known) return known;
    const annotations = this.#store.of(document)?.tagAnnotations ?? [];
    const mentions = this.#extractions.of(document)?.mentions ?? [];
    const page = {
      tags: overlay(this.#texts.of(document), mentions, annotations),
      groups: undefined,
      index: undefined,
    };
    this.#pages.set(document, page);
    return page;
  }

  #change(document: TextDocument): void {
    this.#pages.delete(document);
    if (this.#timers.has(document)) return;
    this.#timers.set(
      document,
      setTimeout(() => {
        this.#timers.delete(document);
        this.#changed.fire(document);
      }, TOGETHER),
    );
  }
}
