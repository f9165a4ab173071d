import { ENTITY_TYPES } from '../../entities/mention.ts';
import {
  isLineAnnotation,
  type Annotation,
  type LineAnnotation,
  type TagAnnotation,
  type TagDecision,
} from './annotation.ts';
import { asList, asObject } from './json.ts';
import { LINE_ROLES } from '../lineDecisions.ts';

const TAG_DECISIONS: readonly TagDecision[] = ['tagged', 'accepted', 'changed', 'rejected'];

/** What the body of a line says that an article begins with. */
const STARTS_ARTICLE = 'articleStart';

/** All that a body of Galley's can say. */
const VOCABULARY: ReadonlySet<unknown> = new Set<string>([...ENTITY_TYPES, ...LINE_ROLES, STARTS_ARTICLE]);

/** What an annotation says of its place. */
export type Said =
  Pick<TagAnnotation, 'decision' | 'type'> | Pick<LineAnnotation, 'decision' | 'role' | 'startsArticle'>;

/**
 * What an annotation says as the body of a Web Annotation: a type, or a line's role and whether an article begins
 * there. `before` is the body in the file, of which what others wrote is kept; one body alone is no list.
 */
export function writeBody(annotation: Annotation, before: unknown): unknown {
  const written = asList(before);
  const own = written.filter((body) => readValue(body) !== null);
  const bodies = valuesOf(annotation).map((value, index) => ({
    ...asObject(own[index]),
    type: 'TextualBody',
    purpose: 'classifying',
    value,
  }));
  const first = Math.max(
    0,
    written.findIndex((body) => readValue(body) !== null),
  );
  const others = (part: readonly unknown[]): unknown[] => part.filter((body) => readValue(body) === null);
  const all = [...others(written.slice(0, first)), ...bodies, ...others(written.slice(first))];
  return all.length === 1 && !Array.isArray(before) ? all[0] : all;
}

/** What a body says to Galley; null where it is none of its decisions. */
export function readBody(decision: unknown, body: unknown): Said | null {
  const values = new Set(asList(body).map(readValue));
  if (decision === 'lineRole') {
    const role = LINE_ROLES.find((one) => values.has(one)) ?? null;
    const startsArticle = values.has(STARTS_ARTICLE);
    return role === null && !startsArticle ? null : { decision, role, startsArticle };
  }
  const type = ENTITY_TYPES.find((one) => values.has(one));
  const known = TAG_DECISIONS.find((one) => one === decision);
  return type && known ? { decision: known, type } : null;
}

function valuesOf(annotation: Annotation): string[] {
  if (!isLineAnnotation(annotation)) return [annotation.type];
  const { role, startsArticle } = annotation;
  return [...(role === null ? [] : [role]), ...(startsArticle ? [STARTS_ARTICLE] : [])];
}

function readValue(body: unknown): unknown {
  const { purpose, value } = asObject(body);
  return purpose === 'classifying' && VOCABULARY.has(value) ? value : null;
}
