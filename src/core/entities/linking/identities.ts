import type { Issue } from '../../structure/issue.ts';
import { articleHolding } from '../../structure/readers/lookup.ts';
import type { StoryIndex } from '../../structure/readers/storyIndex.ts';
import type { WatchedWork } from '../../watch.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import type { PlacedMention } from './placedMention.ts';
import type { Evidence, PersonTitle } from '../mention.ts';
import { homeCity } from './home.ts';
import type { LinkingContext } from './linkingContext.ts';
import { tellApart } from './namesakes.ts';
import { PersonLinks, type KnownPerson } from './personLinks.ts';
import { ShortForms } from '../document/shortForms.ts';

/** Whom or what a mention means. */
export interface Identity {
  /** Of one entity all mentions have the same, and no other one of its type. */
  readonly key: string;
  /** The fullest form of the name. */
  readonly name: string;
  /** Why it is taken for a form of that name, if it is written otherwise. */
  readonly evidence?: Evidence;
}

/** More long forms than this with one beginning and end: none of them is meant for sure. */
const MOST_LONG_FORMS = 40;
const WOMAN = /^(?:女士|小姐|阿姨|大妈|大娘|奶奶|太太|婆婆|老太|大婶|大嫂|大姐)/;

interface Body {
  readonly name: string;
  readonly stories: Set<number>;
  /** The long form that it surely stands for. */
  definedAs?: string;
}

/**
 * Says of each mention of an issue whom or what it means: one name is one entity, but two people of one name whose
 * titles disagree are two; a short form belongs to its long form, a surname with a title to its person, where it is
 * sure whose it is. Cost is linear in the mentions.
 */
export class Identities {
  readonly #issue: Issue;
  readonly #lexicons: EntityLexicons;
  readonly #stories: StoryIndex;
  readonly #work: WatchedWork;
  readonly #identities: ReadonlyMap<PlacedMention, Identity>;

