import { CharSet } from '../../text/charSet.ts';
import { chainStart } from './bodyChain.ts';
import type { Candidate } from '../candidate.ts';
import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';
import { ALL_PARTS, type Parts } from '../parts.ts';
import { placeOfOne } from './oneOfMany.ts';
import { isSettlement, ownerOfPartyGroup } from './partyGroup.ts';
import type { Sentence } from '../tokens/sentence.ts';
import type { Span } from '../../text/span.ts';

/** How a paper, a site, a station or an agency is called at its end. */
const MEDIUM = /(?:报|网|在线|新闻|电视台|电台|通讯社|新华社|客户端|传媒|频道|融媒|融媒体中心)$/;
/** The marks between two media that printed one story. */
const BETWEEN_MEDIA = /[·•/／]/;
/** 某某日报讯: what a lead-in says behind the medium's name. */
const LEAD_IN = /(?<=[报网社台心]|在线|频道|新闻|客户端|传媒)讯$/;
const UNION_POST = /^(?:原|常务)?副?主席/;
/** Bodies that every village has: without its name they stand for none, but for that whose secretary or head is named. */
const VILLAGE_BODY = /^村(?:党支部|党总支|党委|支部|支委|支委会|委会|民委员会|妇联|两委|监委会)$/;
const VILLAGE_POST = /^(?:第一|副)?(?:书记|主任)(?!队)/;
/** 全市法院, 全省农业局长会议: all bodies of a kind. */
const ALL_OF_LEVEL = /^[全各本我该][省市县区州](?!委全委)[\u4e00-\u9fff]*[院局厅委办队校所站会]$/;
const ALL_BEFORE = /[全各][省市县区州]$/;
/** Endings that alone are a common noun; committees, bureaus and national teams are mostly one that was named before. */
const COMMON_NOUN = /(?<!国家|[男女])(?:[社团馆所店园厂组报队]|中心|集团|集团公司|公寓|卫生室|市场)$/;
/** 8家农机专业合作社: what is counted is not named. */
const COUNTED = /[0-9０-９一二三四五六七八九十百两几多余数][余多]?家$/;
/** 市（州）党委, 各县（区）委. */
const ANY_LEVEL = /^[省市县区州旗盟乡镇村]*[（(][省市县区州旗盟乡镇村、]+[）)]/;
/** 我市政府, 各县委: a level that is not named is no body. */
const LEVEL_BODY = /^[省市县区州](?:政府|政协|人大|[纪监]?委)$/;
/** 全[市法院]. */
const LEVEL_FIRST = /^[省市县区州](?![省市县区州级直])/;
const DETERMINER = new CharSet('我全该本各每此贵两三几');
/** 某医院康复科: before a doctor, a bed, a post. */
const WARD =
  /(?<=医院|附院|卫生院|保健院|[一二三四五六七八九十]院)(?:(?:[\u4e00-\u9fff]{0,6}[内外]|妇|产|妇产|儿|小儿[内外]?|新生儿|骨|眼|耳鼻喉|耳鼻咽喉|口腔|皮肤|麻醉|康复|康复医学|急诊|感染|肿瘤|放疗|影像|超声|检验|药剂|护理|精神|心理|神经|呼吸|消化|泌尿|肝胆|烧伤|整形|疼痛|老年|老年医学|全科医学|针灸|推拿|中医|重症医学|介入|病理|输血|体检)科|重症监护室|急诊室|ICU)$/;
/** 住港省政协: where members live is no part of the body's name. */
const RESIDENCE = /^[住驻在]([\u4e00-\u9fff]{1,3}?)(?=(?:全国|[省市县区])(?:政协|人大)$)/;
/** 某县二中 before 等学校, which segmenters read as 中等学校. */
const NUMBERED_SCHOOL = /(?<=[一二三四五六七八九十][中小高])(?:等(?:学校)?|继[\u4e00-\u9fff]*)$/;
/** 区委办, 县政府办: the short name of the office of a committee or a government, before a mark or a post. */
const OFFICE = /^办(?=[、，。；：（）和与及等]|\s|副?主任|常务|$)/;
const HAS_OFFICE = /(?:[省市县区州旗盟]委|政府)$/;
/** Whose number of times is part of its name: 第八届|农民运动会组委会; a body that meets again and again is not called so. */
const OF_ONE_TIME = /(?:组委会|筹委会|执委会|组织委员会|筹备委员会|执行委员会)$/;
const TIMES = /第[一二三四五六七八九十百0-9０-９]{1,4}[届次]$/;
/** Between two bodies: 甲市工商局联合乙市公安局, 某局及某协会. */
const BETWEEN_BODIES = /(?:以及|及其|及|携手|会同|联合(?![会国社体总]))/g;

