import type { LineCorrection } from '../structure/corrections.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { isLineAnnotation, isTagAnnotation, type TagAnnotation } from './records/annotation.ts';
import { correctionsOf } from './lineDecisions.ts';
import { placeAnnotations } from './anchoring/place.ts';
import { parseSidecar } from './records/sidecar.ts';

/** What an editor decided of a page that is not open. */
export interface StoredDecisions {
  readonly tags: readonly TagAnnotation[];
  readonly corrections: readonly LineCorrection[];
}

/** Reads a sidecar and puts what it holds into its page's text. Throws `SidecarError`. */
export function readDecisions(text: string, sidecar: string): StoredDecisions {
  const annotations = placeAnnotations(text, parseSidecar(sidecar).annotations);
  return {
    tags: annotations.filter(isTagAnnotation),
    corrections: correctionsOf(new LineIndex(text), annotations.filter(isLineAnnotation)),
  };
}
