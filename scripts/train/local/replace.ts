import type { EntityLexicons } from '../../../src/core/entities/gazetteers/entityLexicons.ts';
import {
  exampleOf,
  namesOf,
  ORGANIZATION,
  PERSON,
  PLACE,
  type Example,
  type LabelledName,
} from '../corpora/example.ts';
import { Random } from '../random.ts';
import { slotNamed } from './slots.ts';
import type { Sources } from './sources.ts';

/** By the end of a name: the slot whose names are of its kind. The first that fits counts. */
const KINDS: Readonly<Record<number, readonly (readonly [RegExp, string])[]>> = {
  [PLACE]: [
    [/(?:省|自治区)$/, '省'],
    [/..市$/, '市'],
    [/.[县旗]$/, '县'],
    [/..区$/, '县'],
    [/.[镇乡]$/, '镇'],
    [/.村$/, '村'],
    [/(?:屯|庄|沟|寨|堡|店)$/, '庄'],
    [/.(?:路|街|大道|巷|胡同|公路|铁路)$/, '路'],
    [/.[山岭峰]$/, '山'],
    [/.[河江溪]$/, '河'],
    [/.(?:湖|水库|水电站)$/, '湖'],
    [/(?:公园|寺|庙|广场|遗址|景区|风景区|体育场|故居)$/, '景区'],
    [/.(?:机场|站|桥|港|码头)$/, '站'],
    [/(?:开发区|新区|工业园)$/, '开发区'],
  ],
  [ORGANIZATION]: [
    [/(?:人民政府|.政府)$/, '县政府'],
    [/^省委$/, '省委'],
    [/市委$/, '市委'],
    [/[县区]委$/, '县委'],
    [/大学$/, '大学'],
    [/学院$/, '学院'],
    [/小学$/, '小学'],
    [/中学$/, '中学'],
    [/医院$/, '医院'],
    [/集团$/, '集团'],
    [/公司$/, '公司'],
    [/(?:银行|[分支]行)$/, '银行'],
    [/法院$/, '法院'],
    [/检察院$/, '检察院'],
    [/(?:公安局|派出所|支队|大队)$/, '公安'],
    [/(?:日报|晚报|电视台|报社)$/, '媒体'],
    [/厂$/, '企业旧'],
    [/(?:协会|学会|研究会|商会|联合会)$/, '协会'],
    [/(?:研究所|研究院)$/, '研究所'],
    [/(?:博物馆|图书馆|文化馆|纪念馆|剧团|剧院)$/, '博物馆'],
    [/(?:村委会|党支部|村民委员会)$/, '村委会'],
    [/省.{2,}[厅局委办]$/, '省机关'],
    [/[市州].{2,}[局委办]$/, '市机关'],
    [/[县区].{2,}[局委办站]$/, '县机关'],
  ],
  [PERSON]: [[/^.{1,7}·.{1,7}$/, '外国人']],
};

/** The examples that have names, with most of these replaced by others of the same kind: kinds are learnt, not names. */
export function withOtherNames(examples: readonly Example[], lexicons: EntityLexicons, sources: Sources): Example[] {
  const random = new Random(2024);
  return examples
    .filter(({ labels }) => labels.some((label) => label !== 0))
    .map((example) => renamed(example, lexicons, sources, random));
}

function renamed(
  example: Example,
  lexicons: EntityLexicons,
  { regions, words, persons }: Sources,
  random: Random,
): Example {
  const region = regions.any(random);
  const given = new Map<string, string>();
  const names: LabelledName[] = [];
  let text = '';
  let last = 0;
  for (const { start, end, type } of namesOf(example.labels)) {
    text += example.text.slice(last, start);
    const name = example.text.slice(start, end);
    const slot = slotOf(name, type, lexicons);
    const other =
      given.get(name) ?? (slot === undefined ? name : slotNamed(slot)![1]({ region, words, persons, random }));
    given.set(name, other);
    names.push({ start: text.length, end: text.length + other.length, type });
    text += other;
    last = end;
  }
  return exampleOf(text + example.text.slice(last), names);
}

function slotOf(name: string, type: number, lexicons: EntityLexicons): string | undefined {
  if (type === PERSON && name.length > 1 && name.length < 4 && lexicons.names.surnameClass(name.slice(0, 1)))
    return '人';
  const kind = KINDS[type]?.find(([pattern]) => pattern.test(name))?.[1];
  if (kind !== undefined || type !== PLACE) return kind;
  switch (lexicons.places.get(name)?.kind) {
    case 'country':
      return name.length > 1 ? '国' : undefined;
    case 'short':
      return '市简';
    case 'county':
      return '县简';
    default:
      return undefined;
  }
}
