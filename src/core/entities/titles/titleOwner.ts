import { CharSet, isHan } from '../../text/charSet.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import type { Sentence } from '../tokens/sentence.ts';
import { KIND } from '../tokens/wordKinds.ts';

/** Generic words that stand between a body and a post, or before a post where no body is named. */
const LOOSE =
  /(?:[省市县区州旗]委|全国|国家|党和国家|原|前|时任|现任|新任|首任|副|常务|主要|有关|相关|市|省|县|区|州|镇|乡|村|中共|驻华|自治州|自治区|自治县|地区|厂|矿|校|院|段|站|车间|工区|教授级|正高级|副高级|一级|二级|三级|四级|第一|第二|(?:民事|刑事|行政)审判(?:第[一二三四五六七八九十]+)?庭|[民刑行立][一二三四五]?庭|(?:立案|速裁|少年|家事)庭|机关|基层|村级组织|社区|集团|公司|大学|学院|医院|学校|中学|小学|部门|单位|企业|协会|代表团|常驻代表|首席|高级|资深|著名|知名|优秀|民营|民间|青年|中国|美国)$/;
const LONGEST_LOOSE = 8;
/** 我市, 全省, 该县, 本院: no name of a body, nor a part of a title. */
const POINTING = new CharSet('我全各该本两');

/** A body by its last character, where a clause begins with it: 、[局]党组成员, 等[部]领导. */
const OWN_BODY = /(?:^|[，、。；：（等和及])[局部委厅社行馆台所署办院]$/;
/** Ends of the units of a body, which stand between its name and a post or alone: [感染科] 主任, [调度室] 值班员. */
const UNIT_END = new CharSet('科部室处组队班所系站团办区');
/** … and of those whose head is named with the same character again. */
const REPEATED = new CharSet('科处部室司局厅署所站队组班团社院乡镇村县区');
/** Words that end like a unit and are none. */
const NO_UNIT = new Set(
  '干部 全部 内部 外部 局部 头部 腹部 南部 北部 东部 西部 中部 部队 军队 排队 本科 学科 专科 理科 文科 百科 到处 好处 何处 各处 用处 坏处 害处 处处 教室 居室 卧室 浴室 温室 小组 全组 全班 上班 下班 值班 跟班 晚班 早班 夜班 带班 加班 接班 同班 场所 厕所 住所 关系 联系 体系 星系 地区 山区 社区 小区 景区 辖区 市区 城区 郊区 灾区 老区 片区 车站 网站 集团 社团 兵团 师团 各办 主办 承办 协办 督办 经办 包办 创办 举办 兴办 开办 一办 代办'.split(
    ' ',
  ),
);
/** What stands between a body's name and a post has no more words and characters than these: 省电视台 [节目] 主持人. */
const MOST_WORDS = 3;
const LONGEST_GAP = 8;
/** A name in brackets behind a body's name: 集团（报社）. */
const LONGEST_BRACKET = 16;
/** Posts of a paper or magazine, whose name stands in 《》 before them. */
const OF_PAPER = /(?:主编|总编|总编辑|编辑|社长|编委|主笔|编审)$/;
/** How the bearer of a craft is called in full: 省级非遗项目皮影戏代表性 [传承人]. */
const HERITAGE =
  /(?:国家级|世界级|[省市县区州]级|自治区级)?(?:非物质文化遗产|非遗)(?:代表性)?(?:项目|名录)?[“《]?[\u4e00-\u9fff]{0,12}[”》]?(?:项目)?(?:代表性)?$/;
