import type { Span } from '../text/span.ts';
import type { Candidate } from './candidate.ts';
import type { EntityLexicons } from './entityLexicons.ts';
import type { Sentence } from './sentence.ts';
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
  /(?:球员|选手|队员|运动员|门将|守门员|前锋|后卫|中场|中锋|专家|企业家|干部|传承人|嘉宾|官员|作家|诗人|学者|翻译家|评论家)$/;
/** Places that have people of their own: 街道干部, 镇巡防队员. */
const GOVERNING = /(?:街道|社区|[县区旗镇乡村])$/;
/** A post that somebody is proposed for: 主席[提名人选]. */
const PROPOSED = /^(?:提名)?(?:人选|候选人)$/;

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
      if (mark !== '、' && mark !== '兼' && mark !== '暨') break;
      at = start - 1;
    }
    if (posts.length === 0) return undefined;
    // ——记农学院教授: how the deck of a portrait begins.
    if (text[start] === '记' && /[—─-]/.test(text[start - 1] ?? '') && start + 1 < posts[0]!.start) start++;
    const own = names.filter((name) => name.type !== 'person' && name.end > start && name.end <= end);
    const isRole = posts.every((post) => ROLE.test(text.slice(post.start, post.end)));
    if (isRole && !own.some((name) => isOwner(text, name)) && !/非遗|文化遗产/.test(text.slice(start, end))) return undefined;
    const bodies = own.map((name) => text.slice(Math.max(start, name.start), name.end));
    return { title: text.slice(start, end), start, end, posts, bodies };
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
    if (head?.value !== 'post') return undefined;
    let start = head.start;
    if (PROPOSED.test(text.slice(start, headEnd))) {
      const post = this.#post(text, start, false);
      return post && { start: post.start, end };
    }
    for (;;) {
      const prefix = this.#lexicons.titlePrefixes.longestBefore(text, start);
      if (!prefix) break;
      start = prefix.start;
    }
    if (text[start - 1] === '兼') {
      const earlier = this.#post(text, start - 1, false);
      if (earlier) start = earlier.start;
    }
    return { start, end };
  }
}

function isOwner(text: string, { type, start, end }: Candidate): boolean {
  return type === 'organization' || GOVERNING.test(text.slice(start, end));
}
