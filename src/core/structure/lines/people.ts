import type { NameLexicon } from '../../lexicons/surnames.ts';
import type { Span } from '../../text/span.ts';
import { AGENCY, BLANK, HAN, MEDIA, OWN_MEDIA, ROLE } from './bylineWords.ts';
import type { NamedSpan } from '../issue.ts';

/** What stands in the people's part of a byline. */
export interface PeopleList {
  readonly people: readonly NamedSpan[];
  readonly media: readonly Span[];
  /** Whether every word of it was understood as a role, a medium or a name. */
  readonly clean: boolean;
}

const SEPARATOR = new RegExp(
  `文[/／][图摄]|[图摄][/／]文|${BLANK}+|[、，,；;：:/／＼\\\\|｜&＆()（）□■○●◎☉◇◆△▲▼▽★☆]+|(?:${BLANK}*(?:和|与|及)${BLANK}+)|${ROLE}(?:组)?`,
  'gu',
);
const LEADING_MEDIA = new RegExp(
  `^${MEDIA}(?=(?:首席|特约|见习|实习|特派|高级|资深|驻|全媒体|全媒|融媒体|融媒|摄影|记者|$))`,
  'u',
);
/** How every medium's name ends, and few names of people. */
const MEDIA_END = /[报社刊网闻线体台端视法]/u;
const KNOWN_MEDIA = new RegExp(`${OWN_MEDIA}|${AGENCY}`, 'u');
const AGENCY_ALONE = new RegExp(`^(?:${OWN_MEDIA}|${AGENCY})$`, 'u');
const ROLE_REST = new RegExp(`^${ROLE}$`, 'u');
const NAME_OF_HAN = new RegExp(`^${HAN}+$`, 'u');
const FOREIGN_NAME = /^[\p{Script=Han}A-Za-z.．]+(?:[·•・‧][\p{Script=Han}A-Za-z.．]+)+$/u;

/** Work words that may stand glued to the last name: 张三摄影报道, 李四整理. */
const WORK =
  /(?:综合|联合|采写|现场|专访)?(?:(?:摄影|视频|图文|文图)?(?:报道|报导)|摄影|摄制|摄|整理|编译|编写|供图|供稿|绘图|制图|绘|文图|图文|编发|发)$/u;
const WORK_ALONE =
  /^(?:(?:综合|联合|采写|现场|独家)?(?:摄影|视频|图文|文图)?(?:报道|报导|采写)|摄影|摄|整理|编译|编写|供图|供稿|绘图|制图|绘|制|文|图|文图|图文|照片|图片|资料|讯|电|发|等|综合|并|画|作|诗|词|曲)$/u;
const BODY_SUFFIX =
  /(?:局|委|院|校|部|公司|中心|大学|学院|办|县|市|区|省|社|报|网|台|镇|乡|村|厅|署|馆|所|队|站|集团|协会|学会|大队|支队|街道|小学|中学|法院|检察院|单位|工厂|厂)$/u;

/** Places before a name: （山西 王某）, （市郊区 …）. */
const PLACE =
  /^(?:(?:北京|上海|天津|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|东京|巴黎|伦敦|莫斯科|华盛顿|纽约)(?:省|市)?\p{Script=Han}{0,4}|\p{Script=Han}{1,6}(?:省|市|县|区|镇|乡|旗))$/u;

/** A body set before a name without a blank: 某某大学张三. */
const BODY_BEFORE =
  /^.{2,24}(?:大学|学院|医院|研究院|研究所|党校|公司|集团|中心|委员会|公安局|检察院|法院|管理局|气象局|供电局|县委|市委|区委|省委|宣传部|组织部|办公室|中学|小学|电视台|日报社|文联|作协|协会|支队|大队)(?=\p{Script=Han}{2,12}$)/u;

/** A name of another people written in Han characters that are used for their sound: 尼玛次仁, 阿木呷吉. */
const TRANSLITERATED =
  /^[阿艾巴白班布才措次达旦德顿多尔尕噶格古哈合吉加嘎江杰卡克肯库拉兰朗莱勒力丽利列洛玛麦买米木娜纳尼努帕普其齐曲热仁萨赛桑沙斯苏塔特提铁图吐托娃瓦维乌吾西希呷雅亚依伊音尤珠卓孜扎甫汗]{4,8}$/u;

const TITLE =
  /^(?:董事长|总经理|副总裁|(?:副|总|院|校|局|处|科|部|厂|队|会|馆|所|站|台|行|社|村|镇|乡|县|市|区|省|厅|署|司)+(?:长|理|裁)|主任|书记|教授|主席|委员|记者|专家)$/u;

/** Whether all characters of a name of four or more are such as stand for sounds. */
export function isTransliterated(name: string): boolean {
  return TRANSLITERATED.test(name);
}

interface Chunk extends Span {
  readonly text: string;
  /** What separates it from the chunk before. */
  readonly gap: string;
  /** Whether a role word stands somewhere before it in the list. */
  readonly afterRole: boolean;
}

/**
 * Reads names, roles and media from `text` between `start` and `end`: blanks and 、 separate names,
 * 司 伟 is one name, names set without a blank are cut where that is sure. Offsets are those of `text`.
 * `trusted`: nothing but names is expected, so that one without a known surname is a name too.
 */
