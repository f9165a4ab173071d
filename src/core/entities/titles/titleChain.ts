import type { Span } from '../../text/span.ts';
import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { TitleOwners } from './titleOwner.ts';

/** A title that a sentence gives a person, as written. */
export interface GivenTitle extends Span {
  readonly title: string;
  /** The words of the posts alone, without the bodies and places before them. */
  readonly posts: readonly Span[];
  /** The bodies and places that it names, as written. */
  readonly bodies: readonly string[];
}

/** What somebody is called for a part in a story or by calling; without a post beside it or a body no title. */
const ROLE =
  /(?:球员|选手|队员|运动员|门将|守门员|前锋|后卫|中场|中锋|专家|企业家|传承人|嘉宾|官员|作家|诗人|学者|翻译家|评论家|小说家|散文家|剧作家|收藏家|得主|获得者|民警|辅警|交警|刑警|特警|干警|医生|护士|教师|老师|律师|讲解员|歌手|工作人员|消防员)$/;
/** What many are called, of whatever body they are. */
const CROWD = /(?:干部|演员|冠军)$/;
/** What sets one of them apart: 国家二级[演员]. */
const RANKED = /级演员$/;
/** Places that have people of their own: 街道干部, 镇巡防队员. */
const GOVERNING = /(?:街道|社区|[县区旗镇乡村])$/;
/** What says of a calling whose it is: a heritage, a unit, a time of duty. */
const OWNED = /非遗|文化遗产|[室科处队所厂园]|小学|中学|大学|学校|学院|医院|公司|带班|值班|执勤|退休|离休|规培|首席|级/;
/** Posts that somebody may hold for another: [代]县长; but 元代画家. */
const ACTED_FOR = /^(?:理)?(?:[省市县区州旗盟镇乡校院部厅局]长|总理|总裁|主席|书记|主任)/;
/** A post that somebody is proposed for: 主席[提名人选]. */
const PROPOSED = /^(?:提名)?(?:人选|候选人)$/;

/** Set between two posts of one person in place of a mark. */
const BLANK = /[ \u3000]/;
/** Before a body that is one of many: 一家[企业负责人]. */
const COUNTED = /[一几多][家所]$/;

/** Reads chains of titles: posts with the bodies and places that they belong to. */
export class TitleChains {
  readonly #lexicons: EntityLexicons;
  readonly #owners: TitleOwners;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
    this.#owners = new TitleOwners(lexicons);
  }

  /** The chain of titles that ends at `end`: 省委常委、市委书记. */
  endingAt(sentence: Sentence, end: number, names: readonly Candidate[]): GivenTitle | undefined {
    const { text } = sentence;
    const posts: Span[] = [];
    let start = end;
    for (let at = end; ;) {
      const post = this.#post(text, at, start === end);
      if (!post) break;
      posts.unshift(post);
      start = this.#owners.start(sentence, post, names);
      const mark = text[start - 1] ?? '';
      if (mark === '，' && this.#goesOn(sentence, start, end, names)) at = start - 1;
      else if (
        mark === '、' ||
        mark === '兼' ||
        mark === '暨' ||
        (BLANK.test(mark) && this.#isOwned(sentence, start - 1, names))
      )
        at = start - 1;
      else break;
    }
    if (posts.length === 0 || COUNTED.test(text.slice(Math.max(0, start - 2), start))) return undefined;
    // ——记农学院教授: how the deck of a portrait begins.
    if (text[start] === '记' && /[—─-]/.test(text[start - 1] ?? '') && start + 1 < posts[0]!.start) start++;
    const own = names.filter((name) => name.type !== 'person' && name.end > start && name.end <= end);
    const isRole = posts.every((post) => ROLE.test(text.slice(post.start, post.end)));
    if (isRole && !own.some((name) => isOwner(text, name)) && !OWNED.test(text.slice(start, end))) return undefined;
    if (posts.every((post) => isCrowd(text, post))) return undefined;
    const bodies = own.map((name) => text.slice(Math.max(start, name.start), name.end));
    return { title: text.slice(start, end), start, end, posts, bodies };
  }

  /**
   * Whether the titles of one person go on before a comma: 市委农办主任，市农业农村局局长王建国. Then each side names whose
   * posts they are, and what stands before the comma is all of a clause.
   */
  #goesOn(sentence: Sentence, start: number, end: number, names: readonly Candidate[]): boolean {
    const { text } = sentence;
    const holds = (from: number, to: number): boolean =>
      names.some(({ type, ...name }) => type === 'organization' && name.start >= from && name.end <= to);
    if (!holds(start, end)) return false;
    let from = start - 1;
    for (let at = from; ;) {
      const post = this.#post(text, at, false);
      if (!post) return false;
      from = this.#owners.start(sentence, post, names);
      if (text[from - 1] !== '、') break;
      at = from - 1;
    }
    const before = text[from - 1] ?? '。';
    return (
      holds(from, start) &&
      /[，。；：”\s]/.test(before) &&
      !names.some((name) => name.type === 'person' && (name.end === from - 1 || name.end === from))
    );
  }

  /** Whether a post with whose it is ends at `end`: 市委常委[ 副市长]. */
  #isOwned(sentence: Sentence, end: number, names: readonly Candidate[]): boolean {
    const post = this.#post(sentence.text, end, false);
    return post !== undefined && this.#owners.start(sentence, post, names) < post.start;
  }

  /** One post that ends at `end`, with the prefixes that build it: 常务副市长, 副校长（主持工作）. */
  #post(text: string, end: number, mayBracket: boolean): Span | undefined {
    let headEnd = end;
    if (mayBracket && /[）)]/.test(text[end - 1] ?? '')) {
      const open = Math.max(text.lastIndexOf('（', end - 1), text.lastIndexOf('(', end - 1));
      if (open < 0 || end - open > 16) return undefined;
      headEnd = open;
    }
    const head = this.#lexicons.titleEnds.longestBefore(text, headEnd);
    if (head?.value !== 'post' || headEnd - head.start < 2) return undefined;
    let start = head.start;
    if (PROPOSED.test(text.slice(start, headEnd))) {
      const post = this.#post(text, start, false);
      return post && { start: post.start, end };
    }
    for (;;) {
      const prefix = this.#lexicons.titlePrefixes.longestBefore(text, start);
      if (!prefix || (text[start - 1] === '代' && !ACTED_FOR.test(text.slice(start, headEnd)))) break;
      start = prefix.start;
    }
    if (text[start - 1] === '兼') {
      const earlier = this.#post(text, start - 1, false);
      if (earlier) start = earlier.start;
    }
    return { start, end };
  }
}

function isCrowd(text: string, { start, end }: Span): boolean {
  const post = text.slice(start, end);
  return CROWD.test(post) && !RANKED.test(post);
}

function isOwner(text: string, { type, start, end }: Candidate): boolean {
  return type === 'organization' || GOVERNING.test(text.slice(start, end));
}
