import type { Candidate, CandidateSource } from '../../candidate.ts';

const CONGRESS =
  /(?:党的|迎接|召开|学习|贯彻|喜迎|[，。、“（])?((?:中共)?(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])大)(?=[^学小量型规多家类部约胆师约事专奖])/g;
const CONGRESS_NUMBER = /[一二三四五六七八九十]大/;
const CONGRESS_FULL =
  /(?:中国共产党)?(?:全国)?第[一二三四五六七八九十]{1,3}(?:次|届)(?:全国|全省|全市|全县)?(?:人民)?代表大会(?:常务委员会)?/g;

/** Who buries somebody: 王建国同志治丧委员会. */
const MOURNERS =
  /(?<![\u4e00-\u9fff])[\u4e00-\u9fff·]{2,8}(?:同志|先生|女士|夫人|教授|院士)治丧(?:工作)?(?:委员会|小组|办公室)/g;

/** Bodies whose form alone says what they are, whatever the words are: party congresses and who buries somebody. */
export const fixedBodies: CandidateSource = {
  find: ({ text }) => [...congresses(text), ...mourners(text)],
};

function congresses(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!text.includes('大')) return found;
  for (const pattern of [CONGRESS, CONGRESS_FULL]) {
    if (!(pattern === CONGRESS ? CONGRESS_NUMBER.test(text) : text.includes('代表大会'))) continue;
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? match[0];
      const lead = match[0].slice(0, match[0].length - name.length);
      if (pattern === CONGRESS && name.length < 3 && !/[“、，]$|党的$|八大|七大/.test(lead + name)) continue;
      found.push(body(match.index + lead.length, name, 0.85));
    }
  }
  return found;
}

function mourners(text: string): Candidate[] {
  if (!text.includes('治丧')) return [];
  return Array.from(text.matchAll(MOURNERS), ({ 0: name, index }) => ({ ...body(index, name, 0.9), settled: true }));
}

function body(start: number, name: string, confidence: number): Candidate {
  return {
    type: 'organization',
    start,
    end: start + name.length,
    confidence,
    evidence: [{ kind: 'pattern', value: name }],
  };
}
