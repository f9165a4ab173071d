import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { ALL_PARTS, type Parts } from '../parts.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { TitleChains, type GivenTitle } from './titleChain.ts';

/** Titles that after a name are mostly what the person does. */
const ALSO_VERB =
  /^(?:代表|指挥|编辑|策划|监制|导演|翻译|领队|指导员?|统帅|裁判|干事|主管|常委|委员|成员|领袖|冠军|发起人|负责人)$/;

/** Prefixes of a post behind a name: 王建国[副]局长. */
const RANK = /^(?:常务副|第一副|副|总|代)/;
/** What somebody once was is no title of today. */
const WAS = /^[曾历]任/;
/** Words that say what the person before them is: 王建国[现任]县长. */
const IS =
  /^，?(?:现任|现为|时任|已是|是|任|兼任|还兼任|同时兼任|担任|出任|就任|接任|升任|当选为|当选|被任命为|被聘为|被选为)/;
/** What may stand behind a title that is said of the name before it. */
const CLOSES = /[，。；）)期以]/;
/** Titles behind a name have no more characters. */
const LONGEST_BEHIND = 50;
const BLANK = /[ \u3000]/;
/** What a line of the staff says before a name, set off by a blank: 编辑 王建国. */
const STAFF = /^(?:[组本]版)?(?:编辑|策划|监制|统筹|导演|设计)$/;
/** Between a name and what somebody is now in the life of a candidate: ，男，汉族，1971年8月生，现任. */
const LIFE =
  /^(?:[，,](?:男|女|[\u4e00-\u9fff]{1,6}族|[^，,。；（()]{0,18}(?:生|出生|人|学历|学位|毕业|党员|入党|参加工作|职称)))+[，,](?:现任|现为|时任|任)/;
const LONGEST_LIFE = 100;
/** What stands before a title that 的 joins to its holder: [担任]局长的王建国. */
const HOLDS = /(?:担任|出任|当选为?|作为|身为|任)$/;
const NOW = /^(?:现任|时任|新任)/;
/** In brackets behind a name before a title: 女，, 瑶族，. */
const WHO = /^(?:(?:男|女|[\u4e00-\u9fff]{1,6}族|[0-9０-９]{1,3}岁|[0-9０-９]{4}年[^，,）)]{0,10}生)[，,、]){1,5}/;
/** Words before a name that a post is given to or taken from. */
const APPOINT = /(?:任命|聘任|聘请|选举|推选|补选|提名|决定任命|任)$/;
const DISMISS = /(?:免去|免除|撤销|罢免)$/;
const GIVES = /^(?:同志)?为/;
const TAKES = /^(?:同志)?的?/;
const DUTY = /(?:职务|的?职)$/;

