import type { Span } from '../../text/span.ts';
import type { Annotation, Quote } from '../records/annotation.ts';
import { normalizeText, PositionMap, snapToCodePoint } from './codePoints.ts';
import { QuoteFinder } from './place.ts';
import { shiftPoint, shiftSpan, trimChanges, type ContentChange } from './shift.ts';
import { TextStates, type ChangeReason } from './textStates.ts';

/** Text that was taken away with an annotation in it, `offset` code units after its start. */
interface Cut {
  readonly text: string;
  readonly offset: number;
}

interface Place {
  /** Null while the text is gone. */
  readonly span: Span | null;
  /** The text it was last whole on: taking away an edge leaves this, an edit inside renews it. */
  readonly form: string;
  readonly quote: Quote;
  /** Of a place that is gone: where it stood, and what went with it. */
  readonly at: number | null;
  readonly cut: Cut | null;
}

type Places = Map<string, Place>;

/**
 * Keeps annotations in place while the text under them is edited. An annotation whose text goes away
 * is remembered with where it stood, and comes back with its text: by undo at the very place it had,
 * by pasting or typing the text again where that is sure. Cost of an edit: one pass over the text.
 */
export class AnnotationTracker {
  #text: string;
  #places: Places;
  readonly #states: TextStates<Places>;

  constructor(text: string, annotations: readonly Annotation[]) {
    this.#text = text;
    this.#places = new Map(annotations.map((annotation) => [annotation.id, newPlace(text, annotation)]));
    this.#states = new TextStates(text, this.#places);
  }

  /** The text as of the last change. */
  get text(): string {
    return this.#text;
  }

  /** Id of the state of the text, see `TextStates.current`. */
  get state(): number {
    return this.#states.current;
  }

  /** Where annotation `id` stands, or null while its text is gone or its place unknown. */
  spanOf(id: string): Span | null {
    return this.#places.get(id)?.span ?? null;
  }

