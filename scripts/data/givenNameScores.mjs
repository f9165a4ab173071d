#!/usr/bin/env node
// Writes data/givenNameScores.txt: how much each character speaks for being part of a given name, by its
// place in the name, measured on the dictionary of nodejieba: node scripts/data/givenNameScores.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const dictionary = new URL('../../node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8', import.meta.url);
const surnames = new Set(
  readFileSync(new URL('../../data/surnames.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t')[0])
    .filter((surname) => surname.length === 1),
);
// Surnames whose dictionary names are mostly foreign ones or no names at all would teach the wrong characters.
const misleading = new Set('马金于白那和阿安向明布子玉古封巴玄师老龙诸花德左乌贝南连文双沙山莫从宗海平木黑公由牛关利元云北东西大小天红');
const PLACES = ['only', 'middle', 'last'];

const inNames = new Map();
const inWords = new Map();
const names = { only: 0, middle: 0, last: 0 };
let words = 0;
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word, frequency, tag] = line.split(' ');
  if (!tag) continue;
  if (tag === 'nr' || tag === 'nrfg') {
    if (word.length > 3 || word.length < 2 || !surnames.has(word[0]) || misleading.has(word[0])) continue;
    const given = word.length === 2 ? [['only', word[1]]] : [['middle', word[1]], ['last', word[2]]];
    for (const [place, character] of given) {
      const counts = inNames.get(character) ?? { only: 0, middle: 0, last: 0 };
      counts[place]++;
      names[place]++;
      inNames.set(character, counts);
    }
  } else if (tag !== 'nrt') {
    for (const character of word) {
      inWords.set(character, (inWords.get(character) ?? 0) + Number(frequency));
      words += Number(frequency);
    }
  }
}

// Tenths of the natural logarithm of (share among name characters : share in running text).
const logOdds = (character, count, total) => {
  const share = (count + 0.2) / (total + 600);
  const general = ((inWords.get(character) ?? 0) + 200) / (words + 2e6);
  return Math.max(-40, Math.min(40, Math.round(10 * Math.log(share / general))));
};
const rows = [...new Set([...inNames.keys(), ...inWords.keys()])]
  .filter((character) => /^\p{Script=Han}$/u.test(character) && (inWords.get(character) ?? 0) + (inNames.has(character) ? 1e5 : 0) > 3000)
  .sort()
  .map((character) => [character, ...PLACES.map((place) => logOdds(character, inNames.get(character)?.[place] ?? 0, names[place]))].join('\t'));

writeFileSync(
  new URL('../../data/givenNameScores.txt', import.meta.url),
  `# Characters of Chinese given names: character, score as the only character after the surname, as the
# first of two, as the second of two. A score is ten times the natural logarithm of how much more often
# the character stands there in names than in running text.
# Source: counts over the names and words of the dictionary of nodejieba 3.5 (cppjieba), MIT.
# Built by scripts/data/givenNameScores.mjs.
${rows.join('\n')}
`,
);