/** Reads the titles that stand before or after the names of persons in a sentence. */
export class TitleReader {
  readonly #lexicons: EntityLexicons;
  readonly #chains: TitleChains;
  readonly #parts: Parts;

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#parts = parts;
    this.#lexicons = lexicons;
    this.#chains = new TitleChains(lexicons);
  }

  /** The titles of each person of a sentence; `names` are its resolved persons, places and bodies in order. */
  read(sentence: Sentence, names: readonly Candidate[]): Map<Candidate, GivenTitle[]> {
    const { text } = sentence;
    const titles = new Map<Candidate, GivenTitle[]>();
    let shared: GivenTitle | undefined;
    let lastEnd = -1;
    for (const person of names) {
      if (person.type !== 'person') continue;
      const own: GivenTitle[] = [];
      const before = this.#parts.has('titles.before') ? this.#before(sentence, person.start, names) : undefined;
      if (before) {
        own.push(before);
        shared = this.#parts.has('titles.shared') ? before : undefined;
      } else if (shared && lastEnd >= 0 && /^[、和与及]$/.test(text.slice(lastEnd, person.start))) own.push(shared);
      else shared = undefined;
      const after =
        (this.#parts.has('titles.after') ? this.#after(text, person.end) : undefined) ??
        (this.#parts.has('titles.behind') ? this.#behind(sentence, person.end, names) : undefined) ??
        (this.#parts.has('titles.appointed') ? this.#appointed(sentence, person, names) : undefined);
      if (after) own.push(after);
      lastEnd = person.end;
      if (own.length > 0) titles.set(person, own);
    }
    return titles;
  }

  /** The title before a name, right before it or set off by blanks. */
  #before(sentence: Sentence, start: number, names: readonly Candidate[]): GivenTitle | undefined {
    const { text } = sentence;
    let end = start;
    while (end > 0 && start - end < 2 && BLANK.test(text[end - 1]!)) end--;
    if (text[end - 1] === '的' && end === start) {
      const held = this.#chains.endingAt(sentence, end - 1, names);
      return held && (HOLDS.test(text.slice(Math.max(0, held.start - 3), held.start)) || NOW.test(held.title))
        ? held
        : undefined;
    }
    const chain = this.#chains.endingAt(sentence, end, names);
    return chain && end < start && STAFF.test(chain.title) ? undefined : chain;
  }

  /** The post right after a name: 王建国教授, 王建国副局长. */
  #after(text: string, start: number): GivenTitle | undefined {
    const rank = RANK.exec(text.slice(start, start + 3))?.[0].length ?? 0;
    const head = this.#lexicons.titles.longestAt(text, start) ?? this.#lexicons.titles.longestAt(text, start + rank);
    if (head?.value !== 'post' || ALSO_VERB.test(text.slice(start, head.end))) return undefined;
    return { title: text.slice(start, head.end), start, end: head.end, posts: [{ start, end: head.end }], bodies: [] };
  }

  /** A title said of the name before it, and nothing else: （县教育局局长）, ，县教育局局长，, 现任县教育局局长. */
  #behind(sentence: Sentence, from: number, names: readonly Candidate[]): GivenTitle | undefined {
    const { text } = sentence;
    const life = text[from] === '，' ? LIFE.exec(text.slice(from, from + LONGEST_LIFE))?.[0].length : undefined;
    if (life !== undefined) return this.#whole(sentence, from + life, endOfClause(text, from + life), names);
    const mark = /^[（(]/.exec(text[from] ?? '') ?? IS.exec(text.slice(from, from + 8)) ?? /^，/.exec(text[from] ?? '');
    if (!mark) return undefined;
    const open = from + mark[0].length;
    const start =
      open + (/^[（(]/.test(mark[0]) ? (WHO.exec(text.slice(open, open + LONGEST_BEHIND))?.[0].length ?? 0) : 0);
    const closing = /^[（(]/.test(mark[0]) ? /[）)]/ : CLOSES;
    const last = Math.min(text.length, start + LONGEST_BEHIND);
    for (let end = start + 2; end <= last; end++) {
      if (end < text.length && /[。；！？]/.test(text[end - 1]!)) return undefined;
      if (end < text.length ? !closing.test(text[end]!) : closing !== CLOSES) continue;
      const chain = this.#chains.endingAt(sentence, end, names);
      if (chain && WAS.test(chain.title)) return undefined;
      if (chain?.start === start) return chain;
      // 现任 is a prefix of posts too.
      if (chain && from <= chain.start && chain.start < start)
        return {
          ...chain,
          start,
          title: text.slice(start, end),
          posts: chain.posts.map((post) => ({ start: Math.max(start, post.start), end: post.end })),
        };
      // A comma ends what a title behind a name may be.
      if (text[end] === '，') return undefined;
    }
    return undefined;
  }

  /** The post that a list of appointments gives people or takes from them: 任命王建国、李小芳为副局长, 免去王建国的局长职务. */
  #appointed(sentence: Sentence, person: Candidate, names: readonly Candidate[]): GivenTitle | undefined {
    const { text } = sentence;
    const [first, last] = runOf(text, person, names);
    const before = text.slice(Math.max(0, first.start - 4), first.start);
    const mark = APPOINT.test(before)
      ? GIVES.exec(text.slice(last.end, last.end + 4))
      : DISMISS.test(before)
        ? TAKES.exec(text.slice(last.end, last.end + 4))
        : null;
    if (!mark) return undefined;
    const start = last.end + mark[0].length;
    const end = endOfClause(text, start);
    const duty = mark[0].endsWith('为') ? 0 : (DUTY.exec(text.slice(start, end))?.[0].length ?? 0);
    return this.#whole(sentence, start, end - duty, names);
  }

  /** The title that is all of the text from `start` to `end`, since what stands around it says so. */
  #whole(sentence: Sentence, start: number, end: number, names: readonly Candidate[]): GivenTitle | undefined {
    const chain = end > start + 1 ? this.#chains.endingAt(sentence, end, names) : undefined;
    if (
      !chain ||
      chain.posts.at(-1)!.start < start ||
      names.some((name) => name.type === 'person' && name.start >= start && name.end <= end)
    )
      return undefined;
    const bodies = names
      .filter((name) => name.start >= start && name.end <= end)
      .map((name) => sentence.text.slice(name.start, name.end));
    const posts = chain.posts
      .filter((post) => post.end > start)
      .map((post) => ({ ...post, start: Math.max(start, post.start) }));
    return { title: sentence.text.slice(start, end), start, end, posts, bodies };
  }
}

/** The first and the last of the persons that stand in one list with `person`. */
function runOf(text: string, person: Candidate, names: readonly Candidate[]): [Candidate, Candidate] {
  const at = names.indexOf(person);
  let [first, last] = [at, at];
  const joins = (index: number): boolean => {
    const [left, right] = [names[index], names[index + 1]];
    return (
      left?.type === 'person' && right?.type === 'person' && /^[、和与及]$/.test(text.slice(left.end, right.start))
    );
  };
  while (joins(first - 1)) first--;
  while (joins(last)) last++;
  return [names[first]!, names[last]!];
}

/** Where the clause ends that begins at `start`; `start` where none does soon. */
function endOfClause(text: string, start: number): number {
  const last = Math.min(text.length, start + LONGEST_BEHIND);
  for (let end = start; end < last; end++) if (/[，。；\n]/.test(text[end]!)) return end;
  return last === text.length ? last : start;
}
