import { BLANKS, CharSet } from '../../../text/charSet.ts';
import type { Candidate, CandidateSource } from '../../candidate.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { Evidence } from '../../mention.ts';
import { ALL_PARTS } from '../../parts.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { KIND } from '../../tokens/wordKinds.ts';

/** Verbs, numbers and adjectives are names' parts only in these words. */
const INNER_WORD =
  /^(?:管理|发展|研究|建设|服务|投资|开发|监督|检查|监察|保护|合作|交流|促进|教育|培训|设计|规划|生产|运输|储备|指导|协调|领导|改革|保障|救助|创作|展览|策展|执法|应急|巡视|巡察|督导|调查|评估|咨询|贸易|进出口|出口|进口|制造|加工|修理|纺织|印刷|出版|发行|广播|通信|联合|综合|中级|高级|第[一二三四五六七八九十百0-9０-９]+|[一二三四五六七八九十]|少儿|交易|防治|治疗|康复|保险|证券|租赁|安装|装饰|维修|试验|实验|检测|检验|检疫|监测|控制|预防|勘察|勘探|勘测|测绘|编辑|翻译|作战|训练|测试|整治|治理|复垦|采购|销售|经营|旅游|养殖|种植|屠宰|灌溉|绿化|环保|防疫|防汛|抗旱|抗震|救灾|扶贫|脱贫|振兴|稽查|侦查|拍卖|收购|供应|供销|招商|引资|信访|就业|劳动|仲裁|鉴定|考试|招生|留学|演出|表演|竞赛|登山|射击|游泳|举重|体操|常务|执行|筹备|组织|选举|纪律检查|大|新|小|老|[东西南北中]|驻[\u4e00-\u9fff]{1,3}|铺轨|架桥|接触网|检修|运用|调度|运输|通行|外派|驻外|铸钢|炼钢|炼铁|轧钢|转炉|平炉|锻造|装配|冲压|总装|养护|公路|疏导|清运|拥军|优抚|殡葬|助残|支教|支农|维权|禁毒|缉毒|缉私|反恐|打假|打黑|扫黄|打私|便民|惠民|助老|救护|急救|防护|育种|繁育|推广|测报|防控|预报|预警|供电|供水|供热|供气|排水|节水|调水|治沙|造林|育林|护林|防火)$/;
/** Levels of government that stand before a short form: 市人大常委会, 省供销社. */
const LEVELS: ReadonlySet<string> = new Set(
  '省 市 县 区 州 旗 盟 乡 镇 村 自治州 自治区 自治县 地区 兵团 路局 省立 市立 县立 国立 西南 华中 中南 东南 国家 中央 全国 中国 中华 国际 世界 亚洲 亚太 欧洲 联合国 全球 中共 省级 市级 县级 人民 华北 华东 东北 西北 华南 中央军委 国务院'.split(
    ' ',
  ),
);
/** What makes a level word part of a common noun: 我市, 全省, 该县. */
const DETERMINER = /^(?:我|全|该|本|各|每|此|某|多|两|三|外|贵|他|她|你|这|那|几|数)$/;
/** After the party groups of a body stands a post, and they stay outside its name. */
const PARTY_GROUP = /^(?:党组|党委|党总支|党支部|党工委|总支|支部|机关党委)$/;
const PARTY_POST = /^(?:书记|副书记|第一书记|委员|副|成员|常务|专职|办公室主任|班子|会议|理论)/;
/** Posts that swallow the last character of the body: 外交部长 is 外交部 with 长. */
const HEAD_OF = /[部厅局署司处]长$/;
/** Names of companies hold any word of two characters; these mostly lead to one instead. */
const COMPANY_END = /(?:有限公司|有限责任公司|集团|合作社|实业公司|科技公司|总公司|厂)$/;
const NO_BRAND =
  /^(?:成立|来到|走进|参观|调研|考察|位于|进入|加入|负责|担任|就是|属于|成为|组建|创办|创建|注册|通过|经过|根据|按照|依托|引进|引入|联合|支持|帮助|要求|组织|已经|目前|现在|今年|去年|昨天|今天|近日|日前|其中|需要|所属|所在|签约|委托|邀请|协调|督促|指导|批准|收购|控股|投诉|起诉|告诉|还有|没有|拥有|名叫|叫做|以及|包括|例如|比如)$/;