const LONGEST_HERITAGE = 36;
/** What somebody has won: [茅盾文学奖]得主. */
const AWARD = /(?:^|[，、。；：”）])((?:第[\u4e00-\u9fff]{1,3}届)?“?[\u4e00-\u9fff]{2,10}奖”?)$/;
const LONGEST_AWARD = 18;
/** A group that a body sends out or sets up, behind its name: 市委[“…”主题教育第三巡回指导组]组长. */
const SENT =
  /(?:“[^“”]{2,16}”)?(?:[\u4e00-\u9fff]{2,4}教育|[\u4e00-\u9fff]{2,6}专项[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{2,6}工作)?(?:第[一二三四五六七八九十]{1,3})?(?:巡回)?(?:指导|督导|督查|督察|巡视|巡察|检查|调研|考核|工作)组$/;
const LONGEST_SENT = 36;

/** Reads what a post is said to be of: the bodies, units and places that stand before it. */
export class TitleOwners {
  readonly #lexicons: EntityLexicons;

  constructor(lexicons: EntityLexicons) {
    this.#lexicons = lexicons;
  }

  /** Where the title begins whose post is `post`; `names` are the persons, places and bodies of the sentence. */
  start(sentence: Sentence, post: Span, names: readonly Candidate[]): number {
    const { text } = sentence;
    let at = post.start;
    for (;;) {
      const before = this.#step(sentence, at, post, names);
      if (before === at) break;
      at = before;
    }
    if (text.startsWith('得主', post.end - 2) || text.startsWith('获得者', post.end - 3)) {
      const award = AWARD.exec(text.slice(Math.max(0, at - LONGEST_AWARD), at))?.[1];
      return award === undefined ? at : at - award.length;
    }
    if (!text.startsWith('传承人', post.end - 3)) return at;
    const heritage = HERITAGE.exec(text.slice(Math.max(0, at - LONGEST_HERITAGE), at));
    return heritage
      ? this.start(sentence, { start: at - heritage[0].length, end: at - heritage[0].length }, names)
      : at;
  }

  /** One piece further to the left; `at` itself if what stands there is none of the title. */
  #step(sentence: Sentence, at: number, post: Span, names: readonly Candidate[]): number {
    const { text } = sentence;
    const name = names.find(({ type, start, end }) => type !== 'person' && start < at && end >= at && end <= post.end);
    if (name) return name.start;
    if (text[at - 1] === '》' && OF_PAPER.test(text.slice(post.start, post.end))) {
      const open = text.lastIndexOf('《', at);
      if (open >= 0 && at - open < LONGEST_BRACKET) return open;
    }
    const bracket = bracketStart(text, at, names);
    if (bracket !== undefined) return bracket;
    const sent = text[at - 1] === '组' ? sentStart(text, at, names) : undefined;
    if (sent !== undefined) return sent;
    const same = sameUnitStart(sentence, at, names);
    if (same !== undefined) return same;
    const prefix = this.#lexicons.titlePrefixes.longestBefore(text, at);
    if (prefix && text[at - 1] !== '代') return prefix.start;
    const gap = gapStart(sentence, at, names);
    if (gap !== undefined) return gap;
    const generic = this.#lexicons.bodySuffixes.longestBefore(text, at);
    if (
      generic &&
      generic.value !== 'none' &&
      at - generic.start > 1 &&
      !POINTING.has(text.charCodeAt(generic.start - 1))
    )
      return modifierStart(sentence, generic.start);
    const loose = LOOSE.exec(text.slice(Math.max(0, at - LONGEST_LOOSE), at))?.[0].length;
    if (loose !== undefined && !POINTING.has(text.charCodeAt(at - loose - 1))) return at - loose;
    if (OWN_BODY.test(text.slice(Math.max(0, at - 2), at))) return at - 1;
    return unitStart(sentence, at);
  }
}

/** Where the name of the body ends that sent the group whose name ends at `at`. */
function sentStart(text: string, at: number, names: readonly Candidate[]): number | undefined {
  const group = SENT.exec(text.slice(Math.max(0, at - LONGEST_SENT), at))?.[0];
  const start = at - (group?.length ?? 0);
  return names.some(({ type, end }) => type === 'organization' && end === start) ? start : undefined;
}

/**
 * Where the name of a unit begins whose last character the post repeats: [检修科]科长, [青石乡]乡长, whatever the segmenter
 * makes of the name.
 */
function sameUnitStart(sentence: Sentence, at: number, names: readonly Candidate[]): number | undefined {
  const { text, starts, words, kinds } = sentence;
  if (text[at] !== text[at - 1] || !REPEATED.has(text.charCodeAt(at)) || text[at + 1] !== '长') return undefined;
  // Behind a name of a place or body all of it is the unit's.
  const name = names.find(({ type, end }) => type !== 'person' && end < at - 1 && at - end <= LONGEST_GAP);
  if (name && isAllHan(text, name.end, at) && (kinds[sentence.wordAt(name.end)]! & KIND.grammar) === 0) return name.end;
  let start = at - 1;
  let index = sentence.wordAt(start);
  if (starts[index]! < start) start = starts[index]!;
  for (let count = start === at - 1 ? 0 : 1; count < 2 && starts[index]! >= start; count++) {
    const before = words[index - 1];
    if (
      !before ||
      before.word.length < 2 ||
      !/^(?:n.*|v|vn|j|b|l|a|an|x)$/.test(before.tag) ||
      !isAllHan(before.word, 0, before.word.length)
    )
      break;
    index--;
    start = starts[index]!;
  }
  return start < at - 1 && !POINTING.has(text.charCodeAt(start)) ? start : undefined;
}