export function parsePeople(text: string, start: number, end: number, names: NameLexicon, trusted = false): PeopleList {
  const people: NamedSpan[] = [];
  const media: Span[] = [];
  let clean = true;
  for (const chunk of mergedChunks(chunksOf(text, start, end, media, trusted), text, names)) {
    const found = namesOf(chunk, names, media);
    if (found) people.push(...found);
    else clean = false;
  }
  return { people, media, clean };
}

function chunksOf(text: string, start: number, end: number, media: Span[], trusted: boolean): Chunk[] {
  const part = text.slice(start, end);
  const chunks: Chunk[] = [];
  let last = 0;
  let gap = '';
  let afterRole = trusted;
  const add = (from: number, to: number): void => {
    if (to <= from) return;
    chunks.push({ start: start + from, end: start + to, text: part.slice(from, to), gap, afterRole });
    gap = '';
  };
  SEPARATOR.lastIndex = 0;
  for (const found of part.matchAll(SEPARATOR)) {
    const [separator] = found;
    add(last, found.index);
    gap += separator;
    last = found.index + separator.length;
    if (!ROLE_REST.test(separator)) continue;
    afterRole = true;
    const medium = KNOWN_MEDIA.exec(separator);
    if (medium)
      media.push({
        start: start + found.index + medium.index,
        end: start + found.index + medium.index + medium[0].length,
      });
  }
  add(last, part.length);
  return chunks;
}

/** 王  蕾 set apart to fill the width of a three-character name is one name again. */
function mergedChunks(chunks: readonly Chunk[], text: string, names: NameLexicon): Chunk[] {
  const merged: Chunk[] = [];
  for (const chunk of chunks) {
    const before = merged.at(-1);
    if (
      before &&
      chunk.gap.trim() === '' &&
      chunk.gap !== '' &&
      chunk.text.length <= 2 &&
      NAME_OF_HAN.test(chunk.text)
    ) {
      const kind = names.surnameClass(before.text);
      // 蓝海涛石  磊: the second name's surname stands glued to the first name.
      const first = before.text.slice(0, -1);
      const last = before.text.slice(-1);
      if (
        chunk.text.length === 1 &&
        before.text.length >= 3 &&
        before.text.length <= 5 &&
        !names.isName(before.text) &&
        names.surnameClass(last) &&
        names.splitNames(first).names.every((name) => names.isName(name))
      ) {
        const cut = before.end - 1;
        merged[merged.length - 1] = { ...before, end: cut, text: first };
        merged.push({ ...chunk, start: cut, text: text.slice(cut, chunk.end), gap: '', afterRole: before.afterRole });
        continue;
      }
      const single = before.text.length === 1 && chunk.text.length === 1 && kind !== undefined;
      if (single || kind === 'compound') {
        merged[merged.length - 1] = { ...before, end: chunk.end, text: text.slice(before.start, chunk.end) };
        continue;
      }
    }
    merged.push(chunk);
  }
  return merged;
}

function namesOf(chunk: Chunk, names: NameLexicon, media: Span[]): NamedSpan[] | undefined {
  const medium = MEDIA_END.test(chunk.text) ? LEADING_MEDIA.exec(chunk.text) : null;
  let from = chunk.start;
  let text = chunk.text;
  if (medium && !names.isName(text)) {
    media.push({ start: from, end: from + medium[0].length });
    from += medium[0].length;
    text = text.slice(medium[0].length);
    if (text === '') return [];
  }
  if (WORK_ALONE.test(text)) return [];
  if (text.length > 2) {
    const work = WORK.exec(text);
    if (work && work.index > 0 && (work[0].length > 1 || work[0] === '摄' || text.length > 3))
      text = text.slice(0, work.index);
  }
  if (AGENCY_ALONE.test(text)) {
    media.push({ start: from, end: from + text.length });
    return [];
  }
  const bare = text.replace(/[\s\u3000]+/g, '');
  if (FOREIGN_NAME.test(bare) && bare.length <= 24 && !BODY_SUFFIX.test(bare))
    return [{ start: from, end: from + text.length, name: bare }];
  if (!NAME_OF_HAN.test(bare) || bare.length < 2) return undefined;
  if (bare.length <= 4 && bare !== text) return [{ start: from, end: from + text.length, name: bare }];
  if (isTransliterated(bare)) return [{ start: from, end: from + text.length, name: bare }];
  if (PLACE.test(bare)) return [];
  const body = BODY_BEFORE.exec(bare);
  if (body && text === bare) {
    const split = names.splitNames(bare.slice(body[0].length));
    if (split.names.every((name) => names.isLikelyName(name) && !TITLE.test(name)))
      return spansOf(split.names, from + body[0].length);
  }
  const split = names.splitNames(bare);
  if (!chunk.afterRole && split.names.length > 1 && !split.names.every((name) => names.isLikelyName(name)))
    return undefined;
  const shaped = split.names.length > 1 || names.isName(bare);
  if (!shaped && (!chunk.afterRole || bare.length > 4 || BODY_SUFFIX.test(bare))) return undefined;
  if (BODY_SUFFIX.test(bare) && bare.length > 3 && split.names.length === 1) return undefined;
  return spansOf(split.names, from);
}

/** Names that stand one behind the other from `start`. */
function spansOf(names: readonly string[], start: number): NamedSpan[] {
  return names.map((name) => {
    const span = { start, end: start + name.length, name };
    start = span.end;
    return span;
  });
}