  /** Tracks `annotation` from now on at its span; one that was tracked gets this new place. */
  set(annotation: Annotation): void {
    for (const places of this.#states.values()) places.delete(annotation.id);
    this.#places.set(annotation.id, newPlace(this.#text, annotation));
  }

  /** Goes on to `text`, which came about by `changes`, told against the text before. */
  apply(changes: readonly ContentChange[], text: string, reason: ChangeReason): void {
    const before = this.#text;
    this.#text = text;
    const moved = this.#sameLines(before, changes) ? this.#recount(before) : this.#move(before, changes);
    this.#states.advance(text, reason, (known) => {
      this.#places = known ? new Map([...moved].map(([id, place]) => [id, known.get(id) ?? place])) : moved;
      return this.#places;
    });
  }

  /** A change of the line breaks replaces the whole text and moves every offset. */
  #sameLines(before: string, changes: readonly ContentChange[]): boolean {
    const [only] = changes;
    if (changes.length !== 1 || !only || only.span.start > 0 || only.span.end < before.length) return false;
    return normalizeText(before) === normalizeText(this.#text);
  }

  #recount(before: string): Places {
    const from = new PositionMap(before, 'codeUnit');
    const to = new PositionMap(this.#text, 'codeUnit');
    const convert = (offset: number): number => to.toOffset(from.toPosition(offset));
    const recounted = ({ span, at, ...rest }: Place): Place => ({
      ...rest,
      span: span && { start: convert(span.start), end: convert(span.end) },
      at: at === null ? null : convert(at),
    });
    return new Map([...this.#places].map(([id, place]) => [id, recounted(place)]));
  }

  #move(before: string, changes: readonly ContentChange[]): Places {
    const trimmed = trimChanges(before, changes);
    const moved: Places = new Map();
    for (const [id, place] of this.#places) moved.set(id, this.#shift(before, place, trimmed));
    const inserted = insertedSpans(trimmed);
    if (inserted.length > 0) this.#revive(moved, inserted);
    return moved;
  }

  #shift(before: string, place: Place, changes: readonly ContentChange[]): Place {
    let { span, at, cut } = place;
    let editedInside = false;
    for (const change of changes) {
      if (!span) {
        at = at === null ? null : shiftPoint(at, change);
        continue;
      }
      const shifted = shiftSpan(span, change);
      if (shifted) {
        editedInside ||= isInside(span, change);
      } else {
        at = change.span.start;
        cut = { text: before.slice(change.span.start, change.span.end), offset: span.start - change.span.start };
      }
      span = shifted;
    }
    if (!span) return { ...place, span, at, cut };
    span = {
      start: snapToCodePoint(this.#text, span.start, 'start'),
      end: snapToCodePoint(this.#text, span.end, 'end'),
    };
    const form = editedInside ? this.#text.slice(span.start, span.end) : place.form;
    return { ...place, span: editedInside ? span : this.#regrown(span, form), form };
  }

  /** An edge that was taken away and is back again belongs to the span as before. */
  #regrown(span: Span, form: string): Span {
    const length = span.end - span.start;
    if (length >= form.length) return span;
    const from = Math.max(0, span.end - form.length);
    const found = this.#text.slice(from, span.start + form.length).indexOf(form);
    return found < 0 ? span : { start: from + found, end: from + found + form.length };
  }

  /** Gives places that are gone a new span in the `inserted` text where it holds theirs. */
  #revive(places: Places, inserted: readonly Span[]): void {
    if ([...places.values()].every(({ span }) => span)) return;
    const taken = new Set([...places.values()].map(({ span }) => span && `${span.start}-${span.end}`));
    const finder = new QuoteFinder(this.#text);
    for (const [id, place] of places) {
      if (place.span) continue;
      const span = this.#findAgain(place, inserted, finder);
      if (!span || taken.has(`${span.start}-${span.end}`)) continue;
      taken.add(`${span.start}-${span.end}`);
      places.set(id, { ...place, span, at: null, cut: null });
    }
  }

  #findAgain(place: Place, inserted: readonly Span[], finder: QuoteFinder): Span | null {
    const { form, cut, at } = place;
    if (form === '') return null;
    for (const region of inserted) {
      const near = at !== null && region.start <= at && at <= region.end;
      const pasted = cut && this.#pastedAt(cut, form, region, near);
      if (pasted) return pasted;
      const margin = form.length - 1;
      const from = Math.max(0, region.start - margin);
      const window = this.#text.slice(from, region.end + margin);
      const first = window.indexOf(form);
      if (first < 0) continue;
      if (near && window.indexOf(form, first + 1) < 0) return { start: from + first, end: from + first + form.length };
      const quoted = finder.find(place.quote);
      if (quoted) return quoted;
    }
    return null;
  }

  /** Where the annotation stands if all the text that went with it was put in again. */
  #pastedAt(cut: Cut, form: string, region: Span, near: boolean): Span | null {
    // A bare name typed elsewhere is another mention; a longer piece of text pasted there was moved.
    if (!near && cut.text.length < form.length + 2) return null;
    if (!cut.text.startsWith(form, cut.offset)) return null;
    const found = this.#text.slice(region.start, region.end).indexOf(cut.text);
    if (found < 0) return null;
    const start = region.start + found + cut.offset;
    return { start, end: start + form.length };
  }
}

function newPlace(text: string, { span, quote }: Annotation): Place {
  return { span, form: span ? text.slice(span.start, span.end) : quote.exact, quote, at: null, cut: null };
}

function isInside(span: Span, { span: { start, end }, text }: ContentChange): boolean {
  const takesAnEdge = text === '' && (start === span.start || end === span.end);
  return start >= span.start && end <= span.end && start < span.end && end > span.start && !takesAnEdge;
}

/** Where the texts of the changes (last first) stand in the new text. */
function insertedSpans(changes: readonly ContentChange[]): Span[] {
  const spans: Span[] = [];
  let moved = 0;
  for (const { span, text } of changes.toReversed()) {
    const start = span.start + moved;
    if (text !== '') spans.push({ start, end: start + text.length });
    moved += text.length - (span.end - span.start);
  }
  return spans;
}