/** A preposition that the segmenter joins to a level of government: 从市[教育局]. */
const GLUED_LEVEL = /^[从在到据由向对与和为经][省市县区州]$/;
/** A conjunction or preposition that the segmenter joined to a brand that it does not know. */
const GLUED_BRAND = /^[及与和由对向在将][\u4e00-\u9fff]{2}/;
/** The name of the paper at the beginning of a line that tells the day and the page. */
const MASTHEAD = /^[\u4e00-\u9fff]{3,10}报(?=[\s\u3000]+(?:\d{4}年|第|星期)|$)/;
/** How sure a body is that no name shows. */
const GENERIC = 0.6;
const NO_GENERIC =
  /^(?:国有|民营|私营|外资|合资|上市|大型|中型|小型|股份制|乡镇|各类|有关|相关|当地|外国|国际|国家|民间|社会|家族|跨国|专业|综合|私立|公立|重点|著名|知名|普通|基层|地方|村级|市级|县级|省级|高等|初等|中等|职业|成人|业余|本地|外地|其他|许多|部分|所属|下属|该|其|我)/;
/** Before a name that a level of government begins. */
const OPENS_CLAUSE = new CharSet(`，。、；：！？（）“”《》${BLANKS}在由与和同向对经从到受据是为及`);
const STOPS_NAME = new CharSet(`，。、；：！？（）“”《》${BLANKS}的了是在将把被`);
const LEVEL_FIRST = new CharSet('省市县区州镇乡');
/** After a name of a body: a mark, or what a post or an act begins with. */
const CLOSES_NAME = new CharSet(
  '，。、；：！？（）“”》党组局主副书工负相有对和与及的在将联举召要会就介分立按开推做继坚',
);
const CHIEF = '长'.charCodeAt(0);

