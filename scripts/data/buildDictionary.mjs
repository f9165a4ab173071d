// Makes the segmenter's slim dictionary, dist/dict/, from the one that comes with nodejieba.
//
//   node scripts/data/buildDictionary.mjs
//
// Source: cppjieba's jieba.dict.utf8 and hmm_model.utf8 (MIT, its licence is copied beside them). Kept are
// the words with a frequency above 3, of ordinary words those above 10, and of persons' names those above 20: 104,395 of
// 348,982. Loading takes a quarter of the time and a third of the memory, and what goes is rare compounds that the
// entity rules put together themselves, and names that they and the tagger find by their form. nodejieba holds the
// dictionary twice, once for a keyword extraction that is not used, so that a word costs some 700 bytes. The second
// threshold costs 0.001 of F1 with a tagger trained without it, the third nothing that shows.
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Words that occur this often or less are left out: any, those that name nobody and nothing, and names of persons. */
const RARE = 3;
const RARE_ORDINARY = 10;
const RARE_PERSON = 20;

/** Tags of ordinary words: nouns, verbs, adjectives, adverbs, times, numbers, idioms. */
const ORDINARY = new Set('n v vn a z d t m i l'.split(' '));

/** How often a word with this tag occurs at most that is left out. */
function rarityOf(tag) {
  if (tag === 'nr' || tag === 'nrt') return RARE_PERSON;
  return ORDINARY.has(tag) ? RARE_ORDINARY : RARE;
}

/** The lines `word frequency tag` of a jieba dictionary whose words are not rare, in their order. */
export function slimDictionary(text) {
  const kept = text.split('\n').filter((line) => {
    const [, frequency, tag = ''] = line.split(' ');
    return Number(frequency) > rarityOf(tag.trim());
  });
  return `${kept.join('\n')}\n`;
}

/** Writes dist/dict/ under the project folder `root`; a reader meets each file either whole or not at all. */
export function buildDictionary(root) {
  const nodejieba = dirname(createRequire(join(root, 'package.json')).resolve('nodejieba/package.json'));
  const source = join(nodejieba, 'submodules/cppjieba/dict');
  const target = join(root, 'dist/dict');
  mkdirSync(target, { recursive: true });
  const place = (name, write) => {
    const draft = join(target, `.${name}.${process.pid}`);
    write(draft);
    renameSync(draft, join(target, name));
  };
  const slim = slimDictionary(readFileSync(join(source, 'jieba.dict.utf8'), 'utf8'));
  place('jieba.dict.utf8', (path) => writeFileSync(path, slim));
  place('hmm_model.utf8', (path) => cpSync(join(source, 'hmm_model.utf8'), path));
  // Keyword extraction is not used, but cppjieba ends the whole process when its files are missing or empty.
  place('idf.utf8', (path) => writeFileSync(path, '的 1\n'));
  place('stop_words.utf8', (path) => writeFileSync(path, '的\n'));
  place('LICENSE', (path) => cpSync(join(nodejieba, 'submodules/cppjieba/LICENSE'), path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildDictionary(fileURLToPath(new URL('../..', import.meta.url)));
}
