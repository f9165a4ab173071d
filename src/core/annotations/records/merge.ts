import { isLineAnnotation, type Annotation } from './annotation.ts';

/**
 * Joins what two sides made of the annotations in `base`: an annotation that we added, changed or
 * removed is as we have it, every other as they have it. The order is theirs, then what we added.
 */
export function mergeAnnotations(
  base: readonly Annotation[],
  ours: readonly Annotation[],
  theirs: readonly Annotation[],
): Annotation[] {
  const before = byId(base);
  const mine = byId(ours);
  const merged = new Map<string, Annotation>();
  for (const annotation of theirs) {
    const own = mine.get(annotation.id);
    const known = before.get(annotation.id);
    if (!own && known) continue;
    merged.set(annotation.id, own && known && isSameDecision(own, known) ? annotation : (own ?? annotation));
  }
  for (const annotation of ours) {
    const known = before.get(annotation.id);
    if (!merged.has(annotation.id) && !(known && isSameDecision(annotation, known)))
      merged.set(annotation.id, annotation);
  }
  return [...merged.values()];
}

/** Whether both are the same decision, wherever the text has moved it. */
export function isSameDecision(a: Annotation, b: Annotation): boolean {
  return a.id === b.id && a.created === b.created && a.creator === b.creator && saysTheSame(a, b);
}

function saysTheSame(a: Annotation, b: Annotation): boolean {
  if (isLineAnnotation(a)) return isLineAnnotation(b) && a.role === b.role && a.startsArticle === b.startsArticle;
  return a.decision === b.decision && !isLineAnnotation(b) && a.type === b.type;
}

function byId(annotations: readonly Annotation[]): Map<string, Annotation> {
  return new Map(annotations.map((annotation) => [annotation.id, annotation]));
}
