import type { Candidate, CandidateSource } from '../../candidate.ts';
import type { Sentence } from '../../tokens/sentence.ts';

/** What stands between an office and its group when it sets one up or works with it. */
const OTHER =
  '成立|组建|设立|建立|召开|主持|担任|听取|参加|出席|要求|决定|印发|下发|宣布|批准|高度|及时|专门|书记|常委|主任|[省市县区]长|领导(?!小组)|政府|会议|[了把被将对向由以同并在还已要就于组部]';
/** An office of the party or the State, what its group is for, and what such groups are. */
const GROUP = new RegExp(
  `(?:党中央|中央|国务院|自治区党委|[省市县区州]委)(?:(?!${OTHER})[\\u4e00-\\u9fff]|“[^“”]{2,20}”){0,26}?(?:领导小组|领导组|指挥部|联防联控机制|联席会议|第[一二三四五六七八九十]+(?:巡回)?(?:指导组|督导组))(?:办公室)?`,
  'g',
);
const ENDS = ['领导小组', '领导组', '指挥部', '联防联控机制', '联席会议', '指导组', '督导组'];

/**
 * Groups of a party committee or a government that are named by their whole task, however long:
 * 省委全面依法治省工作领导小组. A tagger finds the committee alone and the end alone.
 */
export const workGroups: CandidateSource = {
  find({ text }: Sentence): Candidate[] {
    if (!ENDS.some((end) => text.includes(end))) return [];
    return Array.from(text.matchAll(GROUP), ({ 0: value, index }) => ({
      type: 'organization',
      start: index,
      end: index + value.length,
      confidence: 0.95,
      evidence: [{ kind: 'pattern', value }],
      settled: true,
    }));
  },
};
