import type { Annotation, LineAnnotation, Quote, TagAnnotation } from './annotation.ts';
import { readBody, writeBody } from './annotationBody.ts';
import { PositionMap } from '../anchoring/codePoints.ts';
import { asList, asObject, formatJson, isJsonObject, type JsonObject } from './json.ts';

/** The added end of a sidecar's file name. */
export const SIDECAR_SUFFIX = '.annotations.json';

/** The keys that the standard does not know; without this a JSON-LD reader drops them. */
const OWN_KEYS = { galley: 'urn:galley:annotations#', sha256: 'galley:sha256', decision: 'galley:decision' };

/** Where a stored annotation stands. */
interface Stored {
  /** In code points of the normalised text; null where the file tells only the quote. */
  readonly position: { readonly start: number; readonly end: number } | null;
}

/** An annotation as the file has it. */
export type StoredAnnotation = (Omit<TagAnnotation, 'span'> & Stored) | (Omit<LineAnnotation, 'span'> & Stored);

/** A sidecar as read, with all that it holds beyond Galley's annotations. */
export interface Sidecar {
  /** Hex SHA-256 of the normalised text as UTF-8 that the positions were counted in. */
  readonly sha256: string | null;
  readonly annotations: readonly StoredAnnotation[];
  /** The page's own members, without its items. */
  readonly page: JsonObject;
  /** The items of `annotations` as written, by id. */
  readonly items: ReadonlyMap<string, JsonObject>;
  /** Items that are none of Galley's decisions, in order. */
  readonly others: readonly unknown[];
}

/** What a sidecar is written from. */
export interface SidecarContents {
  /** Name of the page's file, without its folder. */
  readonly source: string;
  readonly text: string;
  readonly sha256: string;
  readonly annotations: readonly Annotation[];
  /** The sidecar that this one replaces: what Galley does not know in it is kept. */
  readonly previous?: Sidecar | undefined;
}

/** Why a file is no sidecar: not JSON (a merge conflict, say), or JSON of something else. */
export type SidecarErrorCode = 'syntax' | 'foreign';

/** A file that must be left as it is, since it cannot be read as annotations. */
export class SidecarError extends Error {
  readonly code: SidecarErrorCode;

  constructor(code: SidecarErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SidecarError';
    this.code = code;
  }
}

/** Reads a W3C Web Annotation `AnnotationPage`. Throws `SidecarError`. */
export function parseSidecar(json: string): Sidecar {
  let value: unknown;
  try {
    value = JSON.parse(json.charCodeAt(0) === 0xfeff ? json.slice(1) : json);
  } catch (cause) {
    throw new SidecarError('syntax', cause instanceof Error ? cause.message : String(cause), { cause });
  }
  if (!isJsonObject(value) || !isA(value, 'AnnotationPage')) {
    throw new SidecarError('foreign', 'no AnnotationPage');
  }
  const { items: written = [], ...page } = value;
  if (!Array.isArray(written)) throw new SidecarError('foreign', 'items is no list');
  const annotations: StoredAnnotation[] = [];
  const items = new Map<string, JsonObject>();
  const others: unknown[] = [];
  for (const item of written as unknown[]) {
    const annotation = isJsonObject(item) ? readAnnotation(item) : null;
    if (annotation && !items.has(annotation.id)) {
      annotations.push(annotation);
      items.set(annotation.id, item as JsonObject);
    } else {
      others.push(item);
    }
  }
  return { sha256: typeof page['sha256'] === 'string' ? page['sha256'] : null, annotations, page, items, others };
}

/**
 * Writes a sidecar: by place in the text, orphans after them by time, then what other tools wrote.
 * The same contents give the same text to the letter.
 */