  constructor(placed: readonly PlacedMention[], { issue, stories, home, lexicons, work }: LinkingContext) {
    this.#issue = issue;
    this.#lexicons = lexicons;
    this.#stories = stories;
    this.#work = work;
    this.#identities = new Map([
      ...this.#people(placed.filter(({ candidate }) => candidate.type === 'person')),
      ...this.#bodies(
        placed.filter(({ candidate }) => candidate.type === 'organization'),
        homeCity(home, lexicons.divisions),
      ),
    ]);
  }

  /** Whom or what `mention` means. */
  of(mention: PlacedMention): Identity {
    const name = nameOf(mention);
    return this.#identities.get(mention) ?? { key: name, name };
  }

  /** Title of the article that holds `offset`. */
  articleTitle(offset: number): string | undefined {
    return articleHolding(this.#issue, offset)?.title;
  }

  #people(mentions: readonly PlacedMention[]): Map<PlacedMention, Identity> {
    const identities = new Map<PlacedMention, Identity>();
    const full = mentions.filter((mention) => !this.#isSurname(mention));
    const people = new Map<KnownPerson, Identity>();
    for (const [name, own] of this.#work.each(groupBy(full, nameOf))) {
      const byStory = groupBy(own, (mention) => this.#storyOf(mention));
      const titles = new Map<number, PersonTitle[]>();
      for (const [story, there] of byStory)
        titles.set(
          story,
          there.flatMap((mention) => mention.titles),
        );
      const personOf = tellApart(titles);
      for (const [person, stories] of groupBy([...byStory.keys()], (story) => personOf.get(story)!)) {
        const identity = { key: `person ${name} ${person}`, name };
        const known = stories.flatMap((story) => titles.get(story)!.map(({ title }) => title));
        people.set({ name, stories: new Set(stories), titles: known }, identity);
        for (const story of stories) for (const mention of byStory.get(story)!) identities.set(mention, identity);
      }
    }
    const links = new PersonLinks(this.#lexicons, [...people.keys()]);
    for (const mention of this.#work.each(mentions)) {
      const text = nameOf(mention);
      const story = this.#storyOf(mention);
      const title = this.#titleBeside(mention);
      const surname = this.#isSurname(mention);
      const withheld = surname && this.#issue.text[mention.pieces.at(-1)!.end] === '某';
      const person = withheld ? undefined : links.find({ text, story, title });
      if (person) {
        const { key, name } = people.get(person)!;
        identities.set(mention, { key, name, evidence: { kind: 'surname-of', value: name } });
      } else if (surname) {
        // A surname alone is another person in another story.
        const kind = withheld ? '某' : WOMAN.test(title) ? '女' : '';
        identities.set(mention, { key: `person ${text} ${kind} ${story}`, name: text });
      }
    }
    return identities;
  }

  #storyOf({ pieces }: PlacedMention): number {
    return this.#stories.storyOf(articleHolding(this.#issue, pieces[0]!.start));
  }

  #isSurname(mention: PlacedMention): boolean {
    return PersonLinks.isSurname(nameOf(mention), this.#lexicons);
  }

  /** The title that a surname is said with, the post alone. */
  #titleBeside({ candidate, titles }: PlacedMention): string {
    const said =
      titles.at(-1)?.title ?? candidate.evidence.find(({ kind }) => kind === 'title-after' || kind === 'title')?.value;
    return said ?? '';
  }

  #bodies(mentions: readonly PlacedMention[], home: string | undefined): Map<PlacedMention, Identity> {
    const identities = new Map<PlacedMention, Identity>();
    const forms = new ShortForms(this.#lexicons);
    const bodies = new Map<string, Body>();
    for (const mention of this.#work.each(mentions)) {
      const name = nameOf(mention);
      const body = bodies.get(name) ?? { name, stories: new Set<number>() };
      bodies.set(name, body);
      body.stories.add(this.#storyOf(mention));
      const long = mention.candidate.evidence.find(({ kind }) => kind === 'short-form')?.value;
      if (long !== undefined) body.definedAs = long;
    }
    const byKey = new Map<string, Body[]>();
    for (const body of this.#work.each(bodies.values())) {
      for (const key of forms.keys(body.name, 'long')) {
        const known = byKey.get(key);
        if (known) known.push(body);
        else byKey.set(key, [body]);
      }
    }
    // The longest first: what a long form stands for itself is known when its short forms are read.
    const meant = new Map<string, ReadonlyMap<number, string>>();
    const whole = (name: string, story: number): string => meant.get(name)?.get(story) ?? name;
    for (const body of this.#work.each([...bodies.values()].sort((a, b) => b.name.length - a.name.length))) {
      const found = forms.keys(body.name, 'short').flatMap((key) => byKey.get(key) ?? []);
      if (found.length > MOST_LONG_FORMS) continue;
      const inStory = new Map<number, string>();
      const fitting = [...new Set(found)].flatMap((long) => {
        const reach = forms.reachOf(body.name, long.name);
        // 市委 in a paper of a city is its own city's, though the story names the committee of the one above.
        const strange = body.name[0] === '市' && home !== undefined && forms.cityOf(long.name) !== home;
        return reach && !strange ? [{ long, reach }] : [];
      });
      for (const story of body.stories) {
        const near = fitting.filter(({ long }) => long.stories.has(story));
        const choice = near.length > 0 ? near : fitting.some(({ reach }) => reach === 'story') ? [] : fitting;
        const names = new Set(
          choice.map(({ long }) => whole(long.name, long.stories.has(story) ? story : firstOf(long.stories))),
        );
        const [name] = names;
        if (body.definedAs !== undefined && bodies.has(body.definedAs))
          inStory.set(story, whole(body.definedAs, story));
        else if (name !== undefined && names.size === 1) inStory.set(story, name);
      }
      meant.set(body.name, inStory);
    }
    for (const mention of mentions) {
      const text = nameOf(mention);
      const name = whole(text, this.#storyOf(mention));
      if (name !== text) identities.set(mention, { key: name, name, evidence: { kind: 'short-form', value: name } });
    }
    return identities;
  }
}

/** The name that the source of a mention knows it by, else what stands there. */
function nameOf({ candidate, written }: PlacedMention): string {
  return candidate.entity ?? written;
}

function firstOf(stories: ReadonlySet<number>): number {
  for (const story of stories) return story;
  return -1;
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
