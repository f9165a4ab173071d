import { EventEmitter, type Disposable, type TextDocument } from 'vscode';
import { isLineAnnotation, type Annotation, type LineAnnotation } from '../../core/annotations/records/annotation.ts';
import { annotationsByLine, correctionsOf } from '../../core/annotations/lineDecisions.ts';
import type { LineCorrection } from '../../core/structure/corrections.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { AnnotationStore } from './annotationStore.ts';
import type { DocumentTexts } from './documentTexts.ts';

interface PageCorrections {
  /** The decisions that the rest was made of. */
  readonly from: readonly Annotation[] | undefined;
  readonly version: number;
  readonly list: readonly LineCorrection[];
  readonly byLine: ReadonlyMap<number, readonly LineAnnotation[]>;
}

/** What the editor set the lines of the open pages as. */
export class Corrections {
  readonly #store: AnnotationStore;
  readonly #texts: DocumentTexts;
  #pages = new WeakMap<TextDocument, PageCorrections>();
  readonly #changed = new EventEmitter<TextDocument>();
  /** Other lines are set, or set as something else; not when edits of the text merely moved them. */
  readonly onDidChange = this.#changed.event;
  readonly #subscription: Disposable;

  constructor(store: AnnotationStore, texts: DocumentTexts) {
    this.#store = store;
    this.#texts = texts;
    this.#subscription = store.onDidChange((document) => this.#compare(document));
  }

  /** What the parse of a page is to be told: the same list as long as it says the same. */
  of(document: TextDocument): readonly LineCorrection[] {
    return this.#page(document).list;
  }

  /** The decision that counts for a line (from 0). */
  at(document: TextDocument, line: number): LineAnnotation | undefined {
    return this.#page(document).byLine.get(line)?.at(-1);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #page(document: TextDocument): PageCorrections {
    const known = this.#pages.get(document);
    const from = this.#store.of(document)?.annotations;
    if (known?.from === from && known?.version === document.version) return known;
    const own = from?.filter(isLineAnnotation) ?? [];
    const index = new LineIndex(own.length > 0 ? this.#texts.of(document) : '');
    const list = correctionsOf(index, own);
    const same = known && JSON.stringify(known.list) === JSON.stringify(list);
    const page = {
      from,
      version: document.version,
      list: same ? known.list : list,
      byLine: annotationsByLine(index, own),
    };
    this.#pages.set(document, page);
    return page;
  }

  #compare(document: TextDocument): void {
    const before = this.#pages.get(document);
    const now = this.#page(document);
    if (before?.list === now.list || (!before && now.list.length === 0)) return;
    const edited = before?.version !== now.version;
    if (!edited || words(before?.list) !== words(now.list)) this.#changed.fire(document);
  }
}

/** What lines are set as, wherever they are. */
function words(list: readonly LineCorrection[] = []): string {
  return JSON.stringify(list.map(({ role, startsArticle }) => [role, startsArticle]));
}