export function formatSidecar({ source, text, sha256, annotations, previous }: SidecarContents): string {
  const positions = new PositionMap(text, 'codePoint');
  const items = annotations.toSorted(inOrder).map((annotation) => {
    const before = previous?.items.get(annotation.id) ?? {};
    return { ...before, ...writeAnnotation(annotation, positions, source, before) };
  });
  const { '@context': context, id, type, ...rest } = previous?.page ?? {};
  const page = {
    '@context': writeContext(context),
    id: typeof id === 'string' && !id.endsWith(SIDECAR_SUFFIX) ? id : sourceIri(source + SIDECAR_SUFFIX),
    type: type ?? 'AnnotationPage',
    ...rest,
    sha256,
    items: [...items, ...(previous?.others ?? [])],
  };
  return `${formatJson(page)}\n`;
}

function writeContext(before: unknown): readonly unknown[] {
  const contexts = before === undefined ? ['http://www.w3.org/ns/anno.jsonld'] : asList(before);
  const declared = contexts.some((context) => isJsonObject(context) && 'decision' in context && 'sha256' in context);
  return declared ? contexts : [...contexts, OWN_KEYS];
}

function inOrder(a: Annotation, b: Annotation): number {
  if (a.span && b.span) return a.span.start - b.span.start || a.span.end - b.span.end || compare(a.id, b.id);
  if (a.span || b.span) return a.span ? -1 : 1;
  return compare(a.created, b.created) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeAnnotation(
  annotation: Annotation,
  positions: PositionMap,
  source: string,
  before: JsonObject,
): JsonObject {
  const { id, decision, span, quote, created, creator } = annotation;
  const selector: JsonObject[] = [];
  if (span) {
    selector.push({
      type: 'TextPositionSelector',
      start: positions.toPosition(span.start),
      end: positions.toPosition(span.end),
    });
  }
  selector.push({ type: 'TextQuoteSelector', ...quote });
  return {
    id,
    type: 'Annotation',
    motivation: decision === 'rejected' ? 'assessing' : 'classifying',
    decision,
    created,
    creator: { ...asObject(before['creator']), type: 'Person', name: creator },
    body: writeBody(annotation, before['body']),
    target: {
      ...asObject(before['target']),
      source: sourceIri(source),
      selector: [...selector, ...otherSelectors(before)],
    },
  };
}

function otherSelectors(before: JsonObject): unknown[] {
  return selectorsOf(before).filter(
    (selector) =>
      !isJsonObject(selector) || !(isA(selector, 'TextPositionSelector') || isA(selector, 'TextQuoteSelector')),
  );
}

function readAnnotation(item: JsonObject): StoredAnnotation | null {
  const { id, decision, created, creator } = item;
  const quote = readQuote(findSelector(item, 'TextQuoteSelector'));
  if (!isA(item, 'Annotation') || typeof id !== 'string' || !quote) return null;
  const { name } = asObject(creator);
  const common = {
    id,
    quote,
    position: readPosition(findSelector(item, 'TextPositionSelector')),
    created: typeof created === 'string' ? created : '',
    creator: typeof name === 'string' ? name : '',
  };
  const said = readBody(decision, item['body']);
  return said && { ...common, ...said };
}

function readQuote(selector: JsonObject): Quote | null {
  const { exact, prefix = '', suffix = '' } = selector;
  if (typeof exact !== 'string' || exact === '') return null;
  return typeof prefix === 'string' && typeof suffix === 'string' ? { exact, prefix, suffix } : null;
}

function readPosition({ start, end }: JsonObject): StoredAnnotation['position'] {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
  const position = { start: start as number, end: end as number };
  return position.start >= 0 && position.start < position.end ? position : null;
}

function findSelector(item: JsonObject, type: string): JsonObject {
  return asObject(selectorsOf(item).find((selector) => isJsonObject(selector) && isA(selector, type)));
}

function selectorsOf(item: JsonObject): readonly unknown[] {
  return asList(asObject(item['target'])['selector']);
}

function isA(value: JsonObject, type: string): boolean {
  return asList(value['type']).includes(type);
}

/** The file's name as a relative IRI: Chinese stays readable, what an IRI may not hold is escaped. */
function sourceIri(name: string): string {
  return name.replace(/[\s"#%<>?[\\\]^`{|}]/g, encodeURIComponent);
}
