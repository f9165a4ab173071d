import { CharSet } from '../../../text/charSet.ts';
import type { Candidate } from '../../candidate.ts';

/** Ends of bodies that are parts of a larger one and are named with it. */
const UNIT_END =
  /(?:分局|分院|分行|支行|分公司|分社|分会|分校|分厂|支队|大队|中队|总队|小队|突击队|派出所|[工税商司财电供管法]所|营业部|营业厅|储蓄所|信用社|车间|工区|班组|工段|车站|车务段|项目部|办公室|办公厅|[部处科系室]|工会|团委|党委|党组|党支部|总支|工委|委员会|小组|中心|站|研究所|学院|研究院|医院|小学|中学|合作社|生产队|公社|车队|纪委|监委)$/;
/** A short form that a level of government begins is named beside another body, not with it: 省委[省政府]. */
const OWN_LEVEL = /^(?:[省市县区州镇乡村盟旗](?!.*[省市县区]局)|自治|国务院|全国|中央|中共|国家|党中央)/;
/** Levels of places that govern, teach, heal and farm under their own name: 张坊镇[政府]. */
const PLACE_END = /[省市县区州旗盟镇乡村庄屯寨路街道里岛山河湖桥站]$/;
/** What a level of government begins that stands for a body with a name of its own. */
const LEVEL_FIRST = new CharSet('省市县区州镇乡村');
const LEAST = 0.6;
/** No name has more parts. */
const LONGEST_CHAIN = 4;

/**
 * Bodies that are named with what stands before them: the place that they belong to, the body that they
 * are a part of. Each name may be read from the left on: 市公安局 + 城东分局 + 刑警大队.
 */
export function joinNames(text: string, candidates: readonly Candidate[]): Candidate[] {
  if (!candidates.some(({ type, confidence }) => type === 'organization' && confidence >= LEAST)) return [];
  const byEnd = new Map<number, Candidate[]>();
  const joined: Candidate[] = [];
  const note = (candidate: Candidate) => {
    const list = byEnd.get(candidate.end);
    if (list) list.push(candidate);
    else byEnd.set(candidate.end, [candidate]);
  };
  const names = candidates
    .filter(({ type, confidence }) => (type === 'place' || type === 'organization') && confidence >= LEAST)
    .sort((a, b) => a.end - b.end);
  for (const name of names) {
    let whole = name;
    for (let step = 0; step < LONGEST_CHAIN && whole.type === 'organization'; step++) {
      const right = whole;
      const level = LEVEL_FIRST.has(text.charCodeAt(right.start)) ? byEnd.get(right.start + 1) : undefined;
      const adjacent = byEnd.get(right.start);
      const before =
        (level && best(level, (left) => left.type === 'place' && left.start < right.start)) ??
        (adjacent && best(adjacent, (left) => belongs(text, left, right)));
      if (!before) break;
      whole = join(before, right);
      joined.push(whole);
      note(whole);
    }
    note(name);
  }
  return joined;
}

function belongs(text: string, left: Candidate, right: Candidate): boolean {
  const word = text.slice(right.start, right.end);
  if (left.end - left.start < 2 && left.type === 'place') return false;
  if (left.type === 'organization') return UNIT_END.test(word) && !OWN_LEVEL.test(word);
  if (OWN_LEVEL.test(word)) return false;
  return PLACE_END.test(text.slice(left.start, left.end)) || !/^(?:[\u4e00-\u9fff]{2,4}[省市县区])/.test(word);
}

/** The longest name before, of the likeliest. */
function best(list: readonly Candidate[], fits: (left: Candidate) => boolean): Candidate | undefined {
  let found: Candidate | undefined;
  for (const left of list) if (fits(left) && (!found || left.start < found.start)) found = left;
  return found;
}

function join(left: Candidate, right: Candidate): Candidate {
  return {
    type: 'organization',
    start: left.start,
    end: right.end,
    confidence: Math.min(0.95, Math.max(left.confidence, right.confidence) + 0.03),
    evidence: [...right.evidence.filter(({ kind }) => kind !== 'merged'), { kind: 'merged' }],
  };
}
