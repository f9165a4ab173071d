import type { Candidate } from './candidate.ts';
import type { EntityLexicons } from './entityLexicons.ts';
import { TitleChains, type GivenTitle } from './titleChain.ts';

/** Titles that after a name are mostly what the person does. */
const ALSO_VERB =
  /^(?:代表|指挥|编辑|策划|监制|导演|翻译|领队|指导员?|统帅|裁判|干事|主管|常委|委员|成员|领袖|冠军|发起人|负责人)$/;

/** Prefixes of a post behind a name: 王建国[副]局长. */
const RANK = /^(?:常务副|第一副|副|总|代)/;
/** What somebody once was is no title of today. */
const WAS = /^[曾历]任/;
/** Words that say what the person before them is: 王建国[现任]县长. */
const IS = /^，?(?:现任|现为|时任|已是|是|任|兼任|还兼任|同时兼任|担任|出任|就任|接任|升任|当选为|当选|被任命为|被聘为|被选为)/;
/** What may stand behind a title that is said of the name before it. */
const CLOSES = /[，。；）)期以]/;
/** Titles behind a name have no more characters. */
const LONGEST_BEHIND = 40;
const BLANK = /[ \u3000]/;

/** Reads the titles that stand before or after the names of persons in a sentence. */
export class TitleReader {
  readonly #lexicons: EntityLexicons;
  readonly #chains: TitleChains;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
    this.#chains = new TitleChains(lexicons);
  }

  /** The titles of each person of a sentence; `names` are its resolved persons, places and bodies in order. */
  read(text: string, names: readonly Candidate[]): Map<Candidate, GivenTitle[]> {
    const titles = new Map<Candidate, GivenTitle[]>();
    let shared: GivenTitle | undefined;
    let lastEnd = -1;
    for (const person of names) {
      if (person.type !== 'person') continue;
      const own: GivenTitle[] = [];
      const before = this.#before(text, person.start, names);
      if (before) {
        own.push(before);
        shared = before;
      } else if (shared && lastEnd >= 0 && /^[、和与及]$/.test(text.slice(lastEnd, person.start)))
        own.push(shared);
      else shared = undefined;
      const after = this.#after(text, person.end) ?? this.#behind(text, person.end, names);
      if (after) own.push(after);
      lastEnd = person.end;
      if (own.length > 0) titles.set(person, own);
    }
    return titles;
  }

  /** The title before a name, right before it or set off by blanks. */
  #before(text: string, start: number, names: readonly Candidate[]): GivenTitle | undefined {
    let end = start;
    while (end > 0 && start - end < 2 && BLANK.test(text[end - 1]!)) end--;
    return this.#chains.endingAt(text, end, names);
  }

  /** The post right after a name: 王建国教授, 王建国副局长. */
  #after(text: string, start: number): GivenTitle | undefined {
    const rank = RANK.exec(text.slice(start, start + 3))?.[0].length ?? 0;
    const head = this.#lexicons.titles.longestAt(text, start) ?? this.#lexicons.titles.longestAt(text, start + rank);
    if (head?.value !== 'post' || ALSO_VERB.test(text.slice(start, head.end))) return undefined;
    return { title: text.slice(start, head.end), start, end: head.end, posts: [{ start, end: head.end }], bodies: [] };
  }

  /** A title said of the name before it, and nothing else: （县教育局局长）, ，县教育局局长，, 现任县教育局局长. */
  #behind(text: string, from: number, names: readonly Candidate[]): GivenTitle | undefined {
    const mark = /^[（(]/.exec(text[from] ?? '') ?? IS.exec(text.slice(from, from + 8)) ?? /^，/.exec(text[from] ?? '');
    if (!mark) return undefined;
    const start = from + mark[0].length;
    const closing = /[（(]/.test(mark[0]) ? /[）)]/ : CLOSES;
    const last = Math.min(text.length, start + LONGEST_BEHIND);
    for (let end = start + 2; end <= last; end++) {
      if (end < text.length && /[。；！？]/.test(text[end - 1]!)) return undefined;
      if (end < text.length ? !closing.test(text[end]!) : closing !== CLOSES) continue;
      const chain = this.#chains.endingAt(text, end, names);
      if (chain && WAS.test(chain.title)) return undefined;
      if (chain?.start === start) return chain;
      // 现任 is a prefix of posts too.
      if (chain && from <= chain.start && chain.start < start && chain.posts.length === 1)
        return { ...chain, start, title: text.slice(start, end), posts: chain.posts.map((post) => ({ start: Math.max(start, post.start), end: post.end })) };
      // A comma ends what a title behind a name may be.
      if (text[end] === '，') return undefined;
    }
    return undefined;
  }
}
