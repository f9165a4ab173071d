import type { LinkingContext } from './linkingContext.ts';
import { Identities } from './identities.ts';
import type { PlacedMention } from './placedMention.ts';
import type { Entity, EntityType, Evidence, Extraction, Mention, Person, PersonForm, PersonTitle } from '../mention.ts';

/** Posts that anybody of a calling is spoken to by. */
const ADDRESS = /^(?:老师|医生|大夫|教授|警官|教练)$/;

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

/** Groups mentions into entities by whom or what they mean, and gives persons the titles of all their mentions. */
export function gather(
  placed: readonly PlacedMention[],
  context: LinkingContext,
): Pick<Extraction, 'mentions' | 'entities' | 'people'> {
  const sorted = placed
    .filter(({ pieces }) => pieces.length > 0)
    .sort((a, b) => a.pieces[0]!.start - b.pieces[0]!.start || b.pieces.at(-1)!.end - a.pieces.at(-1)!.end);
  const identities = new Identities(sorted, context);
  const mentions: Mention[] = [];
  const entities: Entry[] = [];
  const known = byType(() => new Map<string, Entry>());
  const titles = new Map<string, PersonTitle[]>();
  const forms = new Map<string, Map<string, PersonForm>>();
  for (const mention of context.work.each(sorted)) {
    const { candidate, text, pieces } = mention;
    const { type, confidence } = candidate;
    const { key, name, evidence } = identities.of(mention);
    let entity = known[type].get(key);
    if (!entity) {
      entity = { id: `${PREFIX[type]}${known[type].size + 1}`, type, name, mentions: [] };
      known[type].set(key, entity);
      entities.push(entity);
    }
    entity.mentions.push(mentions.length);
    mentions.push({
      type,
      span: { start: pieces[0]!.start, end: pieces.at(-1)!.end },
      pieces,
      text,
      confidence: Math.round(confidence * 100) / 100,
      evidence: evidence ? withFirst(evidence, candidate.evidence) : candidate.evidence,
      entity: entity.id,
    });
    if (type !== 'person') continue;
    const own = titles.get(entity.id) ?? [];
    titles.set(entity.id, own);
    const calledAs = mention.written === name ? undefined : mention.written;
    if (calledAs !== undefined) noteForm(forms, entity.id, calledAs, mention.titles);
    for (const title of mention.titles) {
      const article = identities.articleTitle(title.span.start);
      own.push({ ...title, ...(article !== undefined && { article }), ...(calledAs !== undefined && { calledAs }) });
    }
  }
  const people: Person[] = entities
    .filter(({ type }) => type === 'person')
    .map(({ id, name }) => {
      const others = forms.get(id);
      return { id, name, titles: eachOnce(titles.get(id) ?? []), ...(others && { forms: [...others.values()] }) };
    });
  return { mentions, entities, people };
}

/** An entity that is being put together. */
interface Entry extends Entity {
  readonly mentions: number[];
}

function byType<T>(make: () => T): Record<EntityType, T> {
  return {
    person: make(),
    place: make(),
    organization: make(),
    title: make(),
    time: make(),
    work: make(),
    contact: make(),
  };
}

function noteForm(
  forms: Map<string, Map<string, PersonForm>>,
  id: string,
  name: string,
  titles: readonly PersonTitle[],
): void {
  const own = forms.get(id) ?? new Map<string, PersonForm>();
  forms.set(id, own);
  const old = own.get(name) ?? { name, titles: [], mentions: 0 };
  own.set(name, {
    name,
    titles: [...new Set([...old.titles, ...titles.map(({ title }) => title)])],
    mentions: old.mentions + 1,
  });
}

function withFirst(first: Evidence, others: readonly Evidence[]): Evidence[] {
  return [first, ...others.filter(({ kind }) => kind !== first.kind)];
}

/** Each title once; of what is said with the surname alone only what the full name has not: of 老师 nothing if it has a title. */
function eachOnce(titles: readonly PersonTitle[]): PersonTitle[] {
  const once = new Map<string, PersonTitle>();
  for (const title of titles) if (title.calledAs === undefined && !once.has(title.title)) once.set(title.title, title);
  const full = [...once.keys()];
  for (const title of titles) {
    const said = title.calledAs !== undefined && !once.has(title.title);
    if (said && !full.some((one) => one.endsWith(title.title)) && !(full.length > 0 && ADDRESS.test(title.title)))
      once.set(title.title, title);
  }
  return [...once.values()].sort((a, b) => a.span.start - b.span.start);
}
