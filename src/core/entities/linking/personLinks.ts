import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';

/** What is known of a person of the issue when others are joined to it. */
export interface KnownPerson {
  readonly name: string;
  /** The stories that name the person in full. */
  readonly stories: ReadonlySet<number>;
  /** All titles that the issue gives with the full name. */
  readonly titles: readonly string[];
}

/** A place that may name a person by less than the full name. */
export interface PartialName {
  readonly text: string;
  readonly story: number;
  /** What the surname is said with: 市长, 先生; empty if with nothing. */
  readonly title: string;
}

const DOT = /[·•・‧]/;
/** Posts that an issue gives so few people that one story may mean another's: 张市长. */
const KNOWN_POST =
  /^(?:[省市县区州旗盟镇乡]长|市委书记|县委书记|州委书记|区委书记|总统|总理|首相|主席|总书记|国王|部长|省委书记)$/;
/** A post that is left out when the deputy is spoken to. */
const NOT_THE_POST = /(?:副|助理|代|前|原|老|总|第一|常务)$/;

/** Which person of the issue a surname with a title, or a part of a foreign name, stands for. */
export class PersonLinks {
  readonly #names: EntityLexicons['names'];
  readonly #japaneseSurnames: ReadonlySet<string>;
  readonly #nameElements: EntityLexicons['nameElements'];
  readonly #byPart = new Map<string, KnownPerson[]>();
  readonly #byPartAndStory = new Map<string, KnownPerson[]>();
  readonly #byPost = new Map<string, KnownPerson | undefined>();

  constructor({ names, japaneseSurnames, nameElements }: EntityLexicons, people: readonly KnownPerson[]) {
    this.#names = names;
    this.#japaneseSurnames = japaneseSurnames;
    this.#nameElements = nameElements;
    for (const person of people) {
      for (const part of this.#partsOf(person.name)) {
        add(this.#byPart, part, person);
        for (const story of person.stories) add(this.#byPartAndStory, `${part} ${story}`, person);
      }
    }
  }

  /** Whether `text` is no more than a surname. */
  static isSurname(text: string, { names }: EntityLexicons): boolean {
    return text.length === 1 || (text.length === 2 && names.surnameClass(text) === 'compound');
  }

  /** The person that is meant, if it is sure which. */
  find({ text, story, title }: PartialName): KnownPerson | undefined {
    const people = this.#byPart.get(text) ?? [];
    const near = this.#byPartAndStory.get(`${text} ${story}`) ?? [];
    if (text.length > 1 && this.#names.surnameClass(text) !== 'compound')
      return only(near) ?? (near.length === 0 ? only(people) : undefined);
    if (title === '') return undefined;
    if (near.length > 0) return only(near.filter((person) => holds(person, title))) ?? only(near);
    if (!KNOWN_POST.test(title)) return undefined;
    const key = `${text} ${title}`;
    if (!this.#byPost.has(key)) this.#byPost.set(key, only(people.filter((person) => holds(person, title))));
    return this.#byPost.get(key);
  }

  /** What a person may be called by alone: the surname, of a Uyghur or Kazakh name the first part. */
  #partsOf(name: string): string[] {
    if (DOT.test(name)) {
      const parts = name.split(DOT);
      const own = this.#nameElements.longestAt(parts[0]!, 0) ? parts : parts.slice(-1);
      return [...new Set(own.filter((part) => part.length > 1))];
    }
    const japanese = [2, 3].map((length) => name.slice(0, length)).filter((part) => this.#japaneseSurnames.has(part));
    const surname = name.length > 1 && name.length < 5 ? this.#names.surnameAt(name)?.text : undefined;
    return surname === undefined || surname === name ? japanese : [...new Set([surname, ...japanese])];
  }
}

/** Whether one of the person's posts is just this one: 市长, not that of 副市长. */
function holds({ titles }: KnownPerson, post: string): boolean {
  return titles.some((title) => {
    const head = title.replace(/[（(][^）)]*[）)]$/, '');
    return head.split(/[、兼]/).some((one) => one.endsWith(post) && !NOT_THE_POST.test(one.slice(0, -post.length)));
  });
}

function add(index: Map<string, KnownPerson[]>, key: string, person: KnownPerson): void {
  const known = index.get(key);
  if (known) known.push(person);
  else index.set(key, [person]);
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}
