import { createHash } from 'node:crypto';
import {
  Disposable,
  EventEmitter,
  RelativePattern,
  TextDocumentChangeReason,
  Uri,
  workspace,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import {
  isLineAnnotation,
  isTagAnnotation,
  type Annotation,
  type LineAnnotation,
  type TagAnnotation,
} from '../../core/annotations/records/annotation.ts';
import { normalizeText } from '../../core/annotations/anchoring/codePoints.ts';
import type { Step } from '../../core/annotations/decide.ts';
import { DecisionHistory } from '../../core/annotations/decisionHistory.ts';
import { isSameDecision, mergeAnnotations } from '../../core/annotations/records/merge.ts';
import { placeAnnotations } from '../../core/annotations/anchoring/place.ts';
import { makeQuote } from '../../core/annotations/anchoring/quote.ts';
import {
  formatSidecar,
  parseSidecar,
  SIDECAR_SUFFIX,
  SidecarError,
  type Sidecar,
} from '../../core/annotations/records/sidecar.ts';
import type { ContentChange } from '../../core/annotations/anchoring/shift.ts';
import type { ChangeReason } from '../../core/annotations/anchoring/textStates.ts';
import { AnnotationTracker } from '../../core/annotations/anchoring/tracker.ts';
import type { Logger } from '../../core/logger.ts';
import type { DocumentTexts } from './documentTexts.ts';
import { canHaveSidecar, fileName, readTextFile, removeFile, sidecarUri, writeTextFile } from './sidecarFile.ts';

/** What came of reading or storing decisions. */
export type Outcome =
  | { readonly kind: 'read' | 'stored' | 'unchanged' }
  /** The page has no file yet, or is one of a file system that takes no files. */
  | { readonly kind: 'no-place' }
  /** The file there cannot be read as annotations, and is left alone. */
  | { readonly kind: 'unreadable'; readonly error: SidecarError }
  | { readonly kind: 'failed'; readonly error: Error }
  /** Something else removed the sidecar with these decisions. */
  | { readonly kind: 'removed'; readonly annotations: readonly Annotation[] };

/** The decisions on one open page: read from its sidecar, moved with its edits, stored again. */
export class PageAnnotations {
  readonly document: TextDocument;
  /** Settled when the sidecar has been read, or cannot be. */
  readonly ready: Promise<void>;
  readonly #texts: DocumentTexts;
  readonly #log: Logger;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #outcome = new EventEmitter<Outcome>();
  /** Fired after each reading and storing. */
  readonly onOutcome = this.#outcome.event;
  readonly #history = new DecisionHistory();
  readonly #disposables: Disposable[] = [this.#changed, this.#outcome];
  readonly #decisions = new Map<string, Annotation>();
  readonly #tracker: AnnotationTracker;
  #version: number;
  #annotations: readonly Annotation[] | undefined;
  /** The sidecar as last read or written, with the decisions in it. */
  #onDisk: { readonly text: string | null; readonly sidecar: Sidecar | undefined } = { text: null, sidecar: undefined };
  #base: readonly Annotation[] = [];
  #loaded = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(document: TextDocument, texts: DocumentTexts, log: Logger) {
    this.document = document;
    this.#texts = texts;
    this.#log = log;
    this.#tracker = new AnnotationTracker(texts.of(document), []);
    this.#version = document.version;
    this.ready = this.#enqueue(() => this.#readAgain());
    this.#watch();
  }

  /** All decisions, each where it stands now. */
  get annotations(): readonly Annotation[] {
    this.#annotations ??= [...this.#decisions.values()].map((one) => ({ ...one, span: this.#tracker.spanOf(one.id) }));
    return this.#annotations;
  }

  /** The decisions about mentions. */
  get tagAnnotations(): readonly TagAnnotation[] {
    return this.annotations.filter(isTagAnnotation);
  }

  /** The decisions about lines. */
  get lineAnnotations(): readonly LineAnnotation[] {
    return this.annotations.filter(isLineAnnotation);
  }

  get canUndo(): boolean {
    return this.#history.canUndo(this.#tracker.state);
  }

  get canRedo(): boolean {
    return this.#history.canRedo(this.#tracker.state);
  }

  /** Carries a step out, as the next thing to undo, and stores it. */
  perform(step: Step): Promise<Outcome> {
    this.#history.record(step, this.#tracker.state);
    return this.#carryOut([step]);
  }

  /** Takes back the last decision if it is the last thing done, and gives what that changed; null where it is not. */
  async undo(): Promise<Step | null> {
    const step = this.#history.undo(this.#tracker.state);
    if (step) await this.#carryOut([step]);
    return step;
  }

  /** Does the last decision that was taken back again if that was the last thing undone; else null. */
  async redo(): Promise<Step | null> {
    const step = this.#history.redo(this.#tracker.state);
    if (step) await this.#carryOut([step]);
    return step;
  }

  /** Follows an edit of the document. */
  follow({ contentChanges, reason }: TextDocumentChangeEvent): void {
    // An event without changes tells that the page was saved, or put back to what is saved.
    if (contentChanges.length === 0 && !this.document.isDirty) void this.store();
    // The document may have been met with this edit already in it.
    if (contentChanges.length === 0 || this.document.version <= this.#version) return;
    this.#version = this.document.version;
    this.#tracker.apply(toChanges(contentChanges), this.#texts.of(this.document), toReason(reason));
    this.#annotations = undefined;
    const { state } = this.#tracker;
    let steps: Step[] = [];
    if (reason === TextDocumentChangeReason.Undo) steps = this.#history.textUndone(state);
    else if (reason === TextDocumentChangeReason.Redo) steps = this.#history.textRedone(state);
    else this.#history.edited();
    if (steps.length > 0) void this.#carryOut(steps);
    this.#placeByPosition();
    this.#changed.fire();
  }

  /** Stores what is not stored yet: decisions, and where the text has moved them. */
  store(): Promise<Outcome> {
    return this.#enqueue(async () => this.#tell(await this.#store()));
  }

  /** Settled when all that was to be read or written has been. */
  async idle(): Promise<void> {
    await this.#queue;
  }

  /** Takes over decisions that were made on the same text elsewhere. */
  adopt(annotations: readonly Annotation[]): Promise<Outcome> {
    return this.perform(annotations.map((after) => ({ id: after.id, before: null, after })));
  }

  dispose(): void {
    Disposable.from(...this.#disposables).dispose();
  }

  get #name(): string {
    return this.document.uri.toString(true);
  }

  #watch(): void {
    const { uri } = this.document;
    if (!canHaveSidecar(uri)) return;
    // A glob has no way to write every name: this one lets all sidecars of the folder through.
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(Uri.joinPath(uri, '..'), `*${SIDECAR_SUFFIX}`),
    );
    const own = sidecarUri(uri).path;
    const again = ({ path }: Uri): void => {
      if (path === own) void this.#enqueue(() => this.#readAgain());
    };
    this.#disposables.push(watcher, watcher.onDidChange(again), watcher.onDidCreate(again), watcher.onDidDelete(again));
  }

  #carryOut(steps: readonly Step[]): Promise<Outcome> {
    for (const { id, after } of steps.flat()) {
      if (after) this.#put(after);
      else this.#decisions.delete(id);
    }
    this.#annotations = undefined;
    this.#changed.fire();
    return this.store();
  }

  #put(annotation: Annotation): void {
    const { id, span, quote } = annotation;
    this.#decisions.set(id, annotation);
    const known = this.#tracker.spanOf(id);
    if (known && span && known.start === span.start && known.end === span.end) return;
    // A decision that comes back in another state of the text is where the edits have moved it.
    const fits = span && normalizeText(this.#tracker.text.slice(span.start, span.end)) === quote.exact;
    if (fits || !known) this.#tracker.set(fits ? annotation : { ...annotation, span: null });
  }

  /** Runs one reading or writing of the file at a time. */
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(task);
    this.#queue = done.catch((error: unknown) => this.#log.error(`annotations of ${this.#name}: ${String(error)}`));
    return done;
  }

  async #readAgain(): Promise<void> {
    const { uri } = this.document;
    if (!canHaveSidecar(uri)) return;
    try {
      const text = await readTextFile(sidecarUri(uri));
      if (this.#loaded && text === this.#onDisk.text) return;
      const before = this.annotations;
      this.#take(text);
      const removed = before.filter(({ id }) => !this.#decisions.has(id));
      this.#tell(text === null && removed.length > 0 ? { kind: 'removed', annotations: removed } : { kind: 'read' });
      if (this.#differsFrom(this.#base)) this.#tell(await this.#store());
    } catch (error) {
      this.#tell(this.#toOutcome(error));
    }
  }

  /** Joins the sidecar's text as it is on disk now with the decisions here. Throws `SidecarError`. */
  #take(text: string | null): void {
    const sidecar = text === null ? undefined : parseSidecar(text);
    const theirs = placeAnnotations(this.#tracker.text, sidecar?.annotations ?? []);
    const known = new Map(this.#decisions);
    const merged = mergeAnnotations(this.#base, this.annotations, theirs);
    // A position counted in this very text is right; else the place to which edits have moved it is.
    const counted = sidecar?.sha256 === hashOf(this.#tracker.text);
    this.#decisions.clear();
    for (const annotation of merged) {
      this.#decisions.set(annotation.id, annotation);
      if (counted || !known.has(annotation.id)) this.#tracker.set(annotation);
    }
    this.#onDisk = { text, sidecar };
    this.#base = theirs;
    this.#loaded = true;
    this.#annotations = undefined;
    this.#changed.fire();
  }

  #differsFrom(base: readonly Annotation[]): boolean {
    const stored = new Map(base.map((annotation) => [annotation.id, annotation]));
    if (stored.size !== this.#decisions.size) return true;
    return this.annotations.some((annotation) => {
      const known = stored.get(annotation.id);
      return !known || !isSameDecision(annotation, known);
    });
  }

  /** When page and sidecar are both replaced from outside, the text to which the positions belong comes second. */
  #placeByPosition(): void {
    const { sidecar } = this.#onDisk;
    if (!sidecar || this.document.isDirty || this.annotations.every(({ span }) => span)) return;
    if (sidecar.sha256 !== hashOf(this.#tracker.text)) return;
    for (const annotation of placeAnnotations(this.#tracker.text, sidecar.annotations)) {
      if (this.#decisions.has(annotation.id)) this.#tracker.set(annotation);
    }
    this.#annotations = undefined;
  }

  async #store(): Promise<Outcome> {
    const { uri } = this.document;
    if (!canHaveSidecar(uri) || workspace.fs.isWritableFileSystem(uri.scheme) === false) {
      return { kind: this.#decisions.size > 0 ? 'no-place' : 'unchanged' };
    }
    try {
      const text = await readTextFile(sidecarUri(uri));
      if (!this.#loaded || text !== this.#onDisk.text) this.#take(text);
      return await this.#write();
    } catch (error) {
      return this.#toOutcome(error);
    }
  }

  async #write(): Promise<Outcome> {
    // The text may be gone next time: what is known of an orphan is how its text stood when it was last stored.
    for (const [id, annotation] of this.#decisions) {
      const span = this.#tracker.spanOf(id);
      if (span) this.#decisions.set(id, { ...annotation, quote: makeQuote(this.#tracker.text, span) });
    }
    this.#annotations = undefined;
    const { annotations } = this;
    const { text: before, sidecar: previous } = this.#onDisk;
    if (annotations.length === 0 && !holdsMore(previous)) {
      if (before === null) return { kind: 'unchanged' };
      await removeFile(sidecarUri(this.document.uri));
      this.#onDisk = { text: null, sidecar: undefined };
    } else {
      const { text } = this.#tracker;
      const source = fileName(this.document.uri);
      const written = formatSidecar({ source, text, sha256: hashOf(text), annotations, previous });
      if (written === before) return { kind: 'unchanged' };
      await writeTextFile(sidecarUri(this.document.uri), written);
      this.#onDisk = { text: written, sidecar: parseSidecar(written) };
    }
    this.#base = annotations;
    this.#log.debug(`${annotations.length} annotations of ${this.#name} stored`);
    return { kind: 'stored' };
  }

  #toOutcome(error: unknown): Outcome {
    if (error instanceof SidecarError) {
      this.#log.warn(`the sidecar of ${this.#name} is left as it is: ${error.code}: ${error.message}`);
      return { kind: 'unreadable', error };
    }
    const failure = error instanceof Error ? error : new Error(String(error));
    this.#log.error(`reading or writing the sidecar of ${this.#name}: ${failure.message}`);
    return { kind: 'failed', error: failure };
  }

  #tell(outcome: Outcome): Outcome {
    this.#outcome.fire(outcome);
    return outcome;
  }
}

function toChanges(changes: TextDocumentChangeEvent['contentChanges']): ContentChange[] {
  return changes.map(({ rangeOffset, rangeLength, text }) => ({
    span: { start: rangeOffset, end: rangeOffset + rangeLength },
    text,
  }));
}

function toReason(reason: TextDocumentChangeReason | undefined): ChangeReason {
  if (reason === TextDocumentChangeReason.Undo) return 'undo';
  return reason === TextDocumentChangeReason.Redo ? 'redo' : 'edit';
}

function hashOf(text: string): string {
  return createHash('sha256').update(normalizeText(text), 'utf8').digest('hex');
}

/** Whether a sidecar has anything in it that is none of Galley's decisions. */
function holdsMore(sidecar: Sidecar | undefined): boolean {
  if (!sidecar) return false;
  const own = new Set(['@context', 'id', 'type', 'sha256']);
  return sidecar.others.length > 0 || Object.keys(sidecar.page).some((key) => !own.has(key));
}
