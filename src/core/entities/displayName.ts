import type { EntityType, EvidenceKind, Mention } from './mention.ts';
import type { Span } from '../text/span.ts';

/** What a name is shown for: an entity of an extraction, or a group of tags. */
export interface Named {
  readonly type: EntityType;
  /** The fullest form of the name. */
  readonly name: string;
}

/** One place of a name; `evidence` is empty where only the editor tagged it. */
export interface PlaceOfName extends Pick<Mention, 'evidence'> {
  readonly span: Span;
}

/** 张某, 李某某, 王某甲: what stands behind a surname where the paper withholds the rest. */
const WITHHELD = /某{1,2}[甲乙丙丁戊己庚辛]?/y;
/** What speaks for a whole name, if it has not just the surname for its value. */
const FULL: ReadonlySet<EvidenceKind> = new Set(['surname', 'transliteration', 'byline', 'credit', 'roster']);
/** What is put before a surname for a name. */
const NAMING_BEFORE = /[老小]/;

/**
 * What an entity is called on the screen: its name, but a person of whom the text says no more than the surname is
 * called by the surname with what first stands with it: 陈女士, 欧阳警官, 王某, 老李. Where nothing does, by the surname.
 */
export function displayName(text: string, { type, name }: Named, places: Iterable<PlaceOfName>): string {
  if (type !== 'person' || [...name].length > 2) return name;
  const all = [...places];
  if (all.some((place) => isInFull(name, place))) return name;
  for (const place of all) {
    const said = saidWith(text, name, place);
    if (said !== undefined) return said;
  }
  return name;
}

/** Whether a name of two characters has a given name, and is no surname of two characters. */
function isInFull(name: string, { evidence }: PlaceOfName): boolean {
  return [...name].length === 2 && evidence.some(({ kind, value }) => FULL.has(kind) && value !== name);
}

function saidWith(text: string, name: string, { span, evidence }: PlaceOfName): string | undefined {
  if (text.slice(span.start, span.end) !== name) return undefined;
  WITHHELD.lastIndex = span.end;
  const withheld = WITHHELD.exec(text)?.[0];
  if (withheld !== undefined) return name + withheld;
  const behind = evidence.find(
    ({ kind, value }) => kind === 'title-after' && value && text.startsWith(value, span.end),
  );
  if (behind) return name + behind.value!;
  const before = text[span.start - 1];
  return before !== undefined && NAMING_BEFORE.test(before) ? before + name : undefined;
}