/** Where the body's name ends that a bracket with another one stands behind: 集团（报社）[总编辑]. */
function bracketStart(text: string, at: number, names: readonly Candidate[]): number | undefined {
  if (!/[）)]/.test(text[at - 1] ?? '')) return undefined;
  const open = Math.max(text.lastIndexOf('（', at - 1), text.lastIndexOf('(', at - 1));
  if (open < 0 || at - open > LONGEST_BRACKET) return undefined;
  const isBody = ({ type }: Candidate): boolean => type === 'organization';
  const inside =
    names.some((name) => isBody(name) && name.end === at - 1 && name.start > open) ||
    /[社局部院校司团网台报厅会]/.test(text[at - 2]!);
  return inside && names.some((name) => isBody(name) && name.end === open) ? open : undefined;
}

/** Where the name ends that only some nouns stand behind up to `at`: 市医院 [骨科] 医生. */
function gapStart(sentence: Sentence, at: number, names: readonly Candidate[]): number | undefined {
  const { text, starts, words } = sentence;
  if (!sentence.isBoundary(at)) {
    // 皮肤[科主任]: the post is cut out of a unit's name.
    const name = names.find(({ type, end }) => type === 'organization' && end < at && at - end <= 5);
    return name && isAllHan(text, name.end, at) && (sentence.kinds[sentence.wordAt(name.end)]! & KIND.grammar) === 0
      ? name.end
      : undefined;
  }
  if (
    text[at - 2] === '某' &&
    UNIT_END.has(text.charCodeAt(at - 1)) &&
    names.some(({ type, end }) => type === 'organization' && end === at - 2)
  )
    return at - 2;
  // The unit's last character may be read as the post's first: 市中医院[推拿]科主任.
  const isOfUnit =
    UNIT_END.has(text.charCodeAt(at - 1)) || (UNIT_END.has(text.charCodeAt(at)) && text[at + 1] === '主');
  let index = sentence.wordAt(at - 1);
  for (let count = 0; count < MOST_WORDS && index >= 0; count++, index--) {
    const start = starts[index]!;
    const { word, tag } = words[index]!;
    // What a unit is for may be a verb: [感染]科.
    if (at - start > LONGEST_GAP || !(isNoun(word, tag) || (tag === 'v' && word.length === 2 && isOfUnit)))
      return undefined;
    if (names.some((name) => name.start < sentence.endOf(index) && name.end > start)) return undefined;
    const name = names.find(({ type, end }) => type !== 'person' && end === start);
    if (name && (name.type === 'organization' || UNIT_END.has(text.charCodeAt(at - 1)))) return start;
  }
  return undefined;
}

/** Where a unit begins that is named without its body: [调度室] 值班员, [皮肤 科] 主任. */
function unitStart(sentence: Sentence, at: number): number {
  const { text, words, starts } = sentence;
  // The unit's last character is taken for the post's first: 急诊[科主任].
  if (UNIT_END.has(text.charCodeAt(at)) && text.startsWith('主任', at + 1)) {
    const start = unitStart(sentence, at + 1);
    return start > at ? at : start;
  }
  if (!sentence.isBoundary(at) || !UNIT_END.has(text.charCodeAt(at - 1))) return at;
  const index = sentence.wordAt(at - 1);
  const { word, tag } = words[index]!;
  if (word.length > 1)
    return NO_UNIT.has(word) || !isNoun(word, tag) || POINTING.has(word.charCodeAt(0)) ? at : starts[index]!;
  const before = words[index - 1];
  if (
    before === undefined ||
    before.word.length < 2 ||
    !isNoun(before.word, before.tag) ||
    NO_UNIT.has(before.word + word)
  )
    return at;
  return starts[index - 1]!;
}

/** Where the noun begins that says what kind of body a general word means: [刑侦]大队, [经营]部. */
function modifierStart(sentence: Sentence, start: number): number {
  if (!sentence.isBoundary(start) || start === 0) return start;
  const index = sentence.wordAt(start - 1);
  const { word, tag } = sentence.words[index]!;
  if (word.length !== 2 || !/^(?:n|nz|vn|j|b)$/.test(tag)) return start;
  const before = sentence.starts[index]!;
  // At the beginning of a clause, or behind a word of grammar: else it may be said of something else.
  const closed =
    before === 0 ||
    /[，、；：。“（]/.test(sentence.text[before - 1]!) ||
    (sentence.kinds[index - 1]! & KIND.grammar) !== 0;
  return closed ? before : start;
}

function isNoun(word: string, tag: string): boolean {
  if (/^[0-9A-Za-z]+$/.test(word)) return true;
  return (
    isAllHan(word, 0, word.length) &&
    /^(?:n|nr|nrt|nt|nz|ng|vn|j|b|x|l)$/.test(tag) &&
    !POINTING.has(word.charCodeAt(0))
  );
}

function isAllHan(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isHan(text.charCodeAt(at))) return false;
  return true;
}
