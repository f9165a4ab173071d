import { part, pattern } from '../../text/pattern.ts';
import { BLANK, HAN } from '../../text/patternParts.ts';
import type { Span } from '../../text/span.ts';
import { bylineOf, type BylineMatch } from './byline.ts';
import { OWN_MEDIA } from './bylineWords.ts';
import type { BylineTools } from './people.ts';

const OPEN = '[（(【〔]';
const CLOSE = '[）)】〕]';
const NAMES = part`(?:(?:${HAN}|[A-Za-z·•]){1,8}(?:${BLANK}|[、/／])*){1,6}`;

/** What every credit holds; a search for it costs a tenth of one for the forms. */
const SHOT = /(?<!拍|航)摄|摄影|供图|发|图片|资料|视觉|照片|提供|图[：:/／]|[/／]图|[/／]摄|制图|绘图|来源/u;
/** What may stand in brackets behind a credit. */
const PHOTO_NOTE = /[（(](?:传真照片|资料照片|资料图片|资料图|图片|照片|附图片|附图|传真|摄影报道|新华社发)[）)]$/u;
const BRACKETED = pattern`^${OPEN}([^（(【〔]*)${CLOSE}$`;
const TWO_BRACKETS = pattern`^${OPEN}([^（(【〔）)]*)${CLOSE}${OPEN}[^（(）)]{2,12}${CLOSE}$`;
const ARTIST_BRACKET = pattern`^${OPEN}(${HAN}{2,4})${BLANK}*(?:画|绘|书|作|刻|剪|制图|绘图)${CLOSE}$`;
const DRAWN = pattern`^(${HAN}{2,4})${BLANK}+(?:绘|画|图|制图|漫画|插图)$`;
/** Who wrote as well signs a story, not a photo. */
const WRITTEN_TOO = /文[/／、]?[图摄]|[图摄][/／、]?文|采写|撰文/u;
/** 图片新闻 and the like head a story. */
const PICTURE_STORY = /^(?:图片|摄影|图)(?:新闻|故事|专题|报道)/u;
const TAIL_BRACKET = pattern`${OPEN}([^（(【〔）)】〕]{2,40})${CLOSE}${BLANK}*$`;
/** How a credit without brackets ends; saves the search for it where a text ends with a stop. */
const TAIL_END = pattern`
  (?:
    社|(?:摄影|摄|供图|图片|图)[ \u3000：:/／].{2,16}|摄|影|图|片|提供|报道|发|记者[^。]{0,12}|[）)]
  )[ \u3000]*$
`;

function patternsOf({ words, parts: { agency, media, role } }: BylineTools) {
  const work = part`${words.of('photoWork')}|(?<!拍|航)摄`;
  const who = part`(?:(?:${media}|${role})+${BLANK}*)?`;
  const agencies = part`${agency}|${words.of('photoAgency')}`;
  // 新华社发（陈颖 摄）, 新华社发, 新华社/法新.
  const ofAgency = part`
    ${agencies}
    (?:
      ${BLANK}*(?:发|供图|供本报特稿|图片|照片|资料图片|资料照片|发${agencies}(?:照片|图片))|
      ${BLANK}*[/／]${BLANK}*${agencies}
    )?
    (?:${OPEN}[^（(）)]{2,30}${CLOSE})?
  `;
  // 资料图片, 图片来源：….
  const nameless = part`
    (?:本报)?
    (?:资料图片|资料图|资料照片|档案图片|网络图片|视频截图|效果图|示意图|图片来源[：:]?.{2,16}|来源[：:].{2,16})
  `;
  // 本报记者 …摄.
  const shotBy = part`${who}${NAMES}${BLANK}*${work}`;
  // 本版图片均由 … 提供, 摄影：….
  const photosBy = part`
    (?:
      (?:本报|本版|压题|题头|题图|头题|资料|附|本文|文中)?(?:摄影|图片|供图|图|摄|照片|图文|插图|漫画)
      (?:均|除署名外均|除署名外)?${BLANK}*(?:由|为)?${BLANK}*[：:/／|｜]?${BLANK}*
    )${who}${NAMES}(?:${BLANK}*(?:摄|提供|供图))?
  `;
  return {
    phrase: pattern`^(?:${ofAgency}|${nameless}|${photosBy})$`,
    shotBy: pattern`^${shotBy}$`,
    // Saves the search for names in front of it where a line ends otherwise.
    workAtEnd: pattern`${work}$`,
    nameless: pattern`^(?:${ofAgency}|${nameless})$|供图$|提供[)）]?$|发[（(].*[)）]$`,
    agencyBefore: pattern`(?:${agencies}|${OWN_MEDIA})(?:发|供图)?$`,
    agencies: pattern`^${agencies}[/／]${agencies}$`,
    // 图片由…提供 by a body, and not by somebody with a name.
    given: pattern`^(?:本文|本版)?(?:图片|照片|图)(?:均)?由${HAN}*${words.of('photoGiver')}提供$`,
    tail: pattern`
      (?<=[。！？”》）)]|${BLANK})(?:${BLANK})*
      (
        (?:${who}${NAMES}${BLANK}*${work})|
        (?:(?:摄影|摄|供图|图片)(?:${BLANK}+|${BLANK}*[：:/／]${BLANK}*)|图[：:/／])
        (?:${HAN}{2,4}(?:${BLANK}+|、)?){1,3}|
        (?:图片|照片)(?:均)?由${HAN}{2,16}提供|
        ${agencies}[/／]${agencies}|
        ${agencies}(?:发|记者)[^。]{0,24}
      )$
    `,
  };
}

