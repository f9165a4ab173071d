import type { Span } from '../text/span.ts';
import type { Candidate } from './candidate.ts';
import type { Entity, Extraction, Mention, Person, PersonTitle } from './mention.ts';

/** A mention with its place in the file, before it belongs to an entity. */
export interface PlacedMention {
  readonly candidate: Candidate;
  readonly text: string;
  readonly pieces: readonly Span[];
  /** The titles that stand with it, if it is a person. */
  readonly titles: readonly PersonTitle[];
}

/** First letter of an entity's id, by type. */
const PREFIX = {
  person: 'p',
  place: 'l',
  organization: 'o',
  title: 't',
  time: 'd',
  work: 'w',
  contact: 'c',
} as const;

/** Groups mentions of one type and name into entities and gives persons the titles of all their mentions. */
export function gather(placed: readonly PlacedMention[]): Extraction {
  const sorted = placed
    .filter(({ pieces }) => pieces.length > 0)
    .sort((a, b) => a.pieces[0]!.start - b.pieces[0]!.start || b.pieces.at(-1)!.end - a.pieces.at(-1)!.end);
  const mentions: Mention[] = [];
  const entities = new Map<string, { id: string; mentions: number[]; type: Mention['type']; name: string }>();
  const titles = new Map<string, Map<string, PersonTitle>>();
  const counts = new Map<string, number>();
  for (const { candidate, text, pieces, titles: given } of sorted) {
    const { type, confidence, evidence } = candidate;
    const name = candidate.entity ?? text.replace(/[ \u3000]+/g, '');
    const key = `${type} ${name}`;
    let entity = entities.get(key);
    if (!entity) {
      const count = (counts.get(type) ?? 0) + 1;
      counts.set(type, count);
      entities.set(key, (entity = { id: `${PREFIX[type]}${count}`, type, name, mentions: [] }));
    }
    entity.mentions.push(mentions.length);
    mentions.push({
      type,
      span: { start: pieces[0]!.start, end: pieces.at(-1)!.end },
      pieces,
      text,
      confidence: Math.round(confidence * 100) / 100,
      evidence,
      entity: entity.id,
    });
    if (type !== 'person') continue;
    const known = titles.get(entity.id) ?? new Map<string, PersonTitle>();
    titles.set(entity.id, known);
    for (const title of given) if (!known.has(title.title)) known.set(title.title, title);
  }
  const all: Entity[] = [...entities.values()];
  const people: Person[] = all
    .filter(({ type }) => type === 'person')
    .map(({ id, name }) => ({ id, name, titles: [...(titles.get(id)?.values() ?? [])] }));
  return { mentions, entities: all, people, places: [] };
}
