import type { Span } from '../text/span.ts';
import type { Candidate } from './candidate.ts';
import type { EntityLexicons } from './entityLexicons.ts';

/** A title that a sentence gives a person, as written. */
export interface GivenTitle extends Span {
  readonly title: string;
  /** The words of the posts alone, without the bodies and places before them. */
  readonly posts: readonly Span[];
  /** The bodies and places that it names, as written. */
  readonly bodies: readonly string[];
}

/** Generic words that stand between a body and a post, or before a post where no body is named. */
const LOOSE =
  /(?:全国|国家|党和国家|原|前|时任|现任|新任|首任|副|常务|主要|有关|相关|市|省|县|区|州|镇|乡|村|中共|驻华|自治州|自治区|自治县|地区|厂|矿|校|院|段|站|车间|工区|教授级|正高级|副高级|一级|二级|三级|四级|第一|第二|机关|基层|社区|集团|公司|大学|学院|医院|学校|中学|小学|部门|单位|企业|协会|代表团|常驻代表|首席|高级|资深|著名|知名|优秀|青年|中国|美国)$/;

/** A unit of a body between its name and a post: 医院 [感染科] 主任. */
const UNIT = /^[\u4e00-\u9fff]+[科部室处组队班所系站团办区]$/;
/** What somebody is called for a part in a story; without a post beside it no title. */
const ROLE = /(?:球员|选手|队员|运动员|专家|企业家|干部|传承人|嘉宾|官员)$/;

/** Reads chains of titles: posts with the bodies and places that they belong to. */
export class TitleChains {
  readonly #lexicons: EntityLexicons;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
  }

  /** The chain of titles that ends at `end`: 省委常委、市委书记. */
  endingAt(text: string, end: number, names: readonly Candidate[]): GivenTitle | undefined {
    const posts: Span[] = [];
    let start = end;
    for (let at = end; ;) {
      const post = this.#post(text, at, start === end);
      if (!post) break;
      posts.unshift(post);
      start = this.#owner(text, post, names);
      const mark = text[start - 1] ?? '';
      if (mark !== '、' && mark !== '兼' && mark !== '暨') break;
      at = start - 1;
    }
    if (posts.length === 0) return undefined;
    // ——记农学院教授: how the deck of a portrait begins.
    if (text[start] === '记' && /[—─-]/.test(text[start - 1] ?? '') && start + 1 < posts[0]!.start) start++;
    const own = names.filter((name) => name.type !== 'person' && name.end > start && name.end <= end);
    const isRole = posts.every((post) => ROLE.test(text.slice(post.start, post.end)));
    if (isRole && !own.some(({ type }) => type === 'organization')) return undefined;
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

  /** Where the title begins whose post is `post`: bodies and places before it belong to it. */
  #owner(text: string, post: Span, names: readonly Candidate[]): number {
    for (let at = post.start; ;) {
      const name = names.find(
        (candidate) =>
          candidate.type !== 'person' &&
          candidate.start < at &&
          candidate.end <= post.end &&
          (candidate.end >= at || (at - candidate.end <= 5 && UNIT.test(text.slice(candidate.end, at)))),
      );
      if (name) {
        at = name.start;
        continue;
      }
      const prefix = this.#lexicons.titlePrefixes.longestBefore(text, at);
      if (prefix) {
        at = prefix.start;
        continue;
      }
      const generic = this.#lexicons.bodySuffixes.longestBefore(text, at);
      if (
        generic &&
        generic.value !== 'none' &&
        at - generic.start > 1 &&
        !/[我全各该本]/.test(text[generic.start - 1] ?? '')
      ) {
        at = generic.start;
        continue;
      }
      const loose = LOOSE.exec(text.slice(Math.max(0, at - 6), at));
      if (loose && !/[我全各该本]/.test(text[at - loose[0].length - 1] ?? '')) {
        at -= loose[0].length;
        continue;
      }
      return at;
    }
  }
}