/** Reads the credits of photos. */
export class Credits {
  readonly #tools: BylineTools;
  readonly #patterns: ReturnType<typeof patternsOf>;

  constructor(tools: BylineTools) {
    this.#tools = tools;
    this.#patterns = patternsOf(tools);
  }

  /** A line that holds nothing but a photo credit: 本报记者 …摄, （… 摄）, 新华社发（… 摄）, 资料图片. */
  line(line: string): BylineMatch | undefined {
    if (line.length > 60 || /[。！？；]/u.test(line)) return undefined;
    const whole = { start: 0, end: line.length };
    const note = PHOTO_NOTE.exec(line);
    if (note && note.index > 0) {
      const credit = this.line(line.slice(0, note.index).trimEnd());
      return credit && { ...credit, end: line.length };
    }
    const drawn = DRAWN.exec(line)?.[1];
    if (drawn !== undefined && this.#tools.names.isName(drawn))
      return bylineOf(whole, [{ start: 0, end: drawn.length, name: drawn }]);
    const inner = (BRACKETED.exec(line) ?? TWO_BRACKETS.exec(line))?.[1];
    if (inner === undefined) return this.#credit(line, whole, whole);
    const artist = ARTIST_BRACKET.exec(line)?.[1];
    if (artist !== undefined && this.#tools.names.isName(artist))
      return bylineOf(whole, [{ start: 1, end: 1 + artist.length, name: artist }]);
    return this.#credit(line, { start: 1, end: 1 + inner.length }, whole);
  }

  /** A credit at the end of a caption: …。新华社发（… 摄）, …（… 摄）, …。张三摄. */
  trailing(text: string): BylineMatch | undefined {
    const tail = text.slice(-64);
    const shift = text.length - tail.length;
    const open = TAIL_END.test(tail) ? this.#patterns.tail.exec(tail)?.[1] : undefined;
    if (open !== undefined) {
      const place = { start: text.length - open.length, end: text.length };
      const match = this.#credit(text, place, place);
      if (match) return match;
    }
    const bracket = TAIL_BRACKET.exec(tail);
    if (bracket?.[1] === undefined || bracket[1].startsWith('来源')) return undefined;
    const opens = shift + bracket.index;
    const before = this.#patterns.agencyBefore.exec(text.slice(Math.max(0, opens - 12), opens));
    const inner = { start: opens + 1, end: opens + 1 + bracket[1].length };
    return this.#credit(text, inner, { start: opens - (before?.[0].length ?? 0), end: text.length });
  }

  /** The credit in `inner` of a text, with the extent `whole`; undefined if it is none. */
  #credit(text: string, inner: Span, whole: Span): BylineMatch | undefined {
    const written = text.slice(inner.start, inner.end);
    const words = written.trim();
    if (!this.#looksLikeCredit(written, words)) return undefined;
    if (this.#patterns.given.test(words)) return bylineOf(whole, []);
    const { people, media, clean } = this.#tools.people.parse(text, inner.start, inner.end, words.endsWith('摄'));
    // Without a name only the set phrases are credits: 一部大片开摄 is a headline.
    const known = people.length === 0 ? this.#patterns.nameless.test(words) : clean || /摄[)）]?$|供图/u.test(written);
    return known && !PICTURE_STORY.test(words) ? bylineOf(whole, people, media) : undefined;
  }

  #looksLikeCredit(written: string, words: string): boolean {
    if (!SHOT.test(written) && !this.#patterns.agencies.test(words)) return false;
    if (WRITTEN_TOO.test(written)) return false;
    const { phrase, shotBy, workAtEnd } = this.#patterns;
    return phrase.test(words) || (workAtEnd.test(words) && shotBy.test(words));
  }
}
