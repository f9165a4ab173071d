import { CharSet } from '../../../text/charSet.ts';
import type { Candidate, CandidateSource } from '../../candidate.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';
import type { Sentence } from '../../tokens/sentence.ts';
import { KIND } from '../../tokens/wordKinds.ts';

/** What a level of government stands before where it stands for one body: 省政府, 市政协, 县人大. */
const LEVEL_BODIES = ['政府', '政协', '人大'];
const LEVELS = new CharSet('省市县区旗');
/** Before a level that stands for more than one: 各县政府, 省市政府, 该市政府. */
const NO_ONE_LEVEL = new CharSet('我全该本各每此某多两三外贵他她你这那几数省市县区州旗盟乡镇级大小');
/** The parties beside the Communist one, and the leagues, whose committees are named by the level alone: 民盟省委, 团市委. */
const PARTIES =
  /(?:民革|民盟|民建(?!筑)|民进|农工(?:民主)?党|致公党|九三学社|台盟)(?:[省市县区]|自治区)委(?:会)?(?![副宣组政市县常])/g;
const CONFERENCES = ['政治协商会议', '政协'];
const TERM = /^第[一二三四五六七八九十]{1,4}届/;
const DIVISION = /^[\u4e00-\u9fff]{2,8}?(?:自治[区州县旗]|[省市县区旗盟])(?=第|委员会)/;
const COMMITTEE = /^委员会(?:常务委员会)?/;
/** What is named with a government or an assembly that it is a part of: 省政府新闻办, 市人大常委会. */
const PART =
  /^(?:常委会|常务委员会|办公[厅室]|研究室|发展研究中心|参事室|督查室|机关事务管理局|驻[\u4e00-\u9fff]{2,3}办事处|(?:新闻|外事|法制|金融|应急|侨务|台湾事务|港澳|台|侨|口岸|扶贫|信息化|政务|接待)办(?:公室)?(?![理公学])|办(?!公|理|学|好|事|了|起|班|节|实|展|得|不|案))/;
/** Longest name of a consultative conference behind the words for it. */
const LONGEST = 40;

/**
 * Governments, congresses and consultative conferences by the form of their names, which says what they are whatever
 * a tagger has learnt of them: 省政府 alone is no body in the corpora. The session is no part of the name.
 */
export class AssemblySource implements CandidateSource {
  readonly #places: EntityLexicons['places'];

  constructor({ places }: EntityLexicons) {
    this.#places = places;
  }

  /** The candidates of a sentence, in no order. */
  find(sentence: Sentence): Candidate[] {
    const found: Candidate[] = [];
    const { text } = sentence;
    for (const body of LEVEL_BODIES)
      for (let at = text.indexOf(body); at >= 0; at = text.indexOf(body, at + 1))
        if (this.#isOfOneLevel(sentence, at - 1))
          found.push(settled(text, at - 1, partEnd(text, at + body.length), 0.86));
    if (text.includes('委'))
      for (const { 0: name, index } of text.matchAll(PARTIES))
        found.push(settled(text, index, index + name.length, 0.96));
    for (const conference of CONFERENCES)
      for (let at = text.indexOf(conference); at >= 0; at = text.indexOf(conference, at + 1)) {
        const end = this.#conferenceEnd(text, at + conference.length);
        if (end === undefined) continue;
        const start = text.endsWith('中国人民', at) ? at - 4 : at;
        found.push(settled(text, start, end, 0.93));
      }
    return found;
  }

  /** Whether a level of government is at `start`, and neither a place nor a word that makes it more than one before it. */
  #isOfOneLevel(sentence: Sentence, start: number): boolean {
    const { text } = sentence;
    if (start < 0 || !LEVELS.has(text.charCodeAt(start)) || !sentence.isBoundary(start)) return false;
    if (start === 0) return true;
    if (NO_ONE_LEVEL.has(text.charCodeAt(start - 1))) return false;
    const before = sentence.wordAt(start - 1);
    return (
      (sentence.kinds[before]! & KIND.nameOrPlace) === 0 && this.#places.get(sentence.words[before]!.word) === undefined
    );
  }

  /** The end of a name of a conference whose place, or term and place, are at `from`. */
  #conferenceEnd(text: string, from: number): number | undefined {
    const rest = text.slice(from, from + LONGEST);
    let at = TERM.exec(rest)?.[0].length ?? 0;
    const first = at;
    for (let place = this.#places.longestAt(rest, at); place; place = this.#places.longestAt(rest, at)) at = place.end;
    if (!/^(?:第|委员会)/.test(rest.slice(at))) at = first + (DIVISION.exec(rest.slice(first))?.[0].length ?? 0);
    if (at === first) return undefined;
    at += TERM.exec(rest.slice(at))?.[0].length ?? 0;
    const committee = COMMITTEE.exec(rest.slice(at));
    return committee ? from + at + committee[0].length : undefined;
  }
}

function partEnd(text: string, end: number): number {
  return end + (PART.exec(text.slice(end, end + 10))?.[0].length ?? 0);
}

function settled(text: string, start: number, end: number, confidence: number): Candidate {
  return {
    type: 'organization',
    start,
    end,
    confidence,
    evidence: [{ kind: 'pattern', value: text.slice(start, end) }],
    settled: true,
  };
}
