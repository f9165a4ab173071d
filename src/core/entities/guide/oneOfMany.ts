import type { EntityLexicons } from '../gazetteers/entityLexicons.ts';

/** One of the works, shops or schools of a place, which is not named: 某市一工厂. Numbers of schools and hospitals have one character: 一中. */
const ONE =
  /一(?:家|所|座|处|个)?(?:工厂|化工厂|煤矿|矿山|企业|公司|学校|高校|幼儿园|银行|酒店|宾馆|饭店|餐馆|餐厅|超市|商场|商店|药店|网吧|加油站|养殖场|农场|养老院|工地|小区)(?:车间|工地)?$/;

/** Where the place ends that a name is of which it says no more than that it is one there; nothing for other names. */
export function placeOfOne(name: string, places: EntityLexicons['places']): number | undefined {
  const end = name.includes('一') ? ONE.exec(name)?.index : undefined;
  if (end === undefined || end < 2) return undefined;
  for (let start = 0; start < end - 1; start++)
    if (places.getAt(name, start, end) && (start === 0 || places.getAt(name, 0, start))) return end;
  return undefined;
}