/** Finds bodies in a sentence: known ones, and names that end in a body's ending, whole. */
export class OrganizationSource implements CandidateSource {
  readonly #lexicons: EntityLexicons;
  readonly #steps: readonly ((sentence: Sentence, found: Candidate[]) => void)[];

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#lexicons = lexicons;
    this.#steps = parts.of([
      ['organizations.byLexicon', (sentence, found) => this.#byLexicon(sentence, found)],
      ['organizations.byEnding', (sentence, found) => this.#byEnding(sentence, found)],
      ['organizations.byLevel', (sentence, found) => this.#byLevel(sentence, found)],
      ['organizations.byPaperMarks', (sentence, found) => this.#byPaperMarks(sentence, found)],
    ]);
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const found: Candidate[] = [];
    for (const step of this.#steps) step(sentence, found);
    return found;
  }

  #byLexicon(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    for (const { start, end } of this.#lexicons.bodies.longestIn(text)) {
      const startsWord = sentence.isBoundary(start);
      if (!startsWord && end - start < 4) continue;
      const head = text.charCodeAt(end) === CHIEF && HEAD_OF.test(text.slice(start, end + 1));
      const endsWord = sentence.isBoundary(end) || head;
      if (/(?<!^自治[州区县])党[委组]$/.test(text.slice(start, end)) && PARTY_POST.test(text.slice(end, end + 4)))
        continue;
      this.#extend(
        sentence,
        start,
        end,
        startsWord && endsWord ? 0.86 : 0.6,
        { kind: 'gazetteer', value: text.slice(start, end) },
        'strong',
        found,
        true,
      );
    }
    for (let index = 0; index < sentence.words.length; index++) {
      // Most words are shorter.
      if (sentence.starts[index + 1]! - sentence.starts[index]! < 3) continue;
      const { word, tag } = sentence.words[index]!;
      if (tag !== 'nt' || this.#lexicons.ordinaryWords.has(word) || this.#lexicons.places.get(word)) continue;
      this.#extend(
        sentence,
        sentence.starts[index]!,
        sentence.endOf(index),
        0.7,
        { kind: 'segmenter', value: tag },
        'strong',
        found,
        true,
      );
    }
  }

  #byEnding(sentence: Sentence, found: Candidate[]): void {
    const { text, words, starts } = sentence;
    for (let index = 0; index < words.length; index++) {
      const own = starts[index]!;
      let end = sentence.endOf(index);
      const post = text.charCodeAt(end - 1) === CHIEF;
      if (post && HEAD_OF.test(text.slice(own, end)) && text[end - 3] !== '副') end--;
      // 管理局局长: the post has its own 局.
      if (end === own + 1 && text.charCodeAt(end) === CHIEF && text[own] === text[own - 1]) end--;
      const suffix = this.#lexicons.bodySuffixes.longestBefore(text, end, Math.max(0, own - 6));
      if (!suffix) continue;
      if (suffix.value === 'none' || this.#lexicons.bodies.getAt(text, suffix.start, end)) continue;
      const value = text.slice(suffix.start, end);
      if (suffix.start > own && this.#lexicons.ordinary.get(words[index]!.word)) continue;
      if (PARTY_GROUP.test(value) && PARTY_POST.test(text.slice(end, end + 4))) continue;
      if (suffix.start > own && /^(?:v|d|r|c|p|t|m|q|a|ad|i|l|s)$/.test(words[index]!.tag)) continue;
      this.#extend(
        sentence,
        suffix.start,
        end,
        0.8,
        { kind: 'suffix', value },
        suffix.value === 'strong' ? 'strong' : 'weak',
        found,
        false,
      );
    }
  }

  /** A level of government, a field and an ending after a mark or a preposition: ，县文旅局. */
  #byLevel(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    for (let start = 0; start < text.length; start++) {
      if (!LEVEL_FIRST.has(text.charCodeAt(start)) || !(start === 0 || OPENS_CLAUSE.has(text.charCodeAt(start - 1))))
        continue;
      for (let end = start + 3; end <= Math.min(text.length, start + 14); end++) {
        if (STOPS_NAME.has(text.charCodeAt(end - 1))) break;
        if (end < text.length && !CLOSES_NAME.has(text.charCodeAt(end))) continue;
        const suffix = this.#lexicons.bodySuffixes.longestBefore(text, end, start + 1);
        if (
          !suffix ||
          suffix.value === 'none' ||
          suffix.start < start + 2 ||
          PARTY_GROUP.test(text.slice(suffix.start, end)) ||
          text[end - 1] === '党'
        )
          continue;
        if (this.#lexicons.titleEnds.longestBefore(text, end, start) || this.#holdsVerb(sentence, start, end)) continue;
        found.push(body(start, end, 0.72, { kind: 'suffix', value: text.slice(suffix.start, end) }, true));
      }
    }
  }

  /** Whether a verb stands in `start` to `end` that names of bodies do not hold. */
  #holdsVerb(sentence: Sentence, start: number, end: number): boolean {
    for (let index = sentence.wordAt(start); index < sentence.words.length && sentence.endOf(index) <= end; index++) {
      const { word, tag } = sentence.words[index]!;
      if (/^(?:v|d|r)$/.test(tag) && (word.length > 1 || /^[要将把被已正须]$/.test(word)) && !INNER_WORD.test(word))
        return true;
    }
    return false;
  }

  /** Adds the body whose core is `start` to `end`, with all that belongs to its name on the left. */
  #extend(
    sentence: Sentence,
    start: number,
    end: number,
    confidence: number,
    evidence: Evidence,
    strength: 'strong' | 'weak',
    found: Candidate[],
    complete: boolean,
  ): void {
    const { text, words, starts } = sentence;
    const core = sentence.wordAt(start);
    const inside = starts[core]! < start;
    let first = core + (inside ? 1 : 0);
    let best: number | undefined;
    let branded: number | undefined;
    const lenient = COMPANY_END.test(text.slice(start, end));
    const coreLevel = complete && LEVEL_FIRST.has(text.charCodeAt(start));
    for (;;) {
      if (first < core || inside) {
        const here = words[first]?.word ?? '';
        if (first <= core) {
          const at = starts[first]!;
          if (this.#opens(sentence, first)) best = at;
          else if (/^(?:x|nz|nrt|eng|nr)$/.test(words[first]!.tag) && here.length > 1) branded = at;
        }
      }
      const previous = first - 1;
      if (previous < 0 || end - starts[previous]! > 26) break;
      const { word } = words[previous]!;
      if (first === core + (inside ? 1 : 0) && coreLevel && this.#lexicons.places.get(word) === undefined) break;
      if (GLUED_LEVEL.test(word)) best = starts[previous]! + 1;
      const bracket = lenient ? this.#placeInBrackets(sentence, previous) : undefined;
      if (bracket !== undefined && bracket > 0) {
        const brand = this.#brandBefore(sentence, bracket);
        if (brand === undefined) break;
        const at = starts[brand]! + (GLUED_BRAND.test(words[brand]!.word) ? 1 : 0);
        found.push({ ...body(at, end, 0.86, evidence, true), settled: true });
        return;
      }
      if (!this.#belongs(sentence, previous, lenient) && !this.#joins(sentence, previous, core)) break;
      first = previous;
    }
    if (best !== undefined) {
      found.push(body(best, end, Math.max(confidence, 0.82), evidence, best < start));
      return;
    }
    if (complete) {
      found.push(body(start, end, confidence, evidence, false));
      return;
    }
    while (
      branded !== undefined &&
      branded > 0 &&
      sentence.isBoundary(branded - 1) &&
      this.#lexicons.transliteration.has(text[branded - 1]!)
    )
      branded--;
    if (strength === 'strong' && branded !== undefined) found.push(body(branded, end, 0.68, evidence, true));
    else if (
      inside &&
      strength === 'strong' &&
      words[core]!.word.length > 2 &&
      /^(?:x|nz|nr|nrt|ns)$/.test(words[core]!.tag)
    )
      found.push(body(starts[core]!, end, 0.62, evidence, true));
    else if (strength === 'strong' && start - starts[first]! >= 2 && this.#standsAlone(sentence, first, start, end))
      found.push(body(starts[first]!, end, GENERIC, evidence, true));
  }

  /** The opening bracket of a place that ends with the word at `index`, after a brand: 华新（湖南）科技有限公司. */
  #placeInBrackets({ words }: Sentence, index: number): number | undefined {
    const close = words[index]!.word;
    if ((close !== '）' && close !== ')') || index < 3 || !/^[（(]$/.test(words[index - 2]!.word)) return undefined;
    const { word } = words[index - 1]!;
    return word === '集团' || this.#lexicons.places.get(word) !== undefined ? index - 2 : undefined;
  }

  /** The word that the brand before the bracket at word `bracket` begins with, and the place before it; what leads to it is left out. */
  #brandBefore(sentence: Sentence, bracket: number): number | undefined {
    let brand = bracket - 1;
    // 华新精密机械（湖南）有限公司: the trade behind the brand.
    while (
      brand > 0 &&
      bracket - brand < 4 &&
      /^(?:n|vn)$/.test(sentence.words[brand]!.tag) &&
      this.#belongs(sentence, brand - 1, false)
    )
      brand--;
    if (brand < 0 || !this.#belongs(sentence, brand, false)) return undefined;
    return brand > 0 && this.#opens(sentence, brand - 1) ? brand - 1 : brand;
  }

  /** A short form without a name, between marks, verbs and posts: 供水集团, 客服中心主任. */
  #standsAlone(sentence: Sentence, first: number, core: number, end: number): boolean {
    const { text, words, starts } = sentence;
    if (end - core < 2 || end - starts[first]! > 10 || NO_GENERIC.test(text.slice(starts[first], end))) return false;
    const before = words[first - 1];
    if (before && !/^(?:w|p|v|c)$/.test(before.tag)) return false;
    if (/[“‘《一个家所座]/.test(text[starts[first]! - 1] ?? '')) return false;
    const next = text[end] ?? '。';
    return /[，。：；、！？（）”\s]/.test(next) || this.#lexicons.titles.longestAt(text, end)?.value === 'post';
  }

  /** Whether the word may be where the name of a body begins. */
  #opens(sentence: Sentence, index: number): boolean {
    const { word, tag } = sentence.words[index]!;
    if (LEVELS.has(word)) return index === 0 || !DETERMINER.test(sentence.words[index - 1]!.word);
    if (this.#lexicons.ordinaryWords.has(word)) return false;
    if (tag === 'ns' && word.length > 1) return true;
    return (
      this.#lexicons.places.get(word) !== undefined ||
      this.#lexicons.bodies.get(word) !== undefined ||
      (tag === 'nt' && word.length > 2)
    );
  }

  #belongs(sentence: Sentence, index: number, lenient: boolean): boolean {
    const { word, tag } = sentence.words[index]!;
    const kinds = sentence.kinds[index]!;
    if (this.#lexicons.places.get(word) !== undefined || LEVELS.has(word)) return true;
    if (lenient && word.length === 2 && /^(?:v|a|an|d|t|ad)$/.test(tag) && !NO_BRAND.test(word))
      return !this.#endsBody(sentence, index);
    if ((word === '赴' || word === '访') && index > 0)
      return this.#opens(sentence, index - 1) && this.#opens(sentence, index + 1);
    if ((kinds & KIND.bodyPart) === 0 || (kinds & KIND.bodyPartOften) !== 0) return INNER_WORD.test(word);
    const title = this.#lexicons.titles.get(word);
    if (title !== undefined && word !== '作家' && word !== '记者') return false;
    return true;
  }

  /** Whether what stands before the word is the end of a body that acts: 农机局[积极]动员合作社. */
  #endsBody({ text, starts }: Sentence, index: number): boolean {
    const at = starts[index]!;
    const suffix = this.#lexicons.bodySuffixes.longestBefore(text, at, Math.max(0, at - 6));
    return suffix !== undefined && suffix.value !== 'none';
  }

  /** 和 and 与 inside a name: 环境与资源学院, 发展和改革委员会; what is before them is no body of its own. */
  #joins(sentence: Sentence, index: number, core: number): boolean {
    const { words } = sentence;
    const far = core - index > 1 || words[core]!.word.length > 2;
    const { word } = words[index]!;
    if ((word !== '和' && word !== '与') || index < 2 || !far) return false;
    const before = words[index - 1]!;
    if (!/^(?:n|vn|v)$/.test(before.tag) || before.word.length < 2) return false;
    const suffix = this.#lexicons.bodySuffixes.longestBefore(before.word, before.word.length);
    return !suffix && !this.#opens(sentence, index + 1) && this.#lexicons.titles.get(before.word) === undefined;
  }

  /** A newspaper or magazine inside 《》: 《…报》. */
  #byPaperMarks(sentence: Sentence, found: Candidate[]): void {
    const { text } = sentence;
    const masthead = MASTHEAD.exec(text)?.[0];
    if (masthead !== undefined && (this.#lexicons.places.longestAt(text, 0) || this.#opens(sentence, 0)))
      found.push(body(0, masthead.length, 0.85, { kind: 'pattern', value: masthead }, false));
    for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
      const close = text.indexOf('》', open + 1);
      if (close < 0) return;
      const name = text.slice(open + 1, close);
      if (
        name.length >= 2 &&
        name.length <= 12 &&
        /(?:日|晚|时|早|晨|周|商|都市|青年|画|快|月|学|法制|法治|教育|妇女|工人|农民|人事|经济|文化|体育|科技|健康|环境|建设|电力|石油|交通|铁道|邮政|旅游|艺术|新闻|民族|消费者|质量|食品|医药|煤炭|水利|国防|海洋|气象|地质|税务|保险|证券|金融|企业|商务|公安|检察|法院|党建)报$|(?:周|旬|月|季|学|选|画|丛|会)刊$|杂志$|半月谈$|导报$|文摘$|报$/.test(
          name,
        ) &&
        !/(?:汇报|通报|预报|情报|简报|黑板报|公报|警报|海报|捷报|电报|申报|回报|日志)$/.test(name)
      )
        found.push({ ...body(open + 1, close, 0.93, { kind: 'work-marks', value: name }, false), atLeast: 0.7 });
    }
  }
}

function body(start: number, end: number, confidence: number, evidence: Evidence, merged: boolean): Candidate {
  return {
    type: 'organization',
    start,
    end,
    confidence,
    evidence: merged ? [evidence, { kind: 'merged' }] : [evidence],
  };
}
