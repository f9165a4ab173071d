import type { Candidate } from '../../candidate.ts';
import type { EntityLexicons } from '../../gazetteers/entityLexicons.ts';

/** What a body is, by its end, and what its parts are called that are named with it. */
interface Units {
  readonly of: RegExp;
  readonly unit: RegExp;
}

const UNITS: readonly Units[] = [
  {
    of: /法院$/,
    unit: /^(?:[民刑]事|行政|立案|执行|知识产权|环境资源|金融|破产|少年|家事|速裁)(?:审判)?(?:第?[一二三四五六七八九十])?庭|^执行局/,
  },
  { of: /(?:队|公安局|分局)$/, unit: /^(?:指挥室|指挥中心|[一二三四五六七八九十]{1,2}[大中]队)(?![员长])/ },
  {
    of: /(?:公司|集团|[煤铜铁金]矿)$/,
    unit: /^(?![\u4e00-\u9fff]{0,3}[全内外总干各局][部])[\u4e00-\u9fff]{2,4}部(?=副?(?:总?经理|部长|主任|总监|主管|书记))/,
  },
  // 某部规划司司长, 某局财务科科长: the post repeats what the part is.
  {
    of: /(?:[部厅局署委办会院社厂]|公司|集团|大学|政府|法院|检察院)$/,
    unit: /^(?![\u4e00-\u9fff]{0,6}[的之在和与对将把被由为向了原副])[\u4e00-\u9fff]{1,8}?([司处科股])(?=副?\1长)/,
  },
  // 某县市场监管局城东所: a part that has the name of its place.
  {
    of: /局$/,
    unit: /^(?![\u4e00-\u9fff]{0,2}[的之在和与对将把被由为向了])[\u4e00-\u9fff]{2,3}(?<!研究|场|之|住)所(?=[^\u4e00-\u9fff]|所长|副所长|负责|民警|工作|执法|则|的|在|与|和)/,
  },
];
const MEDIUM = /[网报]$/;
const CHANNEL = /^(?:频道|记者站|分社|分站|站)(?=[^\u4e00-\u9fff]|$|讯|记者)/;
const LEAST = 0.8;
/** No name of a part is longer. */
const LONGEST = 14;

/**
 * Bodies with the part of them that stands right behind their name and is named with them: 某某法院民事审判庭,
 * 某某公司销售部经理. As sure as the body is: corpora of other times have few of them.
 */
export function withSubUnits(
  text: string,
  candidates: readonly Candidate[],
  places: EntityLexicons['places'],
): Candidate[] {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    const { type, start, end, confidence, evidence, settled } = candidate;
    if (type !== 'organization' || confidence < LEAST || end >= text.length || end - start < 3) continue;
    const length = unitLength(text, start, end, places);
    if (length === 0) continue;
    found.push({
      type,
      start,
      end: end + length,
      confidence,
      evidence: [...evidence, { kind: 'merged' }],
      readAs: { type, start, end },
      ...(settled && { settled }),
    });
  }
  return found;
}

function unitLength(text: string, start: number, end: number, places: EntityLexicons['places']): number {
  const name = text.slice(Math.max(start, end - 3), end);
  const rest = text.slice(end, end + LONGEST);
  for (const { of, unit } of UNITS) {
    const part = of.test(name) ? unit.exec(rest) : null;
    if (part) return part[0].length;
  }
  if (!MEDIUM.test(name)) return 0;
  const place = places.longestAt(rest, 0);
  const channel = place && CHANNEL.exec(rest.slice(place.end));
  return channel ? place.end + channel[0].length : 0;
}