/**
 * What the annotation guide says of the ends of bodies' names, whoever proposed them: sources and the tagger, whose
 * training text goes by other conventions in these cases. A proposed body is cut, lengthened, parted or left out; it keeps the
 * span that was proposed, since what the tagger says of that is meant.
 */
export class BodyConventions {
  readonly #lexicons: Pick<EntityLexicons, 'bodies' | 'bodySuffixes' | 'places'>;

  readonly #parts: Parts;

  constructor(lexicons: EntityLexicons, parts = ALL_PARTS) {
    this.#lexicons = lexicons;
    this.#parts = parts;
  }

  /** The candidates of a sentence by the guide, in no order. */
  apply(candidates: readonly Candidate[], sentence: Sentence): Candidate[] {
    if (!this.#parts.has('bodyConventions')) return [...candidates];
    const applied: Candidate[] = [];
    for (const candidate of candidates) {
      if (candidate.type !== 'organization' || candidate.settled) applied.push(candidate);
      else for (const body of this.#body(candidate, candidates, sentence)) applied.push(body);
    }
    return applied;
  }

  #body(candidate: Candidate, candidates: readonly Candidate[], sentence: Sentence): Candidate[] {
    const { start, end } = candidate;
    const { text } = sentence;
    if (endsInWord(sentence, end)) return [];
    const name = text.slice(start, end);
    if (BETWEEN_MEDIA.test(name)) return parted(candidate, name).flatMap((part) => this.#tail(part, sentence));
    const place = this.#parts.has('bodyConventions.oneOfMany') ? placeOfOne(name, this.#lexicons.places) : undefined;
    if (place !== undefined) return [{ ...cut(candidate, start, start + place), type: 'place' }];
    const residence = RESIDENCE.exec(name);
    if (residence) return [cut(candidate, start + residence[0].length, end)];
    const two = this.#between(name);
    if (two) {
      const parts = [cut(candidate, start, start + two.start), cut(candidate, start + two.end, end)];
      return parts.flatMap((part) => this.#whole(part, candidates, sentence));
    }
    return this.#whole(candidate, candidates, sentence);
  }

  /** A body with what belongs to its name before it. */
  #whole(candidate: Candidate, candidates: readonly Candidate[], sentence: Sentence): Candidate[] {
    const { start, end } = candidate;
    const { text } = sentence;
    const times = OF_ONE_TIME.test(text.slice(Math.max(start, end - 5), end))
      ? TIMES.exec(text.slice(Math.max(0, start - 6), start))
      : null;
    if (times) return [cut(candidate, start - times[0].length, end)];
    const from = this.#parts.has('bodyConventions.bodyChain')
      ? chainStart(text, candidate, candidates, this.#lexicons)
      : start;
    return this.#tail(from < start ? cut(candidate, from, end) : candidate, sentence);
  }

  /** What stands between two bodies that were read as one: each must be whole by its ending. */
  #between(name: string): Span | undefined {
    if (name.length < 8) return undefined;
    for (const { 0: word, index: start } of name.matchAll(BETWEEN_BODIES)) {
      const end = start + word.length;
      const { bodySuffixes } = this.#lexicons;
      const isWhole = (from: number, to: number) =>
        to - from > 2 && bodySuffixes.longestBefore(name, to, from)?.value === 'strong';
      if (isWhole(0, start) && isWhole(end, name.length)) return { start, end };
    }
    return undefined;
  }

  #tail(candidate: Candidate, sentence: Sentence): Candidate[] {
    const { start, end } = candidate;
    const { text } = sentence;
    const name = text.slice(start, end);
    const last = name.at(-1)!;
    if (
      last === '讯' ||
      last === '科' ||
      last === '室' ||
      last === 'U' ||
      name.includes('中等') ||
      name.includes('继')
    ) {
      const outside = LEAD_IN.exec(name) ?? WARD.exec(name) ?? NUMBERED_SCHOOL.exec(name);
      return outside ? [cut(candidate, start, start + outside.index)] : [candidate];
    }
    const next = text.slice(end, end + 7);
    if (OFFICE.test(next) && HAS_OFFICE.test(name)) return [cut(candidate, start, end + 1)];
    if (last === '组' || last === '委' || last === '会') {
      const owner = this.#parts.has('bodyConventions.partyGroup') ? ownerOfPartyGroup(name, next) : undefined;
      if (owner !== undefined) return this.#owner(candidate, name.slice(0, owner));
    }
    if (name.endsWith('工会') && UNION_POST.test(next)) {
      const owner = name.slice(0, -2);
      const isWhole = this.#lexicons.bodySuffixes.longestBefore(owner, owner.length)?.value === 'strong';
      if (isWhole) return [cut(candidate, start, end - 2)];
    }
    const isDropped = this.#parts.has('bodyConventions.commonNoun') && this.#isCommonNoun(candidate, name, sentence);
    return isDropped ? [] : [candidate];
  }

  /** Whose party group it is: a body, a town or a village, or none that is named. */
  #owner(candidate: Candidate, name: string): Candidate[] {
    if (name.length < 2 || ANY_LEVEL.test(name)) return [];
    const owner = cut(candidate, candidate.start, candidate.start + name.length);
    if (isSettlement(name)) return [{ ...owner, type: 'place' }];
    return this.#lexicons.places.get(name) ? [] : [owner];
  }

