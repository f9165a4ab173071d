// Where the annotation guide of the project differs from the conventions of the MSRA corpus.
import { chainStart } from '../../src/core/entities/guide/bodyChain.ts';
import type { EntityLexicons } from '../../src/core/entities/gazetteers/entityLexicons.ts';
import { isSettlement, ownerOfPartyGroup } from '../../src/core/entities/guide/partyGroup.ts';
import { exampleOf, namesOf, ORGANIZATION, PLACE, type Example, type LabelledName } from './corpora/example.ts';

/** Bodies that the corpus labels as places where they are the venue. */
const VENUE_BODY = /(?:图书馆|博物馆|博物院|纪念馆|美术馆|文化馆|科技馆|档案馆|展览馆|陈列馆)$/;
/** Behind a place: of 石家庄市 and of 石家庄 alike. */
const GOVERNMENT = /^[省市县区州]?(?:人民)?政府/;
/** 省政府, 市政府: one body, but not 各县政府, 省市政府, 省、市政府, 特区政府. */
const LEVEL_GOVERNMENT =
  /(?<![我全该本各每此某多两三外贵他她你这那几数省市县区州旗盟乡镇级大小特辖联邦灾]|[省市县区州]、)[省市县区](?:人民)?政府/g;
/** A post is at most so far behind what it is in. */
const NEXT = 7;

/**
 * The example by the guide: a body has the divisions before its own in its name; a government is one body with what it
 * governs, and 省政府 alone one too; a museum or library always a body; 党组 and 党委 before a post are outside of their body.
 */
export function byGuide(example: Example, lexicons: Pick<EntityLexicons, 'places'>): Example {
  const { text, labels } = example;
  const names: LabelledName[] = [];
  for (const name of namesOf(labels)) {
    let { start, end, type } = name;
    const government = type === PLACE ? GOVERNMENT.exec(text.slice(end, end + 5)) : null;
    if (government) {
      end += government[0].length;
      type = ORGANIZATION;
    } else if (type === PLACE && VENUE_BODY.test(text.slice(start, end))) type = ORGANIZATION;
    const owner =
      type === ORGANIZATION ? ownerOfPartyGroup(text.slice(start, end), text.slice(end, end + NEXT)) : undefined;
    // 乡党委书记, 党组书记: of none that is named.
    if (owner !== undefined && owner < 2) continue;
    if (owner !== undefined) end = start + owner;
    if (type === ORGANIZATION) {
      start = chainStart(
        text,
        { start, end },
        names.filter((one) => one.type === PLACE).map((one) => ({ ...one, type: 'place' })),
        lexicons,
      );
      while (names.length > 0 && names.at(-1)!.end > start) names.pop();
    }
    names.push({ start, end, type: owner !== undefined && isSettlement(text.slice(start, end)) ? PLACE : type });
  }
  return exampleOf(text, [...names, ...levelGovernments(text, namesOf(labels).concat(names))]);
}

/** The governments of a level alone that are no part of one of the `names`. */
function levelGovernments(text: string, names: readonly LabelledName[]): LabelledName[] {
  if (!text.includes('政府')) return [];
  return Array.from(text.matchAll(LEVEL_GOVERNMENT), ({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
    type: ORGANIZATION,
  })).filter((found) => !names.some(({ start, end }) => start < found.end && found.start < end));
}
