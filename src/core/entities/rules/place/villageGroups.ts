import type { Candidate, CandidateSource } from '../../candidate.ts';
import { BY_FORM } from './places.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { KIND } from '../../tokens/wordKinds.ts';

/** The parts of a village: which only the word behind their names tells, 自然村 as a part of the name. */
const GROUPS = /(?:村民小组|村民组|自然村)/g;
/** Between the names of several and what they are: 某某、某某两个村民小组. */
const COUNT = /(?:等?[两二三四五六七八九十0-9０-９]{1,2}个?|等)$/;
/** The last of the names before the end of a text, from a mark or a level of administration on. */
const NAME = /(?:^|[，。、；：（“”\s在的]|(?<=[村区寨场])|(?<=大队))((?:(?![在的])[\u4e00-\u9fff]){2,4})$/;
/** What stands there and names none. */
const NO_NAME =
  /^(?:[各每该本我全这那几数多许所两等第一二三四五六七八九十0-9０-９]|下辖|辖区|附近|周边|邻近|贫困|行政|有关|相关|其他|部分)|[个的位名户各]|[省市县区镇乡村]$/;
const LONGEST_LIST = 6;

/** Finds the groups of villagers and hamlets of a village by the word behind their names. */
export class VillageGroupSource implements CandidateSource {
  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const { text } = sentence;
    const found: Candidate[] = [];
    if (!text.includes('村')) return found;
    for (const { 0: group, index } of text.matchAll(GROUPS)) {
      const count = COUNT.exec(text.slice(Math.max(0, index - 4), index))?.[0].length ?? 0;
      for (let end = index - count, number = 0; number < LONGEST_LIST; number++) {
        const name = NAME.exec(text.slice(Math.max(0, end - 6), end))?.[1];
        const start = name === undefined ? end : nameStart(sentence, end - name.length, end);
        if (end - start < 2 || NO_NAME.test(text.slice(start, end))) break;
        const isWhole = group === '自然村' && count === 0 && number === 0;
        found.push({
          type: 'place',
          start,
          end: isWhole ? index + group.length : end,
          confidence: 0.9,
          evidence: [{ kind: 'suffix', value: group }],
          atLeast: BY_FORM,
        });
        if (count === 0 || text[start - 1] !== '、') break;
        end = start - 1;
      }
    }
    return found;
  }
}

/** Where the name begins behind verbs and words of grammar: 造成|某某村民小组. */
function nameStart(sentence: Sentence, from: number, end: number): number {
  let start = from;
  for (
    let index = sentence.wordAt(from);
    sentence.starts[index] === start && start < end && (sentence.kinds[index]! & (KIND.verb | KIND.grammar)) !== 0;
    index++
  )
    start = sentence.endOf(index);
  return start;
}