  #isCommonNoun({ start, end }: Candidate, name: string, sentence: Sentence): boolean {
    const { text } = sentence;
    if (ANY_LEVEL.test(name) || (VILLAGE_BODY.test(name) && !VILLAGE_POST.test(text.slice(end, end + 4)))) return true;
    if (ALL_OF_LEVEL.test(name)) return true;
    if (
      ALL_BEFORE.test(text.slice(Math.max(0, start - 2), start)) &&
      !LEVEL_FIRST.test(name) &&
      !this.#lexicons.places.longestAt(name, 0)
    )
      return true;
    if (
      DETERMINER.has(text.charCodeAt(start - 1)) &&
      (LEVEL_BODY.test(name) || (text[start - 1] === '全' && LEVEL_FIRST.test(name)))
    )
      return true;
    if (text[start - 1] === '家' && COUNTED.test(text.slice(Math.max(0, start - 4), start))) return true;
    if (!COMMON_NOUN.test(name)) return false;
    const { bodies, bodySuffixes } = this.#lexicons;
    if (bodySuffixes.get(name) === 'strong') return bodies.get(name) === undefined;
    // 协调派出所: the verb before one.
    const verb = sentence.wordAt(start);
    const second = sentence.endOf(verb);
    if (second >= end - 2 || sentence.starts[verb] !== start || sentence.words[verb]!.tag !== 'v') return false;
    return bodySuffixes.getAt(text, second, end) === 'strong' || bodies.getAt(text, second, end) !== undefined;
  }
}

/** Whether an ordinary word goes on behind the end: 云山农业科|技水平; a head takes the last character of his body (财政局|长). */
function endsInWord(sentence: Sentence, end: number): boolean {
  if (sentence.isBoundary(end) || /[长副]/.test(sentence.text[end]!)) return false;
  const index = sentence.wordAt(end);
  const { word, tag } = sentence.words[index]!;
  return word.length === 2 && /^(?:n|v|vn|a|d)$/.test(tag);
}

/** The candidate with other ends; what it was read as stays known. */
function cut(candidate: Candidate, start: number, end: number): Candidate {
  const { type, start: from, end: to } = candidate.readAs ?? candidate;
  return { ...candidate, start, end, readAs: { type, start: from, end: to } };
}

/** Two media with a mark between them are two: 某某日报·某某网. */
function parted(candidate: Candidate, name: string): Candidate[] {
  const parts: Candidate[] = [];
  let at = 0;
  for (const part of name.split(BETWEEN_MEDIA)) {
    if (!MEDIUM.test(part.replace(/讯$/, ''))) return [candidate];
    parts.push(cut(candidate, candidate.start + at, candidate.start + at + part.length));
    at += part.length + 1;
  }
  return parts;
}
